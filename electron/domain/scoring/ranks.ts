// 名次:只排有分的。跳号排名 1、2、2、4,或连号排名 1、2、2、3。
import { optionalNumber } from './rational.ts'
import type { StandingRules } from './scheme.ts'
import { compareStanding, groupUnits, standingOf, type Standing, type StandingUnit } from './standing.ts'

export interface Rank {
  readonly rank: number
  readonly of: number
  readonly tied: boolean
}

function rankGroup(
  rules: StandingRules,
  group: readonly StandingUnit[],
  found: Map<string, Rank | null>,
): void {
  const ordered: Standing<StandingUnit>[] = []
  for (const unit of group) {
    const total = (unit.status ?? 'scored') === 'scored' ? optionalNumber(unit.total) : null
    if (total !== null) ordered.push(standingOf(rules, unit, total))
  }
  ordered.sort(compareStanding)
  const isDense = rules.ranking?.method === 'dense'
  let rank = 0
  let previous: Standing<StandingUnit> | undefined
  for (const [index, one] of ordered.entries()) {
    const isSame = previous !== undefined && compareStanding(previous, one) === 0
    const next = ordered[index + 1]
    if (!isSame) rank = isDense ? rank + 1 : index + 1
    const tied = isSame || (next !== undefined && compareStanding(one, next) === 0)
    found.set(one.unit.id, { rank, of: ordered.length, tied })
    previous = one
  }
}

/** 没有排名的(不合格、依据不足、阻断、未定)为 null。 */
export function rankUnits(
  rules: StandingRules,
  units: readonly StandingUnit[],
): Readonly<Record<string, Rank | null>> {
  const found = new Map<string, Rank | null>(units.map((unit) => [unit.id, null]))
  for (const group of groupUnits(units, rules.ranking?.scope ?? 'category')) rankGroup(rules, group, found)
  return Object.fromEntries(found)
}
