// 由各月结果得出一个支部的季度定级单元:总分按汇总口径,维度得分率与得分取各月平均,
// 扣分、加分与否决取各月合计。不合格的月份照算,依据不足与阻断的月份没有结果。
import { lookup } from './lookup.ts'
import { parseNumber, sum, toText, type Rational } from './rational.ts'
import type { PeriodResult } from './result.ts'
import { rollUp } from './roll-up.ts'
import { readRounding, roundText } from './rounding.ts'
import type { Num, Opt, RollUpSpec, StandingRules, VetoEffect } from './scheme.ts'
import type { LevelUnit } from './gates.ts'
import type { StandingUnit } from './standing.ts'
import { mean } from './statistics.ts'

export interface RolledTotal {
  readonly status: 'scored' | 'not_rated'
  readonly exact: string | null
  /** 公布值(方案的位数)。 */
  readonly published: string | null
  /** 定级与排名用的值。 */
  readonly decided: string | null
}

export function rollUpTotals(
  rules: StandingRules,
  spec: RollUpSpec,
  totals: readonly Opt<Num>[],
  own?: Opt<Num>,
): RolledTotal {
  const rolled = rollUp(totals, spec, own)
  if (rolled.exact === null) return { status: 'not_rated', exact: null, published: null, decided: null }
  const exact = toText(rolled.exact)
  const published = roundText(rolled.exact, readRounding(rules.rounding))
  return { status: 'scored', exact, published, decided: rules.decideOn === 'exact' ? exact : published }
}

function hasFigures(result: PeriodResult): boolean {
  return result.status === 'scored' || result.status === 'failed'
}

function meanText(texts: readonly (string | null | undefined)[]): string | null {
  const values: Rational[] = []
  for (const text of texts) if (text !== null && text !== undefined) values.push(parseNumber(text))
  const value = mean(values)
  return value === null ? null : toText(value)
}

function tableOf(ids: readonly string[], pick: (id: string) => string | null): Record<string, string | null> {
  return Object.fromEntries(ids.map((id) => [id, pick(id)]))
}

/** 单个月份参加月排名的依据:用本月自己的数字。 */
export function monthUnit(
  rules: StandingRules,
  branch: { readonly id: string; readonly category?: Opt<string> },
  result: PeriodResult,
): StandingUnit {
  return {
    id: branch.id,
    category: branch.category,
    status: result.status,
    total: rules.decideOn === 'exact' ? result.totalExact : result.total,
    dimScores: Object.fromEntries(Object.entries(result.dimensions).map(([id, dim]) => [id, dim.score])),
    indicators: Object.fromEntries(Object.entries(result.indicators).map(([id, one]) => [id, one.achievement])),
    deductions: result.deductions,
    bonus: result.bonus,
    vetoCount: result.vetoes.length,
  }
}

export interface QuarterUnitInput {
  readonly id: string
  readonly category?: Opt<string>
  readonly months: readonly PeriodResult[]
  readonly prev: number | null
  readonly lock: number
  readonly isDisqualified: boolean
  readonly own?: Opt<Num>
}

export interface QuarterUnit {
  readonly rolled: RolledTotal
  readonly unit: LevelUnit
}

/** 各月全部否决效果;依据不足的月份,否决照样有效。 */
export function effectsOf(months: readonly PeriodResult[]): readonly VetoEffect[] {
  return months.flatMap((month) => month.effects)
}

export function quarterUnit(rules: StandingRules, spec: RollUpSpec, input: QuarterUnitInput): QuarterUnit {
  const { months } = input
  const totals = months.map((month) => (spec.use === 'rounded' ? month.total : month.totalExact))
  const rolled = rollUpTotals(rules, spec, totals, input.own)
  const counted = months.filter(hasFigures)
  const dimIds = [...new Set(counted.flatMap((month) => Object.keys(month.dimensions)))]
  const indicatorIds = [...new Set(counted.flatMap((month) => Object.keys(month.indicators)))]
  const unit: LevelUnit = {
    id: input.id,
    category: input.category,
    status: rolled.status,
    total: rolled.decided,
    dims: tableOf(dimIds, (id) => meanText(counted.map((month) => lookup(month.dimensions, id)?.ratio))),
    dimScores: tableOf(dimIds, (id) => meanText(counted.map((month) => lookup(month.dimensions, id)?.score))),
    indicators: tableOf(indicatorIds, (id) =>
      meanText(counted.map((month) => lookup(month.indicators, id)?.achievement)),
    ),
    deductions: toText(sum(counted.map((month) => parseNumber(month.deductions)))),
    bonus: toText(sum(counted.map((month) => parseNumber(month.bonus)))),
    vetoCount: months.reduce((count, month) => count + month.vetoes.length, 0),
    effects: effectsOf(months),
    prev: input.prev,
    lock: input.lock,
    disqualified: input.isDisqualified,
  }
  return { rolled, unit }
}
