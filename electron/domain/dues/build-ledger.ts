import type { EntryFields, LedgerCell, LedgerRow, MonthTotal, PayerCategory } from '../../../shared/model/dues.ts'
import type { DuesLimits } from './dues-limits.ts'
import { arrearsLevel, consecutiveUnpaid } from './arrears.ts'
import { entryHints, entryState } from './entry-state.ts'
import { assessmentFor, dueOf, type AssessedBase, type GrantedExemption, type RuleVersion } from './in-force.ts'
import { payingBranch, type PayerLife } from './obliged-months.ts'

/** 登记过的一格;dueFen 是登记那一刻的应交。 */
export interface RecordedEntry {
  readonly month: string
  readonly rev: number
  readonly dueFen: number | null
  readonly fields: EntryFields
}
export interface PayerFacts {
  readonly memberId: string
  readonly name: string
  readonly memberType: 'full' | 'probationary'
  readonly life: PayerLife
  /** 按 changedFrom 由早到晚。 */
  readonly assessed: readonly (AssessedBase & { readonly category: PayerCategory })[]
  readonly exemptions: readonly GrantedExemption[]
  /** 本支部的,月份由早到晚;含上一年的,欠交跨年照数。 */
  readonly entries: readonly RecordedEntry[]
}
export interface LedgerInput {
  readonly branchId: string
  readonly year: number
  /** 今天所在的月;它和以后的月份还不算欠。 */
  readonly thisMonth: string
  readonly payers: readonly PayerFacts[]
  readonly rules: readonly RuleVersion[]
  readonly limits: DuesLimits
}

const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0)

const cellOf = (payer: PayerFacts, entries: ReadonlyMap<string, RecordedEntry>, month: string, { branchId, rules, limits }: LedgerInput): LedgerCell => {
  const entry = entries.get(month)
  const isObliged = payingBranch(payer.life, month) === branchId
  const now = isObliged ? dueOf(payer, month, rules) : { dueFen: null, isExempted: false }
  const paidFen = entry?.fields.paidFen ?? null
  // 登记过的按当时的应交;清掉了的重新算。
  const facts = { month, isObliged, dueFen: entry !== undefined && paidFen !== null ? entry.dueFen : now.dueFen, isExempted: now.isExempted, paidFen, paidOn: entry?.fields.paidOn ?? null }
  return { month, state: entryState(facts), dueFen: facts.dueFen, rev: entry?.rev ?? null, fields: entry?.fields ?? null, hints: entryHints(facts, limits) }
}

/** 到上月为止欠几个月:从有登记的月份里由近到远地数,跨到上一年;数到交了的就停。 */
const arrearsOf = (payer: PayerFacts, entries: ReadonlyMap<string, RecordedEntry>, input: LedgerInput, countedMonths: readonly string[]): number => consecutiveUnpaid(countedMonths, (month) => cellOf(payer, entries, month, input).state)

/** 一个支部一年的登记表:本年有一个月该在这里交的,或在这里登记过的,都在上面。 */
export const buildLedger = (input: LedgerInput): { readonly rows: readonly LedgerRow[]; readonly months: readonly MonthTotal[] } => {
  const months = monthsOf(input.year)
  const recorded = new Set(input.payers.flatMap(({ entries }) => entries.filter(({ fields }) => fields.paidFen !== null).map(({ month }) => month)))
  const countedMonths = [...monthsOf(input.year - 1), ...months].filter((month) => month < input.thisMonth && recorded.has(month))
  const rows = input.payers.flatMap((payer): LedgerRow[] => {
    const entries = new Map(payer.entries.map((entry) => [entry.month, entry]))
    const cells = months.map((month) => cellOf(payer, entries, month, input))
    if (cells.every(({ state, rev }) => state === 'not_obliged' && rev === null)) return []
    const at = input.thisMonth.startsWith(String(input.year)) ? input.thisMonth : `${input.year}-12`
    const arrears = arrearsOf(payer, entries, input, countedMonths)
    return [
      {
        memberId: payer.memberId,
        name: payer.name,
        memberType: payer.memberType,
        category: assessmentFor(payer.assessed, at, input.rules)?.category ?? null,
        monthlyFen: dueOf(payer, at, input.rules).dueFen,
        cells,
        dueFen: sum(cells.map(({ dueFen }) => dueFen)),
        paidFen: sum(cells.map(({ fields }) => fields?.paidFen ?? 0)),
        arrearsMonths: arrears,
        arrearsLevel: arrearsLevel(arrears, input.limits),
      },
    ]
  })
  const totals = months.map((month, index): MonthTotal => {
    const cells = rows.flatMap(({ cells: [...all] }) => all[index] ?? [])
    return {
      month,
      people: cells.filter(({ state }) => state !== 'not_obliged').length,
      dueFen: sum(cells.map(({ dueFen }) => dueFen)),
      paidFen: sum(cells.map(({ fields }) => fields?.paidFen ?? 0)),
      // 在流入地交的不经本支部的手(规定第九条)。
      collectedFen: sum(cells.map(({ fields }) => (fields?.place === '' ? fields.paidFen : 0))),
      unpaidPeople: cells.filter(({ state }) => state === 'unpaid' || state === 'short').length,
      recorded: recorded.has(month),
    }
  })
  return { rows, months: totals }
}
