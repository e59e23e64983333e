import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, paragraphsSchema, requiredLineSchema, requiredParagraphsSchema, revSchema } from './common.ts'
import { exactSchema, publishedSchema } from './evaluation.ts'

/** 季 `2026-Q1`、年 `2026`。 */
export const longPeriodSchema = z.string().regex(/^\d{4}(-Q[1-4])?$/)
/** 一期:月 `2026-03`(按季评的用季末的月份)、季、年。 */
export const periodSchema = z.union([monthSchema, longPeriodSchema])

/** 还在评 → 自评完 → 考评完 → 公示 → 关账(scoring 1.14)。自公示起输入就冻结。 */
export const periodStateSchema = z.enum(['open', 'self_assessed', 'reviewed', 'publicity', 'closed'])
export type PeriodState = z.infer<typeof periodStateSchema>

export const evaluationPeriodSchema = z.strictObject({
  period: periodSchema,
  /** 还没有动过的为 0。 */
  rev: z.int().min(0),
  state: periodStateSchema,
  publicityFrom: daySchema.nullable(),
  publicityTo: daySchema.nullable(),
  publicityDays: z.int().nullable(),
  approvedBy: lineSchema(60),
  document: lineSchema(60),
  closedOn: daySchema.nullable(),
  note: lineSchema(200),
  /** 应评的支部、算好了的、算好以后又有变动的、没有办结的申诉。 */
  branches: z.int(),
  computed: z.int(),
  stale: z.int(),
  objections: z.int(),
})
export type EvaluationPeriod = z.infer<typeof evaluationPeriodSchema>

export const standingKindSchema = z.enum(['direct_award', 'flag', 'own_part', 'deviation'])
export type StandingKind = z.infer<typeof standingKindSchema>
export const standingEntrySchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  branchId: idSchema,
  kind: standingKindSchema,
  /** 条件的代码(flag);其他为空。 */
  code: lineSchema(40),
  /** 几星,或者几分。 */
  value: lineSchema(20),
  reason: lineSchema(200),
  document: lineSchema(60),
  decidedBy: lineSchema(60),
  decidedOn: daySchema,
})
export type StandingEntry = z.infer<typeof standingEntrySchema>

/** 一个支部一季、一年的星级:算出来的,和党委另作的决定,两个并列。 */
export const standingRowSchema = z.strictObject({
  branchId: idSchema,
  branchCode: lineSchema(32),
  branchName: requiredLineSchema(80),
  category: z.string().nullable(),
  /** 还没有算过为 null。 */
  status: z.enum(['scored', 'not_rated']).nullable(),
  total: publishedSchema.nullable(),
  /** 各月(季)的分与星,次序从早到晚。 */
  parts: z.array(z.strictObject({ period: periodSchema, total: publishedSchema.nullable(), star: z.int().nullable() })),
  /** 只看分数够得上的星。 */
  band: z.int().nullable(),
  star: z.int().nullable(),
  /** 理由代码,按起作用的先后。 */
  reasons: z.array(z.string().max(40)),
  rank: z.strictObject({ rank: z.int(), of: z.int(), tied: z.boolean() }).nullable(),
  /** 还锁几个季度。 */
  lock: z.int(),
  previousStar: z.int().nullable(),
  /** 党委决定的星;没有另作决定为 null。 */
  decidedStar: z.int().nullable(),
  entries: z.array(standingEntrySchema),
  revision: z.int(),
  /** 算过以后各月又有变动。 */
  stale: z.boolean(),
})
export type StandingRow = z.infer<typeof standingRowSchema>

export const objectionStateSchema = z.enum(['open', 'upheld', 'rejected', 'withdrawn'])
export const objectionSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  branchId: idSchema,
  branchName: lineSchema(80),
  period: periodSchema,
  indicatorId: z.string().max(40),
  text: paragraphsSchema(1000),
  raisedBy: lineSchema(40),
  raisedOn: daySchema,
  state: objectionStateSchema,
  reply: paragraphsSchema(1000),
  decidedBy: lineSchema(60),
  decidedOn: daySchema.nullable(),
})
export type Objection = z.infer<typeof objectionSchema>

export const correctionKindSchema = z.enum(['manual', 'event', 'event_withdrawn', 'veto', 'veto_withdrawn', 'exemption', 'exemption_withdrawn', 'records'])
export type CorrectionKind = z.infer<typeof correctionKindSchema>
/** 更正要改什么:按种类各带各的。 */
export const correctionChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('manual'), indicatorId: z.string().max(40), points: exactSchema }),
  z.strictObject({ kind: z.literal('event'), indicatorId: z.string().max(40), occurredOn: daySchema, count: z.int().min(1).max(999), level: z.string().max(40).nullable(), matter: lineSchema(120) }),
  /** 第几件(从 0 起),照冻结的输入里的次序。 */
  z.strictObject({ kind: z.literal('event_withdrawn'), index: z.int().min(0).max(9999) }),
  z.strictObject({ kind: z.literal('veto'), indicatorId: z.string().max(40) }),
  z.strictObject({ kind: z.literal('veto_withdrawn'), index: z.int().min(0).max(9999) }),
  z.strictObject({ kind: z.literal('exemption'), indicatorId: z.string().max(40) }),
  z.strictObject({ kind: z.literal('exemption_withdrawn'), indicatorId: z.string().max(40) }),
  /** 照现在的记录重新取数。 */
  z.strictObject({ kind: z.literal('records') }),
])
export type CorrectionChange = z.infer<typeof correctionChangeSchema>

export const correctionSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  branchId: idSchema,
  branchName: lineSchema(80),
  period: monthSchema,
  seq: z.int(),
  kind: correctionKindSchema,
  indicatorId: z.string().max(40),
  reason: lineSchema(200),
  evidence: lineSchema(200),
  state: z.enum(['pending', 'approved', 'rejected']),
  decidedBy: lineSchema(60),
  decidedOn: daySchema.nullable(),
  reopenedBy: lineSchema(60),
  /** 批准以后生成的修订号。 */
  revision: z.int().nullable(),
  objectionId: idSchema.nullable(),
})
export type CorrectionRow = z.infer<typeof correctionSchema>

/** 冻结的输入里能更正的:各件加扣分、否决、豁免、手工分。 */
export const frozenEntriesSchema = z.strictObject({
  events: z.array(z.strictObject({ index: z.int(), indicatorId: z.string(), occurredOn: z.string(), count: z.string(), level: z.string().nullable(), matter: z.string() })),
  vetoes: z.array(z.strictObject({ index: z.int(), indicatorId: z.string() })),
  exemptions: z.array(z.strictObject({ indicatorId: z.string(), reason: z.string() })),
  manual: z.array(z.strictObject({ indicatorId: z.string(), points: z.string() })),
})

/** 重算一份冻结了的成绩:同样的输入算出来的,与当时存下的一字不差。 */
export const proofSchema = z.strictObject({
  revision: z.int(),
  schemeName: z.string(),
  schemeVersion: z.int(),
  knownAt: z.number(),
  inputHash: z.string(),
  /** 成绩的指纹:印在通报、证书上的就是它的前 12 位。 */
  resultHash: z.string(),
  recomputedHash: z.string(),
  same: z.boolean(),
})
export type Proof = z.infer<typeof proofSchema>
export const replyTextSchema = requiredParagraphsSchema(1000)
