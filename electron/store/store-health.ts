import { findBrokenAudit } from './audit-chain.ts'
import { LATEST_VERSION } from './migrate.ts'
import type { Store } from './open-store.ts'

export interface StoreHealth {
  /** 数据文件的毛病;没有为空。 */
  readonly integrity: readonly string[]
  /** 指向不存在的行的引用,按表计数。 */
  readonly foreignKeys: readonly { readonly table: string; readonly count: number }[]
  /** 审计链第一处对不上的序号;全部相符为 null。 */
  readonly brokenAuditAt: number | null
  /** 审计条数。 */
  readonly rows: number
  readonly schemaVersion: number
  readonly knownVersion: number
  readonly sqliteVersion: string
}

/** 全面检查一个打开着的库;只读,不修。 */
export const readStoreHealth = ({ db }: Store): StoreHealth => {
  const integrity = (db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const orphans = Map.groupBy(db.pragma('foreign_key_check') as { table: string }[], ({ table }) => table)
  return {
    integrity,
    foreignKeys: [...orphans].map(([table, rows]) => ({ table, count: rows.length })),
    brokenAuditAt: findBrokenAudit(db),
    rows: db.prepare('SELECT count(*) FROM audit_log').pluck().get() as number,
    schemaVersion: db.pragma('user_version', { simple: true }) as number,
    knownVersion: LATEST_VERSION,
    sqliteVersion: db.prepare('SELECT sqlite_version()').pluck().get() as string,
  }
}
