import type { PayerCategory } from '../../../shared/model/dues.ts'
import { compareKey } from '../roster/clean-text.ts'
import type { RowValues } from '../roster/read-row.ts'
import { FIELD_READERS } from '../roster/read-values.ts'
import { readDate } from '../roster/read-date.ts'
import { cellText, plainCell, type SheetCell } from '../roster/sheet.ts'
import type { RosterVocabulary } from '../roster/vocabulary.ts'
import { MONTH_FIELDS, type DuesField, type DuesWords } from './dues-fields.ts'
import { quoted, type PlainRow } from './plain-row.ts'

/** 一个月交的:整数分,或打勾(按应交)。 */
export interface PaidMonth {
  readonly field: DuesField
  readonly month: string
  readonly fen: number | 'tick'
}
export interface DuesReading {
  readonly row: PlainRow<DuesField>
  readonly person: Readonly<RowValues>
  readonly year: number
  readonly paid: readonly PaidMonth[]
  readonly baseFen: number | null
  readonly dueFen: number | null
  readonly totalFen: number | null
  readonly category: PayerCategory | null
  readonly paidOn: string | null
  readonly receiptNumber: string
  readonly note: string
}
export interface DuesSheetFacts {
  readonly is1904: boolean
  /** 表名、标题里写着的年度;没有为 null。 */
  readonly year: number | null
  /** 月份列的表头里带的年度(「2026年1月」)。 */
  readonly yearOf: ReadonlyMap<DuesField, number>
  readonly thisYear: number
}

const AS_ROSTER = ['name', 'idNumber', 'branch'] as const
const MONEY = /^(\d{1,8})(?:\.(\d{1,2})0*)?$/
const MOST_FEN = 10_000_000_000

/** 金额:数、「30元」「¥30.00」「1,200.5」;不到分、负的、看不懂的为 null。 */
export const readFen = (cell: SheetCell): number | null => {
  const value = plainCell(cell)
  if (typeof value === 'number') {
    const fen = Math.round(value * 100)
    return value >= 0 && fen <= MOST_FEN && Math.abs(value * 100 - fen) < 1e-4 ? fen : null
  }
  if (typeof value !== 'string') return null
  const found = MONEY.exec(value.normalize('NFKC').replaceAll(/[\s,\u00a5\uffe5\u5143\u6574]/g, ''))
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

const YEAR = /(20\d{2})/
export const yearIn = (text: string): number | null => {
  const found = YEAR.exec(text.normalize('NFKC'))
  return found === null ? null : Number(found[1])
}
const pad = (month: number): string => String(month).padStart(2, '0')

/** 「3」「3月」「2026年3月」「2026-03」;只有月的用表里的年度。 */
const readMonth = (cell: SheetCell, year: number, is1904: boolean): string | null => {
  const text = cellText(cell).normalize('NFKC').replaceAll(/\s/g, '')
  const only = /^(\d{1,2})(?:\u6708|\u6708\u4efd)?$/.exec(text)
  if (only !== null) return Number(only[1]) >= 1 && Number(only[1]) <= 12 ? `${year}-${pad(Number(only[1]))}` : null
  const found = readDate(cell, is1904)
  return found.ok ? found.value.slice(0, 7) : null
}

/** 读一行:只看格子本身。 */
export const readDues = (row: PlainRow<DuesField>, words: DuesWords, vocabulary: RosterVocabulary, sheet: DuesSheetFacts): DuesReading => {
  const person: RowValues = {}
  for (const field of AS_ROSTER) {
    const cell = row.cell(field)
    if (cell !== null) FIELD_READERS[field]({ cell, values: person, vocabulary, is1904: sheet.is1904, note: (code, severity, values) => row.find(field, code, severity, values) })
  }
  if (person.name === undefined && person.idNumber === undefined && !row.findings.some(({ field }) => field === 'name')) row.find('name', 'name_missing', 'refuse')
  const yearCell = row.cell('year')
  const stated = yearCell === null ? sheet.year : yearIn(cellText(yearCell))
  const year = stated ?? sheet.thisYear
  const money = (field: 'base' | 'due' | 'total'): number | null => {
    const cell = row.cell(field, true)
    if (cell === null) return null
    const fen = readFen(cell)
    // 应交、合计只拿来核对,看不懂就不核对。
    if (fen === null && field === 'base') row.find(field, 'dues_amount_unreadable', 'refuse', { text: quoted(cell) })
    return fen
  }
  const paid: PaidMonth[] = []
  let isYearUsed = false
  const take = (field: DuesField, month: string, cell: SheetCell): void => {
    const key = compareKey(cellText(cell).slice(0, 40))
    const fen = readFen(cell)
    if (words.exempts.some((word) => key.startsWith(word))) row.find(field, 'dues_exempt_word', 'warn', { text: month })
    else if (words.ticks.has(key)) paid.push({ field, month, fen: 'tick' })
    else if (fen === null) row.find(field, 'dues_amount_unreadable', 'refuse', { text: quoted(cell) })
    // 写着零的就是没交:不登记。
    else if (fen > 0) paid.push({ field, month, fen })
  }
  for (const [index, field] of MONTH_FIELDS.entries()) {
    const cell = row.cell(field)
    if (cell === null) continue
    const own = sheet.yearOf.get(field)
    isYearUsed ||= own === undefined
    take(field, `${own ?? year}-${pad(index + 1)}`, cell)
  }
  const [monthCell, amountCell] = [row.cell('month'), row.cell('amount')]
  if (monthCell !== null) {
    const month = readMonth(monthCell, year, sheet.is1904)
    isYearUsed ||= /^\d{1,2}\D*$/.test(cellText(monthCell).trim())
    if (month === null) row.find('month', 'dues_month_unreadable', 'refuse', { text: quoted(monthCell) })
    else if (amountCell !== null) take('amount', month, amountCell)
  } else if (amountCell !== null) row.find('month', 'dues_month_unreadable', 'refuse', { text: '' })
  const baseFen = money('base')
  if (stated === null && (isYearUsed || baseFen !== null)) row.find('year', 'dues_year_assumed', 'warn', { text: String(year) })
  const categoryCell = row.cell('category')
  const category = categoryCell === null ? null : (words.categories.get(compareKey(cellText(categoryCell).slice(0, 100))) ?? null)
  if (categoryCell !== null && category === null) row.find('category', 'value_unreadable', 'warn', { text: quoted(categoryCell) })
  const paidOn = row.day('paidOn')
  return { row, person, year, paid, baseFen, dueFen: money('due'), totalFen: money('total'), category, paidOn: paidOn?.length === 10 ? paidOn : null, receiptNumber: row.text('receiptNumber', 40) ?? '', note: row.text('note', 200) ?? '' }
}
