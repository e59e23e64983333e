import { appliesTo, isDue } from '../../domain/scoring/applicability.ts'
import { configuredFull } from '../../domain/scoring/nominal-marks.ts'
import { parsePeriod } from '../../domain/scoring/period.ts'
import { compare, parseNumber, toText, ZERO } from '../../domain/scoring/rational.ts'
import type { Indicator, IndicatorKind } from '../../domain/scoring/scheme.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { LoadedVersion } from './schemes/scheme-library.ts'

/** 取一个种类合适、对本类别适用的指标,否则 INDICATOR_UNSUITABLE。 */
const suitable = (version: LoadedVersion, category: string | null, indicatorId: string, kinds: readonly IndicatorKind[]): Indicator => {
  const { scheme } = version.forCategory(category)
  const indicator = scheme.indicators.find((one) => one.id === indicatorId)
  return indicator !== undefined && kinds.includes(indicator.kind) && appliesTo(indicator, category) ? indicator : failWith('INDICATOR_UNSUITABLE')
}

/** 本月要考的基本或专项指标。 */
export const requireDue = (version: LoadedVersion, category: string | null, indicatorId: string, period: string): Indicator => {
  const indicator = suitable(version, category, indicatorId, ['base', 'special'])
  return isDue(indicator, parsePeriod(version.periodOf(period))) ? indicator : failWith('INDICATOR_UNSUITABLE')
}

/** 可以手工评分的指标:自动的不收,改记录才是改分。 */
export const requireManual = (version: LoadedVersion, category: string | null, indicatorId: string, period: string): Indicator => {
  const indicator = requireDue(version, category, indicatorId, period)
  return indicator.source === 'auto' ? failWith('INDICATOR_UNSUITABLE') : indicator
}

/**
 * 手工评分的分与原因:0 到本类别满分之间,低于满分要写原因。
 *
 * @returns 规范的精确文本,`1.50` 存为 `1.5`。
 */
export const checkPoints = (version: LoadedVersion, category: string | null, indicatorId: string, points: string, reason: string): string => {
  const indicator = version.forCategory(category).prepared.regular.find((one) => one.id === indicatorId)
  if (indicator === undefined) return failWith('INDICATOR_UNSUITABLE')
  const full = configuredFull(indicator, category)
  const given = readExact(points) ?? failWith('OUT_OF_RANGE', { full: toText(full) })
  if (compare(given, ZERO) < 0 || compare(given, full) > 0) return failWith('OUT_OF_RANGE', { full: toText(full) })
  if (compare(given, full) < 0 && reason === '') return failWith('REASON_REQUIRED')
  return toText(given)
}

/** `1/0` 合得上文本的形状,却不是数。 */
const readExact = (points: string) => (/\/0+$/.test(points) ? null : parseNumber(points))

/** 加分或扣分:有等级表的须选其中一级,没有的不带等级。 */
export const requireEvent = (version: LoadedVersion, category: string | null, indicatorId: string, level: string | null): Indicator => {
  const indicator = suitable(version, category, indicatorId, ['bonus', 'deduct'])
  const levels = indicator.levels ?? null
  const fits = level === null ? levels === null : levels !== null && Object.hasOwn(levels, level)
  return fits ? indicator : failWith('INDICATOR_UNSUITABLE')
}

export const requireVeto = (version: LoadedVersion, category: string | null, indicatorId: string): Indicator => suitable(version, category, indicatorId, ['veto'])
