// 说明一条自动计分规则:计了哪些记录、退回了哪些记录及原因、分子分母各是多少。
import type { RuleContext } from '../facts.ts'
import { toText } from '../rational.ts'
import type { Rule } from '../rule.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { createTrace, type FactNote, type FactSetTrace, type RuleOutcome, type RuleTrace } from './rule-outcome.ts'

/**
 * figures 的键:次数规则 n、required;比率规则 numerator、denominator、value;数值规则 value;
 * 及时规则 numerator(加权得分)、denominator(权重和);完整规则 numerator(已填)、denominator(应填)。
 * 全部是精确文本。
 */
export interface RuleExplanation {
  readonly type: Rule['type']
  readonly state: RuleOutcome['state']
  readonly achievement: string | null
  readonly figures: Readonly<Record<string, string>>
  readonly sets: readonly FactSetTrace[]
  readonly notes: readonly FactNote[]
  readonly parts: readonly RuleExplanation[]
}

function describe(rule: Rule, outcome: RuleOutcome, trace: RuleTrace): RuleExplanation {
  return {
    type: rule.type,
    state: outcome.state,
    achievement: outcome.achievement === null ? null : toText(outcome.achievement),
    figures: trace.figures,
    sets: trace.sets,
    notes: trace.notes,
    parts: trace.parts.map((part) => describe(part.rule, part.outcome, part.trace)),
  }
}

export function explainRule(rule: Rule, context: RuleContext): RuleExplanation {
  const trace = createTrace()
  return describe(rule, evaluateRule(rule, context, trace), trace)
}
