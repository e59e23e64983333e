import { LATEST_VERSION } from './migrate.ts'
import type { Store } from './open-store.ts'
import type { AlteredRecords } from './verify/record-steps.ts'
import { verifyStore } from './verify/verify-store.ts'

export interface StoreHealth {
  /** 数据文件的毛病;没有为空。 */
  readonly integrity: readonly string[]
  /** 指向不存在的行的引用,按表计数。 */
  readonly foreignKeys: readonly { readonly table: string; readonly count: number }[]
  /** 审计链第一处对不上的序号;全部相符为 null。 */
  readonly brokenAuditAt: number | null
  /** 版本链第一处对不上的序号;全部相符为 null。 */
  readonly brokenVersionAt: number | null
  /** 与最后一个版本不符的记录:有人绕过程序改过。 */
  readonly altered: readonly AlteredRecords[]
  /** 审计条数。 */
  readonly rows: number
  /** 版本条数。 */
  readonly versions: number
  /** 链头,64 个十六进制字。 */
  readonly head: string
  readonly schemaVersion: number
  readonly knownVersion: number
  readonly sqliteVersion: string
}

/** 全面检查一个打开着的库;只读,不修。 */
export const readStoreHealth = ({ db }: Store): StoreHealth => {
  const integrity = (db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((line) => line !== 'ok')
  const orphans = Map.groupBy(db.pragma('foreign_key_check') as { table: string }[], ({ table }) => table)
  const { brokenAuditAt, brokenVersionAt, altered, rows, versions, head } = verifyStore(db)
  return {
    integrity,
    foreignKeys: [...orphans].map(([table, rows]) => ({ table, count: rows.length })),
    brokenAuditAt,
    brokenVersionAt,
    altered,
    rows,
    versions,
    head,
    schemaVersion: db.pragma('user_version', { simple: true }) as number,
    knownVersion: LATEST_VERSION,
    sqliteVersion: db.prepare('SELECT sqlite_version()').pluck().get() as string,
  }
}

/** 数据、引用、审计、版本样样完好。 */
export const isSoundHealth = ({ integrity, foreignKeys, brokenAuditAt, brokenVersionAt, altered }: StoreHealth): boolean => integrity.length === 0 && foreignKeys.length === 0 && brokenAuditAt === null && brokenVersionAt === null && altered.length === 0
