// 短板:绝对低(平均达成度低于界限)、相对低(最近一期百分位靠后)、持续低(多数期低于界限或同类中位数)。
// 短板 = 绝对且(相对或持续);关注 = 绝对或相对。依据不够的不下结论。
import { compareText } from '../lookup.ts'
import {
  ONE,
  ZERO,
  compare,
  maximum,
  multiply,
  numberOr,
  optionalNumber,
  parseNumber,
  rational,
  subtract,
  toText,
  type Rational,
} from '../rational.ts'
import type { Num, Opt } from '../scheme.ts'
import { mean, median } from '../statistics.ts'
import { percentileRank } from './percentile.ts'

/** own 与 peers 每期一项,从早到晚;peers 只含其他支部。 */
export interface WeaknessItem {
  readonly id: string
  readonly full: Num
  readonly own: readonly Opt<Num>[]
  readonly peers?: Opt<readonly Opt<readonly Opt<Num>[]>[]>
}

export interface WeaknessConfig {
  readonly absBelow?: Opt<Num>
  readonly minObs?: Opt<number>
  readonly minPeers?: Opt<number>
  readonly percentileMax?: Opt<Num>
  readonly persistence?: Opt<Num>
}

export type WeaknessStatus = 'weak' | 'watch' | 'ok' | 'insufficient'
export type WeaknessTest = 'absolute' | 'relative' | 'persistent'

export interface Weakness {
  readonly id: string
  readonly status: WeaknessStatus
  readonly mean: string | null
  readonly percentile: string | null
  readonly potential: string | null
  readonly gapToPeerMedian: string | null
  readonly tests: readonly WeaknessTest[]
}

interface Limits {
  readonly absBelow: Rational
  readonly minObs: number
  readonly minPeers: number
  readonly percentileMax: Rational
  readonly persistence: Rational
}

interface Judged {
  readonly weakness: Weakness
  readonly lost: Rational
}

interface Observation {
  readonly own: Rational
  readonly peers: readonly Rational[]
}

function readLimits(config: WeaknessConfig): Limits {
  return {
    absBelow: numberOr(config.absBelow, rational(3n, 5n)),
    minObs: config.minObs ?? 3,
    minPeers: config.minPeers ?? 5,
    percentileMax: numberOr(config.percentileMax, rational(25n)),
    persistence: numberOr(config.persistence, rational(2n, 3n)),
  }
}

function observe(item: WeaknessItem): readonly (Observation | null)[] {
  return item.own.map((raw, index) => {
    const own = optionalNumber(raw)
    if (own === null) return null
    const peers = (item.peers?.[index] ?? []).flatMap((peer) => optionalNumber(peer) ?? [])
    return { own, peers }
  })
}

/** 同类不足时只看绝对界限。 */
function isLow(one: Observation, limits: Limits): boolean {
  if (compare(one.own, limits.absBelow) < 0) return true
  const middle = one.peers.length < limits.minPeers ? null : median(one.peers)
  return middle !== null && compare(one.own, middle) < 0
}

function insufficient(id: string): Judged {
  return {
    weakness: { id, status: 'insufficient', mean: null, percentile: null, potential: null, gapToPeerMedian: null, tests: [] },
    lost: ZERO,
  }
}

function statusOf(tests: readonly WeaknessTest[]): WeaknessStatus {
  const isAbsolute = tests.includes('absolute')
  const isRelative = tests.includes('relative')
  if (isAbsolute && (isRelative || tests.includes('persistent'))) return 'weak'
  return isAbsolute || isRelative ? 'watch' : 'ok'
}

function judge(item: WeaknessItem, limits: Limits): Judged {
  const observed = observe(item)
  const known = observed.filter((one) => one !== null)
  const latest = observed.at(-1)
  const average = mean(known.map((one) => one.own))
  if (known.length < limits.minObs || latest === null || latest === undefined || average === null) {
    return insufficient(item.id)
  }
  const hasPeers = latest.peers.length >= limits.minPeers
  const percentile = hasPeers ? percentileRank(latest.own, [latest.own, ...latest.peers]) : null
  const middle = hasPeers ? median(latest.peers) : null
  const lowShare = rational(BigInt(known.filter((one) => isLow(one, limits)).length), BigInt(known.length))
  const tests: WeaknessTest[] = []
  if (compare(average, limits.absBelow) < 0) tests.push('absolute')
  if (percentile !== null && compare(percentile, limits.percentileMax) <= 0) tests.push('relative')
  if (compare(lowShare, limits.persistence) >= 0) tests.push('persistent')
  const full = parseNumber(item.full)
  const lost = multiply(subtract(ONE, average), full)
  const gap = middle === null ? null : multiply(maximum(ZERO, subtract(middle, latest.own)), full)
  return {
    weakness: {
      id: item.id,
      status: statusOf(tests),
      mean: toText(average),
      percentile: percentile === null ? null : toText(percentile),
      potential: toText(lost),
      gapToPeerMedian: gap === null ? null : toText(gap),
      tests,
    },
    lost,
  }
}

const ORDER: Readonly<Record<WeaknessStatus, number>> = { weak: 0, watch: 1, ok: 2, insufficient: 3 }

/** 短板在前,其次按丢分多少,再按编号。 */
export function findWeaknesses(items: readonly WeaknessItem[], config: WeaknessConfig = {}): readonly Weakness[] {
  const limits = readLimits(config)
  return items
    .map((item) => judge(item, limits))
    .sort(
      (a, b) =>
        ORDER[a.weakness.status] - ORDER[b.weakness.status] ||
        compare(b.lost, a.lost) ||
        compareText(a.weakness.id, b.weakness.id),
    )
    .map((one) => one.weakness)
}
