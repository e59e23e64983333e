import { appliesTo } from '../scoring/applicability.ts'
import { compareText } from '../scoring/lookup.ts'
import { nominalMarks } from '../scoring/nominal-marks.ts'
import { prepareScheme } from '../scoring/prepare-scheme.ts'
import { compare, numberOr, ONE, sum, toText, tryNumber, ZERO } from '../scoring/rational.ts'
import type { Rule } from '../scoring/rule.ts'
import type { Gate, Indicator, LevelConfig, Scheme } from '../scoring/scheme.ts'
import { validateScheme, type SchemeErrorCode } from '../scoring/validate-scheme.ts'
import { checkVocabulary } from './check-vocabulary.ts'
import type { SchemeBody } from './scheme-body.ts'

type BodyFaultCode =
  | SchemeErrorCode
  | 'UNKNOWN_TABLE'
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_PARAM'
  | 'FIELD_UNSUITABLE'
  | 'TEXT_MISSING'
  | 'ID_MISSING'
  | 'BAD_NUMBER'
  | 'MARK_MISSING'
  | 'EVENT_VALUE_MISSING'
  | 'DUE_NEVER'
  | 'RATERS_MISSING'
  | 'GATE_UNKNOWN'
  | 'LEVELS_MISSING'
  | 'TIE_UNKNOWN'
  | 'SHARE_RANGE'
  | 'ROLL_WEIGHTS'

/** 一处毛病:代码、在哪里、附带的话(如实际的合计、读不出的那个数)。 */
export interface BodyFault {
  readonly code: BodyFaultCode
  readonly place: string
  readonly detail: string
}
type Report = (code: BodyFaultCode, place: string, detail?: string) => void

const isRegular = ({ kind }: Indicator): boolean => kind === 'base' || kind === 'special'
const isEmpty = (table: Readonly<Record<string, unknown>> | null | undefined): boolean => table === null || table === undefined || Object.keys(table).length === 0
const isAbsent = (value: unknown): boolean => value === null || value === undefined

/** 数读得出吗:先于一切,读不出的会在别处抛错。 */
const NUMBER_KEYS = new Set(['full', 'fullTotal', 'weight', 'per', 'cap', 'minRatio', 'min', 'below', 'pct', 'value', 'ownShare', 'autoShare', 'floor', 'minCoverage', 'credit', 'beyond', 'never', 'target', 'lo', 'hi', 'a', 'const', 'scale'])
const NUMBER_TABLES = new Set(['fullByCategory', 'levels', 'minByCategory', 'byCategory'])
const checkNumbers = (scheme: Scheme, report: Report): void => {
  const walk = (value: unknown, key: string, place: string): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one, key, place)
      return
    }
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, NUMBER_TABLES.has(key) && !Array.isArray(inner) && typeof inner !== 'object' ? 'value' : name, place)
      return
    }
    // 扣分项的 target 是维度,不是数;规则里的 where 可以是任何值。
    if ((key === 'value' || NUMBER_KEYS.has(key)) && (typeof value === 'number' || typeof value === 'string') && tryNumber(value) === null) report('BAD_NUMBER', place, String(value))
  }
  const { indicators, dimensions, ...rest } = scheme
  for (const { rule, target: _target, ...indicator } of indicators) {
    walk(indicator, '', indicator.id)
    if (!isAbsent(rule)) walk(JSON.parse(JSON.stringify(rule, (key, value: unknown) => (key === 'where' || key === 'validIf' ? undefined : value))), '', indicator.id)
  }
  for (const dimension of dimensions) walk(dimension, '', dimension.id)
  for (const [name, part] of Object.entries(rest)) walk(part, name, name)
}

const checkIndicator = (indicator: Indicator, scheme: Scheme, report: Report): void => {
  const { id, kind } = indicator
  if (kind === 'bonus' || kind === 'deduct') {
    if (isAbsent(indicator.per) && isEmpty(indicator.levels)) report('EVENT_VALUE_MISSING', id)
    return
  }
  if (!isRegular(indicator)) return
  if (scheme.mode === 'weights' ? isAbsent(indicator.weight) : isAbsent(indicator.full) && isEmpty(indicator.fullByCategory)) report('MARK_MISSING', id)
  if (scheme.mode === 'weights' && !isAbsent(indicator.weight) && numberOr(indicator.weight, ZERO).n === 0n) report('MARK_MISSING', id)
  // 按季评的方案里,月份写的是季末月;一个也落不到评价期里的指标永远考不到。
  if (!isAbsent(indicator.dueMonths) && (indicator.dueMonths?.length ?? 0) === 0) report('DUE_NEVER', id)
  if (!isAbsent(indicator.raters) && (indicator.raters?.groups.length ?? 0) === 0) report('RATERS_MISSING', id)
}

const gateTarget = (gate: Gate): { readonly dims: readonly string[]; readonly indicators: readonly string[] } => ({
  dims: gate.type === 'dim_ratio' || gate.type === 'dims_below' ? (gate.dims ?? []) : [],
  indicators: gate.type === 'indicator' ? [gate.id] : [],
})

const checkGates = (config: LevelConfig | null | undefined, place: string, scheme: Scheme, report: Report): void => {
  if (isAbsent(config)) return
  if (config?.levels.length === 0) report('LEVELS_MISSING', place)
  const dims = new Set(scheme.dimensions.map(({ id }) => id))
  const indicators = new Set(scheme.indicators.filter(isRegular).map(({ id }) => id))
  const stars = new Set(config?.levels.map(({ star }) => star))
  for (const gate of config?.gates ?? []) {
    const target = gateTarget(gate)
    const isKnown = stars.has(gate.star) && target.dims.every((dim) => dims.has(dim)) && target.indicators.every((id) => indicators.has(id))
    if (!isKnown) report('GATE_UNKNOWN', place, gate.type)
  }
}

const checkShares = (scheme: Scheme, report: Report): void => {
  const share = (value: unknown, place: string): void => {
    const read = isAbsent(value) ? null : tryNumber(value)
    if (read !== null && (compare(read, ZERO) < 0 || compare(read, ONE) > 0)) report('SHARE_RANGE', place)
  }
  share(scheme.missing?.minCoverage, 'missing')
  share(scheme.rollup?.quarter?.ownShare, 'quarter')
  share(scheme.annual?.rollup?.ownShare, 'annual')
  for (const quota of [...(scheme.stars?.quota ?? []), ...(scheme.annual?.quota ?? [])]) share(quota.pct, 'quota')
  for (const indicator of scheme.indicators) {
    share(indicator.minRatio, indicator.id)
    share(indicator.hybrid?.autoShare, indicator.id)
    share(indicator.evidence?.cap, indicator.id)
  }
  for (const [spec, place, count] of [[scheme.rollup?.quarter, 'quarter', 3], [scheme.annual?.rollup, 'annual', 4]] as const) {
    if (spec?.method === 'weighted' && spec.weights?.length !== count) report('ROLL_WEIGHTS', place)
  }
  const dims = new Set(scheme.dimensions.map(({ id }) => id))
  const ids = new Set(scheme.indicators.map(({ id }) => id))
  for (const tie of scheme.ranking?.tiebreak ?? []) {
    if ((tie.key === 'dimension' && !dims.has(tie.id ?? '')) || (tie.key === 'indicator' && !ids.has(tie.id ?? ''))) report('TIE_UNKNOWN', tie.key)
  }
}

const checkTexts = ({ scheme, texts }: SchemeBody, report: Report): void => {
  for (const { id } of scheme.dimensions) if ((texts.dimensions[id] ?? '').trim() === '') report('TEXT_MISSING', id)
  for (const { id } of scheme.indicators) if ((texts.indicators[id]?.name ?? '').trim() === '') report('TEXT_MISSING', id)
}

/** 各类别的满分合计(精确);权重制与折算的总是满分。数读不出时为空。 */
export const categorySums = (scheme: Scheme, categories: readonly string[]): readonly { readonly category: string; readonly sum: string }[] => {
  try {
    const prepared = prepareScheme(scheme)
    return categories.map((category) => ({
      category,
      sum: scheme.indicators.some((one) => isRegular(one) && appliesTo(one, category)) ? toText(sum(nominalMarks(prepared, category).values())) : '0',
    }))
  } catch {
    return []
  }
}

/** 要给出数的毛病:合计实际是多少。 */
const detailOf = (scheme: Scheme, code: string, place: string): string => {
  if (code === 'FULL_SUM') return categorySums(scheme, [place])[0]?.sum ?? ''
  if (code === 'WEIGHT_SUM') return toText(sum(scheme.dimensions.map(({ weight }) => numberOr(weight, ZERO))))
  return ''
}

/** 单独一条规则的毛病:数读不读得出、读的东西在不在词汇表。 */
export const ruleFaults = (rule: Rule): readonly BodyFault[] => {
  const scheme: Scheme = { dimensions: [{ id: 'D' }], indicators: [{ id: 'rule', kind: 'base', dim: 'D', full: 100, source: 'auto', rule }] }
  const found: BodyFault[] = []
  checkNumbers(scheme, (code, place, detail = '') => found.push({ code, place, detail }))
  return found.length > 0 ? found : checkVocabulary(scheme).map(([code, place, detail]) => ({ code, place, detail }))
}

/**
 * 发布前的全部检查,所有毛病一次报齐,按代码、位置排好:方案本身(scoring 1.2)、规则读的东西在不在词汇表、
 * 引用在不在、名称全不全。
 *
 * @param categories 本单位现有的支部类别代码:对每个类别,满分都要正好。
 */
export const checkBody = (body: SchemeBody, categories: readonly string[]): readonly BodyFault[] => {
  const { scheme } = body
  const found = new Map<string, BodyFault>()
  const report: Report = (code, place, detail = '') => {
    found.set(`${code} ${place} ${detail}`, { code, place, detail })
  }
  checkTexts(body, report)
  for (const { id } of [...scheme.dimensions, ...scheme.indicators]) if (id.trim() === '') report('ID_MISSING', '')
  checkNumbers(scheme, report)
  // 数读不出,往下都算不了。
  if (![...found.values()].some(({ code }) => code === 'BAD_NUMBER')) {
    const faults = validateScheme(scheme, categories)
    for (const [code, place] of faults) report(code, place, detailOf(scheme, code, place))
    if (!faults.some(([code]) => code === 'UNKNOWN_RULE')) for (const [code, place, name] of checkVocabulary(scheme)) report(code, place, name)
    for (const indicator of scheme.indicators) checkIndicator(indicator, scheme, report)
    checkGates(scheme.stars, 'stars', scheme, report)
    checkGates(scheme.annual, 'annual', scheme, report)
    checkShares(scheme, report)
  }
  return [...found.values()].toSorted((a, b) => compareText(a.code, b.code) || compareText(a.place, b.place) || compareText(a.detail, b.detail))
}
