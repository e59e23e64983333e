// 趋势:斜率取两两斜率的中位数(稳健,容得下缺口);方向看曼-肯德尔 S 是否过双侧 10% 的精确界限,
// 且斜率不小于方案认为有意义的最小值。方案口径变了,之前的月份不比。
import { ZERO, compare, divide, fromInteger, optionalNumber, numberOr, subtract, toText, type Rational } from '../rational.ts'
import type { Num, Opt } from '../scheme.ts'
import { median } from '../statistics.ts'

export interface TrendPoint {
  readonly period?: Opt<string>
  readonly value?: Opt<Num>
  /** 可比口径;口径相同才连成一段。 */
  readonly key?: Opt<string>
}

export interface TrendConfig {
  readonly last?: Opt<number>
  readonly minPoints?: Opt<number>
  readonly minSlope?: Opt<Num>
}

export type TrendLabel = 'up' | 'down' | 'flat' | 'insufficient'

export interface Trend {
  readonly n: number
  readonly slope: string | null
  readonly S: number | null
  readonly critical: number | null
  readonly label: TrendLabel
}

/** n 个互异值的全部排列里,逆序数恰为 k 的个数。 */
function inversionCounts(n: number): readonly bigint[] {
  let counts: bigint[] = [1n]
  for (let size = 2; size <= n; size += 1) {
    const next: bigint[] = Array.from({ length: counts.length + size - 1 }, () => 0n)
    for (const [index, count] of counts.entries()) {
      for (let shift = 0; shift < size; shift += 1) next[index + shift] = (next[index + shift] ?? 0n) + count
    }
    counts = next
  }
  return counts
}

/** 最小的、S 取得到的 c,使 P(|S| ≥ c) ≤ 10%;没有则为 null。 */
export function criticalS(n: number): number | null {
  const counts = inversionCounts(n)
  const total = counts.reduce((all, count) => all + count, 0n)
  const highest = (n * (n - 1)) / 2
  let tail = 0n
  let found: number | null = null
  for (let s = highest; s > 0; s -= 2) {
    tail += 2n * (counts[(highest - s) / 2] ?? 0n)
    if (tail * 10n > total) break
    found = s
  }
  return found
}

interface Located {
  readonly position: number
  readonly value: Rational
}

/** 既没有值也没有口径的缺口,不说明口径变没变。 */
function isBlank(point: TrendPoint): boolean {
  return optionalNumber(point.value) === null && (point.key ?? null) === null
}

function belongs(point: TrendPoint | undefined, key: string | null): boolean {
  return point !== undefined && (isBlank(point) || (point.key ?? null) === key)
}

/** 末尾同一口径的一段,最多 last 个位置;缺口占位置但没有值。 */
function recentRun(series: readonly TrendPoint[], last: number): readonly Located[] {
  const key = series.findLast((point) => !isBlank(point))?.key ?? null
  let start = series.length
  while (start > 0 && belongs(series[start - 1], key) && series.length - start < last) start -= 1
  const points: Located[] = []
  for (const [position, point] of series.slice(start).entries()) {
    const value = optionalNumber(point.value)
    if (value !== null) points.push({ position, value })
  }
  return points
}

function pairwise(points: readonly Located[]): { readonly slopes: readonly Rational[]; readonly S: number } {
  const slopes: Rational[] = []
  let S = 0
  for (const [index, early] of points.entries()) {
    for (const late of points.slice(index + 1)) {
      const rise = subtract(late.value, early.value)
      S += compare(rise, ZERO)
      slopes.push(divide(rise, fromInteger(late.position - early.position)))
    }
  }
  return { slopes, S }
}

function labelOf(S: number, critical: number | null, slope: Rational, minSlope: Rational): TrendLabel {
  const size = slope.n < 0n ? subtract(ZERO, slope) : slope
  if (critical === null || Math.abs(S) < critical || compare(size, minSlope) < 0) return 'flat'
  return S > 0 ? 'up' : 'down'
}

export function findTrend(series: readonly TrendPoint[], config: TrendConfig = {}): Trend {
  const points = recentRun(series, config.last ?? 12)
  const n = points.length
  const { slopes, S } = pairwise(points)
  const slope = median(slopes)
  if (n < (config.minPoints ?? 4) || slope === null) {
    return { n, slope: null, S: null, critical: null, label: 'insufficient' }
  }
  const critical = criticalS(n)
  return {
    n,
    slope: toText(slope),
    S,
    critical,
    label: labelOf(S, critical, slope, numberOr(config.minSlope, ZERO)),
  }
}
