// 完整规则:每条记录填了多少应填项,再平均。空文本、空清单与缺值都不算填。
import type { RuleContext } from '../facts.ts'
import type { Fact } from '../input.ts'
import { lookup } from '../lookup.ts'
import { rational } from '../rational.ts'
import type { CompletenessRule } from '../rule.ts'
import { MISSING, achieved, emptyOutcome, takeFacts, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'

function isFilled(fact: Fact, field: string): boolean {
  const value = lookup(fact, field)
  if (value === undefined || value === null || value === '') return false
  return !(Array.isArray(value) && value.length === 0)
}

export function evaluateCompleteness(
  rule: CompletenessRule,
  context: RuleContext,
  trace: RuleTrace | null,
): RuleOutcome {
  const facts = takeFacts(rule, context, 'facts', trace)
  if (facts === null) return MISSING
  const of = rule.fields.length
  let filled = 0
  for (const { fact, index } of facts) {
    const own = rule.fields.filter((field) => isFilled(fact, field)).length
    filled += own
    trace?.notes.push({ index, filled: own, of })
  }
  const due = of * facts.length
  if (trace !== null) {
    trace.figures['numerator'] = String(filled)
    trace.figures['denominator'] = String(due)
  }
  if (due === 0) return emptyOutcome(rule.empty ?? 'exempt')
  return achieved(rational(BigInt(filled), BigInt(due)))
}
