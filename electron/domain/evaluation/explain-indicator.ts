import { assertNever } from '../../../shared/util/assert-never.ts'
import { createRuleContext, type RejectReason, type RuleInput } from '../scoring/facts.ts'
import type { Aggregate, FactSelection, Rule } from '../scoring/rule.ts'
import { explainRule, type RuleExplanation } from '../scoring/rules/explain-rule.ts'
import { factTable } from './fact-vocabulary.ts'

/** 一次取数:计入与未计入的记录在台账表里的序号。 */
interface ExplainedPart {
  readonly table: string
  /** 要求的次数;不是次数规则为 null。 */
  readonly required: string | null
  readonly counted: readonly number[]
  readonly rejected: readonly { readonly index: number; readonly reason: RejectReason }[]
}
export interface ExplainedIndicator {
  /** 得了值、没有要求(不考)、要用的没有填(缺项)。 */
  readonly state: RuleExplanation['state']
  readonly achievement: string | null
  readonly parts: readonly ExplainedPart[]
  /** 第一条基本规则的数:次数 n/required,完整 numerator/denominator。 */
  readonly figures: { readonly type: Rule['type']; readonly values: Readonly<Record<string, string>> } | null
}

/** 把「记录须到什么状态」写进有效性条件,没办结的就会作为「未计入」列出来,而不是看不见。 */
const withState = <S extends FactSelection>(selection: S): S => {
  const states = factTable(selection.source)?.requiredStates ?? null
  return states === null ? selection : { ...selection, validIf: [{ field: 'state', in: states }, ...(selection.validIf ?? [])] }
}
const aggregateWithState = (aggregate: Aggregate): Aggregate => ('fn' in aggregate ? withState(aggregate) : aggregate)

const ruleWithState = (rule: Rule): Rule => {
  switch (rule.type) {
    case 'count':
    case 'timeliness':
    case 'completeness':
      return withState(rule)
    case 'ratio':
      return { ...rule, num: aggregateWithState(rule.num), den: aggregateWithState(rule.den) }
    case 'value':
      return { ...rule, value: aggregateWithState(rule.value) }
    case 'composite':
      return { ...rule, parts: rule.parts.map((part) => ({ ...part, rule: ruleWithState(part.rule) })) }
    default:
      return assertNever(rule)
  }
}

const flatten = (explanation: RuleExplanation): ExplainedPart[] => [
  ...explanation.sets.map((set) => ({
    table: set.table,
    required: explanation.figures['required'] ?? null,
    counted: set.counted,
    // 别的种类的记录本来就不归这一项看,列出来只会淹没真正没计入的。
    rejected: set.rejected.filter((one) => one.reason !== 'where'),
  })),
  ...explanation.parts.flatMap(flatten),
]

/** 同一批记录被分子、分母各取一次的,只说一遍。 */
const withoutRepeats = (parts: readonly ExplainedPart[]): ExplainedPart[] => [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]

/**
 * 一条自动规则的依据。与计分走同一段引擎代码。
 *
 * @param input 台账可以含没办结的记录(带 state),它们会列在「未计入」里。
 */
export const explainIndicator = (rule: Rule, input: RuleInput): ExplainedIndicator => {
  const explanation = explainRule(ruleWithState(rule), createRuleContext(input))
  return {
    state: explanation.state,
    achievement: explanation.achievement,
    parts: withoutRepeats(flatten(explanation)),
    figures: explanation.parts.length > 0 ? null : { type: explanation.type, values: explanation.figures },
  }
}
