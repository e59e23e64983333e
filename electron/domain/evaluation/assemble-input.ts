import { configuredFull } from '../scoring/nominal-marks.ts'
import type { Fact, Ledger, ManualEntry, PeriodInput, ScoreEvent } from '../scoring/input.ts'
import type { PreparedScheme } from '../scoring/prepare-scheme.ts'
import { compare, parseNumber } from '../scoring/rational.ts'
import { compareText } from '../scoring/lookup.ts'
import { factTable } from './fact-vocabulary.ts'

/** 一个支部一个月已确认的全部录入与事实。 */
export interface BranchMonth {
  readonly branchId: string
  readonly category: string | null
  readonly period: string
  readonly params: Readonly<Record<string, number>>
  readonly ledger: Ledger
  readonly manual: readonly { readonly indicatorId: string; readonly points: string }[]
  readonly events: readonly { readonly id: string; readonly indicatorId: string; readonly occurredOn: string; readonly count: number; readonly level: string | null; readonly matter: string }[]
  readonly vetoes: readonly { readonly indicatorId: string }[]
  readonly exemptions: readonly { readonly indicatorId: string; readonly reason: string }[]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** 只留词汇表里的字段与够状态的记录,按日期、标识排好:别的内容改了不该产生新的修订。 */
const countedFacts = (name: string, facts: readonly Fact[]): readonly Fact[] => {
  const table = factTable(name)
  if (table === undefined) return facts
  const states: readonly string[] | null = table.requiredStates
  return facts
    .filter((fact) => states === null || states.includes(textOf(fact['state'])))
    .map((fact) => Object.fromEntries(table.fields.flatMap((field) => (fact[field] === undefined ? [] : [[field, fact[field]]]))))
    .toSorted((a, b) => compareText(textOf(a['date']), textOf(b['date'])) || compareText(textOf(a['id']), textOf(b['id'])))
}

/** 类别变了、满分变小后,原来的分可能超过现在的满分:按没有评,等人重评,而不是整月算不出来。 */
const usableManual = (prepared: PreparedScheme, month: BranchMonth): Readonly<Record<string, ManualEntry>> => {
  const regular = new Map(prepared.regular.map((indicator) => [indicator.id, indicator]))
  const entries: [string, ManualEntry][] = []
  for (const { indicatorId, points } of month.manual) {
    const indicator = regular.get(indicatorId)
    if (indicator === undefined || compare(parseNumber(points), configuredFull(indicator, month.category)) > 0) continue
    entries.push([indicatorId, { points, state: 'confirmed' }])
  }
  return Object.fromEntries(entries.toSorted(([a], [b]) => compareText(a, b)))
}

const toEvent = (event: BranchMonth['events'][number]): ScoreEvent => ({
  indicator: event.indicatorId,
  count: event.count,
  date: event.occurredOn,
  ...(event.level === null ? {} : { level: event.level }),
  // 没有写事项的各算各的。
  ...(event.matter === '' ? {} : { matter: event.matter }),
})

/** 登记时照的是别的方案(试算草稿、换了方案):这个方案里没有那一级、没有那条否决的,按没有登记,而不是整月算不出来。 */
const usableEvents = (prepared: PreparedScheme, events: BranchMonth['events']): BranchMonth['events'] => {
  const items = new Map(prepared.items.map((item) => [item.id, item]))
  return events.filter(({ indicatorId, level }) => {
    const item = items.get(indicatorId)
    return item === undefined || (level === null ? item.per !== null : item.levels?.has(level) === true)
  })
}

/** 引擎的输入:同样的记录总得到同样的内容与次序,可以求摘要。 */
export const assembleInput = (prepared: PreparedScheme, month: BranchMonth): PeriodInput => ({
  branch: { id: month.branchId, category: month.category, params: month.params },
  period: month.period,
  manual: usableManual(prepared, month),
  ledger: Object.fromEntries(Object.entries(month.ledger).map(([name, facts]) => [name, countedFacts(name, facts)])),
  events: usableEvents(prepared, month.events).toSorted((a, b) => compareText(a.occurredOn, b.occurredOn) || compareText(a.id, b.id)).map(toEvent),
  vetoes: [...new Set(month.vetoes.map((veto) => veto.indicatorId))].filter((id) => prepared.vetoes.has(id)).toSorted(compareText).map((indicator) => ({ indicator })),
  exempt: Object.fromEntries(month.exemptions.map((exemption): [string, string] => [exemption.indicatorId, exemption.reason]).toSorted(([a], [b]) => compareText(a, b))),
})
