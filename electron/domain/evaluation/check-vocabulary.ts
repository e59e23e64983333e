import type { Aggregate, FactSelection, Requirement, Rule } from '../scoring/rule.ts'
import type { Scheme } from '../scoring/scheme.ts'
import { FACT_PARAMS, factTable } from './fact-vocabulary.ts'

/** 规则里出现了词汇表之外的表、字段或参数,或者拿不是数的去加、不是日期的去算天数。 */
type VocabularyErrorCode = 'UNKNOWN_TABLE' | 'UNKNOWN_FIELD' | 'UNKNOWN_PARAM' | 'FIELD_UNSUITABLE'
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

/** 要是数的、要是日期的各有哪些。 */
interface Needs {
  readonly numbers: readonly string[]
  readonly days: readonly string[]
}
const given = (value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [value])
const needsOf = (selection: FactSelection): Needs => ({
  numbers: (selection.validIf ?? []).flatMap(({ ratio }) => ratio ?? []),
  days: [...given(selection.dateField), ...(selection.validIf ?? []).flatMap(({ lag }) => lag ?? [])],
})

const checkSelection = (selection: FactSelection, extra: readonly string[], report: Report, own: Needs = { numbers: [], days: [] }): void => {
  const table = factTable(selection.source)
  if (table === undefined) {
    report('UNKNOWN_TABLE', selection.source)
    return
  }
  for (const field of [...fieldsOf(selection), ...extra]) if (!table.fields.includes(field)) report('UNKNOWN_FIELD', `${selection.source}.${field}`)
  const needs = needsOf(selection)
  const require = (wanted: readonly string[], suitable: readonly string[]): void => {
    for (const field of wanted) if (table.fields.includes(field) && !suitable.includes(field)) report('FIELD_UNSUITABLE', `${selection.source}.${field}`)
  }
  require([...needs.numbers, ...own.numbers], table.numbers)
  require([...needs.days, ...own.days], table.days)
}

const checkParam = (name: string, report: Report): void => {
  if (!PARAMS.has(name)) report('UNKNOWN_PARAM', name)
}

const checkRequirement = (required: Requirement, report: Report): void => {
  if (typeof required === 'object' && 'param' in required) checkParam(required.param, report)
}

const checkAggregate = (aggregate: Aggregate, report: Report): void => {
  if ('param' in aggregate) checkParam(aggregate.param, report)
  else if ('fn' in aggregate) {
    // 数个数不看是什么;合计、平均、最大、最小要是数,不写字段就没有可算的。
    if (aggregate.fn !== 'count' && given(aggregate.field).length === 0) report('FIELD_UNSUITABLE', aggregate.source)
    checkSelection(aggregate, given(aggregate.field), report, { numbers: aggregate.fn === 'count' ? [] : given(aggregate.field), days: [] })
  }
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
      checkSelection(rule, [rule.due, rule.done, ...given(rule.weightField)], report, { numbers: given(rule.weightField), days: [rule.due, rule.done] })
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
