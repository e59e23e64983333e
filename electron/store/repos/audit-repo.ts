import type { Database } from 'better-sqlite3'
import { containsPattern } from '../like.ts'

export interface AuditFilter {
  /** 毫秒,含。 */
  readonly from: number | null
  /** 毫秒,不含。 */
  readonly until: number | null
  readonly kind: string | null
  readonly actor: string | null
  /** 空串为不限。 */
  readonly search: string
  /** 中文名称里含有要找的字的契约路径、表。 */
  readonly procedures: readonly string[]
  readonly tables: readonly string[]
  /** 看不到这些人做的、也看不到凭三员身份做的;null 为都看得到。 */
  readonly hiddenActors: readonly string[] | null
}

/** 一条审计,连同理由、人名与组织名。 */
export interface AuditRecord {
  readonly seq: number
  readonly format: number
  readonly epoch: number
  readonly at: number
  readonly clockDoubtful: number
  readonly actor: string
  /** 使用人的姓名;不是账号为 null。 */
  readonly actorName: string | null
  readonly role: string
  readonly machine: string
  readonly kind: string
  readonly procedure: string
  readonly ownerUnit: string | null
  readonly unitName: string
  readonly table: string
  readonly recordId: string
  readonly detail: string
  readonly reason: string
  readonly reasonDigest: string
  readonly versionHash: string
  readonly previousHash: string
  readonly hash: string
}

const OFFICERS = "('system_admin', 'security_admin', 'auditor')"
const UNIT_NAME = "coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = a.owner_unit ORDER BY n.to_day IS NULL DESC, n.from_day DESC LIMIT 1), '')"
const LISTED = `FROM audit_log a LEFT JOIN audit_reason r ON r.audit_seq = a.seq LEFT JOIN account c ON c.id = a.actor
  WHERE a.seq > @low AND a.seq <= @high
    AND (@from IS NULL OR a.at >= @from) AND (@until IS NULL OR a.at < @until) AND (@kind IS NULL OR a.kind = @kind) AND (@actor IS NULL OR a.actor = @actor)
    AND (@hidden IS NULL OR a.role NOT IN ${OFFICERS} AND a.actor NOT IN (SELECT value FROM json_each(@hidden)))
    AND (@search = '' OR a.record_id = @search OR a.procedure LIKE @pattern ESCAPE '\\' OR a.machine LIKE @pattern ESCAPE '\\' OR a.detail LIKE @pattern ESCAPE '\\'
      OR a.procedure IN (SELECT value FROM json_each(@procedures)) OR a.table_name IN (SELECT value FROM json_each(@tables))
      OR c.display_name LIKE @pattern ESCAPE '\\' OR r.reason LIKE @pattern ESCAPE '\\' OR ${UNIT_NAME} LIKE @pattern ESCAPE '\\')`

/** 审计的读取:只读,按序号分段,一段一段地查,别的请求插得进来。 */
export const createAuditRepo = (db: Database) => {
  const last = db.prepare('SELECT coalesce(max(seq), 0) FROM audit_log').pluck()
  const count = db.prepare(`SELECT count(*) ${LISTED}`).pluck()
  const rows = db.prepare(
    `SELECT a.seq, a.format, a.epoch, a.at, a.clock_doubtful AS clockDoubtful, a.actor, c.display_name AS actorName, a.role, a.machine, a.kind, a.procedure, a.owner_unit AS ownerUnit, ${UNIT_NAME} AS unitName,
       a.table_name AS "table", a.record_id AS recordId, a.detail, coalesce(r.reason, '') AS reason, a.reason_digest AS reasonDigest, a.version_hash AS versionHash, a.previous_hash AS previousHash, a.hash
     ${LISTED} ORDER BY a.seq DESC LIMIT @limit`,
  )
  const officers = db
    .prepare(
      `SELECT account_id FROM account_grant WHERE role IN ${OFFICERS}
       UNION SELECT v.record_id FROM record_version v, json_each(v.body, '$.grants') g WHERE v.table_name = 'account' AND json_extract(g.value, '$.role') IN ${OFFICERS}`,
    )
    .pluck()
  const accounts = db.prepare('SELECT id AS accountId, display_name AS name FROM account ORDER BY created_at, id')
  const lastOf = db.prepare('SELECT seq, at FROM audit_log WHERE actor = ? AND procedure = ? AND kind = ? ORDER BY seq DESC LIMIT 1')
  const values = ({ hiddenActors, procedures, tables, ...filter }: AuditFilter) => ({
    ...filter,
    pattern: containsPattern(filter.search),
    hidden: hiddenActors === null ? null : JSON.stringify(hiddenActors),
    procedures: JSON.stringify(procedures),
    tables: JSON.stringify(tables),
  })
  return {
    lastSeq: (): number => last.get() as number,
    /** 序号在 (low, high] 的有几条符合。 */
    count: (filter: AuditFilter, low: number, high: number): number => count.get({ ...values(filter), low, high }) as number,
    /** 序号在 (low, high] 的,新的在前。 */
    rows: (filter: AuditFilter, low: number, high: number, limit: number): AuditRecord[] => rows.all({ ...values(filter), low, high, limit }) as AuditRecord[],
    /** 现在是、曾经是三员之一的账号。 */
    officerIds: (): string[] => officers.all() as string[],
    accounts: (): { readonly accountId: string; readonly name: string }[] => accounts.all() as { accountId: string; name: string }[],
    /** 这个人最近一条这样的审计。 */
    lastOf: (actor: string, procedure: string, kind: string): { readonly seq: number; readonly at: number } | null => (lastOf.get(actor, procedure, kind) as { seq: number; at: number } | undefined) ?? null,
  }
}
export type AuditRepo = ReturnType<typeof createAuditRepo>
