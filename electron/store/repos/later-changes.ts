import type { Database } from 'better-sqlite3'

/** 记录的名称放在哪一项;没有名称的只计数。 */
const NAME_OF = "coalesce(json_extract(v.body, '$.name'), json_extract(v.body, '$.title'), json_extract(v.body, '$.display_name'), json_extract(v.body, '$.matter'), '')"

/** 某条审计之后改过什么:恢复较早的备份之前要说给人听。 */
export const createLaterChanges = (db: Database) => {
  const span = db.prepare('SELECT min(at) AS "from", max(at) AS "to" FROM audit_log WHERE seq > ?')
  const commits = db.prepare('SELECT seq FROM commit_head').pluck()
  const tables = db.prepare('SELECT table_name AS "table", count(DISTINCT record_id) AS count FROM record_version WHERE audit_seq > ? GROUP BY table_name ORDER BY count DESC, table_name')
  const examples = db
    .prepare(`SELECT ${NAME_OF} AS name FROM record_version v WHERE v.audit_seq > @seq AND v.table_name = @table AND ${NAME_OF} <> '' GROUP BY v.record_id ORDER BY max(v.seq) DESC LIMIT @limit`)
    .pluck()
  return {
    /** 之后提交了几次(纪元不同时以审计条数计),从何时到何时;没有为 null。 */
    since: (auditSeq: number, commitSeq: number | null): { readonly commits: number; readonly from: number | null; readonly to: number | null } => {
      const { from, to } = span.get(auditSeq) as { from: number | null; to: number | null }
      return { commits: Math.max(0, (commits.get() as number) - (commitSeq ?? 0)), from, to }
    },
    /** 按表:改过几条,最近几条的名称。 */
    records: (auditSeq: number, limit: number): { readonly table: string; readonly count: number; readonly examples: readonly string[] }[] =>
      (tables.all(auditSeq) as { table: string; count: number }[]).map(({ table, count }) => ({ table, count, examples: examples.all({ seq: auditSeq, table, limit }) as string[] })),
  }
}
