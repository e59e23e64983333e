import type { z } from 'zod'
import type { indicatorExplanationSchema } from '../../../shared/model/evaluation.ts'
import { explainIndicator, type ExplainedIndicator } from '../../domain/evaluation/explain-indicator.ts'
import type { Fact } from '../../domain/scoring/input.ts'
import type { Rule } from '../../domain/scoring/rule.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { BranchEntry } from './branch-directory.ts'
import type { Sheets } from './branch-sheet.ts'
import type { BranchFacts } from './branch-facts.ts'
import type { PeriodView } from './summaries.ts'

export type IndicatorExplanation = z.infer<typeof indicatorExplanationSchema>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface RulePlace {
  readonly branchId: string
  /** 引擎的周期。 */
  readonly period: string
  readonly category: string | null
}
/** 一条规则在一个支部一期里数到了什么:计入与未计入的记录,带给人看的名称。 */
export const ruleRecords = (facts: BranchFacts, rule: Rule, { branchId, period, category }: RulePlace): Pick<ExplainedIndicator, 'state' | 'achievement'> & Pick<IndicatorExplanation, 'parts'> => {
  const { ledger, params, labelOf } = facts.load(branchId, period, [rule])
  const describe = (table: string, fact: Fact | undefined) => {
    const id = textOf(fact?.['id'])
    return { id, date: textOf(fact?.['date']), label: labelOf(table, id) }
  }
  const explained = explainIndicator(rule, { ledger, params, period, category })
  return {
    state: explained.state,
    achievement: explained.achievement,
    parts: explained.parts.map(({ table, required, counted, rejected }) => ({
      table,
      required,
      counted: counted.map((index) => describe(table, ledger[table]?.[index])),
      rejected: rejected.map(({ index, reason }) => ({ ...describe(table, ledger[table]?.[index]), reason })),
    })),
  }
}

/**
 * 一项得分的依据:按现在的记录逐条列出计入与未计入的;手工的没有记录可列。
 * 加分、扣分、否决不是考核项,报 INDICATOR_UNSUITABLE。
 */
export const createExplanations =
  (facts: BranchFacts, sheets: Sheets) =>
  (view: PeriodView, branch: BranchEntry, indicatorId: string): IndicatorExplanation => {
    const { version, category, result } = sheets.standing(view, branch)
    const indicator = version.body.scheme.indicators.find((one) => one.id === indicatorId)
    const own = result.indicators[indicatorId]
    if (indicator === undefined || own === undefined) return failWith('INDICATOR_UNSUITABLE')
    const source = indicator.source ?? 'manual'
    const head = { indicatorId, source, achievement: own.achievement }
    if (source === 'manual' || indicator.rule === null || indicator.rule === undefined) return { ...head, parts: [] }
    return { ...head, parts: [...ruleRecords(facts, indicator.rule, { branchId: branch.id, period: version.periodOf(view.period), category }).parts] }
  }
