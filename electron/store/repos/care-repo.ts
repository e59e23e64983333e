import type { Database } from 'better-sqlite3'
import type { CareFields, CareKind } from '../../../shared/model/care.ts'
import { coversDay } from '../as-of.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface CareRecord {
  readonly id: string
  readonly rev: number
  readonly branchId: string
  readonly branchName: string
  readonly memberId: string | null
  readonly fields: CareFields
}
type Stored = Omit<CareRecord, 'fields'> & CareFields

const SELECT = `SELECT c.id, c.rev, c.branch_id AS branchId, COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = c.branch_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS branchName, c.member_id AS memberId,
  c.kind, c.subject, c.from_day AS fromDay, c.to_day AS toDay, c.code, c.title, c.authority, c.document_number AS documentNumber, c.amount_fen AS amountFen, c.detail FROM care_record c`
const toRecord = ({ id, rev, branchId, branchName, memberId, ...fields }: Stored): CareRecord => ({ id, rev, branchId, branchName, memberId, fields })
const fieldRow = (fields: CareFields): Row => ({ kind: fields.kind, subject: fields.subject, from_day: fields.fromDay, to_day: fields.toDay, code: fields.code, title: fields.title, authority: fields.authority, document_number: fields.documentNumber, amount_fen: fields.amountFen, detail: fields.detail })

/** 关怀和奖惩的读写。 */
export const createCareRepo = (db: Database, nextId: () => string) => {
  const records = createRecordTable(db, 'care_record', ['kind', 'branch_id', 'member_id', 'subject', 'from_day', 'to_day', 'code', 'title', 'authority', 'document_number', 'amount_fen', 'detail', 'created_at', 'updated_at', 'deleted_at'])
  const list = db.prepare(`${SELECT} WHERE c.deleted_at IS NULL AND c.kind = @kind AND c.branch_id IN (SELECT value FROM json_each(@branchIds)) ORDER BY c.from_day DESC, c.id DESC`)
  const ofMember = db.prepare(`${SELECT} WHERE c.deleted_at IS NULL AND c.member_id = @memberId ORDER BY c.from_day DESC, c.id DESC`)
  const one = db.prepare(`${SELECT} WHERE c.id = @id AND c.deleted_at IS NULL`)
  // 党籍停止自哪天起:现行的一条。
  const stopped = db.prepare("SELECT s.member_id AS memberId, s.from_day AS sinceDay, m.name, m.owner_unit AS branchId FROM member_state s JOIN member m ON m.id = s.member_id WHERE s.state = 'stopped' AND s.to_day IS NULL AND m.deleted_at IS NULL AND m.owner_unit IN (SELECT value FROM json_each(@branchIds))")
  return {
    list: (kind: CareKind, branchIds: readonly string[], day: string): CareRecord[] => (list.all({ kind, branchIds: JSON.stringify(branchIds), day }) as Stored[]).map(toRecord),
    ofMember: (memberId: string, day: string): CareRecord[] => (ofMember.all({ memberId, day }) as Stored[]).map(toRecord),
    read: (id: string, day: string): CareRecord | null => {
      const row = one.get({ id, day }) as Stored | undefined
      return row === undefined ? null : toRecord(row)
    },
    stopped: (branchIds: readonly string[]): { readonly memberId: string; readonly sinceDay: string; readonly name: string; readonly branchId: string }[] => stopped.all({ branchIds: JSON.stringify(branchIds) }) as { memberId: string; sinceDay: string; name: string; branchId: string }[],
    add: (transaction: Transaction, branchId: string, memberId: string | null, fields: CareFields): string => {
      const id = nextId()
      records.insert(transaction, { id, owner_unit: branchId, branch_id: branchId, member_id: memberId, ...fieldRow(fields), created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      return id
    },
    /** @throws RecordMissing / RecordStale */
    save: (transaction: Transaction, id: string, rev: number, fields: CareFields): void => void records.update(transaction, id, rev, { ...fieldRow(fields), updated_at: transaction.at }),
    remove: (transaction: Transaction, id: string, rev: number): void => void records.update(transaction, id, rev, { deleted_at: transaction.at, updated_at: transaction.at }, { action: 'remove' }),
  }
}
export type CareRepo = ReturnType<typeof createCareRepo>
