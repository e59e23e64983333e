import type { SchemeBody, TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import type { Rule } from '../../domain/scoring/rule.ts'
import type { Indicator, Num, Scheme, VetoEffect } from '../../domain/scoring/scheme.ts'

/** 名称、评分标准、佐证。 */
type Words = readonly [name: string, wording: string, evidence: string]
type How = Partial<Pick<Indicator, 'period' | 'dueMonths' | 'source' | 'rule' | 'hybrid'>>

/** 一年一考:在 12 月的评价里看全年。 */
export const YEARLY: How = { period: 'year', dueMonths: [12] }
/** 一季一考:在季末的评价里看整个季度。 */
export const QUARTERLY: How = { period: 'quarter', dueMonths: [3, 6, 9, 12] }
/** 由记录算。 */
export const recorded = (rule: Rule): How => ({ source: 'auto', rule })
/** 有记录先由记录算;另行评了分的,以评的为准(来源没有细则,或者记录在别处的)。 */
export const recordedOrRated = (rule: Rule): How => ({ source: 'hybrid', hybrid: { mode: 'override', whenManualMissing: 'auto' }, rule })

/** 一项基础指标;不写来源的由人评。 */
export const item = (id: string, dim: string, full: Num, [name, wording, evidence]: Words, how: How = {}, tags?: Readonly<Record<string, string>>): TemplateItem => ({
  indicator: { id, kind: 'base', dim, full, period: 'month', source: 'manual', ...how },
  text: { name, wording, evidence, ...(tags === undefined ? {} : { tags }) },
})

/** 加分、扣分:每次几分,或者分级。 */
type Value = { readonly per: Num; readonly cap?: Num } | { readonly levels: Readonly<Record<string, readonly [value: Num, name: string]>>; readonly cap?: Num }
export const event = (kind: 'bonus' | 'deduct', id: string, [name, wording, evidence]: Words, value: Value): TemplateItem => {
  const cap = value.cap === undefined ? {} : { cap: value.cap }
  if ('per' in value) return { indicator: { id, kind, per: value.per, ...cap, period: 'month' }, text: { name, wording, evidence } }
  const levels = Object.entries(value.levels)
  return {
    indicator: { id, kind, levels: Object.fromEntries(levels.map(([code, [points]]) => [code, points])), ...cap, period: 'month' },
    text: { name, wording, evidence, levels: Object.fromEntries(levels.map(([code, [, label]]) => [code, label])) },
  }
}
export const veto = (id: string, [name, wording, evidence]: Words, ...effects: readonly VetoEffect[]): TemplateItem => ({ indicator: { id, kind: 'veto', period: 'month', effects }, text: { name, wording, evidence } })

type Parts = Pick<SchemeBody, 'name' | 'note'> & {
  readonly dimensions: Readonly<Record<string, string>>
  readonly items: readonly TemplateItem[]
  readonly scheme: Omit<Scheme, 'dimensions' | 'indicators'>
  readonly texts?: Omit<SchemeBody['texts'], 'dimensions' | 'indicators'>
}
/** 各模板共同的办法:按分、缺的按零并标明、维度内折算、公布数两位小数定星、同类排名。 */
export const compose = ({ name, note, dimensions, items, scheme, texts }: Parts): SchemeBody => ({
  name,
  note,
  scheme: {
    mode: 'points',
    fullTotal: 100,
    missing: { default: 'zero', redistribute: 'dimension', minCoverage: 0 },
    total: { floor: 0, floorStage: 'beforeBonus' },
    rounding: { decimals: 2, mode: 'half_up' },
    decideOn: 'rounded',
    ranking: { scope: 'category', method: 'competition' },
    ...scheme,
    dimensions: Object.keys(dimensions).map((id) => ({ id })),
    indicators: items.map(({ indicator }) => indicator),
  },
  texts: { dimensions, indicators: Object.fromEntries(items.map(({ indicator, text }) => [indicator.id, text])), ...texts },
})
