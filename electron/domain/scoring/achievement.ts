// 达成度:自动、人工、混合(线上自动考核 + 线下质量验收),再过保底与佐证两道。
import { assertNever } from '../../../shared/util/assert-never.ts'
import type { RuleContext } from './facts.ts'
import type { PeriodInput } from './input.ts'
import { lookup } from './lookup.ts'
import { manualScore } from './manual-score.ts'
import type { PreparedIndicator, PreparedScheme } from './prepare-scheme.ts'
import {
  ONE,
  ZERO,
  add,
  clampUnit,
  maximum,
  minimum,
  multiply,
  numberOr,
  parseNumber,
  subtract,
  type Rational,
} from './rational.ts'
import type { IndicatorFlag } from './result.ts'
import { evaluateRule } from './rules/evaluate-rule.ts'
import { EXEMPT, MISSING, achieved, type RuleOutcome } from './rules/rule-outcome.ts'
import type { Hybrid } from './scheme.ts'

export type Achievement =
  | { readonly state: 'scored'; readonly value: Rational; readonly flags: readonly IndicatorFlag[] }
  | { readonly state: 'exempt' | 'missing' }

function combine(hybrid: Hybrid | null | undefined, auto: Rational, manual: Rational): Rational {
  const mode = hybrid?.mode ?? 'coefficient'
  switch (mode) {
    case 'coefficient':
      return multiply(auto, manual)
    case 'weighted': {
      const share = numberOr(hybrid?.autoShare, ZERO)
      return add(multiply(share, auto), multiply(subtract(ONE, share), manual))
    }
    case 'min':
      return minimum(auto, manual)
    case 'override':
      return manual
    default:
      return assertNever(mode)
  }
}

/**
 * 混合:自动部分不适用或缺失,整项随之;只有“改判”且已有确认值时例外。
 * 还没有人评时,默认算缺;可设为暂取自动部分并标明未复核。
 */
function hybridScore(hybrid: Hybrid | null | undefined, auto: RuleOutcome, manual: Rational | null): Achievement {
  if (hybrid?.mode === 'override' && manual !== null) {
    return { state: 'scored', value: manual, flags: ['overridden'] }
  }
  if (auto.state !== 'ok') return { state: auto.state }
  if (manual !== null) {
    return { state: 'scored', value: clampUnit(combine(hybrid, auto.achievement, manual)), flags: [] }
  }
  if (hybrid?.whenManualMissing !== 'auto') return { state: 'missing' }
  return { state: 'scored', value: auto.achievement, flags: ['unreviewed'] }
}

function plainScore(outcome: RuleOutcome): Achievement {
  return outcome.state === 'ok'
    ? { state: 'scored', value: outcome.achievement, flags: [] }
    : { state: outcome.state }
}

/** 先保底,后佐证:佐证不足的封顶压得过保底;佐证不足时总要标明,即使没有压低。 */
function applyLimits(indicator: PreparedIndicator, input: PeriodInput, found: Achievement): Achievement {
  if (found.state !== 'scored') return found
  const { minRatio, evidence } = indicator.source
  let value = found.value
  if (minRatio !== null && minRatio !== undefined) value = maximum(value, clampUnit(parseNumber(minRatio)))
  if (evidence === null || evidence === undefined) return { ...found, value }
  if ((lookup(input.evidence, indicator.id) ?? 0) >= evidence.required) return { ...found, value }
  return {
    state: 'scored',
    value: minimum(value, clampUnit(numberOr(evidence.cap, ZERO))),
    flags: [...found.flags, 'no_evidence'],
  }
}

export function findAchievement(
  prepared: PreparedScheme,
  indicator: PreparedIndicator,
  input: PeriodInput,
  context: RuleContext,
): Achievement {
  const { rule, source, hybrid } = indicator.source
  const kind = source ?? 'manual'
  const auto = kind === 'manual' ? EXEMPT : rule === null || rule === undefined ? MISSING : evaluateRule(rule, context)
  if (kind === 'auto') return applyLimits(indicator, input, plainScore(auto))
  const manual = manualScore(prepared, indicator, context.category, lookup(input.manual, indicator.id))
  const found = kind === 'hybrid' ? hybridScore(hybrid, auto, manual) : plainScore(manual === null ? MISSING : achieved(manual))
  return applyLimits(indicator, input, found)
}
