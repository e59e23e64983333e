import type { Database } from 'better-sqlite3'
import type { DonationFields, DuesRuleBody, EntryFields, HandoverFields, ItemAmount, PayerCategory } from '../../../shared/model/dues.ts'

export interface StoredRule {
  readonly id: string
  readonly rev: number
  readonly fromMonth: string
  readonly basis: string
  readonly body: DuesRuleBody
}
export interface PayerSpan {
  readonly memberId: string
  readonly name: string
  readonly memberType: 'full' | 'probationary'
  readonly joinedOn: string | null
  readonly branchId: string
  readonly fromDay: string
  readonly toDay: string | null
}
export interface StoredAssessment {
  readonly id: string
  readonly rev: number
  readonly memberId: string
  readonly category: PayerCategory
  readonly changedFrom: string
  readonly baseFen: number
  readonly fixedFen: number | null
  readonly assessedOn: string
  readonly confirmedOn: string | null
  readonly note: string
}
export interface StoredExemption {
  readonly id: string
  readonly rev: number
  readonly memberId: string
  readonly fromMonth: string
  readonly toMonth: string
  readonly amountFen: number
  readonly reason: string
  readonly decidedOn: string
  readonly approvedBy: string
  readonly approvedOn: string | null
}
export interface StoredEntry extends EntryFields {
  readonly id: string
  readonly rev: number
  readonly branchId: string
  readonly memberId: string
  readonly month: string
  readonly dueFen: number | null
}
export type StoredDonation = DonationFields & { readonly id: string; readonly rev: number; readonly branchId: string; readonly memberName: string }
export type StoredHandover = HandoverFields & { readonly id: string; readonly rev: number; readonly organisationId: string }

const ENTRY = 'e.id, e.rev, e.branch_id AS branchId, e.member_id AS memberId, e.month, e.due_fen AS dueFen, e.paid_fen AS paidFen, e.paid_on AS paidOn, e.method, e.proxy_name AS proxyName, e.receipt_number AS receiptNumber, e.handler, e.place, e.note'
const ASSESSMENT = 'a.id, a.rev, a.member_id AS memberId, a.payer_category AS category, a.changed_from AS changedFrom, a.base_fen AS baseFen, a.fixed_fen AS fixedFen, a.assessed_on AS assessedOn, a.confirmed_on AS confirmedOn, a.note'
const HANDOVER = 'h.id, h.rev, h.organisation_id AS organisationId, h.from_month AS fromMonth, h.to_month AS toMonth, h.handed_on AS handedOn, h.amount_fen AS amountFen, h.payer_name AS payerName, h.receiver_name AS receiverName, h.receipt_number AS receiptNumber, h.note'

/** 党费的读取;一次按若干支部取,逐支部的事由调用者分。写入在 dues-writes.ts。 */
export const createDuesRepo = (db: Database) => {
  const rules = db.prepare('SELECT id, rev, from_month AS fromMonth, basis, body FROM dues_rule ORDER BY from_month')
  // 在这些支部待过(一天也算)的人的全部去处:月中转走的要看他还去了哪里。
  const spans = db.prepare(
    `SELECT m.id AS memberId, m.name, m.member_type AS memberType, m.joined_on AS joinedOn, r.organisation_id AS branchId, r.from_day AS fromDay, r.to_day AS toDay
     FROM membership r JOIN member m ON m.id = r.member_id
     WHERE m.deleted_at IS NULL AND (r.to_day IS NULL OR r.to_day > r.from_day) AND r.member_id IN (
       SELECT x.member_id FROM json_each(@branchIds) b JOIN membership x ON x.organisation_id = b.value WHERE x.to_day IS NULL OR x.to_day >= @fromDay
       UNION SELECT e.member_id FROM json_each(@branchIds) b JOIN dues_entry e ON e.branch_id = b.value AND e.month BETWEEN @fromMonth AND @toMonth)
     ORDER BY m.id, r.from_day`,
  )
  const assessments = db.prepare(`SELECT ${ASSESSMENT} FROM json_each(@memberIds) k JOIN dues_assessment a ON a.member_id = k.value WHERE a.withdrawn_at IS NULL ORDER BY a.member_id, a.changed_from`)
  const assessment = db.prepare(`SELECT ${ASSESSMENT} FROM dues_assessment a WHERE a.id = ? AND a.withdrawn_at IS NULL`)
  const amounts = db.prepare('SELECT item_code AS itemCode, direction, amount_fen AS amountFen FROM dues_assessment_amount WHERE assessment_id = ? ORDER BY item_code')
  const exemptions = db.prepare(
    `SELECT x.id, x.rev, x.member_id AS memberId, x.from_month AS fromMonth, x.to_month AS toMonth, x.amount_fen AS amountFen, x.reason, x.decided_on AS decidedOn, x.approved_by AS approvedBy, x.approved_on AS approvedOn
     FROM json_each(@memberIds) k JOIN dues_exemption x ON x.member_id = k.value WHERE x.withdrawn_at IS NULL ORDER BY x.member_id, x.from_month, x.id`,
  )
  const entries = db.prepare(`SELECT ${ENTRY} FROM json_each(@branchIds) b JOIN dues_entry e ON e.branch_id = b.value AND e.month BETWEEN @fromMonth AND @toMonth ORDER BY e.branch_id, e.month, e.member_id`)
  const entry = db.prepare(`SELECT ${ENTRY} FROM dues_entry e WHERE e.branch_id = ? AND e.member_id = ? AND e.month = ?`)
  const donations = db.prepare(
    `SELECT d.id, d.rev, d.branch_id AS branchId, d.member_id AS memberId, m.name AS memberName, d.paid_on AS paidOn, d.amount_fen AS amountFen, d.forwarded_on AS forwardedOn, d.receipt_number AS receiptNumber, d.note
     FROM dues_donation d JOIN member m ON m.id = d.member_id WHERE d.branch_id = @branchId AND d.withdrawn_at IS NULL AND d.paid_on BETWEEN @fromDay AND @toDay ORDER BY d.paid_on, d.id`,
  )
  const handovers = db.prepare(`SELECT ${HANDOVER} FROM json_each(@branchIds) b JOIN dues_handover h ON h.organisation_id = b.value WHERE h.withdrawn_at IS NULL AND h.to_month >= @fromMonth AND h.from_month <= @toMonth ORDER BY h.organisation_id, h.from_month, h.handed_on, h.id`)
  return {
    /** 存下的各版标准,由早到晚;没有存过为空。 */
    rules: (): StoredRule[] => (rules.all() as (Omit<StoredRule, 'body'> & { body: string })[]).map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as DuesRuleBody })),
    spans: (branchIds: readonly string[], fromMonth: string, toMonth: string): PayerSpan[] => spans.all({ branchIds: JSON.stringify(branchIds), fromDay: `${fromMonth}-01`, fromMonth, toMonth }) as PayerSpan[],
    assessments: (memberIds: readonly string[]): StoredAssessment[] => assessments.all({ memberIds: JSON.stringify(memberIds) }) as StoredAssessment[],
    /** 没有、撤了的为 undefined。 */
    assessment: (id: string): StoredAssessment | undefined => assessment.get(id) as StoredAssessment | undefined,
    amounts: (assessmentId: string): ItemAmount[] => amounts.all(assessmentId) as ItemAmount[],
    exemptions: (memberIds: readonly string[]): StoredExemption[] => exemptions.all({ memberIds: JSON.stringify(memberIds) }) as StoredExemption[],
    entries: (branchIds: readonly string[], fromMonth: string, toMonth: string): StoredEntry[] => entries.all({ branchIds: JSON.stringify(branchIds), fromMonth, toMonth }) as StoredEntry[],
    entry: (branchId: string, memberId: string, month: string): StoredEntry | undefined => entry.get(branchId, memberId, month) as StoredEntry | undefined,
    donations: (branchId: string, fromDay: string, toDay: string): StoredDonation[] => donations.all({ branchId, fromDay, toDay }) as StoredDonation[],
    /** 与这些月份有交叠的上交。 */
    handovers: (organisationIds: readonly string[], fromMonth: string, toMonth: string): StoredHandover[] => handovers.all({ branchIds: JSON.stringify(organisationIds), fromMonth, toMonth }) as StoredHandover[],
  }
}
export type DuesRepo = ReturnType<typeof createDuesRepo>
