// 发布前的检查:全部问题一次报齐,每条是 [代码, 位置],排好序。对每个类别都要成立。
import { appliesTo } from './applicability.ts'
import { compareText } from './lookup.ts'
import { isKnownRule } from './known-rule.ts'
import { nominalMarks } from './nominal-marks.ts'
import { prepareScheme, type PreparedScheme } from './prepare-scheme.ts'
import { ONE, compare, numberOr, optionalNumber, parseNumber, sum, ZERO } from './rational.ts'
import type { Indicator, Level, LevelConfig, Num, Opt, Scheme, Table, VetoEffect } from './scheme.ts'

export type SchemeErrorCode =
  | 'DUPLICATE_ID'
  | 'UNKNOWN_DIMENSION'
  | 'NEGATIVE'
  | 'UNKNOWN_RULE'
  | 'RULE_MISSING'
  | 'UNKNOWN_EFFECT'
  | 'UNKNOWN_INDICATOR'
  | 'VETO_WITHOUT_EFFECT'
  | 'UNKNOWN_CATEGORY'
  | 'NO_REGULAR_INDICATOR'
  | 'FULL_SUM'
  | 'WEIGHT_SUM'
  | 'BONUS_CAP_MISSING'
  | 'LEVEL_ORDER'
  | 'QUOTA_SUM'
  | 'UNKNOWN_LEVEL'

export type SchemeError = readonly [code: SchemeErrorCode, place: string]

type Report = (code: SchemeErrorCode, place: string) => void

function isRegular(indicator: Indicator): boolean {
  return indicator.kind === 'base' || indicator.kind === 'special'
}

function reportDuplicates(ids: readonly string[], report: Report): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) report('DUPLICATE_ID', id)
    seen.add(id)
  }
}

function hasNegative(indicator: Indicator): boolean {
  const tables: readonly Opt<Table<Num>>[] = [indicator.fullByCategory, indicator.levels]
  const single: readonly Opt<Num>[] = [indicator.full, indicator.weight, indicator.per, indicator.cap]
  return [...single, ...tables.flatMap((table) => Object.values(table ?? {}))].some(
    (value) => numberOr(value, ZERO).n < 0n,
  )
}

/** 没有扣到总分的扣分项,去向必须是已有的维度。 */
function dimensionOf(indicator: Indicator): string | null {
  if (isRegular(indicator)) return indicator.dim ?? ''
  if (indicator.kind !== 'deduct') return null
  const target = indicator.target ?? 'total'
  return target === 'total' ? null : target
}

function checkRule(indicator: Indicator, report: Report): void {
  if (!isRegular(indicator)) return
  const isMissing = indicator.rule === null || indicator.rule === undefined
  if (isMissing && (indicator.source === 'auto' || indicator.source === 'hybrid')) report('RULE_MISSING', indicator.id)
  if (!isMissing && !isKnownRule(indicator.rule)) report('UNKNOWN_RULE', indicator.id)
}

function checkEffect(
  veto: Indicator,
  effect: VetoEffect,
  regular: ReadonlySet<string>,
  dims: ReadonlySet<string>,
  report: Report,
): void {
  switch (effect.type) {
    case 'zero_indicator':
      if (!regular.has(effect.indicator)) report('UNKNOWN_INDICATOR', veto.id)
      break
    case 'zero_dimension':
      if (!dims.has(effect.dim)) report('UNKNOWN_DIMENSION', veto.id)
      break
    case 'cap_total':
    case 'cap_star':
    case 'fail_period':
    case 'disqualify_year':
    case 'revoke_star':
      break
    default:
      report('UNKNOWN_EFFECT', veto.id)
  }
}

function checkIndicators(scheme: Scheme, categories: ReadonlySet<string>, report: Report): void {
  const dims = new Set(scheme.dimensions.map((dim) => dim.id))
  const regular = new Set(scheme.indicators.filter(isRegular).map((one) => one.id))
  reportDuplicates(scheme.indicators.map((one) => one.id), report)
  reportDuplicates(scheme.dimensions.map((one) => one.id), report)
  for (const dim of scheme.dimensions) if (numberOr(dim.weight, ZERO).n < 0n) report('NEGATIVE', dim.id)
  for (const indicator of scheme.indicators) {
    const dim = dimensionOf(indicator)
    if (dim !== null && !dims.has(dim)) report('UNKNOWN_DIMENSION', indicator.id)
    if (hasNegative(indicator)) report('NEGATIVE', indicator.id)
    checkRule(indicator, report)
    const named = [...(indicator.categories ?? []), ...Object.keys(indicator.fullByCategory ?? {})]
    if (named.some((category) => !categories.has(category))) report('UNKNOWN_CATEGORY', indicator.id)
    if (indicator.kind !== 'veto') continue
    const effects = indicator.effects ?? []
    if (effects.length === 0) report('VETO_WITHOUT_EFFECT', indicator.id)
    for (const effect of effects) checkEffect(indicator, effect, regular, dims, report)
  }
}

/** 分值与权重之和;前面有任何问题时,加起来是多少没有意义,不查。 */
function checkSums(scheme: Scheme, prepared: PreparedScheme, categories: readonly string[], report: Report): void {
  for (const category of categories) {
    if (!scheme.indicators.some((one) => isRegular(one) && appliesTo(one, category))) {
      report('NO_REGULAR_INDICATOR', category)
      continue
    }
    if (prepared.isWeights || prepared.isNormalised) continue
    if (compare(sum(nominalMarks(prepared, category).values()), prepared.fullTotal) !== 0) report('FULL_SUM', category)
  }
  if (!prepared.isWeights) return
  if (compare(sum(prepared.dimensions.map((dim) => dim.weight)), ONE) !== 0) report('WEIGHT_SUM', 'dimensions')
}

function rises(before: Level, after: Level, categories: readonly string[]): boolean {
  if (after.star <= before.star) return false
  const at = (level: Level, category: string | null): Num =>
    (category === null ? undefined : level.minByCategory?.[category]) ?? level.min
  return [null, ...categories].every(
    (category) => compare(parseNumber(at(after, category)), parseNumber(at(before, category))) > 0,
  )
}

function checkLevels(config: Opt<LevelConfig>, place: string, categories: readonly string[], report: Report): void {
  if (config === null || config === undefined) return
  for (const [index, level] of config.levels.entries()) {
    const before = config.levels[index - 1]
    if (before !== undefined && !rises(before, level, categories)) report('LEVEL_ORDER', String(level.star))
  }
  const quotas = config.quota ?? []
  for (const quota of quotas) {
    if (!config.levels.some((level) => level.star === quota.star)) report('UNKNOWN_LEVEL', String(quota.star))
  }
  if (compare(sum(quotas.map((quota) => numberOr(quota.pct, ZERO))), ONE) > 0) report('QUOTA_SUM', place)
}

function compareErrors(a: SchemeError, b: SchemeError): number {
  return compareText(a[0], b[0]) || compareText(a[1], b[1])
}

export function validateScheme(scheme: Scheme, categories: readonly string[]): readonly SchemeError[] {
  const prepared = prepareScheme(scheme)
  const found = new Map<string, SchemeError>()
  const report: Report = (code, place) => {
    found.set(JSON.stringify([code, place]), [code, place])
  }
  checkIndicators(scheme, new Set(categories), report)
  if (found.size === 0) checkSums(scheme, prepared, categories, report)
  const hasBonus = scheme.indicators.some((one) => one.kind === 'bonus')
  if (hasBonus && optionalNumber(scheme.bonus?.cap) === null) report('BONUS_CAP_MISSING', 'bonus')
  checkLevels(scheme.stars, 'stars', categories, report)
  checkLevels(scheme.annual, 'annual', categories, report)
  return [...found.values()].sort(compareErrors)
}
