// 组合规则:加权平均、最小、最大、相乘。不适用的部分退出;有一部分缺,整体就缺。
import { assertNever } from '../../../../shared/util/assert-never.ts'
import type { RuleContext } from '../facts.ts'
import { ONE, ZERO, add, divide, maximum, minimum, multiply, numberOr, type Rational } from '../rational.ts'
import type { CompositeRule, Rule } from '../rule.ts'
import { EXEMPT, MISSING, achieved, createTrace, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'

interface Part {
  readonly weight: Rational
  readonly achievement: Rational
}

function weightedMean(parts: readonly Part[]): Rational | null {
  let total = ZERO
  let weights = ZERO
  for (const part of parts) {
    total = add(total, multiply(part.weight, part.achievement))
    weights = add(weights, part.weight)
  }
  return weights.n === 0n ? null : divide(total, weights)
}

function combine(op: NonNullable<CompositeRule['op']>, parts: readonly Part[]): Rational | null {
  if (parts.length === 0) return null
  const values = parts.map((part) => part.achievement)
  switch (op) {
    case 'weighted_mean':
      return weightedMean(parts)
    case 'min':
      return values.reduce(minimum)
    case 'max':
      return values.reduce(maximum)
    case 'product':
      return values.reduce(multiply)
    default:
      return assertNever(op)
  }
}

export type EvaluateRule = (rule: Rule, context: RuleContext, trace: RuleTrace | null) => RuleOutcome

export function evaluateComposite(
  rule: CompositeRule,
  context: RuleContext,
  trace: RuleTrace | null,
  evaluate: EvaluateRule,
): RuleOutcome {
  const parts: Part[] = []
  let isMissing = false
  for (const part of rule.parts) {
    const own = trace === null ? null : createTrace()
    const outcome = evaluate(part.rule, context, own)
    if (own !== null) trace?.parts.push({ rule: part.rule, outcome, trace: own })
    if (outcome.state === 'missing') isMissing = true
    if (outcome.state === 'ok') parts.push({ weight: numberOr(part.weight, ONE), achievement: outcome.achievement })
  }
  if (isMissing) return MISSING
  const value = combine(rule.op ?? 'weighted_mean', parts)
  return value === null ? EXEMPT : achieved(value)
}
