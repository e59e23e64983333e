import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema } from './common.ts'
import { branchCategoryCodeSchema } from './organisation.ts'

/** 精确数:整数、有限小数或 `n/d` 既约分数的文本;从不用浮点。 */
export const exactSchema = z.string().regex(/^-?\d+(\.\d+|\/\d+)?$/)
/** 公布数:固定位数(方案定,缺省两位)的文本,如 `87.50`。 */
export const publishedSchema = z.string().regex(/^-?\d+(\.\d{1,4})?$/)

export const indicatorKindSchema = z.enum(['base', 'special', 'bonus', 'deduct', 'veto'])
export const indicatorSourceSchema = z.enum(['auto', 'manual', 'hybrid'])
/** 指标状态:已得分、缺项按零、结转、豁免、剔除、待评、本期不考、不适用。 */
export const indicatorStateSchema = z.enum(['scored', 'zero_missing', 'carried', 'exempt', 'excluded', 'blocked', 'not_due', 'not_applicable'])
export const resultStatusSchema = z.enum(['scored', 'failed', 'insufficient', 'blocked'])

export const schemeIndicatorSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: indicatorKindSchema,
  dimensionId: z.string().nullable(),
  source: indicatorSourceSchema,
  /** 评分标准原文。 */
  wording: z.string(),
  /** 需要的佐证。 */
  evidence: z.string(),
  /** 加分、扣分按次的分值或等级分值表;没有为 null。 */
  per: exactSchema.nullable(),
  levels: z.array(z.strictObject({ code: z.string(), name: z.string(), points: exactSchema })),
})
export const schemeViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  version: z.int(),
  effectiveFrom: daySchema,
  fullTotal: exactSchema,
  dimensions: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  indicators: z.array(schemeIndicatorSchema),
  stars: z.array(z.strictObject({ star: z.int(), min: exactSchema })),
})
export type SchemeView = z.infer<typeof schemeViewSchema>

/** 一个支部一个月的成绩摘要。 */
export const resultSummarySchema = z.strictObject({
  branchId: idSchema,
  branchCode: lineSchema(32),
  branchName: requiredLineSchema(80),
  category: branchCategoryCodeSchema.nullable(),
  period: monthSchema,
  /** null 表示本期还没有计算。 */
  status: resultStatusSchema.nullable(),
  total: publishedSchema.nullable(),
  /** 月度参考星:null 表示不评;0 表示无星。 */
  star: z.int().nullable(),
  /** 本类别内名次;未计分的不排名。同分同名次。 */
  rank: z.strictObject({ rank: z.int(), of: z.int(), tied: z.boolean() }).nullable(),
  /** missingCount:本维里缺项按零计的指标数,界面据此标明,不当平常的低分。 */
  dimensions: z.array(z.strictObject({ id: z.string(), name: z.string(), ratio: exactSchema.nullable(), missingCount: z.int().min(0) })),
  missingCount: z.int(),
  vetoCount: z.int(),
  /** 计算之后又有记录变动,成绩需要重算。 */
  stale: z.boolean(),
  revision: z.int(),
})
export type ResultSummary = z.infer<typeof resultSummarySchema>

export const manualScoreSchema = z.strictObject({
  points: exactSchema,
  reason: lineSchema(200),
  recordedAt: z.number(),
})

/** 评分表的一行:一个指标在本期对本支部的满分、状态、得分与来由。 */
export const sheetLineSchema = z.strictObject({
  indicator: schemeIndicatorSchema,
  state: indicatorStateSchema,
  /** 本类别的名义满分(未搬移前);不适用为 null。 */
  fullMark: exactSchema.nullable(),
  /** 搬移后的实际满分与得分;没有成绩为 null。 */
  effectiveMark: exactSchema.nullable(),
  points: exactSchema.nullable(),
  achievement: exactSchema.nullable(),
  flags: z.array(z.string()),
  manual: manualScoreSchema.nullable(),
  exemption: z.strictObject({ id: idSchema, reason: lineSchema(200) }).nullable(),
})

export const scoreEventSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  indicatorId: z.string(),
  occurredOn: daySchema,
  count: z.int().min(1),
  level: z.string().nullable(),
  matter: lineSchema(120),
  reason: lineSchema(200),
})
export const vetoDecisionSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  indicatorId: z.string(),
  decidedOn: daySchema,
  decidedBy: lineSchema(60),
  reason: lineSchema(200),
})

export const branchSheetSchema = z.strictObject({
  branchId: idSchema,
  branchName: requiredLineSchema(80),
  category: branchCategoryCodeSchema.nullable(),
  period: monthSchema,
  scheme: schemeViewSchema,
  lines: z.array(sheetLineSchema),
  events: z.array(scoreEventSchema),
  vetoes: z.array(vetoDecisionSchema),
  summary: resultSummarySchema,
})
export type BranchSheet = z.infer<typeof branchSheetSchema>

/** 雷达图一轴:数值为得分率百分数一位小数;缺项为 null(图上断开,不画成零)。 */
export const radarAxisSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  value: z.string().nullable(),
  /** 同类中位数(不含本支部);同类其他支部不足三个为 null。 */
  median: z.string().nullable(),
  full: exactSchema.nullable(),
  score: publishedSchema.nullable(),
  /** 本轴为零是否由否决造成。 */
  vetoed: z.boolean(),
  /** 本轴里没有记录、按零计的指标数;大于零时图与表都要写明,不能看成平常的低分。 */
  missingCount: z.int().min(0),
})
export const resultLineSchema = z.strictObject({ key: z.string(), name: z.string(), exact: exactSchema, shown: publishedSchema })

export const branchPortraitSchema = z.strictObject({
  summary: resultSummarySchema,
  schemeName: z.string(),
  schemeVersion: z.int(),
  fullTotal: exactSchema,
  coverage: exactSchema.nullable(),
  totalExact: exactSchema.nullable(),
  axes: z.array(radarAxisSchema),
  /** 能否画成雷达图(至少三轴有值)与图形是否闭合。 */
  drawable: z.boolean(),
  closed: z.boolean(),
  peerCount: z.int(),
  lines: z.array(resultLineSchema),
  /** 距下一星:差几分;已是最高星或无成绩为 null。 */
  nextStar: z.strictObject({ star: z.int(), missing: publishedSchema }).nullable(),
  starCap: z.int().nullable(),
  vetoes: z.array(z.strictObject({ indicatorId: z.string(), name: z.string(), reason: lineSchema(200) })),
  /** 失分最多的指标,按失分从多到少。 */
  losses: z.array(z.strictObject({ indicatorId: z.string(), name: z.string(), lost: publishedSchema, state: indicatorStateSchema, reason: z.string() })),
  computedAt: z.number().nullable(),
})
export type BranchPortrait = z.infer<typeof branchPortraitSchema>

/** 一条规则的一部分:计入与未计入的记录。 */
export const explainedPartSchema = z.strictObject({
  /** 事实表代码,如 meetings。 */
  table: z.string(),
  required: exactSchema.nullable(),
  counted: z.array(z.strictObject({ id: z.string(), date: z.string(), label: z.string() })),
  rejected: z.array(z.strictObject({ id: z.string(), date: z.string(), label: z.string(), reason: z.enum(['where', 'window', 'as_of', 'valid_if', 'distinct', 'min_gap']) })),
})
export type ExplainedPart = z.infer<typeof explainedPartSchema>
/** 自动指标的依据:计入与未计入的记录,逐条写明原因。 */
export const indicatorExplanationSchema = z.strictObject({
  indicatorId: z.string(),
  source: indicatorSourceSchema,
  achievement: exactSchema.nullable(),
  parts: z.array(explainedPartSchema),
})

export const trendLabelSchema = z.enum(['up', 'down', 'flat', 'insufficient'])
/** 走势的一点:一个月的总分与各维度得分率;没有成绩的为 null(图上断开,不画成零)。 */
export const trendPointSchema = z.strictObject({
  period: monthSchema,
  total: publishedSchema.nullable(),
  star: z.int().nullable(),
  /** 方案的哪一版:换了版本,前后不连成一线。 */
  schemeName: z.string(),
  schemeVersion: z.int(),
  comparable: z.string(),
  dimensions: z.array(z.strictObject({ id: z.string(), ratio: exactSchema.nullable() })),
})
export const weaknessSchema = z.strictObject({
  indicatorId: z.string(),
  name: z.string(),
  status: z.enum(['weak', 'watch']),
  /** 近几期的平均得分率(精确)。 */
  mean: exactSchema.nullable(),
  /** 在同类里的百分位(0 到 100);同类不足五个为 null。 */
  percentile: exactSchema.nullable(),
  /** 补齐能多得几分;比同类中位数差几分。 */
  potential: exactSchema.nullable(),
  gap: exactSchema.nullable(),
  tests: z.array(z.enum(['absolute', 'relative', 'persistent'])),
  /** 近几期各得多少(从早到晚)。 */
  observations: z.array(z.strictObject({ period: monthSchema, achievement: exactSchema.nullable() })),
})
export const branchTrendSchema = z.strictObject({
  points: z.array(trendPointSchema),
  /** 总分、各维度的走势(近 12 期;至少 4 期才下结论)。 */
  total: trendLabelSchema,
  dimensions: z.array(z.strictObject({ id: z.string(), name: z.string(), label: trendLabelSchema })),
  /** 短板与要留意的,重的在前;近几期没有三期以上记录的不下结论。 */
  weaknesses: z.array(weaknessSchema),
  observed: z.int(),
})
export type BranchTrend = z.infer<typeof branchTrendSchema>
