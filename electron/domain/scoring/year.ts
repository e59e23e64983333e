// 一年:月评价、季评星、年定级。支部之间只在名次与名额处相遇,得分互不影响。
import { evaluatePrepared } from './evaluate.ts'
import type { PeriodInput } from './input.ts'
import { prepareScheme } from './prepare-scheme.ts'
import { monthUnit, quarterUnit, rollUpTotals, type QuarterUnit, type RolledTotal } from './quarter.ts'
import { rankUnits } from './ranks.ts'
import type { PeriodResult, PeriodStatus } from './result.ts'
import type { Opt, Scheme, StandingRules } from './scheme.ts'
import { decideLevels, type LevelResult } from './star-levels.ts'
import type { LevelUnit } from './gates.ts'

export interface YearBranch {
  readonly id: string
  readonly category?: Opt<string>
}

export interface YearInput {
  readonly year: number
  readonly months: readonly number[]
  readonly branches: readonly YearBranch[]
  readonly prevStars: Readonly<Record<string, Opt<number>>>
  /** 某支部某月的输入,周期形如 2025-03。 */
  readonly inputOf: (branch: YearBranch, period: string, month: number) => PeriodInput
}

export interface MonthTable {
  readonly status: readonly PeriodStatus[]
  readonly total: readonly (string | null)[]
  readonly rank: readonly (number | null)[]
}

export interface QuarterTable {
  readonly total: readonly (string | null)[]
  readonly star: readonly (number | null)[]
  readonly reasons: readonly string[]
  readonly rank: readonly (number | null)[]
}

export interface AnnualTable {
  readonly total: readonly (string | null)[]
  readonly level: readonly (number | null)[]
  readonly reasons: readonly string[]
  readonly rank: readonly (number | null)[]
}

/** 各表的数组都与 branches 同序。 */
export interface YearResult {
  readonly months: Readonly<Record<string, MonthTable>>
  readonly quarters: Readonly<Record<string, QuarterTable>>
  readonly annual: AnnualTable
}

/** 一个支部一年里逐季传递的东西。 */
interface Carried {
  readonly branch: YearBranch
  readonly months: Map<number, PeriodResult>
  readonly totals: RolledTotal[]
  readonly stars: (number | null)[]
  prev: number | null
  lock: number
  isDisqualified: boolean
}

function ranksOf(
  rules: StandingRules,
  units: readonly { readonly id: string; readonly category?: Opt<string> }[],
): readonly (number | null)[] {
  const ranks = rankUnits(rules, units)
  return units.map((unit) => ranks[unit.id]?.rank ?? null)
}

function joined(results: readonly LevelResult[]): readonly string[] {
  return results.map((result) => result.reasons.join(' '))
}

function monthTable(scheme: Scheme, state: readonly Carried[], month: number): MonthTable {
  const results = state.map((one) => one.months.get(month))
  const present = results.flatMap((result) => (result === undefined ? [] : [result]))
  const units = state.flatMap((one) => {
    const result = one.months.get(month)
    return result === undefined ? [] : [monthUnit(scheme, one.branch, result)]
  })
  return {
    status: present.map((result) => result.status),
    total: present.map((result) => result.total),
    rank: ranksOf(scheme, units),
  }
}

/** 取消评先资格从事发的季度起到年底。 */
function quarterUnits(scheme: Scheme, state: readonly Carried[], months: readonly number[]): readonly QuarterUnit[] {
  return state.map((one) => {
    const results = months.flatMap((month) => one.months.get(month) ?? [])
    one.isDisqualified ||= results.some((result) => result.effects.some((effect) => effect.type === 'disqualify_year'))
    return quarterUnit(scheme, scheme.rollup?.quarter ?? {}, {
      id: one.branch.id,
      category: one.branch.category,
      months: results,
      prev: one.prev,
      lock: one.lock,
      isDisqualified: one.isDisqualified,
    })
  })
}

function quarterTable(scheme: Scheme, state: readonly Carried[], months: readonly number[]): QuarterTable {
  const quarter = quarterUnits(scheme, state, months)
  const units = quarter.map((one) => one.unit)
  const levels = decideLevels(scheme.stars ?? { levels: [] }, scheme, units)
  for (const [index, one] of state.entries()) {
    const level = levels[index]
    const rolled = quarter[index]?.rolled
    if (level === undefined || rolled === undefined) continue
    one.totals.push(rolled)
    one.stars.push(level.star)
    one.lock = level.lock
    one.prev = level.star ?? one.prev
  }
  return {
    total: quarter.map((one) => one.rolled.published),
    star: levels.map((level) => level.star),
    reasons: joined(levels),
    rank: ranksOf(scheme, units),
  }
}

/** 年度:没有起点、没有锁、除取消评先外没有否决效果,名次与名额都不用次序项。 */
function annualTable(scheme: Scheme, state: readonly Carried[]): AnnualTable {
  const { annual } = scheme
  const rules: StandingRules = { ...scheme, ranking: { ...scheme.ranking, tiebreak: [] } }
  const spec = annual?.rollup ?? {}
  const rolled = state.map((one) =>
    rollUpTotals(
      rules,
      spec,
      one.totals.map((total) => (spec.use === 'rounded' ? total.published : total.exact)),
    ),
  )
  const units = state.map(
    (one, index): LevelUnit => ({
      id: one.branch.id,
      category: one.branch.category,
      status: rolled[index]?.status,
      total: rolled[index]?.decided,
      prev: null,
      disqualified: one.isDisqualified,
      quarterStars: one.stars,
    }),
  )
  const levels = decideLevels(annual ?? { levels: [] }, rules, units)
  return {
    total: rolled.map((one) => one.published),
    level: levels.map((level) => level.star),
    reasons: joined(levels),
    rank: ranksOf(rules, units),
  }
}

function two(month: number): string {
  return month.toString().padStart(2, '0')
}

export function evaluateYear(scheme: Scheme, input: YearInput): YearResult {
  const prepared = prepareScheme(scheme)
  const state = input.branches.map((branch): Carried => ({
    branch,
    months: new Map(),
    totals: [],
    stars: [],
    prev: input.prevStars[branch.id] ?? null,
    lock: 0,
    isDisqualified: false,
  }))
  const months: Record<string, MonthTable> = {}
  const quarters: Record<string, QuarterTable> = {}
  for (const month of input.months) {
    const period = `${input.year}-${two(month)}`
    for (const one of state) one.months.set(month, evaluatePrepared(prepared, input.inputOf(one.branch, period, month)))
    months[period] = monthTable(scheme, state, month)
  }
  for (const quarter of [1, 2, 3, 4]) {
    const own = input.months.filter((month) => Math.ceil(month / 3) === quarter)
    if (own.length > 0) quarters[`${input.year}-Q${quarter}`] = quarterTable(scheme, state, own)
  }
  return { months, quarters, annual: annualTable(scheme, state) }
}
