// 数值规则:一个量,再变换。
import type { RuleContext } from '../facts.ts'
import { toText } from '../rational.ts'
import type { ValueRule } from '../rule.ts'
import { aggregate } from './aggregate.ts'
import { MISSING, achieved, emptyOutcome, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'
import { applyTransform } from './transform.ts'

export function evaluateValue(rule: ValueRule, context: RuleContext, trace: RuleTrace | null): RuleOutcome {
  const amount = aggregate(rule.value, context, 'value', trace)
  if (amount.state === 'missing') return MISSING
  if (amount.state === 'empty') return emptyOutcome(rule.empty ?? 'missing')
  if (trace !== null) trace.figures['value'] = toText(amount.value)
  return achieved(applyTransform(amount.value, rule.transform))
}
