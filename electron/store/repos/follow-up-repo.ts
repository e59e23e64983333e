import type { Database } from 'better-sqlite3'
import type { FollowUp, FollowUpKind, FollowUpState } from '../../../shared/model/follow-up.ts'
import { coversDay } from '../as-of.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export type FollowUpRecord = Omit<FollowUp, 'isOverdue'>

/** 出处里的一项,办结时交来。 */
export interface FollowUpItem {
  readonly itemId: string
  readonly kind: FollowUpKind
  readonly problem: string
  readonly text: string
  readonly owner: string
  readonly dueOn: string | null
}
export interface FollowUpSource {
  readonly table: string
  readonly id: string
  readonly branchId: string
  /** 提出之日:开会、检查那天。 */
  readonly raisedOn: string
}
interface Kept extends FollowUpItem {
  readonly id: string
  readonly state: FollowUpState
}

const COLUMNS = ['branch_id', 'source_table', 'source_id', 'item_id', 'kind', 'problem', 'text', 'owner', 'due_on', 'extended_to', 'state', 'result', 'closed_on', 'raised_on', 'created_at', 'updated_at', 'deleted_at'] as const
const SELECT = `SELECT f.id, f.rev, f.branch_id AS branchId, COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = f.branch_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS branchName,
  f.source_table AS sourceTable, f.source_id AS sourceId, COALESCE((SELECT m.title FROM meeting m WHERE f.source_table = 'meeting' AND m.id = f.source_id), (SELECT e.title FROM register_entry e WHERE f.source_table = 'register_entry' AND e.id = f.source_id), '') AS sourceTitle,
  f.kind, f.problem, f.text, f.owner, f.due_on AS dueOn, f.extended_to AS extendedTo, f.raised_on AS raisedOn, f.state, f.result, f.closed_on AS closedOn FROM follow_up f`
/** 在办的先到期的在前,没有期限的随后;销了号的新的在前。 */
const ORDER = "ORDER BY f.state <> 'open', CASE WHEN f.state = 'open' THEN coalesce(f.extended_to, f.due_on, '9999') ELSE '' END, f.closed_on DESC, f.raised_on DESC, f.id"

/** 督办事项的读写。 */
export const createFollowUpRepo = (db: Database, nextId: () => string) => {
  const table = createRecordTable(db, 'follow_up', COLUMNS)
  const list = db.prepare(`${SELECT} WHERE f.deleted_at IS NULL AND f.branch_id IN (SELECT value FROM json_each(@branchIds)) AND (@state IS NULL OR f.state = @state) AND (@year IS NULL OR substr(f.raised_on, 1, 4) = @year) ${ORDER}`)
  const one = db.prepare(`${SELECT} WHERE f.id = @id AND f.deleted_at IS NULL`)
  const kept = db.prepare('SELECT id, rev, item_id AS itemId, kind, problem, text, owner, due_on AS dueOn, state FROM follow_up WHERE source_table = @table AND source_id = @id AND deleted_at IS NULL')
  const hidden = db.prepare('SELECT id, item_id AS itemId FROM follow_up WHERE source_table = @table AND source_id = @id AND deleted_at IS NOT NULL')

  const change = (transaction: Transaction, id: string, rev: number | null, changes: Row, action: string, reason?: string): void =>
    void table.update(transaction, id, rev, { ...changes, updated_at: transaction.at }, { action, ...(reason === undefined ? {} : { reason }) })
  return {
    list: (branchIds: readonly string[], filter: { readonly state: FollowUpState | null; readonly year: number | null }, day: string): FollowUpRecord[] =>
      list.all({ branchIds: JSON.stringify(branchIds), state: filter.state, year: filter.year === null ? null : String(filter.year), day }) as FollowUpRecord[],
    read: (id: string, day: string): FollowUpRecord | null => (one.get({ id, day }) as FollowUpRecord | undefined) ?? null,
    /**
     * 出处办结:新的各项立案,在办的照出处改,出处里没有了的、在办的收走;已销号的不动。
     */
    sync: (transaction: Transaction, source: FollowUpSource, items: readonly FollowUpItem[]): void => {
      const before = new Map((kept.all({ table: source.table, id: source.id }) as Kept[]).map((row) => [row.itemId, row]))
      const former = new Map((hidden.all({ table: source.table, id: source.id }) as { id: string; itemId: string }[]).map((row) => [row.itemId, row.id]))
      for (const { itemId, kind, problem, text, owner, dueOn } of items) {
        const columns: Row = { kind, problem, text, owner, due_on: dueOn, raised_on: source.raisedOn }
        const existing = before.get(itemId)
        before.delete(itemId)
        const returning = former.get(itemId)
        if (existing !== undefined) {
          if (existing.state === 'open') change(transaction, existing.id, null, columns, 'follow')
        } else if (returning !== undefined) change(transaction, returning, null, { ...columns, deleted_at: null }, 'follow')
        else {
          const row: Row = { id: nextId(), owner_unit: source.branchId, branch_id: source.branchId, source_table: source.table, source_id: source.id, item_id: itemId, ...columns, extended_to: null, state: 'open', result: '', closed_on: null, created_at: transaction.at, updated_at: transaction.at, deleted_at: null }
          table.insert(transaction, row)
        }
      }
      for (const { id, state } of before.values()) if (state === 'open') change(transaction, id, null, { deleted_at: transaction.at }, 'remove')
    },
    /** 一处出处的全部事项。 */
    ofSource: (table: string, id: string): { readonly id: string; readonly rev: number; readonly dueOn: string | null; readonly state: FollowUpState }[] => (kept.all({ table, id }) as (Kept & { rev: number })[]).map(({ id: item, rev, dueOn, state }) => ({ id: item, rev, dueOn, state })),
    /** @throws RecordMissing / RecordStale */
    change,
  }
}
