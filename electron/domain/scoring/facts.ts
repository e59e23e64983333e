// 从台账里挑出计数的记录。次序固定:筛选 → 时间窗与截止日 → 有效性 → 按日期排序 → 去重 → 最小间隔。
// 台账表不存在是“未知”,空表是“已知为零”。
import { isValidFact, matchesWhere } from './conditions.ts'
import type { Fact, Ledger } from './input.ts'
import { lookup } from './lookup.ts'
import { daysBetween, parsePeriod, readDate, windowOf, type Period } from './period.ts'
import type { FactSelection } from './rule.ts'
import type { Num, Opt, Table } from './scheme.ts'
import { ScoringError } from './scoring-error.ts'

export type RejectReason = 'where' | 'window' | 'as_of' | 'valid_if' | 'distinct' | 'min_gap'

export interface RejectedFact {
  readonly index: number
  readonly reason: RejectReason
}

export interface SelectedFact {
  readonly index: number
  readonly date: string
  readonly fact: Fact
}

/** 一条规则看到的全部东西。 */
export interface RuleContext {
  readonly ledger: Ledger
  readonly period: Period
  readonly asOf: string
  readonly category: string | null
  readonly params: Table<Opt<Num>>
}

export interface RuleInput {
  readonly ledger?: Opt<Ledger>
  readonly period: string
  readonly asOf?: Opt<string>
  readonly category?: Opt<string>
  readonly params?: Opt<Table<Opt<Num>>>
}

/** 截止日默认是周期最后一天。 */
export function readAsOf(asOf: Opt<string>, period: Period): string {
  if (asOf === null || asOf === undefined) return period.to
  const date = readDate(asOf)
  if (date === null) throw new ScoringError('BAD_PERIOD', asOf)
  return date
}

export function createRuleContext(input: RuleInput): RuleContext {
  const period = parsePeriod(input.period)
  return {
    ledger: input.ledger ?? {},
    period,
    asOf: readAsOf(input.asOf, period),
    category: input.category ?? null,
    params: input.params ?? {},
  }
}

/** 去重键:字段取自记录;“月”“日”没有写在记录里时由日期推出。 */
function distinctKey(selected: SelectedFact, fields: readonly string[]): string {
  return JSON.stringify(
    fields.map((field) => {
      const value = lookup(selected.fact, field)
      if (value !== undefined && value !== null) return value
      if (field === 'month') return selected.date.slice(0, 7)
      if (field === 'day') return selected.date
      return null
    }),
  )
}

function compareSelected(a: SelectedFact, b: SelectedFact): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index
}

/** 表不存在时返回 null。dateField 参数供“到期日”类规则替换日期字段。 */
export function selectFacts(
  selection: FactSelection,
  context: RuleContext,
  dateField: string,
  rejected: RejectedFact[] | null,
): readonly SelectedFact[] | null {
  const table = lookup(context.ledger, selection.source)
  if (table === undefined || table === null) return null
  const window = windowOf(context.period, selection.window ?? 'period')
  const found: SelectedFact[] = []
  for (const [index, fact] of table.entries()) {
    const date = readDate(lookup(fact, dateField))
    let reason: RejectReason | null = null
    if (!matchesWhere(fact, selection.where)) reason = 'where'
    else if (date === null || date < window.from || date > window.to) reason = 'window'
    else if (date > context.asOf) reason = 'as_of'
    else if (!isValidFact(fact, selection.validIf)) reason = 'valid_if'
    if (reason !== null) rejected?.push({ index, reason })
    else if (date !== null) found.push({ index, date, fact })
  }
  found.sort(compareSelected)
  return thinOut(found, selection, rejected)
}

/** 去重取先到者;间隔按“上一条已计数的记录”量。 */
function thinOut(
  sorted: readonly SelectedFact[],
  selection: FactSelection,
  rejected: RejectedFact[] | null,
): readonly SelectedFact[] {
  const fields = selection.distinctBy ?? []
  const gap = selection.minGapDays ?? 0
  if (fields.length === 0 && gap <= 0) return sorted
  const seen = new Set<string>()
  const counted: SelectedFact[] = []
  for (const one of sorted) {
    if (fields.length > 0) {
      const key = distinctKey(one, fields)
      if (seen.has(key)) {
        rejected?.push({ index: one.index, reason: 'distinct' })
        continue
      }
      seen.add(key)
    }
    const previous = counted.at(-1)
    if (gap > 0 && previous !== undefined && daysBetween(previous.date, one.date) < gap) {
      rejected?.push({ index: one.index, reason: 'min_gap' })
      continue
    }
    counted.push(one)
  }
  return counted
}
