import type { PayerCategory } from '../../../shared/model/dues.ts'
import { compareKey } from '../roster/clean-text.ts'
import type { RowValues } from '../roster/read-row.ts'
import { FIELD_READERS } from '../roster/read-values.ts'
import { readDate } from '../roster/read-date.ts'
import { cellText, plainCell, type SheetCell } from '../roster/sheet.ts'
import type { RosterVocabulary } from '../roster/vocabulary.ts'
import { MONTH_FIELDS, MONTH_RANGES, type DuesField, type DuesWords } from './dues-fields.ts'
import { quoted, type PlainRow } from './plain-row.ts'

/** 一个月交的:整数分,或打勾(按应交)。 */
export interface PaidMonth {
  readonly field: DuesField
  readonly month: string
  readonly fen: number | 'tick'
}
/** 几个月合着写的一笔:分到各月要看每月应交,到核对时再分。 */
export interface PaidRange {
  readonly field: DuesField
  readonly months: readonly string[]
  readonly fen: number | 'tick'
}
export interface DuesReading {
  readonly row: PlainRow<DuesField>
  readonly person: Readonly<RowValues>
  readonly year: number
  readonly paid: readonly PaidMonth[]
  readonly ranges: readonly PaidRange[]
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
  /** 这张表有的列。 */
  readonly fields: ReadonlySet<DuesField>
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

const RANGE = /^(?:(20\d{2})[\u5e74./-])?(\d{1,2})(?:\u6708|\u6708\u4efd)?[-~\u2014\u2013\u81f3\u5230]+(?:(20\d{2})[\u5e74./-])?(\d{1,2})(?:\u6708|\u6708\u4efd)?$/
const NAMED = /^(?:(20\d{2})\u5e74?\u5ea6?)?(\D.*|\d\u5b63\u5ea6)$/
const MOST_MONTHS = 24
const monthsFrom = (fromYear: number, from: number, toYear: number, to: number): string[] | null => {
  const [first, last] = [fromYear * 12 + from - 1, toYear * 12 + to - 1]
  if (from < 1 || from > 12 || to < 1 || to > 12 || last < first || last - first >= MOST_MONTHS) return null
  return Array.from({ length: last - first + 1 }, (_, index) => `${Math.floor((first + index) / 12)}-${pad(((first + index) % 12) + 1)}`)
}
/** 「1-3月」「2025年12月至2026年2月」「一季度」「2026年上半年」;不是一段的为 null。 */
const readRange = (cell: SheetCell, year: number, words: DuesWords): { readonly months: readonly string[]; readonly isYearStated: boolean } | null => {
  const text = cellText(cell).slice(0, 40).normalize('NFKC').replaceAll(/\s/g, '')
  const [, namedYear, name = ''] = NAMED.exec(text) ?? []
  const named = words.ranges.get(compareKey(name))
  const [, firstYear, from, lastYear, to] = RANGE.exec(text) ?? []
  const begins = Number(firstYear ?? lastYear ?? year)
  const months = named === undefined ? (from === undefined ? null : monthsFrom(begins, Number(from), Number(lastYear ?? begins), Number(to))) : monthsFrom(Number(namedYear ?? year), named[0], Number(namedYear ?? year), named[1])
  return months === null ? null : { months, isYearStated: (named === undefined ? (firstYear ?? lastYear) : namedYear) !== undefined }
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
  const ranges: PaidRange[] = []
  let isYearUsed = false
  const take = (field: DuesField, months: readonly string[], cell: SheetCell): void => {
    const [month = ''] = months
    const put = (fen: number | 'tick'): void => {
      if (months.length === 1) paid.push({ field, month, fen })
      else ranges.push({ field, months, fen })
    }
    const key = compareKey(cellText(cell).slice(0, 40))
    const fen = readFen(cell)
    if (words.exempts.some((word) => key.startsWith(word))) row.find(field, 'dues_exempt_word', 'warn', { text: month })
    else if (words.ticks.has(key)) put('tick')
    else if (fen === null) row.find(field, 'dues_amount_unreadable', 'refuse', { text: quoted(cell) })
    // 写着零的就是没交:不登记。
    else if (fen > 0) put(fen)
  }
  for (const [index, field] of MONTH_FIELDS.entries()) {
    const cell = row.cell(field)
    if (cell === null) continue
    const own = sheet.yearOf.get(field)
    isYearUsed ||= own === undefined
    take(field, [`${own ?? year}-${pad(index + 1)}`], cell)
  }
  // 各月(或更短的一段)另有列的,这一列是小计:只拿来核对。
  const covered = new Set(MONTH_FIELDS.flatMap((field, index) => (sheet.fields.has(field) ? [index + 1] : [])))
  for (const { field, from, to } of MONTH_RANGES) {
    if (!sheet.fields.has(field)) continue
    const months = Array.from({ length: to - from + 1 }, (_, index) => from + index)
    const own = sheet.yearOf.get(field)
    const isSubtotal = months.some((month) => covered.has(month))
    const cell = row.cell(field, isSubtotal)
    for (const month of months) covered.add(month)
    if (cell === null) continue
    if (isSubtotal) {
      const [stated, inside] = [readFen(cell), [...paid.map(({ month, fen }) => ({ months: [month], fen })), ...ranges].filter((each) => each.months.every((month) => months.includes(Number(month.slice(5)))))]
      const sum = inside.reduce((total, { fen }) => total + (fen === 'tick' ? Number.NaN : fen), 0)
      if (stated !== null && inside.length > 0 && Number.isFinite(sum) && stated !== sum) row.find(field, 'dues_total_differs', 'warn', { text: (stated / 100).toFixed(2), other: (sum / 100).toFixed(2) })
      continue
    }
    isYearUsed ||= own === undefined
    take(field, months.map((month) => `${own ?? year}-${pad(month)}`), cell)
  }
  const [monthCell, amountCell] = [row.cell('month'), row.cell('amount')]
  if (monthCell !== null) {
    const range = typeof monthCell === 'string' ? readRange(monthCell, year, words) : null
    const month = range === null ? readMonth(monthCell, year, sheet.is1904) : null
    isYearUsed ||= range === null ? /^\d{1,2}\D*$/.test(cellText(monthCell).trim()) : !range.isYearStated
    const months = range?.months ?? (month === null ? null : [month])
    if (months === null) row.find('month', 'dues_month_unreadable', 'refuse', { text: quoted(monthCell) })
    else if (amountCell !== null) take('amount', months, amountCell)
  } else if (amountCell !== null) row.find('month', 'dues_month_unreadable', 'refuse', { text: '' })
  const baseFen = money('base')
  if (stated === null && (isYearUsed || baseFen !== null)) row.find('year', 'dues_year_assumed', 'warn', { text: String(year) })
  const categoryCell = row.cell('category')
  const category = categoryCell === null ? null : (words.categories.get(compareKey(cellText(categoryCell).slice(0, 100))) ?? null)
  if (categoryCell !== null && category === null) row.find('category', 'value_unreadable', 'warn', { text: quoted(categoryCell) })
  const paidOn = row.day('paidOn')
  return { row, person, year, paid, ranges, baseFen, dueFen: money('due'), totalFen: money('total'), category, paidOn: paidOn?.length === 10 ? paidOn : null, receiptNumber: row.text('receiptNumber', 40) ?? '', note: row.text('note', 200) ?? '' }
}
