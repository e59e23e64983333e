import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema } from './common.ts'

/** 金额,整数分;上限一亿元,够一个单位一年。 */
export const fenSchema = z.int().min(0).max(10_000_000_000)

export const payerCategorySchema = z.enum(['employed', 'annual_salary', 'self_employed', 'retired', 'farmer', 'no_income'])
export type PayerCategory = z.infer<typeof payerCategorySchema>
export const duesMethodSchema = z.enum(['', 'cash', 'transfer', 'proxy'])
export type DuesMethod = z.infer<typeof duesMethodSchema>
/** 未交、已交、免交、少交、补交;不在本支部交的月份与还没核定的另列,不算欠。 */
export const duesStateSchema = z.enum(['not_obliged', 'unassessed', 'unpaid', 'paid', 'exempt', 'short', 'late'])
export type DuesState = z.infer<typeof duesStateSchema>

/** 一档:基数不超过 upToFen(含)的全额按 basisPoints 万分之几;最后一档没有上限。 */
export const rateBandSchema = z.strictObject({ upToFen: fenSchema.nullable(), basisPoints: z.int().min(0).max(10_000) })
export type RateBand = z.infer<typeof rateBandSchema>
export const roundingSchema = z.strictObject({ unit: z.enum(['fen', 'jiao', 'yuan']), mode: z.enum(['half_up', 'up', 'down']) })
export type Rounding = z.infer<typeof roundingSchema>

const risingBands = z
  .array(rateBandSchema)
  .min(1)
  .max(10)
  .refine((bands) => bands.every(({ upToFen }, index) => (index === bands.length - 1 ? upToFen === null : upToFen !== null && upToFen > (bands[index - 1]?.upToFen ?? -1))))

/** 一版收缴标准:费率与金额都是数据,自某月起施行。 */
export const duesRuleBodySchema = z.strictObject({
  wageBands: risingBands,
  pensionBands: risingBands,
  farmer: z.strictObject({ leastFen: fenSchema, mostFen: fenSchema }),
  noIncomeFen: fenSchema,
  rounding: roundingSchema,
  /** 工资变了从哪时起按新基数:当月,或次年一月。 */
  baseChange: z.enum(['same_month', 'next_year']),
})
export type DuesRuleBody = z.infer<typeof duesRuleBodySchema>
export const duesRuleSchema = z.strictObject({ id: idSchema.nullable(), rev: revSchema, fromMonth: monthSchema, basis: lineSchema(200), body: duesRuleBodySchema })
export type DuesRule = z.infer<typeof duesRuleSchema>

/** 核算科目:加项或减项;停用的留着,旧核算表还要印。 */
export const duesItemSchema = z.strictObject({ code: requiredLineSchema(40), name: requiredLineSchema(20), direction: z.enum(['add', 'deduct']), appliesTo: z.enum(['wage', 'pension']), retired: z.boolean() })
export type DuesItem = z.infer<typeof duesItemSchema>
export const itemAmountSchema = z.strictObject({ itemCode: requiredLineSchema(40), direction: z.enum(['add', 'deduct']), amountFen: fenSchema })
export type ItemAmount = z.infer<typeof itemAmountSchema>

export const assessmentFieldsSchema = z.strictObject({
  category: payerCategorySchema,
  /** 按新标准领取的头一个月。 */
  changedFrom: monthSchema,
  /** 一个科目至多一行。 */
  amounts: z
    .array(itemAmountSchema)
    .max(40)
    .refine((rows) => new Set(rows.map(({ itemCode }) => itemCode)).size === rows.length),
  /** 农民这类定额交的,每月多少;别的为 null。 */
  fixedFen: fenSchema.nullable(),
  assessedOn: daySchema,
  confirmedOn: daySchema.nullable(),
  note: lineSchema(200),
})
export type AssessmentFields = z.infer<typeof assessmentFieldsSchema>
export const assessmentSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  memberId: idSchema,
  fields: assessmentFieldsSchema,
  baseFen: fenSchema,
  /** 适用的比例,万分之几;定额的为 null。 */
  basisPoints: z.int().nullable(),
  monthlyFen: fenSchema,
  /** 从哪个月起按它交。 */
  effectiveFrom: monthSchema,
})
export type Assessment = z.infer<typeof assessmentSchema>

export const exemptionFieldsSchema = z.strictObject({
  fromMonth: monthSchema,
  toMonth: monthSchema,
  /** 每月还交多少;免交为 0。 */
  amountFen: fenSchema,
  reason: requiredLineSchema(200),
  /** 支部研究的日期。 */
  decidedOn: daySchema,
})
export type ExemptionFields = z.infer<typeof exemptionFieldsSchema>
export const duesExemptionSchema = z.strictObject({ id: idSchema, rev: revSchema, memberId: idSchema, memberName: z.string(), fields: exemptionFieldsSchema, approvedBy: z.string(), approvedOn: daySchema.nullable() })
export type DuesExemption = z.infer<typeof duesExemptionSchema>

/** 一格的明细:何时、怎么交、谁代交、收据号、经手人、在哪里交。 */
export const entryFieldsSchema = z.strictObject({
  paidFen: fenSchema.nullable(),
  paidOn: daySchema.nullable(),
  method: duesMethodSchema,
  proxyName: lineSchema(40),
  receiptNumber: lineSchema(40),
  handler: lineSchema(40),
  /** 在别处(流入地)交的写地方;空为本支部。 */
  place: lineSchema(60),
  note: lineSchema(200),
})
export type EntryFields = z.infer<typeof entryFieldsSchema>
export const ledgerCellSchema = z.strictObject({
  month: monthSchema,
  state: duesStateSchema,
  /** 应交;没有核定、不在本支部交的为 null。 */
  dueFen: fenSchema.nullable(),
  rev: revSchema.nullable(),
  fields: entryFieldsSchema.nullable(),
  /** 补交、预交隔得太久,或多交超过大额:提示用。 */
  hints: z.array(z.enum(['late_too_long', 'early_too_long', 'large_extra'])),
})
export type LedgerCell = z.infer<typeof ledgerCellSchema>
export const ledgerRowSchema = z.strictObject({
  memberId: idSchema,
  name: z.string(),
  memberType: z.enum(['full', 'probationary']),
  category: payerCategorySchema.nullable(),
  /** 现在每月应交;没有核定为 null。 */
  monthlyFen: fenSchema.nullable(),
  cells: z.array(ledgerCellSchema).length(12),
  dueFen: fenSchema,
  paidFen: fenSchema,
  /** 截至上月连续没交的月数与级别。 */
  arrearsMonths: z.int().min(0),
  arrearsLevel: z.enum(['none', 'yellow', 'red', 'lapse']),
})
export type LedgerRow = z.infer<typeof ledgerRowSchema>
export const monthTotalSchema = z.strictObject({ month: monthSchema, people: z.int(), dueFen: fenSchema, paidFen: fenSchema, collectedFen: fenSchema, unpaidPeople: z.int(), recorded: z.boolean() })
export type MonthTotal = z.infer<typeof monthTotalSchema>
export const ledgerSchema = z.strictObject({ branchId: idSchema, branchName: z.string(), year: z.int(), today: daySchema, rows: z.array(ledgerRowSchema), months: z.array(monthTotalSchema).length(12) })
export type DuesLedger = z.infer<typeof ledgerSchema>

export const donationFieldsSchema = z.strictObject({ memberId: idSchema, paidOn: daySchema, amountFen: fenSchema.min(1), forwardedOn: daySchema.nullable(), receiptNumber: lineSchema(40), note: lineSchema(200) })
export type DonationFields = z.infer<typeof donationFieldsSchema>
export const donationSchema = z.strictObject({ id: idSchema, rev: revSchema, memberName: z.string(), fields: donationFieldsSchema, isLarge: z.boolean() })
export type Donation = z.infer<typeof donationSchema>

export const handoverFieldsSchema = z.strictObject({ fromMonth: monthSchema, toMonth: monthSchema, handedOn: daySchema, amountFen: fenSchema.min(1), payerName: lineSchema(40), receiverName: lineSchema(40), receiptNumber: lineSchema(40), note: lineSchema(200) })
export type HandoverFields = z.infer<typeof handoverFieldsSchema>
export const handoverSchema = z.strictObject({ id: idSchema, rev: revSchema, fields: handoverFieldsSchema, collectedFen: fenSchema })
export type Handover = z.infer<typeof handoverSchema>

/** 汇总:一个支部十二个月的应交、实交与上交。 */
export const summaryRowSchema = z.strictObject({
  branchId: idSchema,
  branchName: z.string(),
  parentName: z.string(),
  people: z.int(),
  months: z.array(z.strictObject({ month: monthSchema, dueFen: fenSchema, paidFen: fenSchema, unpaidPeople: z.int(), recorded: z.boolean() })).length(12),
  dueFen: fenSchema,
  paidFen: fenSchema,
  collectedFen: fenSchema,
  handedFen: fenSchema,
  arrearsPeople: z.int(),
})
export type DuesSummaryRow = z.infer<typeof summaryRowSchema>

/** 异动备案表的一行。 */
export const changeLineSchema = z.strictObject({ kind: z.enum(['transfer_in', 'transfer_out', 'retired', 'late_payment', 'admitted', 'abroad', 'overdue']), memberName: z.string(), detail: z.string(), amountFen: fenSchema.nullable() })
export type ChangeLine = z.infer<typeof changeLineSchema>
