import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'

/**
 * 考核方案的全部内容:引擎用的 scheme 与给人看的 texts 分开放(改一个字不会动到分数)。
 * 数一律是整数或「小数、分数、百分数」文本,从不是带小数的 JSON 数。
 * 这里只管形状;说得通说不通(满分对不对、引用在不在)由发布前的检查一次报齐。
 */
const numberText = z.string().max(40).regex(/^[+-]?(\d+(\.\d+)?%?|\d+\/\d*[1-9]\d*)$/)
export const schemeNumberSchema = z.union([z.int(), numberText])
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().optional()
const number = optional(schemeNumberSchema)
const code = z.string().regex(/^[A-Za-z0-9_.-]{1,40}$/)
const field = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
const few = <T extends z.ZodType>(schema: T, most: number) => z.array(schema).max(most)
const numberTable = z.record(z.string().max(40), schemeNumberSchema)

// —— 规则:六种,没有表达式,没有脚本 ——
const scalar = z.union([z.string().max(200), z.int(), z.boolean(), z.null()])
const operators = { eq: scalar.optional(), ne: scalar.optional(), in: optional(few(scalar, 60)), gte: scalar.optional(), lte: scalar.optional(), gt: scalar.optional(), lt: scalar.optional(), exists: optional(z.boolean()) }
const condition = z.union([scalar, few(scalar, 60), z.strictObject(operators)])
const pair = z.tuple([field, field])
const validity = z.strictObject({ ...operators, field: optional(field), ratio: optional(pair), lag: optional(pair) })
const windowSchema = z.enum(['period', 'quarter', 'half', 'year', 'ytd'])
const selection = {
  source: field,
  where: optional(z.record(field, condition)),
  dateField: optional(field),
  window: optional(windowSchema),
  validIf: optional(few(validity, 12)),
  distinctBy: optional(few(field, 6)),
  minGapDays: optional(z.int().min(0).max(366)),
}
const aggregate = z.union([z.strictObject({ ...selection, fn: z.enum(['count', 'sum', 'avg', 'max', 'min']), field: optional(field) }), z.strictObject({ param: field }), z.strictObject({ const: schemeNumberSchema })])
const band = z.strictObject({ min: number, max: number, a: schemeNumberSchema })
const transform = optional(z.strictObject({ mode: optional(z.enum(['identity', 'target', 'linear', 'bands'])), target: number, lo: number, hi: number, bands: optional(few(band, 20)) }))
const empty = optional(z.enum(['exempt', 'full', 'zero', 'missing']))
const requirement = z.union([schemeNumberSchema, z.strictObject({ param: field }), z.strictObject({ byCategory: numberTable })])
const simpleRules = [
  z.strictObject({ type: z.literal('count'), ...selection, required: requirement, score: optional(z.strictObject({ mode: optional(z.enum(['proportional', 'deduct', 'all_or_nothing'])), per: number })), emptyRequired: empty }),
  z.strictObject({ type: z.literal('ratio'), num: aggregate, den: aggregate, transform, emptyDen: empty }),
  z.strictObject({ type: z.literal('value'), value: aggregate, transform, empty }),
  z.strictObject({ type: z.literal('timeliness'), ...selection, due: field, done: field, lateBands: optional(few(z.strictObject({ maxDays: z.int().min(0).max(3660), credit: schemeNumberSchema }), 12)), beyond: number, never: number, weightField: optional(field), empty }),
  z.strictObject({ type: z.literal('completeness'), ...selection, fields: few(field, 40), empty }),
] as const
const combine = optional(z.enum(['weighted_mean', 'min', 'max', 'product']))
/** 组合规则里再套一层组合就够了;更深的没有人看得懂。 */
const innerRule = z.discriminatedUnion('type', [...simpleRules, z.strictObject({ type: z.literal('composite'), op: combine, parts: few(z.strictObject({ weight: number, rule: z.discriminatedUnion('type', [...simpleRules]) }), 12) })])
export const ruleSchema = z.discriminatedUnion('type', [...simpleRules, z.strictObject({ type: z.literal('composite'), op: combine, parts: few(z.strictObject({ weight: number, rule: innerRule }), 12) })])
export type SchemeRule = z.infer<typeof ruleSchema>

// —— 指标 ——
const vetoEffectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('zero_indicator'), indicator: code }),
  z.strictObject({ type: z.literal('zero_dimension'), dim: code }),
  z.strictObject({ type: z.literal('cap_total'), value: schemeNumberSchema }),
  z.strictObject({ type: z.literal('cap_star'), star: z.int().min(0).max(9) }),
  z.strictObject({ type: z.literal('fail_period') }),
  z.strictObject({ type: z.literal('disqualify_year') }),
  z.strictObject({ type: z.literal('revoke_star'), lock: optional(z.int().min(0).max(40)) }),
])
export type SchemeVetoEffect = z.infer<typeof vetoEffectSchema>
const missingRule = z.enum(['zero', 'exclude', 'carry', 'block'])
const indicatorSchema = z.strictObject({
  id: code,
  kind: z.enum(['base', 'special', 'bonus', 'deduct', 'veto']),
  dim: optional(code),
  categories: optional(few(code, 40)),
  full: number,
  fullByCategory: optional(numberTable),
  weight: number,
  period: optional(z.enum(['month', 'quarter', 'year'])),
  dueMonths: optional(few(z.int().min(1).max(12), 12)),
  source: optional(z.enum(['auto', 'manual', 'hybrid'])),
  rule: optional(ruleSchema),
  hybrid: optional(z.strictObject({ mode: optional(z.enum(['coefficient', 'weighted', 'min', 'override'])), autoShare: number, whenManualMissing: optional(z.enum(['missing', 'auto'])) })),
  raters: optional(z.strictObject({ scale: number, groups: few(z.strictObject({ id: code, weight: number, agg: optional(z.enum(['mean', 'median', 'trimmed'])) }), 12), minCount: optional(z.record(z.string().max(40), z.int().min(0).max(999))), missingGroup: optional(z.enum(['missing', 'renormalise'])) })),
  minRatio: number,
  evidence: optional(z.strictObject({ required: z.int().min(0).max(99), cap: number })),
  missing: optional(missingRule),
  per: number,
  levels: optional(numberTable),
  cap: number,
  target: optional(code),
  unit: optional(z.enum(['total', 'dimension100'])),
  effects: optional(few(vetoEffectSchema, 8)),
})
export type SchemeIndicator = z.infer<typeof indicatorSchema>

// —— 星级与年度等次 ——
const star = z.int().min(0).max(9)
const levelSchema = z.strictObject({ star: z.int().min(1).max(9), min: schemeNumberSchema, minByCategory: optional(numberTable) })
const gateSchema = z.discriminatedUnion('type', [
  z.strictObject({ star, type: z.literal('dim_ratio'), min: schemeNumberSchema, dims: optional(few(code, 40)) }),
  z.strictObject({ star, type: z.literal('dims_below'), below: schemeNumberSchema, max: z.int().min(0).max(40), dims: optional(few(code, 40)) }),
  z.strictObject({ star, type: z.literal('indicator'), id: code, min: schemeNumberSchema }),
  z.strictObject({ star, type: z.literal('max_deductions'), max: schemeNumberSchema }),
  z.strictObject({ star, type: z.literal('prev_star'), min: star }),
  z.strictObject({ star, type: z.literal('flag'), flag: code }),
  z.strictObject({ star, type: z.literal('quarters_star'), star_level: star, atLeast: z.int().min(1).max(4) }),
  z.strictObject({ star, type: z.literal('no_quarter_below'), star_level: star }),
])
export type SchemeGate = z.infer<typeof gateSchema>
const quotaSchema = z.strictObject({ star: z.int().min(1).max(9), pct: number, count: optional(z.int().min(0).max(100_000)), rounding: optional(z.enum(['floor', 'ceil', 'half'])), min: optional(z.int().min(0).max(1000)) })
const levelConfig = {
  levels: few(levelSchema, 9),
  gates: optional(few(gateSchema, 40)),
  promotion: optional(z.strictObject({ maxStep: optional(z.int().min(1).max(9)), maxDrop: optional(z.int().min(0).max(9)) })),
  quota: optional(few(quotaSchema, 9)),
  quotaScope: optional(z.enum(['category', 'all'])),
  quotaBase: optional(z.enum(['assessed', 'all'])),
  quotaTie: optional(z.enum(['include', 'exclude'])),
}
const rollUpSchema = z.strictObject({
  method: optional(z.enum(['mean', 'weighted', 'sum', 'min', 'max', 'last', 'trimmed'])),
  weights: optional(few(schemeNumberSchema, 12)),
  missing: optional(z.enum(['skip', 'zero', 'block'])),
  minCount: optional(z.int().min(0).max(12)),
  ownShare: number,
  use: optional(z.enum(['exact', 'rounded'])),
})
const tieBreakSchema = z.strictObject({ key: z.enum(['dimension', 'indicator', 'deductions', 'bonus', 'prevTotal', 'vetoCount']), id: optional(code), order: optional(z.enum(['desc', 'asc'])) })

export const schemeSchema = z.strictObject({
  /** 多久评一次:月,或季(没有月评价)。 */
  basePeriod: optional(z.enum(['month', 'quarter'])),
  mode: optional(z.enum(['points', 'weights'])),
  fullTotal: number,
  normalise: optional(z.boolean()),
  dimensions: few(z.strictObject({ id: code, weight: number }), 40),
  indicators: few(indicatorSchema, 400),
  missing: optional(z.strictObject({ default: optional(missingRule), redistribute: optional(z.enum(['dimension', 'total', 'none'])), minCoverage: number, carryMaxAge: optional(z.int().min(1).max(12)) })),
  bonus: optional(z.strictObject({ cap: number, noDuplicateMatter: optional(z.boolean()) })),
  deduct: optional(z.strictObject({ cap: number })),
  total: optional(z.strictObject({ floor: number, floorStage: optional(z.enum(['beforeBonus', 'afterBonus'])), cap: number })),
  rounding: optional(z.strictObject({ decimals: optional(z.int().min(0).max(4)), mode: optional(z.enum(['half_up', 'half_even', 'down', 'up'])) })),
  decideOn: optional(z.enum(['rounded', 'exact'])),
  bands: optional(few(z.strictObject({ label: requiredLineSchema(20), min: schemeNumberSchema }), 9)),
  stars: optional(z.strictObject(levelConfig)),
  annual: optional(z.strictObject({ ...levelConfig, rollup: optional(rollUpSchema) })),
  ranking: optional(z.strictObject({ scope: optional(z.enum(['category', 'all'])), method: optional(z.enum(['competition', 'dense'])), tiebreak: optional(few(tieBreakSchema, 8)) })),
  rollup: optional(z.strictObject({ quarter: optional(rollUpSchema) })),
})

const indicatorTextSchema = z.strictObject({
  name: lineSchema(80),
  /** 评分标准原文。 */
  wording: paragraphsSchema(600),
  /** 要什么佐证。 */
  evidence: lineSchema(200),
  /** 依据的制度、条款。 */
  basis: lineSchema(200).optional(),
  /** 等级代码 → 名称(加分、扣分)。 */
  levels: z.record(z.string().max(40), lineSchema(40)).optional(),
  /** 评分人分组代码 → 名称。 */
  raterGroups: z.record(z.string().max(40), lineSchema(40)).optional(),
  /** 另一种分法:分法代码 → 这个指标属于哪一类。 */
  tags: z.record(code, code).optional(),
})
const levelTextSchema = z.strictObject({
  star: z.int().min(1).max(9),
  /** 如「示范支部」;不写就是几星。 */
  name: lineSchema(20),
  /** 由谁审定授予。 */
  authority: lineSchema(40),
  /** 梯队:同一梯队的一类管理。 */
  tier: lineSchema(20),
})
const tagGroupSchema = z.strictObject({ code, name: requiredLineSchema(20), values: few(z.strictObject({ code, name: requiredLineSchema(20) }), 12) })

export const schemeBodySchema = z.strictObject({
  name: requiredLineSchema(60),
  /** 出处、数值性质。 */
  note: lineSchema(300),
  scheme: schemeSchema,
  texts: z.strictObject({
    dimensions: z.record(code, lineSchema(40)),
    indicators: z.record(code, indicatorTextSchema),
    levels: z.array(levelTextSchema).max(9).optional(),
    /** 指标的另一种分法(如四个来源),可与维度交叉汇总。 */
    tagGroups: z.array(tagGroupSchema).max(4).optional(),
    /** 诚信证明一类要逐个认定的条件:代码 → 名称。 */
    flags: z.record(code, lineSchema(40)).optional(),
  }),
})
export type SchemeContent = z.infer<typeof schemeBodySchema>

/** 一处毛病:代码、在哪里(指标、维度、类别的代码,或某一部分)、附带的数(如实际的合计)。 */
export const schemeFaultSchema = z.strictObject({ code: z.string().max(40), place: z.string().max(80), detail: z.string().max(80) })
export type SchemeFaultView = z.infer<typeof schemeFaultSchema>

export const schemeVersionSchema = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  status: z.enum(['draft', 'published', 'retired']),
  effectiveFrom: daySchema,
  /** 发布的时刻与人;草稿为 null。 */
  publishedAt: z.number().nullable(),
  publishedBy: lineSchema(80),
  /** 有多少份成绩是照它算的。 */
  resultCount: z.int().min(0),
  /** 这个月的评价就照它。 */
  inForce: z.boolean(),
})
export const schemeEntrySchema = z.strictObject({ id: idSchema, name: requiredLineSchema(60), versions: z.array(schemeVersionSchema) })
export type SchemeEntry = z.infer<typeof schemeEntrySchema>
export type SchemeVersionEntry = z.infer<typeof schemeVersionSchema>
export const schemeTemplateSchema = z.strictObject({ key: code, name: requiredLineSchema(60), note: lineSchema(300), rhythm: z.enum(['month', 'quarter', 'year']), dimensions: z.int(), indicators: z.int(), bonus: z.int(), deduct: z.int(), veto: z.int() })
export type SchemeTemplate = z.infer<typeof schemeTemplateSchema>

/** 一个版本的全部:内容,以及眼下的检查结果与各类别的合计。 */
export const schemeDocumentSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  schemeId: idSchema,
  version: z.int().min(1),
  status: z.enum(['draft', 'published', 'retired']),
  effectiveFrom: daySchema,
  body: schemeBodySchema,
  faults: z.array(schemeFaultSchema),
  /** 每个类别的满分合计(精确文本)。 */
  sums: z.array(z.strictObject({ category: z.string(), name: z.string(), sum: z.string() })),
})
export type SchemeDocument = z.infer<typeof schemeDocumentSchema>

/** 试算:一个支部一个月,照现行方案与照草稿。 */
export const rehearsalRowSchema = z.strictObject({
  branchId: idSchema,
  branchName: requiredLineSchema(80),
  category: z.string().nullable(),
  before: z.strictObject({ total: z.string().nullable(), star: z.int().nullable() }),
  after: z.strictObject({ total: z.string().nullable(), star: z.int().nullable() }),
  /** 升降的缘由:差得最多的几项,正负各列。 */
  reasons: z.array(z.strictObject({ name: z.string(), change: z.string() })),
})
export type RehearsalRow = z.infer<typeof rehearsalRowSchema>
