// 人工评分:直接给比例、给分数(除以方案所写分值,权重制除以 100)或多人评分。
// 只有确认过的才算;草稿与撤回的等于没有。超出 0..1 的拒绝,不截断。
import type { ManualEntry } from './input.ts'
import { configuredFull } from './nominal-marks.ts'
import type { PreparedIndicator, PreparedScheme } from './prepare-scheme.ts'
import { HUNDRED, ZERO, divide, isUnit, parseNumber, type Rational } from './rational.ts'
import { raterScore } from './rater-score.ts'
import { ScoringError } from './scoring-error.ts'

function fromPoints(points: Rational, full: Rational, indicatorId: string): Rational {
  if (full.n !== 0n) return divide(points, full)
  // 分值为 0 的指标只能得 0 分。
  if (points.n !== 0n) throw new ScoringError('OUT_OF_RANGE', indicatorId)
  return ZERO
}

function readEntry(
  prepared: PreparedScheme,
  indicator: PreparedIndicator,
  category: string | null,
  entry: ManualEntry,
): Rational | null {
  if (entry.ratio !== null && entry.ratio !== undefined) return parseNumber(entry.ratio)
  if (entry.points !== null && entry.points !== undefined) {
    const full = prepared.isWeights ? HUNDRED : configuredFull(indicator, category)
    return fromPoints(parseNumber(entry.points), full, indicator.id)
  }
  const config = indicator.source.raters
  if (config === null || config === undefined || entry.raters === null || entry.raters === undefined) return null
  return raterScore(indicator.id, config, entry.raters)
}

/** 已确认的人工达成度;没有则为 null。 */
export function manualScore(
  prepared: PreparedScheme,
  indicator: PreparedIndicator,
  category: string | null,
  entry: ManualEntry | null | undefined,
): Rational | null {
  if (entry === null || entry === undefined || (entry.state ?? 'confirmed') !== 'confirmed') return null
  const value = readEntry(prepared, indicator, category, entry)
  if (value !== null && !isUnit(value)) throw new ScoringError('OUT_OF_RANGE', indicator.id)
  return value
}
