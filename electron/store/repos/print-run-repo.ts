import type { Database } from 'better-sqlite3'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 纸面上的一张:印在第几页、内容的指纹。 */
export interface PrintedLeaf {
  readonly key: string
  readonly title: string
  /** 同一叠的第一张。 */
  readonly group: string
  readonly fingerprint: string
  readonly labels: readonly string[]
}
/** 一次打印之后,整本册子在纸面上的样子。 */
export interface PrintedVolume {
  readonly cover: string
  readonly contents: string
  readonly leaves: readonly PrintedLeaf[]
}
export interface PrintRunRecord {
  readonly id: string
  readonly kind: 'volume' | 'changes'
  readonly pages: number
  readonly printedAt: number
  /** 当地那天。 */
  readonly printedOn: string
  readonly printedBy: string
  readonly volume: PrintedVolume
}

/** 打印过的册子,只添不改。 */
export const createPrintRunRepo = (db: Database) => {
  const runs = createRecordTable(db, 'print_run', ['branch_id', 'year', 'kind', 'pages', 'printed_at', 'printed_by', 'body'])
  const last = db.prepare(
    `SELECT p.id, p.kind, p.pages, p.printed_at AS printedAt, date(p.printed_at / 1000, 'unixepoch', 'localtime') AS printedOn, COALESCE(a.display_name, '') AS printedBy, p.body FROM print_run p LEFT JOIN account a ON a.id = p.printed_by
     WHERE p.branch_id = ? AND p.year = ? ORDER BY p.printed_at DESC, p.id DESC LIMIT 1`,
  )
  return {
    /** 最近一次;没有打印过为 null。 */
    last: (branchId: string, year: number): PrintRunRecord | null => {
      const row = last.get(branchId, year) as (Omit<PrintRunRecord, 'volume'> & { readonly body: string }) | undefined
      if (row === undefined) return null
      const { body, ...rest } = row
      return { ...rest, volume: JSON.parse(body) as PrintedVolume } // 由下面的 add 写入
    },
    add: (transaction: Transaction, given: { readonly id: string; readonly branchId: string; readonly year: number; readonly kind: PrintRunRecord['kind']; readonly pages: number; readonly actor: string; readonly volume: PrintedVolume }): void => {
      runs.insert(transaction, { id: given.id, owner_unit: given.branchId, branch_id: given.branchId, year: given.year, kind: given.kind, pages: given.pages, printed_at: transaction.at, printed_by: given.actor, body: JSON.stringify(given.volume) })
    },
  }
}
