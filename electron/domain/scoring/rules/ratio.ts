// 比率规则:分子比分母,再变换。分母为 0 或为空是“没有可要求的”。
import type { RuleContext } from '../facts.ts'
import { divide, toText } from '../rational.ts'
import type { RatioRule } from '../rule.ts'
import { aggregate } from './aggregate.ts'
import { MISSING, achieved, emptyOutcome, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'
import { applyTransform } from './transform.ts'

export function evaluateRatio(rule: RatioRule, context: RuleContext, trace: RuleTrace | null): RuleOutcome {
  const top = aggregate(rule.num, context, 'num', trace)
  const bottom = aggregate(rule.den, context, 'den', trace)
  if (trace !== null && top.state === 'value') trace.figures['numerator'] = toText(top.value)
  if (trace !== null && bottom.state === 'value') trace.figures['denominator'] = toText(bottom.value)
  if (top.state === 'missing' || bottom.state === 'missing') return MISSING
  if (bottom.state === 'empty' || bottom.value.n === 0n) return emptyOutcome(rule.emptyDen ?? 'exempt')
  // 有分母而分子取不到平均、最大、最小:没有依据,按缺处理。
  if (top.state === 'empty') return MISSING
  const value = divide(top.value, bottom.value)
  if (trace !== null) trace.figures['value'] = toText(value)
  return achieved(applyTransform(value, rule.transform))
}
