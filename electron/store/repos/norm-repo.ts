import type { Database } from 'better-sqlite3'
import { normsFrom, type Norms } from '../../../shared/data/norms/norm-registry.ts'
import { RecordStale } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface StoredNorm {
  readonly rev: number
  readonly value: string
  readonly basis: string
  readonly changedAt: number
  readonly changedBy: string
}

/** 改过的数。 */
export const createNormRepo = (db: Database) => {
  const value = db.prepare("SELECT value FROM norm_setting WHERE key = ? AND value <> ''").pluck()
  const select = db.prepare('SELECT rev, value, basis, changed_at AS changedAt, changed_by AS changedBy FROM norm_setting WHERE key = ?')
  const upsert = db.prepare(
    'INSERT INTO norm_setting (key, rev, value, basis, changed_at, changed_by) VALUES (@key, 1, @value, @basis, @changed_at, @changed_by) ON CONFLICT (key) DO UPDATE SET rev = rev + 1, value = excluded.value, basis = excluded.basis, changed_at = excluded.changed_at, changed_by = excluded.changed_by',
  )
  const read = (key: string): StoredNorm | undefined => select.get(key) as StoredNorm | undefined
  const normValue: Norms = normsFrom((key) => value.get(key) as string | undefined)
  return {
    /** 现行的数:改过的用改过的,没改的用缺省。 */
    normValue,
    /** 从没改过为 undefined;改回缺省的 value 为空串。 */
    read,
    /**
     * @param rev 调用者看到的修订号;从没改过的为 0。
     * @param text 空串为改回缺省。
     * @throws RecordStale
     */
    write: (transaction: Transaction, key: string, rev: number, text: string, basis: string): void => {
      const before = read(key)
      if ((before?.rev ?? 0) !== rev) throw new RecordStale(before?.rev ?? 1)
      upsert.run({ key, value: text, basis, changed_at: transaction.at, changed_by: transaction.actor })
      const auditSeq = transaction.auditFor({ ownerUnit: null, table: 'norm_setting', recordId: key, detail: { action: text === '' ? 'reset' : 'update', fields: ['value', 'basis'] } })
      transaction.version({ table: 'norm_setting', recordId: key, rev: rev + 1, auditSeq, body: { key, rev: rev + 1, value: text, basis, changed_at: transaction.at, changed_by: transaction.actor } })
    },
  }
}
