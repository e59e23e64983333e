import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { branchPortraitSchema, branchSheetSchema, branchTrendSchema, exactSchema, indicatorExplanationSchema, resultSummarySchema, schemeViewSchema } from '../model/evaluation.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'scorer', 'reviewer', 'leader', 'branch_secretary'] as const
const writers = ['committee_office', 'scorer'] as const
const notFound = { NOT_FOUND: none, NOT_A_BRANCH: none }
const noScheme = { NO_SCHEME: z.strictObject({ period: z.string() }), PERIOD_UNSUITABLE: z.strictObject({ period: z.string() }) }
const branchPeriod = { branchId: idSchema, period: monthSchema }
const entryErrors = { ...notFound, ...noScheme, PERIOD_CLOSED: none, INDICATOR_UNSUITABLE: none, REASON_REQUIRED: none, OUT_OF_RANGE: z.strictObject({ full: exactSchema }) }

/** 月评价。每次录入在同一事务里重算本支部本月,修订号加一,旧结果不覆盖。 */
export const evaluationContract = {
  scheme: query({ roles: readers, scope: 'none', confirmation: 'none', audit: 'none', input: z.strictObject({ period: monthSchema }), output: schemeViewSchema, errors: noScheme }),
  /** 一个月全部支部的成绩,按类别、名次排。 */
  periodOverview: query({
    roles: readers,
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ period: monthSchema }),
    output: z.strictObject({ schemeName: z.string(), schemeVersion: z.int(), results: z.array(resultSummarySchema) }),
    errors: noScheme,
  }),
  branchSheet: query({ roles: readers, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'none', input: z.strictObject(branchPeriod), output: branchSheetSchema, errors: { ...notFound, ...noScheme } }),
  branchPortrait: query({ roles: readers, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'none', input: z.strictObject(branchPeriod), output: branchPortraitSchema, errors: { ...notFound, ...noScheme } }),
  /** 近 12 期的走势,近 4 期的短板(scoring 3.1、3.3)。只读成绩,从不回头影响分数。 */
  branchTrend: query({ roles: readers, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'none', input: z.strictObject(branchPeriod), output: branchTrendSchema, errors: { ...notFound, ...noScheme } }),
  explainIndicator: query({
    roles: readers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ ...branchPeriod, indicatorId: z.string().max(40) }),
    output: indicatorExplanationSchema,
    errors: { ...notFound, ...noScheme, INDICATOR_UNSUITABLE: none },
  }),
  /** 手工评分:points 为 0 到满分之间的精确数;低于满分须写原因。 */
  saveManualScore: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, indicatorId: z.string().max(40), points: exactSchema, reason: lineSchema(200) }),
    output: branchSheetSchema,
    errors: entryErrors,
  }),
  withdrawManualScore: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, indicatorId: z.string().max(40) }),
    output: branchSheetSchema,
    errors: entryErrors,
  }),
  addEvent: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, indicatorId: z.string().max(40), occurredOn: daySchema, count: z.int().min(1).max(999), level: z.string().max(40).nullable(), matter: lineSchema(120), reason: requiredLineSchema(200) }),
    output: branchSheetSchema,
    errors: entryErrors,
  }),
  withdrawEvent: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }, { record: 'score_event', key: 'id' }],
    confirmation: 'confirm',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: branchSheetSchema,
    errors: { ...entryErrors, STALE: z.strictObject({ currentRev: revSchema }) },
  }),
  recordVeto: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'confirm',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, indicatorId: z.string().max(40), decidedOn: daySchema, decidedBy: requiredLineSchema(60), reason: requiredLineSchema(200) }),
    output: branchSheetSchema,
    errors: entryErrors,
  }),
  withdrawVeto: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }, { record: 'veto_decision', key: 'id' }],
    confirmation: 'confirm',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: branchSheetSchema,
    errors: { ...entryErrors, STALE: z.strictObject({ currentRev: revSchema }) },
  }),
  /** 豁免:本项对本支部本月不考,须有理由与批准人。 */
  exempt: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'confirm',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, indicatorId: z.string().max(40), reason: requiredLineSchema(200), approvedBy: requiredLineSchema(60) }),
    output: branchSheetSchema,
    errors: entryErrors,
  }),
  withdrawExemption: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }, { record: 'exemption', key: 'id' }],
    confirmation: 'confirm',
    audit: 'evaluation',
    input: z.strictObject({ ...branchPeriod, id: idSchema }),
    output: branchSheetSchema,
    errors: entryErrors,
  }),
  /** 计算一个月全部支部;逐支部提交,取消后已算的保留。 */
  scorePeriod: job({
    roles: writers,
    scope: 'workspace',
    confirmation: 'none',
    audit: 'evaluation',
    input: z.strictObject({ period: monthSchema }),
    output: z.strictObject({ results: z.array(resultSummarySchema), changed: z.int() }),
    errors: { ...noScheme, PERIOD_CLOSED: none },
  }),
}
