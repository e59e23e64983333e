// 多人评分:组内平均、中位数或去掉一个最高一个最低再平均,组间加权。
// 人数不足的组:默认整项算缺;可设为把它的权重分给其余各组。
import { assertNever } from '../../../shared/util/assert-never.ts'
import type { RaterScores } from './input.ts'
import { lookup } from './lookup.ts'
import { ONE, HUNDRED, ZERO, add, compare, divide, multiply, numberOr, parseNumber, type Rational } from './rational.ts'
import type { RaterGroup, Raters } from './scheme.ts'
import { ScoringError } from './scoring-error.ts'
import { mean, median, trimmedMean } from './statistics.ts'

function readScores(indicatorId: string, given: readonly RaterScores[], scale: Rational): Map<string, Rational[]> {
  const scores = new Map<string, Rational[]>()
  for (const entry of given) {
    const group = scores.get(entry.group) ?? []
    scores.set(entry.group, group)
    for (const raw of entry.scores) {
      const score = parseNumber(raw)
      // 超出量程的分拒绝,不悄悄截断。
      if (score.n < 0n || compare(score, scale) > 0) throw new ScoringError('OUT_OF_RANGE', indicatorId)
      group.push(score)
    }
  }
  return scores
}

function combine(group: RaterGroup, scores: readonly Rational[]): Rational | null {
  const agg = group.agg ?? 'mean'
  switch (agg) {
    case 'mean':
      return mean(scores)
    case 'median':
      return median(scores)
    case 'trimmed':
      return trimmedMean(scores)
    default:
      return assertNever(agg)
  }
}

/** 折成 0..1 的达成度;依据不足时为 null(按缺处理)。 */
export function raterScore(indicatorId: string, config: Raters, given: readonly RaterScores[]): Rational | null {
  const scale = numberOr(config.scale, HUNDRED)
  const scores = readScores(indicatorId, given, scale)
  let total = ZERO
  let weights = ZERO
  for (const group of config.groups) {
    const own = scores.get(group.id) ?? []
    const value = own.length < (lookup(config.minCount, group.id) ?? 1) ? null : combine(group, own)
    if (value === null) {
      if (config.missingGroup === 'renormalise') continue
      return null
    }
    const weight = numberOr(group.weight, ONE)
    total = add(total, multiply(weight, value))
    weights = add(weights, weight)
  }
  if (weights.n === 0n || scale.n === 0n) return null
  return divide(divide(total, weights), scale)
}
