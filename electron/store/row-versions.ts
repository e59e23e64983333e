import type { Database } from 'better-sqlite3'
import type { Transaction } from './unit-of-work.ts'
import { coveredTable } from './verify/covered-tables.ts'
import { createRowBodies } from './verify/row-body.ts'

/**
 * 不走 record-table.ts 的表的版本:写完之后调用,照库里现在的整行(连同下级行)记一个版本,样子由核对的清单定。
 * 在变动的同一事务里。
 */
export const createRowVersions = (db: Database, table: string) => {
  const covered = coveredTable(table)
  const bodies = createRowBodies(db, covered)
  const lastRev = db.prepare('SELECT coalesce(max(rev), 0) FROM record_version WHERE table_name = ? AND record_id = ?').pluck()
  return {
    /** @param extra 正文里另带的,不是列。 */
    record: (transaction: Pick<Transaction, 'version'>, id: string | number, auditSeq: number, extra: Readonly<Record<string, unknown>> = {}): void => {
      const row = bodies.read(id)
      if (row === undefined) throw new Error(`no row in ${table} to record`)
      const recordId = String(id)
      const { rev } = row
      // 没有修订号的表,版本自己数。
      transaction.version({ table, recordId, rev: typeof rev === 'number' ? rev : (lastRev.get(table, recordId) as number) + 1, auditSeq, body: { ...extra, ...bodies.bodyOf(row) } })
    },
  }
}
