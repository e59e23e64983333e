import { meetingTypes } from '../../data/code-tables/meeting-types.ts'
import { memberTypes } from '../../data/code-tables/member-types.ts'
import type { SchemeRule } from '../../model/scheme.ts'
import { scoringRulesText as words } from './scoring-rules.ts'

/** 一条规则说成一句话:发布前看得懂,发布后也照这句解释。 */
type Selection = Pick<Extract<SchemeRule, { readonly type: 'count' }>, 'source' | 'where' | 'window' | 'validIf' | 'distinctBy' | 'minGapDays'>
type Condition = NonNullable<Selection['where']>[string]
type Aggregate = Extract<SchemeRule, { readonly type: 'ratio' }>['num']
type Transform = Extract<SchemeRule, { readonly type: 'ratio' }>['transform']

const tableOf = (source: string): string => words.tables[source]?.name ?? source
const unitOf = (source: string): string => words.tables[source]?.unit ?? '条'
export const fieldWord = (source: string, field: string): string => words.tables[source]?.fields[field] ?? words.derived[field] ?? field

/** 一个字段的值给人看:类型代码换成名称。 */
export const valueWord = (source: string, field: string, value: unknown): string => {
  if (value === null) return '空'
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  const table = field === 'meetingType' ? meetingTypes : field === 'memberType' ? memberTypes : []
  return words.tables[source]?.values?.[field]?.[plain] ?? table.find(({ code }) => code === plain)?.name ?? plain
}
const quoted = (word: string): string => (/^[\d.%/-]+$/.test(word) ? ` ${word} ` : `“${word}”`)
const listOf = (source: string, field: string, values: readonly unknown[]): string => values.map((value) => quoted(valueWord(source, field, value))).join('或')

const conditionWords = (source: string, field: string, condition: Condition): string => {
  const name = fieldWord(source, field)
  if (Array.isArray(condition)) return `${name}为${listOf(source, field, condition)}`
  if (typeof condition !== 'object' || condition === null) return `${name}为${quoted(valueWord(source, field, condition))}`
  return Object.entries(condition)
    .flatMap(([operator, value]) => {
      if (value === undefined || value === null) return []
      if (operator === 'exists') return [value === true ? `${name}已填` : `${name}没填`]
      if (operator === 'in') return [`${name}为${listOf(source, field, Array.isArray(value) ? value : [])}`]
      return [`${name}${operator === 'eq' ? '为' : words.operators[operator as keyof typeof words.operators]}${quoted(valueWord(source, field, value))}`]
    })
    .join('、')
}

const validityWords = (source: string, validity: NonNullable<Selection['validIf']>[number]): string => {
  const { field, ratio, lag, ...operators } = validity
  const name = ratio !== null && ratio !== undefined ? `${fieldWord(source, ratio[0])}比${fieldWord(source, ratio[1])}` : lag !== null && lag !== undefined ? `${fieldWord(source, lag[0])}到${fieldWord(source, lag[1])}的天数` : ''
  if (name === '') return conditionWords(source, field ?? '', operators)
  return Object.entries(operators)
    .flatMap(([operator, value]) => (value === undefined || value === null ? [] : [`${name}${words.operators[operator as keyof typeof words.operators]}${valueWord(source, '', value)}`]))
    .join('、')
}

/** 从哪里数、数哪些。 */
const selectionWords = ({ source, where, window, validIf, distinctBy, minGapDays }: Selection): string => {
  const conditions = Object.entries(where ?? {}).map(([field, condition]) => conditionWords(source, field, condition))
  const valid = (validIf ?? []).map((validity) => validityWords(source, validity))
  return [
    `${words.windows[window ?? 'period']}的${tableOf(source)}`,
    ...(conditions.length === 0 ? [] : [`只数${conditions.join('且')}的`]),
    ...(valid.length === 0 ? [] : [`要${valid.join('且')}才算数`]),
    ...((distinctBy ?? []).length === 0 ? [] : [`同一${(distinctBy ?? []).map((field) => fieldWord(source, field)).join('、')}只计一次`]),
    ...(minGapDays === null || minGapDays === undefined || minGapDays === 0 ? [] : [`两次至少隔 ${minGapDays} 天`]),
  ].join('，')
}

const aggregateWords = (aggregate: Aggregate): string => {
  if ('param' in aggregate) return words.params[aggregate.param] ?? aggregate.param
  if ('const' in aggregate) return String(aggregate.const)
  const what = aggregate.fn === 'count' ? words.functions.count : `${fieldWord(aggregate.source, aggregate.field ?? '')}${words.functions[aggregate.fn]}`
  return `${selectionWords(aggregate)}的${what}`
}

const transformWords = (transform: Transform): string => {
  switch (transform?.mode ?? 'identity') {
    case 'identity':
      return '得多少就是多少'
    case 'target':
      return `达到 ${String(transform?.target ?? 1)} 得满分，不到按比例`
    case 'linear':
      return `${String(transform?.lo ?? 0)} 为零分、${String(transform?.hi ?? 1)} 为满分，中间按比例`
    case 'bands':
      return (transform?.bands ?? []).map(({ min, max, a }) => (max === null || max === undefined ? `${String(min ?? 0)} 以上得 ${String(a)}` : `${String(max)} 以下得 ${String(a)}`)).join('、') || '还没有分档'
  }
}

const requiredWords = (required: Extract<SchemeRule, { readonly type: 'count' }>['required'], unit: string): string => {
  if (typeof required !== 'object') return `应有 ${String(required)} ${unit}`
  if ('param' in required) return `应有${words.params[required.param] ?? required.param}那么多${unit}`
  return `应有${Object.entries(required.byCategory).map(([category, value]) => `${category === '*' ? '' : category}${String(value)}`).join('、')} ${unit}（按类别）`
}

export const describeRule = (rule: SchemeRule): string => {
  switch (rule.type) {
    case 'count':
      return `数${selectionWords(rule)}。${requiredWords(rule.required, unitOf(rule.source))}，${words.scores[rule.score?.mode ?? 'proportional']}${rule.score?.mode === 'deduct' ? ` ${String(rule.score.per ?? '')}` : ''}；没有要求时${words.empties[rule.emptyRequired ?? 'exempt']}。`
    case 'ratio':
      return `${aggregateWords(rule.num)}，比上${aggregateWords(rule.den)}；${transformWords(rule.transform)}；没有可数的时${words.empties[rule.emptyDen ?? 'exempt']}。`
    case 'value':
      return `看${aggregateWords(rule.value)}；${transformWords(rule.transform)}；没有可数的时${words.empties[rule.empty ?? 'missing']}。`
    case 'timeliness':
      return `看${selectionWords(rule)}，${fieldWord(rule.source, rule.due)}到期的有没有按时完成（${fieldWord(rule.source, rule.done)}）：${(rule.lateBands ?? []).map(({ maxDays, credit }) => `晚 ${maxDays} 天以内得 ${String(credit)}`).join('、') || '按期得满分'}，再晚得 ${String(rule.beyond ?? 0)}，没有完成得 ${String(rule.never ?? 0)}。`
    case 'completeness':
      return `看${selectionWords(rule)}，${rule.fields.map((field) => fieldWord(rule.source, field)).join('、')}填全了多少。`
    case 'composite':
      return `${words.combines[rule.op ?? 'weighted_mean']}：${rule.parts.map((part, index) => `（${index + 1}）${describeRule(part.rule)}`).join('')}`
  }
}
