// 百分位:100 × (低于的个数 + (相等的个数 - 1) / 2) / (n - 1),相等的个数含自身。
// 独一份的最差为 0,独一份的最好为 100。只有一个值时没有百分位。
import { compare, rational, type Rational } from '../rational.ts'

/** values 是全体(含自身)。 */
export function percentileRank(value: Rational, values: readonly Rational[]): Rational | null {
  if (values.length < 2) return null
  let lower = 0
  let equal = 0
  for (const other of values) {
    const sign = compare(other, value)
    if (sign < 0) lower += 1
    else if (sign === 0) equal += 1
  }
  return rational(BigInt(50 * (2 * lower + equal - 1)), BigInt(values.length - 1))
}

export function percentileRanks(values: readonly (Rational | null)[]): readonly (Rational | null)[] {
  const known = values.filter((value) => value !== null)
  return values.map((value) => (value === null ? null : percentileRank(value, known)))
}
