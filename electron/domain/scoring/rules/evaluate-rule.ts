// 按类型分派一条自动计分规则。
import { assertNever } from '../../../../shared/util/assert-never.ts'
import type { RuleContext } from '../facts.ts'
import type { Rule } from '../rule.ts'
import { evaluateComposite } from './composite.ts'
import { evaluateCompleteness } from './completeness.ts'
import { evaluateCount } from './count.ts'
import { evaluateRatio } from './ratio.ts'
import type { RuleOutcome, RuleTrace } from './rule-outcome.ts'
import { evaluateTimeliness } from './timeliness.ts'
import { evaluateValue } from './value.ts'

export function evaluateRule(rule: Rule, context: RuleContext, trace: RuleTrace | null = null): RuleOutcome {
  switch (rule.type) {
    case 'count':
      return evaluateCount(rule, context, trace)
    case 'ratio':
      return evaluateRatio(rule, context, trace)
    case 'value':
      return evaluateValue(rule, context, trace)
    case 'timeliness':
      return evaluateTimeliness(rule, context, trace)
    case 'completeness':
      return evaluateCompleteness(rule, context, trace)
    case 'composite':
      return evaluateComposite(rule, context, trace, evaluateRule)
    default:
      // 方案发布前的检查会报 UNKNOWN_RULE;走到这里是没有检查就计算。
      return assertNever(rule)
  }
}
