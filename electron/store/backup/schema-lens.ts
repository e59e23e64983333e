import type { Database } from 'better-sqlite3'

const columnsOf = (db: Database, table: string): Set<string> => new Set(db.prepare("SELECT name FROM pragma_table_info(?, 'main')").pluck().all(table) as string[])
/** 审计、版本两条链在后来的版本里多出来的列,以及从前没有它们时的意思。 */
const LATER_COLUMNS = {
  audit_log: { format: '1', epoch: '1', role: "''", machine: "''", clock_doubtful: '0', reason_digest: "''", version_hash: "''" },
  record_version: { digest: 'NULL', hash: 'NULL', erased_at: 'NULL' },
  workspace: { digest_secret: "x''" },
} as const
const LATER_TABLES = { audit_reason: 'audit_seq INTEGER PRIMARY KEY, reason TEXT', record_secret: 'table_name TEXT, record_id TEXT, secret BLOB' } as const

/**
 * 让核对审计链、版本链的程序也读得懂从前版本的库:在这个连接里(只在内存)给缺的表和列补上从前的意思,库文件一个字节不动。
 * 升级之前的备份要在升级之前就核对好,所以不能先升级再核对。
 */
export const wearLens = (db: Database): void => {
  for (const [table, later] of Object.entries(LATER_COLUMNS)) {
    const present = columnsOf(db, table)
    const missing = Object.entries(later).filter(([column]) => !present.has(column))
    if (present.size === 0 || missing.length === 0) continue
    db.exec(`CREATE TEMP VIEW ${table} AS SELECT *, ${missing.map(([column, value]) => `${value} AS ${column}`).join(', ')} FROM main.${table}`)
  }
  for (const [table, columns] of Object.entries(LATER_TABLES)) if (columnsOf(db, table).size === 0) db.exec(`CREATE TEMP TABLE ${table} (${columns})`)
}
