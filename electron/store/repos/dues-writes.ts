import type { Database } from 'better-sqlite3'
import type { AssessmentFields, DonationFields, DuesRuleBody, EntryFields, ExemptionFields, HandoverFields, ItemAmount } from '../../../shared/model/dues.ts'
import { createRecordTable, RecordStale, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

const entryRow = (fields: EntryFields): Row => ({
  paid_fen: fields.paidFen,
  paid_on: fields.paidOn,
  method: fields.method,
  proxy_name: fields.proxyName,
  receipt_number: fields.receiptNumber,
  handler: fields.handler,
  place: fields.place,
  note: fields.note,
})
const donationRow = (fields: DonationFields): Row => ({ member_id: fields.memberId, paid_on: fields.paidOn, amount_fen: fields.amountFen, forwarded_on: fields.forwardedOn, receipt_number: fields.receiptNumber, note: fields.note })
const handoverRow = (fields: HandoverFields): Row => ({
  from_month: fields.fromMonth,
  to_month: fields.toMonth,
  handed_on: fields.handedOn,
  amount_fen: fields.amountFen,
  payer_name: fields.payerName,
  receiver_name: fields.receiverName,
  receipt_number: fields.receiptNumber,
  note: fields.note,
})
const inOrder = (amounts: readonly ItemAmount[]): ItemAmount[] => amounts.map(({ itemCode, direction, amountFen }) => ({ itemCode, direction, amountFen })).sort((a, b) => (a.itemCode < b.itemCode ? -1 : a.itemCode > b.itemCode ? 1 : 0))

/** 能撤回的三种:撤了的留着,不再算。 */
export type Withdrawable = 'dues_assessment' | 'dues_exemption' | 'dues_donation' | 'dues_handover'

/** 党费的写入:一行一个版本;审计里只有字段名,没有金额。 */
export const createDuesWrites = (db: Database, nextId: () => string) => {
  const rules = createRecordTable(db, 'dues_rule', ['from_month', 'body', 'basis', 'created_at', 'updated_at'])
  const assessments = createRecordTable(db, 'dues_assessment', ['member_id', 'payer_category', 'changed_from', 'base_fen', 'fixed_fen', 'assessed_on', 'confirmed_on', 'note', 'created_at', 'updated_at', 'withdrawn_at'])
  const exemptions = createRecordTable(db, 'dues_exemption', ['member_id', 'from_month', 'to_month', 'amount_fen', 'reason', 'decided_on', 'approved_by', 'approved_on', 'created_at', 'updated_at', 'withdrawn_at'])
  const entries = createRecordTable(db, 'dues_entry', ['branch_id', 'member_id', 'month', 'due_fen', 'paid_fen', 'paid_on', 'method', 'proxy_name', 'receipt_number', 'handler', 'place', 'note', 'created_at', 'updated_at'])
  const donations = createRecordTable(db, 'dues_donation', ['branch_id', 'member_id', 'paid_on', 'amount_fen', 'forwarded_on', 'receipt_number', 'note', 'created_at', 'updated_at', 'withdrawn_at'])
  const handovers = createRecordTable(db, 'dues_handover', ['organisation_id', 'from_month', 'to_month', 'handed_on', 'amount_fen', 'payer_name', 'receiver_name', 'receipt_number', 'note', 'created_at', 'updated_at', 'withdrawn_at'])
  const tables = { dues_assessment: assessments, dues_exemption: exemptions, dues_donation: donations, dues_handover: handovers }
  const selectAmounts = db.prepare('SELECT item_code AS itemCode, direction, amount_fen AS amountFen FROM dues_assessment_amount WHERE assessment_id = ? ORDER BY item_code')
  const dropAmounts = db.prepare('DELETE FROM dues_assessment_amount WHERE assessment_id = ?')
  const addAmount = db.prepare('INSERT INTO dues_assessment_amount (assessment_id, item_code, direction, amount_fen) VALUES (@id, @itemCode, @direction, @amountFen)')
  const entryAt = db.prepare('SELECT id, rev FROM dues_entry WHERE branch_id = ? AND member_id = ? AND month = ?')
  const fresh = (transaction: Transaction, ownerUnit: string): Row => ({ id: nextId(), owner_unit: ownerUnit, created_at: transaction.at, updated_at: transaction.at })

  return {
    saveRule: (transaction: Transaction, ownerUnit: string, id: string | null, rev: number, rule: { readonly fromMonth: string; readonly basis: string; readonly body: DuesRuleBody }): void => {
      const row = { from_month: rule.fromMonth, basis: rule.basis, body: JSON.stringify(rule.body) }
      if (id === null) rules.insert(transaction, { ...fresh(transaction, ownerUnit), ...row })
      else rules.update(transaction, id, rev, { ...row, updated_at: transaction.at })
    },
    /** @param id 改哪一次;null 为新核定。 */
    saveAssessment: (transaction: Transaction, branchId: string, memberId: string, id: string | null, rev: number, fields: AssessmentFields, baseFen: number): void => {
      const amounts = inOrder(fields.amounts)
      const row = { payer_category: fields.category, changed_from: fields.changedFrom, base_fen: baseFen, fixed_fen: fields.fixedFen, assessed_on: fields.assessedOn, confirmed_on: fields.confirmedOn, note: fields.note }
      const write = (target: string): void => {
        dropAmounts.run(target)
        for (const amount of amounts) addAmount.run({ id: target, ...amount })
      }
      if (id === null) {
        const full: Row = { ...fresh(transaction, branchId), member_id: memberId, ...row, withdrawn_at: null }
        assessments.insert(transaction, full, { rev: 1, ...full, amounts })
        write(String(full['id']))
        return
      }
      const changed = JSON.stringify(selectAmounts.all(id)) !== JSON.stringify(amounts)
      assessments.update(transaction, id, rev, { ...row, updated_at: transaction.at }, { force: changed, versionBody: () => ({ amounts }) })
      if (changed) write(id)
    },
    addExemption: (transaction: Transaction, branchId: string, memberId: string, fields: ExemptionFields): void =>
      exemptions.insert(transaction, { ...fresh(transaction, branchId), member_id: memberId, from_month: fields.fromMonth, to_month: fields.toMonth, amount_fen: fields.amountFen, reason: fields.reason, decided_on: fields.decidedOn, approved_by: '', approved_on: null, withdrawn_at: null }),
    approveExemption: (transaction: Transaction, id: string, rev: number, approvedBy: string, approvedOn: string): void => {
      exemptions.update(transaction, id, rev, { approved_by: approvedBy, approved_on: approvedOn, updated_at: transaction.at })
    },
    /**
     * 登记一格。
     *
     * @param rev 调用者看到的修订号,null 为还没登记;undefined 不核对。
     * @throws RecordStale 别处已经登记过。
     */
    saveEntry: (transaction: Transaction, key: { readonly branchId: string; readonly memberId: string; readonly month: string }, rev: number | null | undefined, dueFen: number | null, fields: EntryFields): void => {
      const current = entryAt.get(key.branchId, key.memberId, key.month) as { id: string; rev: number } | undefined
      const row = { due_fen: dueFen, ...entryRow(fields) }
      if (current === undefined) entries.insert(transaction, { ...fresh(transaction, key.branchId), branch_id: key.branchId, member_id: key.memberId, month: key.month, ...row })
      else if (rev === null) throw new RecordStale(current.rev)
      else entries.update(transaction, current.id, rev ?? null, { ...row, updated_at: transaction.at })
    },
    saveDonation: (transaction: Transaction, branchId: string, id: string | null, rev: number, fields: DonationFields): void => {
      if (id === null) donations.insert(transaction, { ...fresh(transaction, branchId), branch_id: branchId, ...donationRow(fields), withdrawn_at: null })
      else donations.update(transaction, id, rev, { ...donationRow(fields), updated_at: transaction.at })
    },
    saveHandover: (transaction: Transaction, organisationId: string, id: string | null, rev: number, fields: HandoverFields): void => {
      if (id === null) handovers.insert(transaction, { ...fresh(transaction, organisationId), organisation_id: organisationId, ...handoverRow(fields), withdrawn_at: null })
      else handovers.update(transaction, id, rev, { ...handoverRow(fields), updated_at: transaction.at })
    },
    withdraw: (transaction: Transaction, table: Withdrawable, id: string, rev: number): void => {
      tables[table].update(transaction, id, rev, { withdrawn_at: transaction.at, updated_at: transaction.at }, { action: 'withdraw', ...(table === 'dues_assessment' ? { versionBody: () => ({ amounts: selectAmounts.all(id) }) } : {}) })
    },
    /** 记录归哪个支部;没有、撤了的为 null。 */
    ownerOf: (table: Withdrawable, id: string): string | null => {
      const row = tables[table].read(id)
      return row === undefined || row['withdrawn_at'] !== null ? null : String(row['owner_unit'])
    },
  }
}
