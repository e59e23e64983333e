import type { Database } from 'better-sqlite3'
import { createHash } from 'node:crypto'

export interface AuditEntry {
  readonly at: number
  readonly actor: string
  readonly kind: string
  readonly procedure: string
  readonly ownerUnit: string | null
  readonly table: string
  readonly recordId: string
  /** 不含个人值:只放动作、字段名、条数之类。 */
  readonly detail: Readonly<Record<string, unknown>>
}

const GENESIS = '0'.repeat(64)

const digest = (previous: string, parts: readonly unknown[]): string => createHash('sha256').update(previous).update('\n').update(JSON.stringify(parts)).digest('hex')

/** 审计表的追加器:每条摘要含上一条的摘要,中间抽掉或改动任何一条都对不上。必须在变动的同一事务里调用。 */
export const createAuditChain = (db: Database) => {
  const last = db.prepare('SELECT hash FROM audit_log ORDER BY seq DESC LIMIT 1').pluck()
  const insert = db.prepare(
    'INSERT INTO audit_log (at, actor, kind, procedure, owner_unit, table_name, record_id, detail, previous_hash, hash) VALUES (@at, @actor, @kind, @procedure, @ownerUnit, @table, @recordId, @detail, @previous, @hash)',
  )
  return {
    /** @returns 审计序号。 */
    append: (entry: AuditEntry): number => {
      const previous = (last.get() as string | undefined) ?? GENESIS
      const detail = JSON.stringify(entry.detail)
      const hash = digest(previous, [entry.at, entry.actor, entry.kind, entry.procedure, entry.ownerUnit, entry.table, entry.recordId, detail])
      return Number(insert.run({ ...entry, detail, previous, hash }).lastInsertRowid)
    },
  }
}

/**
 * 从头核对整条链。序号须连续(回滚的不占号),最后一条须是发过的最大序号,所以从末尾抽掉也看得出。
 *
 * @returns 第一处对不上的序号;全部相符返回 null。
 */
export const findBrokenAudit = (db: Database): number | null => {
  let previous = GENESIS
  let expected = 1
  const rows = db.prepare('SELECT seq, at, actor, kind, procedure, owner_unit, table_name, record_id, detail, previous_hash, hash FROM audit_log ORDER BY seq').raw().iterate() as IterableIterator<[number, number, string, string, string, string | null, string, string, string, string, string]>
  for (const [seq, at, actor, kind, procedure, ownerUnit, table, recordId, detail, storedPrevious, hash] of rows) {
    if (seq !== expected) return expected
    if (storedPrevious !== previous || hash !== digest(previous, [at, actor, kind, procedure, ownerUnit, table, recordId, detail])) return seq
    previous = hash
    expected += 1
  }
  const issued = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'").pluck().get() as number | undefined
  return (issued ?? 0) >= expected ? expected : null
}
