// 应有分值:分值制直接取(可按类别另定,可折算到满分);权重制为 满分 × 维度权重份额 × 维度内权重份额。
// 两种制式最后都是“总分里的分”,各类别各自加起来等于满分。
import { appliesTo } from './applicability.ts'
import type { PreparedIndicator, PreparedScheme } from './prepare-scheme.ts'
import { ZERO, add, divide, multiply, sum, type Rational } from './rational.ts'

/** 方案里写的分值(折算之前)。 */
export function configuredFull(indicator: PreparedIndicator, category: string | null): Rational {
  const own = category === null ? undefined : indicator.fullByCategory.get(category)
  return own ?? indicator.full ?? ZERO
}

function byPoints(
  prepared: PreparedScheme,
  indicators: readonly PreparedIndicator[],
  category: string | null,
): Map<string, Rational> {
  const marks = new Map(indicators.map((one) => [one.id, configuredFull(one, category)]))
  if (!prepared.isNormalised) return marks
  const total = sum(marks.values())
  if (total.n === 0n) return marks
  const factor = divide(prepared.fullTotal, total)
  for (const [id, full] of marks) marks.set(id, multiply(full, factor))
  return marks
}

function byWeights(prepared: PreparedScheme, indicators: readonly PreparedIndicator[]): Map<string, Rational> {
  const inside = new Map<string, Rational>()
  for (const one of indicators) inside.set(one.dim, add(inside.get(one.dim) ?? ZERO, one.weight))
  // 本类别没有指标的维度不占份额。
  const live = prepared.dimensions.filter((dim) => inside.has(dim.id))
  const total = sum(live.map((dim) => dim.weight))
  const share = new Map<string, Rational>()
  for (const dim of live) {
    const weights = inside.get(dim.id) ?? ZERO
    if (total.n === 0n || weights.n === 0n) continue
    share.set(dim.id, divide(multiply(prepared.fullTotal, dim.weight), multiply(total, weights)))
  }
  return new Map(indicators.map((one) => [one.id, multiply(share.get(one.dim) ?? ZERO, one.weight)]))
}

/** 某类别全部适用指标的应有分值。 */
export function nominalMarks(prepared: PreparedScheme, category: string | null): ReadonlyMap<string, Rational> {
  const known = prepared.nominalMemo.get(category)
  if (known !== undefined) return known
  const indicators = prepared.regular.filter((one) => appliesTo(one.source, category))
  const marks = prepared.isWeights ? byWeights(prepared, indicators) : byPoints(prepared, indicators, category)
  prepared.nominalMemo.set(category, marks)
  return marks
}
