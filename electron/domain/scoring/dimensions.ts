// 维度得分:指标分之和,减本维度扣分,到 0 为止(扣完为止,扣不动的记在“兜底”里),再看否决归零。
import { dimensionDeduction, type EventSums } from './events.ts'
import type { PreparedScheme } from './prepare-scheme.ts'
import { ZERO, add, divide, negate, sum, toText, type Rational } from './rational.ts'
import type { DimensionResult } from './result.ts'

export interface DimensionScore {
  readonly id: string
  readonly full: Rational
  readonly base: Rational
  /** 扣分,负数。 */
  readonly deduct: Rational
  readonly floor: Rational
  readonly veto: Rational
  readonly score: Rational
}

export interface IndicatorPoints {
  readonly dim: string
  readonly full: Rational
  readonly points: Rational
}

export function scoreDimensions(
  prepared: PreparedScheme,
  points: readonly IndicatorPoints[],
  events: EventSums,
  zeroed: ReadonlySet<string>,
): readonly DimensionScore[] {
  const byDim = new Map<string, IndicatorPoints[]>(prepared.dimensions.map((dim) => [dim.id, []]))
  for (const one of points) byDim.get(one.dim)?.push(one)
  return prepared.dimensions.map(({ id }) => {
    const own = byDim.get(id) ?? []
    const full = sum(own.map((one) => one.full))
    const base = sum(own.map((one) => one.points))
    const deduct = negate(dimensionDeduction(events, id, full))
    const left = add(base, deduct)
    const floor = left.n < 0n ? negate(left) : ZERO
    const before = add(left, floor)
    const veto = zeroed.has(id) ? negate(before) : ZERO
    return { id, full, base, deduct, floor, veto, score: add(before, veto) }
  })
}

export function dimensionResult(dim: DimensionScore): DimensionResult {
  return {
    full: toText(dim.full),
    base: toText(dim.base),
    deduct: toText(dim.deduct),
    floor: toText(dim.floor),
    veto: toText(dim.veto),
    score: toText(dim.score),
    ratio: dim.full.n === 0n ? null : toText(divide(dim.score, dim.full)),
  }
}
