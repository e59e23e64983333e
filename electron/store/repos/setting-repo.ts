import type { Database } from 'better-sqlite3'
import type { Transaction } from '../unit-of-work.ts'

/** 全单位的设置,一项一行 JSON。读出来的由调用者按自己的形状核对。 */
export const createSettingRepo = (db: Database) => {
  const select = db.prepare('SELECT body FROM setting WHERE name = ?').pluck()
  const upsert = db.prepare('INSERT INTO setting (name, body) VALUES (@name, @body) ON CONFLICT (name) DO UPDATE SET rev = rev + 1, body = excluded.body RETURNING rev').pluck()
  return {
    /** 没有这一项为 undefined。 */
    read: (name: string): unknown => {
      const body = select.get(name) as string | undefined
      return body === undefined ? undefined : (JSON.parse(body) as unknown)
    },
    write: (transaction: Transaction, name: string, body: object): void => {
      const rev = upsert.get({ name, body: JSON.stringify(body) }) as number
      const auditSeq = transaction.auditFor({ ownerUnit: null, table: 'setting', recordId: name, detail: { action: 'update', fields: Object.keys(body) } })
      transaction.version({ table: 'setting', recordId: name, rev, auditSeq, body: { name, rev, body: JSON.stringify(body) } })
    },
  }
}
