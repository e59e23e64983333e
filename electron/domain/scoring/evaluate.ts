// 评价一个支部的一个周期。结果只取决于方案版本、支部属性与当时已知的记录:
// 没有时钟、语言环境、随机数、行次序、浮点数参与。
import { fillCells, type Cell } from './cells.ts'
import { measureCoverage } from './coverage.ts'
import { dimensionResult, scoreDimensions, type DimensionScore, type IndicatorPoints } from './dimensions.ts'
import { sumEvents, type EventSums } from './events.ts'
import { createRuleContext } from './facts.ts'
import type { PeriodInput } from './input.ts'
import { prepareScheme, type PreparedScheme } from './prepare-scheme.ts'
import { ZERO, add, compare, multiply, negate, parseNumber, sum, toText, type Rational } from './rational.ts'
import { effectiveMarks } from './redistribution.ts'
import { refuseFloats } from './refuse-floats.ts'
import type { IndicatorResult, PeriodResult, PeriodStatus } from './result.ts'
import type { Scheme } from './scheme.ts'
import { totalScore, type TotalScore } from './total.ts'
import { applyVetoes, type VetoOutcome } from './vetoes.ts'

interface ScoredCell {
  readonly cell: Cell
  readonly full: Rational | null
  readonly achievement: Rational | null
  readonly points: Rational | null
  readonly isVetoed: boolean
}

/** 否决归零在挪分之后:归零的指标仍占着它的分值。 */
function scoreCells(prepared: PreparedScheme, cells: readonly Cell[], vetoes: VetoOutcome): readonly ScoredCell[] {
  const marks = effectiveMarks(cells, prepared.redistribute)
  return cells.map((cell, index) => {
    const full = marks[index] ?? null
    if (full === null || cell.achievement === null) {
      return { cell, full: null, achievement: null, points: null, isVetoed: false }
    }
    const isVetoed = vetoes.zeroIndicators.has(cell.indicator.id)
    const achievement = isVetoed ? ZERO : cell.achievement
    return { cell, full, achievement, points: multiply(achievement, full), isVetoed }
  })
}

function indicatorResult(scored: ScoredCell): IndicatorResult {
  const { cell, achievement, full, points } = scored
  const result: IndicatorResult = {
    state: cell.state,
    achievement: achievement === null ? null : toText(achievement),
    full: full === null ? null : toText(full),
    points: points === null ? null : toText(points),
  }
  const flags = scored.isVetoed ? [...cell.flags, 'vetoed' as const] : cell.flags
  return flags.length === 0 ? result : { ...result, flags }
}

/** 先阻断,再依据不足,再不合格。 */
function statusOf(
  prepared: PreparedScheme,
  cells: readonly Cell[],
  coverage: Rational | null,
  vetoes: VetoOutcome,
): PeriodStatus {
  if (cells.some((cell) => cell.state === 'blocked')) return 'blocked'
  const hasMarks = cells.some((cell) => cell.achievement !== null && cell.nominal.n > 0n)
  if (!hasMarks || coverage === null || compare(coverage, prepared.minCoverage) < 0) return 'insufficient'
  return vetoes.isFailed ? 'failed' : 'scored'
}

/** 等次标签看公布的总分(方案可改看精确值);不合格与低于最低等次没有标签。 */
function bandOf(prepared: PreparedScheme, status: PeriodStatus, total: TotalScore): string | null {
  if (status !== 'scored') return null
  const value = prepared.decidesOnExact ? total.exact : parseNumber(total.shown)
  return prepared.bands?.find((band) => compare(value, band.min) >= 0)?.label ?? null
}

function indicatorPoints(scored: readonly ScoredCell[]): readonly IndicatorPoints[] {
  const points: IndicatorPoints[] = []
  for (const one of scored) {
    if (one.full !== null && one.points !== null) {
      points.push({ dim: one.cell.indicator.dim, full: one.full, points: one.points })
    }
  }
  return points
}

/** 扣分总额:各维度扣分(兜底之前)加扣总分的部分,正数。 */
function allDeductions(dimensions: readonly DimensionScore[], events: EventSums): Rational {
  return add(events.fromTotal, negate(sum(dimensions.map((dim) => dim.deduct))))
}

/** 方案已备好时用它:批量评价不必反复读方案。 */
export function evaluatePrepared(prepared: PreparedScheme, input: PeriodInput): PeriodResult {
  refuseFloats(input)
  const category = input.branch?.category ?? null
  const context = createRuleContext({
    ledger: input.ledger,
    period: input.period,
    asOf: input.asOf,
    category,
    params: input.branch?.params,
  })
  const vetoes = applyVetoes(prepared, input.vetoes ?? [], category)
  const cells = fillCells(prepared, input, context)
  const coverage = measureCoverage(cells)
  const scored = scoreCells(prepared, cells, vetoes)
  const events = sumEvents(prepared, input.events ?? [], category)
  const dimensions = scoreDimensions(prepared, indicatorPoints(scored), events, vetoes.zeroDimensions)
  const total = totalScore(prepared, dimensions, events, vetoes)
  const status = statusOf(prepared, cells, coverage, vetoes)
  const hasTotal = status === 'scored' || status === 'failed'
  const result: PeriodResult = {
    status,
    coverage: coverage === null ? null : toText(coverage),
    vetoes: vetoes.triggered,
    starCap: vetoes.starCap,
    bonus: toText(events.bonus),
    deductions: toText(allDeductions(dimensions, events)),
    indicators: Object.fromEntries(scored.map((one) => [one.cell.indicator.id, indicatorResult(one)])),
    dimensions: Object.fromEntries(dimensions.map((dim) => [dim.id, dimensionResult(dim)])),
    lines: hasTotal ? total.lines : [],
    totalExact: hasTotal ? toText(total.exact) : null,
    total: hasTotal ? total.shown : null,
    starEffects: vetoes.starEffects,
    effects: vetoes.effects,
    eventItems: events.items,
    droppedEvents: events.dropped,
  }
  return prepared.bands === null ? result : { ...result, band: bandOf(prepared, status, total) }
}

export function evaluatePeriod(scheme: Scheme, input: PeriodInput): PeriodResult {
  return evaluatePrepared(prepareScheme(scheme), input)
}
