// 名次的依据:公布的总分,再按方案声明的次序比较。相等就是相等,绝不按名称或编号分先后。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { lookup } from './lookup.ts'
import { compare, fromInteger, optionalNumber, type Rational } from './rational.ts'
import { readRounding, roundValue } from './rounding.ts'
import type { Num, Opt, StandingRules, Table, TieBreak } from './scheme.ts'

export type UnitStatus = 'scored' | 'failed' | 'insufficient' | 'blocked' | 'not_rated'

export interface StandingUnit {
  readonly id: string
  readonly category?: Opt<string>
  readonly total?: Opt<Num>
  readonly status?: Opt<UnitStatus>
  readonly dimScores?: Opt<Table<Opt<Num>>>
  readonly indicators?: Opt<Table<Opt<Num>>>
  readonly deductions?: Opt<Num>
  readonly bonus?: Opt<Num>
  readonly prevTotal?: Opt<Num>
  readonly vetoCount?: Opt<number>
}

export interface Standing<T extends StandingUnit> {
  readonly unit: T
  readonly total: Rational
  readonly ties: readonly { readonly value: Rational | null; readonly isAscending: boolean }[]
}

function tieValue(unit: StandingUnit, tie: TieBreak): Rational | null {
  switch (tie.key) {
    case 'dimension':
      return optionalNumber(lookup(unit.dimScores, tie.id ?? ''))
    case 'indicator':
      return optionalNumber(lookup(unit.indicators, tie.id ?? ''))
    case 'deductions':
      return optionalNumber(unit.deductions)
    case 'bonus':
      return optionalNumber(unit.bonus)
    case 'prevTotal':
      return optionalNumber(unit.prevTotal)
    case 'vetoCount':
      return unit.vetoCount === null || unit.vetoCount === undefined ? null : fromInteger(unit.vetoCount)
    default:
      return assertNever(tie.key)
  }
}

/** 没写次序时:扣分与否决少者在前,其余大者在前。 */
function isAscending(tie: TieBreak): boolean {
  if (tie.order !== null && tie.order !== undefined) return tie.order === 'asc'
  return tie.key === 'deductions' || tie.key === 'vetoCount'
}

/** 总分照给定值用(它就是已公布的值);以公布值定名次时,次序值也按同样的位数舍入。 */
export function standingOf<T extends StandingUnit>(rules: StandingRules, unit: T, total: Rational): Standing<T> {
  const rounding = rules.decideOn === 'exact' ? null : readRounding(rules.rounding)
  const ties = (rules.ranking?.tiebreak ?? []).map((tie) => {
    const value = tieValue(unit, tie)
    return {
      value: value === null || rounding === null ? value : roundValue(value, rounding),
      isAscending: isAscending(tie),
    }
  })
  return { unit, total, ties }
}

/** 好的在前;缺的次序值总是最差。 */
export function compareStanding(a: Standing<StandingUnit>, b: Standing<StandingUnit>): number {
  const byTotal = compare(b.total, a.total)
  if (byTotal !== 0) return byTotal
  for (const [index, left] of a.ties.entries()) {
    const right = b.ties[index]?.value ?? null
    if (left.value === null || right === null) {
      if (left.value !== right) return left.value === null ? 1 : -1
      continue
    }
    const sign = compare(left.value, right)
    if (sign !== 0) return left.isAscending ? sign : -sign
  }
  return 0
}

/** 分组:默认按类别;没有类别的支部自成一组。 */
export function groupUnits<T extends StandingUnit>(
  units: readonly T[],
  scope: 'category' | 'all',
): readonly (readonly T[])[] {
  if (scope === 'all') return [units]
  const groups = new Map<string | null, T[]>()
  for (const unit of units) {
    const key = unit.category ?? null
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [unit])
    else group.push(unit)
  }
  return [...groups.values()]
}
