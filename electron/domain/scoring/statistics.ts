// 精确的平均数与中位数。
import { add, compare, divide, fromInteger, sum, type Rational } from './rational.ts'

export function mean(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : divide(sum(values), fromInteger(values.length))
}

export function median(values: readonly Rational[]): Rational | null {
  if (values.length === 0) return null
  const sorted = [...values].sort(compare)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  if (sorted.length % 2 === 1) return upper
  const lower = sorted[middle - 1]
  return lower === undefined ? upper : divide(add(lower, upper), fromInteger(2))
}

/** 去掉一个最高、一个最低再平均;不足三个时就是平均。 */
export function trimmedMean(values: readonly Rational[]): Rational | null {
  if (values.length < 3) return mean(values)
  return mean([...values].sort(compare).slice(1, -1))
}
