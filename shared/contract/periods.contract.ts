import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema, yearSchema } from '../model/common.ts'
import { correctionChangeSchema, correctionSchema, evaluationPeriodSchema, frozenEntriesSchema, longPeriodSchema, objectionSchema, periodSchema, periodStateSchema, proofSchema, replyTextSchema, standingEntrySchema, standingKindSchema, standingRowSchema } from '../model/evaluation-period.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'scorer', 'reviewer', 'leader', 'branch_secretary'] as const
const office = ['committee_office'] as const
const noScheme = { NO_SCHEME: z.strictObject({ period: z.string() }), PERIOD_UNSUITABLE: z.strictObject({ period: z.string() }) }
const stale = { STALE: z.strictObject({ currentRev: revSchema }) }
const notFound = { NOT_FOUND: none }
const branchNotFound = { NOT_FOUND: none, NOT_A_BRANCH: none }
const notReady = { PERIOD_NOT_READY: z.strictObject({ unscored: z.int(), stale: z.int(), objections: z.int(), months: z.int(), days: z.int() }), PERIOD_STATE_UNSUITABLE: z.strictObject({ state: periodStateSchema }) }

/** 评价期:一步一步往前走,公示起输入冻结,关账以后只有更正。 */
export const periodsContract = {
  /** 一年的十二个月(按季评的四个季末月)、四季、全年。 */
  list: query({ roles: readers, scope: 'none', confirmation: 'none', audit: 'none', input: z.strictObject({ year: yearSchema }), output: z.strictObject({ today: daySchema, periods: z.array(evaluationPeriodSchema) }), errors: {} }),
  /** 一期到了哪一步。各页打开时问的是它:列一年要把各期都数一遍。 */
  state: query({ roles: readers, scope: 'none', confirmation: 'none', audit: 'none', input: z.strictObject({ period: periodSchema }), output: z.strictObject({ state: periodStateSchema }), errors: {} }),
  /** 往前一步;到公示要全部算好、没有变动,并冻结全部输入;到关账要公示满、申诉办完。publicityDays 为工作日。 */
  advance: job({
    roles: office,
    scope: 'workspace',
    confirmation: 'password',
    audit: 'evaluation',
    input: z.strictObject({ period: periodSchema, rev: z.int().min(0), to: periodStateSchema, publicityDays: z.int().min(1).max(60), approvedBy: lineSchema(60), document: lineSchema(60), note: lineSchema(200) }),
    output: evaluationPeriodSchema,
    errors: { ...noScheme, ...stale, ...notReady },
  }),
  /** 退回一步:公示以前的。公示了的只能更正。 */
  goBack: command({ roles: office, scope: 'workspace', confirmation: 'password', audit: 'evaluation', input: z.strictObject({ period: periodSchema, rev: revSchema }), output: evaluationPeriodSchema, errors: { ...stale, PERIOD_STATE_UNSUITABLE: z.strictObject({ state: periodStateSchema }), ...notFound } }),
}

/** 季度星级与年度等次。 */
export const standingsContract = {
  overview: query({
    roles: readers,
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ period: longPeriodSchema }),
    output: z.strictObject({ schemeName: z.string(), schemeVersion: z.int(), levels: z.array(z.strictObject({ star: z.int(), min: z.string(), name: z.string(), authority: z.string(), tier: z.string() })), flags: z.array(z.strictObject({ code: z.string(), name: z.string() })), ownShare: z.string().nullable(), rows: z.array(standingRowSchema) }),
    errors: noScheme,
  }),
  /** 照各月(季)的成绩重算星级、名次;没有变的不写。 */
  compute: job({ roles: ['committee_office', 'scorer'], scope: 'workspace', confirmation: 'none', audit: 'evaluation', input: z.strictObject({ period: longPeriodSchema }), output: z.strictObject({ changed: z.int() }), errors: { ...noScheme, PERIOD_CLOSED: none } }),
  /** 另行认定:直接定级、具备条件、专项验收的分;deviation 是党委不照算出的定,写明理由。 */
  decide: command({
    roles: office,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'confirm',
    audit: 'evaluation',
    input: z.strictObject({ branchId: idSchema, period: longPeriodSchema, kind: standingKindSchema, code: lineSchema(40), value: lineSchema(20), reason: requiredLineSchema(200), document: lineSchema(60), decidedBy: requiredLineSchema(60), decidedOn: daySchema }),
    output: standingEntrySchema,
    errors: { ...branchNotFound, ...noScheme, PERIOD_CLOSED: none, DECISION_UNSUITABLE: none },
  }),
  withdraw: command({ roles: office, scope: [{ record: 'standing_entry', key: 'id' }], confirmation: 'confirm', audit: 'evaluation', input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }), output: none, errors: { ...notFound, ...stale, PERIOD_CLOSED: none } }),
}

/** 申诉与更正,以及重算作证。 */
export const appealsContract = {
  objections: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: z.strictObject({ year: yearSchema }), output: z.strictObject({ rows: z.array(objectionSchema) }), errors: {} }),
  raise: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'evaluation',
    input: z.strictObject({ branchId: idSchema, period: periodSchema, indicatorId: z.string().max(40), text: replyTextSchema, raisedBy: requiredLineSchema(40) }),
    output: objectionSchema,
    errors: { ...branchNotFound, PERIOD_STATE_UNSUITABLE: z.strictObject({ state: periodStateSchema }) },
  }),
  /** 答复:采纳(另提更正)、不采纳。 */
  answer: command({ roles: office, scope: [{ record: 'score_objection', key: 'id' }], confirmation: 'confirm', audit: 'evaluation', input: z.strictObject({ id: idSchema, rev: revSchema, upheld: z.boolean(), reply: replyTextSchema, decidedBy: requiredLineSchema(60) }), output: objectionSchema, errors: { ...notFound, ...stale, WITHDRAWN: none } }),
  withdraw: command({ roles: ['committee_office', 'branch_secretary'], scope: [{ record: 'score_objection', key: 'id' }], confirmation: 'confirm', audit: 'evaluation', input: z.strictObject({ id: idSchema, rev: revSchema }), output: objectionSchema, errors: { ...notFound, ...stale, WITHDRAWN: none } }),
  corrections: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: z.strictObject({ year: yearSchema }), output: z.strictObject({ rows: z.array(correctionSchema) }), errors: {} }),
  /** 冻结的输入里现在有什么:更正从里面挑。 */
  frozen: query({ roles: office, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema, period: monthSchema }), output: frozenEntriesSchema, errors: { ...branchNotFound, NOT_FROZEN: none } }),
  propose: command({
    roles: office,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'evaluation',
    input: z.strictObject({ branchId: idSchema, period: monthSchema, objectionId: idSchema.nullable(), change: correctionChangeSchema, reason: requiredLineSchema(200), evidence: lineSchema(200) }),
    output: correctionSchema,
    errors: { ...branchNotFound, NOT_FROZEN: none, INDICATOR_UNSUITABLE: none, OUT_OF_RANGE: z.strictObject({ full: z.string() }) },
  }),
  /** 批准或不批:批准的当场生成一个新修订,连同本支部以后各季的星级、本类的名次。关账以后的要写明由谁批准重开。 */
  decide: command({
    roles: office,
    scope: [{ record: 'score_correction', key: 'id' }],
    confirmation: 'password',
    audit: 'evaluation',
    input: z.strictObject({ id: idSchema, rev: revSchema, approve: z.boolean(), decidedBy: requiredLineSchema(60), reopenedBy: lineSchema(60) }),
    output: correctionSchema,
    errors: { ...notFound, ...stale, WITHDRAWN: none, REOPENER_REQUIRED: none, NOT_FROZEN: none },
  }),
  /** 拿冻结的输入当场重算,与存下的比。 */
  prove: query({ roles: readers, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema, period: monthSchema, revision: z.int().min(1).nullable() }), output: proofSchema, errors: { ...branchNotFound, NOT_FROZEN: none } }),
}
