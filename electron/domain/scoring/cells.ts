// 每个指标在本次评价里的处境:不适用、不到期、免评、有分、缺(按方案处理)。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { findAchievement } from './achievement.ts'
import { appliesTo, isDue } from './applicability.ts'
import type { RuleContext } from './facts.ts'
import type { PeriodInput } from './input.ts'
import { lookup } from './lookup.ts'
import { nominalMarks } from './nominal-marks.ts'
import type { PreparedIndicator, PreparedScheme } from './prepare-scheme.ts'
import { ZERO, isUnit, optionalNumber, type Rational } from './rational.ts'
import type { IndicatorFlag, IndicatorState } from './result.ts'
import { ScoringError } from './scoring-error.ts'

export interface Cell {
  readonly indicator: PreparedIndicator
  readonly state: IndicatorState
  readonly nominal: Rational
  /** 没有达成度的格子(免评、剔除、阻断、不到期、不适用)为 null,不是 0。 */
  readonly achievement: Rational | null
  readonly flags: readonly IndicatorFlag[]
}

type Filled = Pick<Cell, 'state' | 'achievement' | 'flags'>

function without(state: IndicatorState): Filled {
  return { state, achievement: null, flags: [] }
}

const ZERO_MISSING: Filled = { state: 'zero_missing', achievement: ZERO, flags: [] }

/** 沿用上次确认的达成度;太旧或没有,按零。 */
function carried(prepared: PreparedScheme, indicatorId: string, input: PeriodInput): Filled {
  const last = lookup(input.carry, indicatorId)
  const ratio = optionalNumber(last?.ratio)
  if (ratio === null || (last?.age ?? 1) > prepared.carryMaxAge) return ZERO_MISSING
  if (!isUnit(ratio)) throw new ScoringError('OUT_OF_RANGE', indicatorId)
  return { state: 'carried', achievement: ratio, flags: [] }
}

function fillMissing(prepared: PreparedScheme, indicator: PreparedIndicator, input: PeriodInput): Filled {
  switch (indicator.missing) {
    case 'zero':
      return ZERO_MISSING
    case 'exclude':
      return without('excluded')
    case 'block':
      return without('blocked')
    case 'carry':
      return carried(prepared, indicator.id, input)
    default:
      return assertNever(indicator.missing)
  }
}

function fill(
  prepared: PreparedScheme,
  indicator: PreparedIndicator,
  input: PeriodInput,
  context: RuleContext,
): Filled {
  if (!appliesTo(indicator.source, context.category)) return without('not_applicable')
  if (!isDue(indicator.source, context.period)) return without('not_due')
  const reason = lookup(input.exempt, indicator.id)
  if (reason !== null && reason !== undefined) return without('exempt')
  const found = findAchievement(prepared, indicator, input, context)
  if (found.state === 'scored') return { state: 'scored', achievement: found.value, flags: found.flags }
  return found.state === 'exempt' ? without('exempt') : fillMissing(prepared, indicator, input)
}

export function fillCells(prepared: PreparedScheme, input: PeriodInput, context: RuleContext): readonly Cell[] {
  const marks = nominalMarks(prepared, context.category)
  return prepared.regular.map((indicator) => ({
    indicator,
    nominal: marks.get(indicator.id) ?? ZERO,
    ...fill(prepared, indicator, input, context),
  }))
}
