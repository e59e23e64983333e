import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema, yearSchema } from '../model/common.ts'
import {
  assessmentFieldsSchema,
  assessmentSchema,
  changeLineSchema,
  donationFieldsSchema,
  donationSchema,
  duesExemptionSchema,
  duesItemSchema,
  duesMethodSchema,
  duesRuleBodySchema,
  duesRuleSchema,
  entryFieldsSchema,
  exemptionFieldsSchema,
  fenSchema,
  handoverFieldsSchema,
  handoverSchema,
  ledgerRowSchema,
  ledgerSchema,
  monthTotalSchema,
  payerCategorySchema,
  summaryRowSchema,
} from '../model/dues.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const roles = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const office = ['committee_office'] as const
const notFound = { NOT_FOUND: none }
const stale = { ...notFound, STALE: z.strictObject({ currentRev: revSchema }) }
/** 临时党支部不收缴党费(支部工作条例第八条)。 */
const branchErrors = { ...notFound, NOT_A_BRANCH: none, TEMPORARY_BRANCH: z.strictObject({ action: z.string() }) }
const inBranch = [{ organisation: 'branchId' }] as const
const patch = z.strictObject({ rows: z.array(ledgerRowSchema), months: z.array(monthTotalSchema) })
/** 一格:谁、哪个月、看到的修订号(还没登记的为 null);这个人这个月是不是在这个支部交,处理时核对(转走的人也能补登)。 */
const cellKey = z.strictObject({ memberId: idSchema, month: monthSchema, rev: revSchema.nullable() })
const record = { branchId: idSchema, id: idSchema, rev: revSchema }

export const assessmentRowSchema = z.strictObject({ memberId: idSchema, name: z.string(), current: assessmentSchema.nullable(), all: z.array(assessmentSchema) })
export const arrearsRowSchema = z.strictObject({ branchId: idSchema, branchName: z.string(), memberId: idSchema, name: z.string(), months: z.int(), level: z.enum(['yellow', 'red', 'lapse']), owedFen: fenSchema })

/** 支部与支部里的一条记录,都要管得到。 */
const inBranchOf = <T extends 'dues_assessment' | 'dues_exemption' | 'dues_donation' | 'dues_handover'>(table: T) => [{ organisation: 'branchId' }, { record: table, key: 'id' }] as const

/** 党费(《党费收缴、使用和管理的规定》):只登记,不收付。每人的金额不进日志与审计正文。 */
export const duesContract = {
  ledger: query({ roles, scope: inBranch, confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema, year: yearSchema }), output: ledgerSchema, errors: branchErrors }),
  /** 登记若干格(打字、粘贴):只改实交;paidFen 为 null 是清掉。 */
  saveCells: command({
    roles,
    scope: inBranch,
    confirmation: 'none',
    audit: 'dues',
    input: z.strictObject({ branchId: idSchema, paidOn: daySchema.nullable(), cells: z.array(cellKey.extend({ paidFen: fenSchema.nullable() })).min(1).max(2_000) }),
    output: patch,
    errors: { ...branchErrors, ...stale },
  }),
  saveEntry: command({ roles, scope: inBranch, confirmation: 'none', audit: 'dues', input: z.strictObject({ branchId: idSchema, cell: cellKey, fields: entryFieldsSchema }), output: patch, errors: { ...branchErrors, ...stale } }),
  /** 本月还没登记的,都按应交记上;已登记、没核定、免交的不动。 */
  fillMonth: command({ roles, scope: inBranch, confirmation: 'none', audit: 'dues', input: z.strictObject({ branchId: idSchema, month: monthSchema, paidOn: daySchema.nullable(), method: duesMethodSchema, handler: lineSchema(40) }), output: patch.extend({ filled: z.int() }), errors: branchErrors }),

  assessments: query({
    roles,
    scope: inBranch,
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, month: monthSchema }),
    output: z.strictObject({ items: z.array(duesItemSchema), rule: duesRuleSchema, rows: z.array(assessmentRowSchema), exemptions: z.array(duesExemptionSchema) }),
    errors: branchErrors,
  }),
  /** 新核定一次,或改一次核定;同一个人同一个月只有一次。 */
  saveAssessment: command({
    roles,
    scope: [{ organisation: 'branchId' }, { record: 'member', key: 'memberId' }, { record: 'dues_assessment', key: 'id' }],
    confirmation: 'none',
    audit: 'dues',
    input: z.strictObject({ branchId: idSchema, memberId: idSchema, id: idSchema.nullable(), rev: revSchema, fields: assessmentFieldsSchema }),
    output: none,
    errors: { ...branchErrors, ...stale, DUPLICATE_CODE: z.strictObject({ code: z.string() }) },
  }),
  withdrawAssessment: command({ roles, scope: inBranchOf('dues_assessment'), confirmation: 'confirm', audit: 'dues', input: z.strictObject(record), output: none, errors: stale }),
  /** 支部研究同意的少交、免交;批准之前不作数。 */
  addExemption: command({ roles, scope: [{ organisation: 'branchId' }, { record: 'member', key: 'memberId' }], confirmation: 'none', audit: 'dues', input: z.strictObject({ branchId: idSchema, memberId: idSchema, fields: exemptionFieldsSchema }), output: none, errors: branchErrors }),
  /** 上一级党委批准(规定第七条)。 */
  approveExemption: command({ roles: office, scope: inBranchOf('dues_exemption'), confirmation: 'confirm', audit: 'dues', input: z.strictObject({ ...record, approvedBy: requiredLineSchema(60), approvedOn: daySchema }), output: none, errors: stale }),
  withdrawExemption: command({ roles, scope: inBranchOf('dues_exemption'), confirmation: 'confirm', audit: 'dues', input: z.strictObject(record), output: none, errors: stale }),

  /** 上交与核对:收了多少、交上去多少、还在手里多少;自愿多交与大额另列。 */
  money: query({
    roles,
    scope: inBranch,
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, year: yearSchema }),
    output: z.strictObject({ handovers: z.array(handoverSchema), donations: z.array(donationSchema), months: z.array(z.strictObject({ month: monthSchema, collectedFen: fenSchema, coveredBy: idSchema.nullable() })), collectedFen: fenSchema, handedFen: fenSchema, members: z.array(z.strictObject({ memberId: idSchema, name: z.string() })) }),
    errors: branchErrors,
  }),
  saveHandover: command({ roles, scope: inBranchOf('dues_handover'), confirmation: 'none', audit: 'dues', input: z.strictObject({ branchId: idSchema, id: idSchema.nullable(), rev: revSchema, fields: handoverFieldsSchema }), output: none, errors: { ...branchErrors, ...stale } }),
  withdrawHandover: command({ roles, scope: inBranchOf('dues_handover'), confirmation: 'confirm', audit: 'dues', input: z.strictObject(record), output: none, errors: stale }),
  saveDonation: command({ roles, scope: inBranchOf('dues_donation'), confirmation: 'none', audit: 'dues', input: z.strictObject({ branchId: idSchema, id: idSchema.nullable(), rev: revSchema, fields: donationFieldsSchema }), output: none, errors: { ...branchErrors, ...stale } }),
  withdrawDonation: command({ roles, scope: inBranchOf('dues_donation'), confirmation: 'confirm', audit: 'dues', input: z.strictObject(record), output: none, errors: stale }),

  /** 各支部十二个月;null 为管得到的全部。 */
  summary: query({ roles, scope: [{ organisation: 'organisationId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ organisationId: idSchema.nullable(), year: yearSchema }), output: z.strictObject({ rows: z.array(summaryRowSchema) }), errors: {} }),
  arrears: query({ roles, scope: [{ organisation: 'organisationId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ organisationId: idSchema.nullable() }), output: z.strictObject({ rows: z.array(arrearsRowSchema) }), errors: {} }),
  changes: query({ roles, scope: inBranch, confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema, month: monthSchema }), output: z.strictObject({ lines: z.array(changeLineSchema) }), errors: branchErrors }),
  /** 首页:哪几个月还没登记、几个人欠交。 */
  reminders: query({ roles, scope: inBranch, confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema }), output: z.strictObject({ unrecorded: z.array(monthSchema), unassessed: z.int(), arrears: z.int(), worst: z.int() }), errors: branchErrors }),

  rules: query({ roles, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ rules: z.array(duesRuleSchema), items: z.array(duesItemSchema), categories: z.array(payerCategorySchema) }), errors: {} }),
  saveRule: command({ roles: office, scope: 'workspace', confirmation: 'confirm', audit: 'dues', input: z.strictObject({ id: idSchema.nullable(), rev: revSchema, fromMonth: monthSchema, basis: requiredLineSchema(200), body: duesRuleBodySchema }), output: none, errors: { ...stale, DUPLICATE_CODE: z.strictObject({ code: z.string() }) } }),
  saveItems: command({ roles: office, scope: 'workspace', confirmation: 'none', audit: 'dues', input: z.strictObject({ items: z.array(duesItemSchema).min(1).max(40) }), output: none, errors: { DUPLICATE_NAME: z.strictObject({ name: z.string() }) } }),
}
