import type { Database } from 'better-sqlite3'
import type { Submission, SubmissionState } from '../../../shared/model/submission.ts'
import { coversDay } from '../as-of.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const COLUMNS = ['branch_id', 'definition_key', 'year', 'state', 'submitted_on', 'reviewed_on', 'reviewer', 'opinion', 'returned_count', 'return_due_on', 'created_at', 'updated_at'] as const
/** 没报过的支部也有一行:从支部数起。那一年是不是支部,照最后的种类与撤销日。 */
const SELECT = `SELECT s.id, COALESCE(s.rev, 0) AS rev, o.id AS branchId, COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = o.id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS branchName,
  @key AS definitionKey, CAST(@year AS INTEGER) AS year,
  (SELECT count(*) FROM register_entry e WHERE e.branch_id = o.id AND e.definition_key = @key AND e.deleted_at IS NULL AND substr(e.day, 1, 4) = @yearText) AS entries,
  COALESCE(s.state, 'none') AS state, s.submitted_on AS submittedOn, s.reviewed_on AS reviewedOn, COALESCE(s.reviewer, '') AS reviewer, COALESCE(s.opinion, '') AS opinion, COALESCE(s.returned_count, 0) AS returnedCount, s.return_due_on AS returnDueOn
  FROM organisation o LEFT JOIN register_submission s ON s.branch_id = o.id AND s.definition_key = @key AND s.year = @year`

/** 年度既按数比,也按文字比(驱动把数当小数绑)。 */
const about = (key: string, year: number, day: string) => ({ key, year, yearText: String(year), day })

interface Review {
  readonly state: Extract<SubmissionState, 'approved' | 'returned'>
  readonly day: string
  readonly reviewer: string
  readonly opinion: string
  readonly returnedCount: number
  readonly returnDueOn: string | null
}

/** 一年一报的登记:报到哪一步。 */
export const createSubmissionRepo = (db: Database, nextId: () => string) => {
  const table = createRecordTable(db, 'register_submission', COLUMNS)
  const list = db.prepare(`${SELECT} WHERE o.id IN (SELECT value FROM json_each(@branchIds)) AND o.deleted_at IS NULL AND ((o.kind = 'branch' AND (o.founded_on IS NULL OR substr(o.founded_on, 1, 4) <= @yearText) AND (o.revoked_on IS NULL OR substr(o.revoked_on, 1, 4) >= @yearText)) OR s.id IS NOT NULL) ORDER BY o.sort_order, o.code, o.id`)
  const one = db.prepare(`${SELECT} WHERE o.id = @branchId`)
  const head = db.prepare('SELECT branch_id AS branchId, definition_key AS definitionKey, year FROM register_submission WHERE id = ?')
  const update = (transaction: Transaction, id: string, rev: number, action: string, changes: Row, reason?: string): void =>
    void table.update(transaction, id, rev, { ...changes, updated_at: transaction.at }, { action, ...(reason === undefined ? {} : { reason }) })
  return {
    list: (definitionKey: string, branchIds: readonly string[], year: number, day: string): Submission[] => list.all({ ...about(definitionKey, year, day), branchIds: JSON.stringify(branchIds) }) as Submission[],
    of: (definitionKey: string, branchId: string, year: number, day: string): Submission | null => (one.get({ ...about(definitionKey, year, day), branchId }) as Submission | undefined) ?? null,
    /** 一行是哪个支部哪一年的哪一本。 */
    head: (id: string): { readonly branchId: string; readonly definitionKey: string; readonly year: number } | null => (head.get(id) as { branchId: string; definitionKey: string; year: number } | undefined) ?? null,
    /** 头一次上报加一行;再报的换状态。@throws RecordStale */
    submit: (transaction: Transaction, before: Submission, rev: number, day: string): void => {
      if (before.id !== null) return update(transaction, before.id, rev, 'submit', { state: 'submitted', submitted_on: day, return_due_on: null })
      table.insert(transaction, { id: nextId(), owner_unit: before.branchId, branch_id: before.branchId, definition_key: before.definitionKey, year: before.year, state: 'submitted', submitted_on: day, reviewed_on: null, reviewer: '', opinion: '', returned_count: 0, return_due_on: null, created_at: transaction.at, updated_at: transaction.at })
    },
    /** @throws RecordMissing / RecordStale */
    review: (transaction: Transaction, id: string, rev: number, { state, day, reviewer, opinion, returnedCount, returnDueOn }: Review): void =>
      update(transaction, id, rev, state === 'returned' ? 'return' : 'approve', { state, reviewed_on: day, reviewer, opinion, returned_count: returnedCount, return_due_on: returnDueOn }, state === 'returned' ? opinion : undefined),
    /** @throws RecordMissing / RecordStale */
    reopen: (transaction: Transaction, id: string, rev: number, reason: string): void => update(transaction, id, rev, 'reopen', { state: 'reopened' }, reason),
  }
}
export type SubmissionRepo = ReturnType<typeof createSubmissionRepo>
