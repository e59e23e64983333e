// 名额:从最高级往下,每个分组各算各的。名额是上限不是指标,谁也不会为凑数而升级。
import { fromInteger, multiply, numberOr, ZERO } from './rational.ts'
import { roundToInteger } from './rounding.ts'
import type { LevelConfig, Quota } from './scheme.ts'
import { compareStanding, groupUnits, type Standing } from './standing.ts'
import type { LevelUnit } from './gates.ts'

/** 定级途中的一个支部;index 是级的序号,-1 表示没有星。 */
export interface Placement {
  readonly unit: LevelUnit
  /** 未定级与被否决归零的没有名次依据,不参与竞争。 */
  readonly standing: Standing<LevelUnit> | null
  index: number
  readonly reasons: string[]
}

/** 分组的基数:默认是已评定(有分或不合格)的支部数,不论后来得几星。 */
function baseOf(config: LevelConfig, group: readonly LevelUnit[]): number {
  if (config.quotaBase === 'all') return group.length
  return group.filter((unit) => {
    const status = unit.status ?? 'scored'
    return status === 'scored' || status === 'failed'
  }).length
}

function seatsOf(quota: Quota, base: number): number {
  if (quota.count !== null && quota.count !== undefined) return quota.count
  const share = multiply(numberOr(quota.pct, ZERO), fromInteger(base))
  return Math.max(quota.min ?? 0, Number(roundToInteger(share, quota.rounding ?? 'floor')))
}

/** 边界上相等的一律平等:要么都进(include),要么都不进(exclude)。返回能进的个数。 */
function admitted(sorted: readonly Standing<LevelUnit>[], seats: number, tie: 'include' | 'exclude'): number {
  const last = sorted[seats - 1]
  const next = sorted[seats]
  if (next === undefined) return sorted.length
  if (last === undefined || compareStanding(last, next) !== 0) return Math.max(0, seats)
  let count = seats
  if (tie === 'include') {
    while (count < sorted.length && isTied(sorted[count], last)) count += 1
  } else {
    while (count > 0 && isTied(sorted[count - 1], last)) count -= 1
  }
  return count
}

function isTied(one: Standing<LevelUnit> | undefined, other: Standing<LevelUnit>): boolean {
  return one !== undefined && compareStanding(one, other) === 0
}

/** 正好站在直接授予的星级上的不占名额。 */
function standsAtDirect(placement: Placement, star: number): boolean {
  return placement.unit.direct === star
}

function fillLevel(
  placements: readonly Placement[],
  index: number,
  quota: Quota,
  seats: number,
  tie: 'include' | 'exclude',
): void {
  const candidates = placements.filter((one) => one.index === index && !standsAtDirect(one, quota.star))
  const sorted = candidates.flatMap((one) => (one.standing === null ? [] : [one.standing])).sort(compareStanding)
  const inside = new Set(sorted.slice(0, admitted(sorted, seats, tie)).map((standing) => standing.unit))
  for (const candidate of candidates) {
    if (inside.has(candidate.unit)) continue
    candidate.index -= 1
    candidate.reasons.push('quota')
  }
}

export function applyQuotas(config: LevelConfig, placements: readonly Placement[]): void {
  const quotas = config.quota ?? []
  if (quotas.length === 0) return
  const byUnit = new Map(placements.map((one) => [one.unit, one]))
  const scope = config.quotaScope ?? 'category'
  for (const group of groupUnits([...byUnit.keys()], scope)) {
    const own = group.flatMap((unit) => byUnit.get(unit) ?? [])
    const base = baseOf(config, group)
    for (let index = config.levels.length - 1; index >= 0; index -= 1) {
      const star = config.levels[index]?.star
      for (const quota of quotas) {
        if (quota.star === star) fillLevel(own, index, quota, seatsOf(quota, base), config.quotaTie ?? 'include')
      }
    }
  }
}
