import type { Aggregate, FactSelection, Requirement, Rule } from '../scoring/rule.ts'
import type { Scheme } from '../scoring/scheme.ts'
import { FACT_PARAMS, factTable } from './fact-vocabulary.ts'

/** 规则里出现了词汇表之外的表、字段或参数。 */
type VocabularyErrorCode = 'UNKNOWN_TABLE' | 'UNKNOWN_FIELD' | 'UNKNOWN_PARAM'
/** [代码, 指标, 名称]。 */
export type VocabularyError = readonly [code: VocabularyErrorCode, indicatorId: string, name: string]

type Report = (code: VocabularyErrorCode, name: string) => void

/** 月、日由日期推出,不是字段,但可以用来去重。 */
const DERIVED_FIELDS: ReadonlySet<string> = new Set(['month', 'day'])
const PARAMS: ReadonlySet<string> = new Set(FACT_PARAMS)

const fieldsOf = (selection: FactSelection): string[] => {
  const fields = Object.keys(selection.where ?? {})
  if (selection.dateField !== null && selection.dateField !== undefined) fields.push(selection.dateField)
  for (const rule of selection.validIf ?? []) fields.push(...(rule.ratio ?? rule.lag ?? [rule.field ?? '']))
  for (const field of selection.distinctBy ?? []) if (!DERIVED_FIELDS.has(field)) fields.push(field)
  return fields
}

const checkSelection = (selection: FactSelection, extra: readonly string[], report: Report): void => {
  const table = factTable(selection.source)
  if (table === undefined) {
    report('UNKNOWN_TABLE', selection.source)
    return
  }
  for (const field of [...fieldsOf(selection), ...extra]) if (!table.fields.includes(field)) report('UNKNOWN_FIELD', `${selection.source}.${field}`)
}

const checkParam = (name: string, report: Report): void => {
  if (!PARAMS.has(name)) report('UNKNOWN_PARAM', name)
}

const checkRequirement = (required: Requirement, report: Report): void => {
  if (typeof required === 'object' && 'param' in required) checkParam(required.param, report)
}

const checkAggregate = (aggregate: Aggregate, report: Report): void => {
  if ('param' in aggregate) checkParam(aggregate.param, report)
  else if ('fn' in aggregate) checkSelection(aggregate, aggregate.field === null || aggregate.field === undefined ? [] : [aggregate.field], report)
}

const checkRule = (rule: Rule, report: Report): void => {
  switch (rule.type) {
    case 'count':
      checkSelection(rule, [], report)
      checkRequirement(rule.required, report)
      break
    case 'ratio':
      checkAggregate(rule.num, report)
      checkAggregate(rule.den, report)
      break
    case 'value':
      checkAggregate(rule.value, report)
      break
    case 'timeliness':
      checkSelection(rule, [rule.due, rule.done, ...(rule.weightField === null || rule.weightField === undefined ? [] : [rule.weightField])], report)
      break
    case 'completeness':
      checkSelection(rule, rule.fields, report)
      break
    case 'composite':
      for (const part of rule.parts) checkRule(part.rule, report)
      break
  }
}

/** 全部问题一次报齐,次序为指标次序。先用 validateScheme 确认规则形状认得,再用它。 */
export const checkVocabulary = (scheme: Scheme): readonly VocabularyError[] => {
  const found = new Map<string, VocabularyError>()
  for (const indicator of scheme.indicators) {
    if (indicator.rule === null || indicator.rule === undefined) continue
    checkRule(indicator.rule, (code, name) => found.set(`${code} ${indicator.id} ${name}`, [code, indicator.id, name]))
  }
  return [...found.values()]
}
