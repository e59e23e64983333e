import { assertNever } from '../../../shared/util/assert-never.ts'
import { parsePeriod, windowOf, type DateWindow } from '../scoring/period.ts'
import type { Aggregate, FactSelection, Rule, WindowName } from '../scoring/rule.ts'

const WIDEST_FIRST = ['year', 'ytd', 'half', 'quarter', 'period'] as const satisfies readonly WindowName[]

const selectionsOfAggregate = (aggregate: Aggregate): FactSelection[] => ('fn' in aggregate ? [aggregate] : [])

/** 规则里的每一次取数。 */
const selectionsOf = (rule: Rule): FactSelection[] => {
  switch (rule.type) {
    case 'count':
    case 'timeliness':
    case 'completeness':
      return [rule]
    case 'ratio':
      return [...selectionsOfAggregate(rule.num), ...selectionsOfAggregate(rule.den)]
    case 'value':
      return selectionsOfAggregate(rule.value)
    case 'composite':
      return rule.parts.flatMap((part) => selectionsOf(part.rule))
    default:
      return assertNever(rule)
  }
}

const paramsOfAggregate = (aggregate: Aggregate): string[] => ('param' in aggregate ? [aggregate.param] : [])

/** 规则里用到的支部参数。 */
const paramsOf = (rule: Rule): string[] => {
  switch (rule.type) {
    case 'count':
      return typeof rule.required === 'object' && 'param' in rule.required ? [rule.required.param] : []
    case 'ratio':
      return [...paramsOfAggregate(rule.num), ...paramsOfAggregate(rule.den)]
    case 'value':
      return paramsOfAggregate(rule.value)
    case 'composite':
      return rule.parts.flatMap((part) => paramsOf(part.rule))
    case 'timeliness':
    case 'completeness':
      return []
    default:
      return assertNever(rule)
  }
}

/** 这些规则要读哪些表、最远看到哪一天的记录(最宽时间窗的第一天到本期最后一天)。 */
export interface RuleReach extends DateWindow {
  readonly tables: ReadonlySet<string>
  readonly params: ReadonlySet<string>
}

export const reachOf = (rules: readonly Rule[], period: string): RuleReach => {
  const selections = rules.flatMap(selectionsOf)
  const used = new Set(selections.map((selection) => selection.window ?? 'period'))
  const parsed = parsePeriod(period)
  const widest = WIDEST_FIRST.find((name) => used.has(name)) ?? 'period'
  return { from: windowOf(parsed, widest).from, to: parsed.to, tables: new Set(selections.map((selection) => selection.source)), params: new Set(rules.flatMap(paramsOf)) }
}
