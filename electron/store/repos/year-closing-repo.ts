import type { Database } from 'better-sqlite3'
import type { ClosedFile, YearClosing } from '../../../shared/model/year-closing.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

type YearClosingRecord = YearClosing & { readonly archiveBlob: string; readonly branchId: string }

const SELECT = `SELECT c.id, c.rev, c.branch_id AS branchId, c.year, c.pages, c.files, c.archive_name AS archiveName, c.archive_blob AS archiveBlob, c.closed_at AS closedAt, COALESCE(a.display_name, '') AS closedBy,
  c.reopened_at AS reopenedAt, COALESCE(b.display_name, '') AS reopenedBy, c.reopen_reason AS reopenReason
  FROM year_closing c LEFT JOIN account a ON a.id = c.closed_by LEFT JOIN account b ON b.id = c.reopened_by`
type Stored = Omit<YearClosingRecord, 'files'> & { readonly files: string }
const toRecord = ({ files, ...rest }: Stored): YearClosingRecord => ({ ...rest, files: JSON.parse(files) as ClosedFile[] }) // 由下面的 close 写入

/** 年度封存。 */
export const createYearClosingRepo = (db: Database) => {
  const closings = createRecordTable(db, 'year_closing', ['branch_id', 'year', 'pages', 'files', 'archive_name', 'archive_blob', 'closed_at', 'closed_by', 'reopened_at', 'reopened_by', 'reopen_reason'])
  const ofBranch = db.prepare(`${SELECT} WHERE c.branch_id = ? ORDER BY c.year DESC, c.closed_at DESC, c.id DESC`)
  const standing = db.prepare('SELECT 1 FROM year_closing WHERE branch_id = ? AND year = ? AND reopened_at IS NULL').pluck()
  return {
    ofBranch: (branchId: string): YearClosingRecord[] => (ofBranch.all(branchId) as Stored[]).map(toRecord),
    isClosed: (branchId: string, year: number): boolean => standing.get(branchId, year) === 1,
    close: (transaction: Transaction, given: { readonly id: string; readonly branchId: string; readonly year: number; readonly pages: number; readonly files: readonly ClosedFile[]; readonly archiveName: string; readonly archiveBlob: string; readonly actor: string }): void => {
      closings.insert(transaction, { id: given.id, owner_unit: given.branchId, branch_id: given.branchId, year: given.year, pages: given.pages, files: JSON.stringify(given.files), archive_name: given.archiveName, archive_blob: given.archiveBlob, closed_at: transaction.at, closed_by: given.actor, reopened_at: null, reopened_by: '', reopen_reason: '' })
    },
    /** @throws RecordMissing / RecordStale */
    reopen: (transaction: Transaction, id: string, rev: number, actor: string, reason: string): void => void closings.update(transaction, id, rev, { reopened_at: transaction.at, reopened_by: actor, reopen_reason: reason }, { action: 'reopen', reason }),
  }
}
