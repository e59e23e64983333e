import type { Database } from 'better-sqlite3'
import type { TransferDirection, TransferFields, TransferState } from '../../../shared/model/transfer.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface TransferRecord {
  readonly id: string
  readonly rev: number
  readonly direction: TransferDirection
  readonly year: number
  readonly memberId: string | null
  readonly fromBranchId: string | null
  readonly toBranchId: string | null
  readonly sentOn: string | null
  readonly receivedOn: string | null
  readonly receipt: string
  readonly state: TransferState
  readonly stateReason: string
  readonly fields: TransferFields
}
type Stored = Omit<TransferRecord, 'fields'> & TransferFields

const SELECT = `SELECT t.id, t.rev, t.direction, t.year, t.member_id AS memberId, t.from_branch_id AS fromBranchId, t.to_branch_id AS toBranchId, t.sent_on AS sentOn, t.received_on AS receivedOn, t.receipt, t.state, t.state_reason AS stateReason,
  t.scope, t.number, t.name, t.member_type AS memberType, t.from_name AS fromName, t.to_title AS toTitle, t.to_name AS toName, t.reason, t.dues_paid_until AS duesPaidUntil, t.valid_days AS validDays, t.issued_on AS issuedOn, t.handled_by AS handledBy, t.note FROM transfer_letter t`
const toRecord = ({ id, rev, direction, year, memberId, fromBranchId, toBranchId, sentOn, receivedOn, receipt, state, stateReason, ...fields }: Stored): TransferRecord => ({ id, rev, direction, year, memberId, fromBranchId, toBranchId, sentOn, receivedOn, receipt, state, stateReason, fields })
const fieldRow = (fields: TransferFields): Row => ({
  scope: fields.scope,
  number: fields.number,
  name: fields.name,
  member_type: fields.memberType,
  from_name: fields.fromName,
  to_title: fields.toTitle,
  to_name: fields.toName,
  reason: fields.reason,
  dues_paid_until: fields.duesPaidUntil,
  valid_days: fields.validDays,
  issued_on: fields.issuedOn,
  handled_by: fields.handledBy,
  note: fields.note,
})
const COLUMNS = ['direction', 'scope', 'year', 'serial', 'number', 'member_id', 'name', 'member_type', 'from_branch_id', 'from_name', 'to_branch_id', 'to_title', 'to_name', 'reason', 'dues_paid_until', 'valid_days', 'issued_on', 'sent_on', 'received_on', 'receipt', 'handled_by', 'state', 'state_reason', 'note', 'created_at', 'updated_at']

/** 组织关系介绍信的读写。归属(owner_unit)是本方的支部。 */
export const createTransferRepo = (db: Database, nextId: () => string) => {
  const records = createRecordTable(db, 'transfer_letter', COLUMNS)
  const list = db.prepare(`${SELECT} WHERE t.owner_unit IN (SELECT value FROM json_each(@branchIds)) AND (@direction IS NULL OR t.direction = @direction) AND (@openOnly = 0 OR t.state NOT IN ('archived', 'returned')) ORDER BY COALESCE(t.issued_on, '9999') DESC, t.id DESC`)
  const one = db.prepare(`${SELECT} WHERE t.id = ?`)
  const openOut = db.prepare("SELECT 1 FROM transfer_letter WHERE member_id = ? AND direction = 'out' AND state IN ('draft', 'issued', 'in_transit', 'suspended')").pluck()
  const lastSerial = db.prepare('SELECT COALESCE(max(serial), 0) FROM transfer_letter WHERE year = ?').pluck()
  return {
    list: (query: { readonly branchIds: readonly string[]; readonly direction: TransferDirection | null; readonly openOnly: boolean }): TransferRecord[] =>
      (list.all({ branchIds: JSON.stringify(query.branchIds), direction: query.direction, openOnly: query.openOnly ? 1 : 0 }) as Stored[]).map(toRecord),
    read: (id: string): TransferRecord | null => {
      const row = one.get(id) as Stored | undefined
      return row === undefined ? null : toRecord(row)
    },
    /** 这个人有没有还没办完的转出。 */
    hasOpenOut: (memberId: string): boolean => openOut.get(memberId) === 1,
    /** 当年用到几号。 */
    lastSerial: (year: number): number => lastSerial.get(year) as number,
    add: (transaction: Transaction, given: { readonly direction: TransferDirection; readonly year: number; readonly ownerUnit: string; readonly memberId: string | null; readonly fromBranchId: string | null; readonly toBranchId: string | null; readonly fields: TransferFields }): string => {
      const id = nextId()
      records.insert(transaction, { id, owner_unit: given.ownerUnit, direction: given.direction, year: given.year, serial: null, member_id: given.memberId, from_branch_id: given.fromBranchId, to_branch_id: given.toBranchId, ...fieldRow(given.fields), sent_on: null, received_on: null, receipt: '', state: 'draft', state_reason: '', created_at: transaction.at, updated_at: transaction.at })
      return id
    },
    /** @throws RecordMissing / RecordStale */
    saveFields: (transaction: Transaction, id: string, rev: number, fields: TransferFields): void => void records.update(transaction, id, rev, { ...fieldRow(fields), updated_at: transaction.at }),
    change: (transaction: Transaction, id: string, rev: number, changes: Row): void => void records.update(transaction, id, rev, { ...changes, updated_at: transaction.at }),
  }
}
