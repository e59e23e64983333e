// 名次牢不牢:在别的合理权重下名次会怎样变。权重可明给、可在原权重上下浮动、可在全部权重中均匀抽取。
// 权重与得分率都化成整数再比,名次没有浮点误差;种子固定,报告可复现。
import { ONE, add, multiply, numberOr, parseNumber, rational, subtract, toText, type Rational } from '../rational.ts'
import type { Num, Opt } from '../scheme.ts'
import { createDraws } from './random.ts'

export type Sampler =
  | { readonly type: 'explicit'; readonly weights: readonly (readonly Num[])[] }
  | { readonly type: 'noise'; readonly delta?: Opt<Num>; readonly seed: number; readonly n: number }
  | { readonly type: 'simplex'; readonly seed: number; readonly n: number }

export interface SmaaInput {
  readonly branches: readonly string[]
  /** 每个支部一行,每个维度一列。 */
  readonly matrix: readonly (readonly Num[])[]
  readonly nominalWeights: readonly Num[]
  readonly topK?: Opt<number>
  readonly sampler: Sampler
}

export interface SmaaBranch {
  readonly nominalRank: number
  readonly rankCounts: readonly number[]
  readonly meanRank: string
  readonly low: number
  readonly high: number
  readonly firstShare: string
  readonly topKShare: string
}

export interface SmaaResult {
  readonly n: number
  readonly branches: Readonly<Record<string, SmaaBranch>>
}

const RANGE = 2n ** 32n

/** 同乘公分母:名次只看相对大小,权重除不除以和都一样。 */
function toIntegers(values: readonly Rational[]): readonly bigint[] {
  let common = 1n
  // rational(common, d) 约分后的分母,正是公分母还缺的那一部分。
  for (const value of values) common *= rational(common, value.d).d
  return values.map((value) => (value.n * common) / value.d)
}

function drawNoise(nominal: readonly Rational[], delta: Rational, draw: () => number): readonly bigint[] {
  return toIntegers(
    nominal.map((weight) => {
      const swing = subtract(rational(2n * BigInt(draw()), RANGE), ONE)
      return multiply(weight, add(ONE, multiply(delta, swing)))
    }),
  )
}

/** 权重是 0、排好序的抽样值、1 之间的间隔。 */
function drawSimplex(size: number, draw: () => number): readonly bigint[] {
  const cuts = Array.from({ length: Math.max(0, size - 1) }, draw).sort((a, b) => a - b)
  const edges = [0n, ...cuts.map(BigInt), RANGE]
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0n))
}

function drawWeights(sampler: Sampler, nominal: readonly Rational[]): readonly (readonly bigint[])[] {
  if (sampler.type === 'explicit') return sampler.weights.map((row) => toIntegers(row.map(parseNumber)))
  const draw = createDraws(sampler.seed)
  const delta = sampler.type === 'noise' ? numberOr(sampler.delta, rational(3n, 10n)) : null
  return Array.from({ length: sampler.n }, () =>
    delta === null ? drawSimplex(nominal.length, draw) : drawNoise(nominal, delta, draw),
  )
}

/** 名次 = 1 + 得分严格更高的个数。 */
function ranksUnder(weights: readonly bigint[], rows: readonly (readonly bigint[])[]): readonly number[] {
  const sums = rows.map((row) => row.reduce((total, value, column) => total + value * (weights[column] ?? 0n), 0n))
  const order = sums.map((_, index) => index).sort((a, b) => compareBig(sums[b] ?? 0n, sums[a] ?? 0n))
  const ranks: number[] = Array.from({ length: rows.length }, () => 1)
  let rank = 1
  for (const [place, index] of order.entries()) {
    const before = order[place - 1]
    if (before !== undefined && sums[before] !== sums[index]) rank = place + 1
    ranks[index] = rank
  }
  return ranks
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** 排好序后的第 position 个名次(从 1 数)。 */
function rankAt(counts: readonly number[], position: number): number {
  let passed = 0
  for (const [index, count] of counts.entries()) {
    passed += count
    if (passed >= position) return index + 1
  }
  return counts.length
}

function describe(counts: readonly number[], nominalRank: number, n: number, topK: number): SmaaBranch {
  const total = counts.reduce((all, count, index) => all + count * (index + 1), 0)
  const top = counts.slice(0, topK).reduce((all, count) => all + count, 0)
  const share = (count: number): string => toText(rational(BigInt(count), BigInt(Math.max(1, n))))
  return {
    nominalRank,
    rankCounts: counts,
    meanRank: share(total),
    // 90% 名次区间:5% 与 95% 处的名次,取最近一名。
    low: rankAt(counts, Math.ceil(n / 20)),
    high: rankAt(counts, Math.ceil((19 * n) / 20)),
    firstShare: share(counts[0] ?? 0),
    topKShare: share(top),
  }
}

export function rankFirmness(input: SmaaInput): SmaaResult {
  const size = input.branches.length
  const flat = toIntegers(input.matrix.flatMap((row) => row.map(parseNumber)))
  let offset = 0
  const rows = input.matrix.map((row) => {
    const own = flat.slice(offset, offset + row.length)
    offset += row.length
    return own
  })
  const nominal = input.nominalWeights.map(parseNumber)
  const nominalRanks = ranksUnder(toIntegers(nominal), rows)
  const counts = input.branches.map(() => Array.from({ length: size }, () => 0))
  const draws = drawWeights(input.sampler, nominal)
  for (const weights of draws) {
    for (const [index, rank] of ranksUnder(weights, rows).entries()) {
      const own = counts[index]
      if (own !== undefined) own[rank - 1] = (own[rank - 1] ?? 0) + 1
    }
  }
  return {
    n: draws.length,
    branches: Object.fromEntries(
      input.branches.map((id, index) => [
        id,
        describe(counts[index] ?? [], nominalRanks[index] ?? 1, draws.length, input.topK ?? 1),
      ]),
    ),
  }
}
