import type { ImportReasonCode } from '../../../shared/model/roster-import.ts'
import { cleanLine, compareKey } from '../roster/clean-text.ts'
import type { HeaderColumn } from '../roster/map-headers.ts'
import { readDate } from '../roster/read-date.ts'
import { cellText, type SheetCell } from '../roster/sheet.ts'
import type { FindingValues, Severity } from '../roster/read-row.ts'

export interface PlainFinding<F extends string> {
  readonly field: F | null
  readonly code: ImportReasonCode
  readonly severity: Severity
  readonly values: FindingValues
}
/** 一行:按字段取格子,读不出的记下为什么。空格子、「无」一类算没填。 */
export interface PlainRow<F extends string> {
  readonly sheet: string
  readonly row: number
  readonly findings: PlainFinding<F>[]
  find(field: F | null, code: ImportReasonCode, severity: Severity, values?: FindingValues): void
  /** 一行文字;没填为 undefined,太长的拒收。 */
  text(field: F, limit: number): string | undefined
  /** 日期,可以只到月。 */
  day(field: F): string | undefined
  /** 原样的格子;quiet 为真时公式的结果照用、不提醒(合计一类本来就是公式)。 */
  cell(field: F, quiet?: boolean): SheetCell
}

const QUOTED = 30
export const quoted = (cell: SheetCell): string => {
  const { text } = cleanLine(cellText(cell).slice(0, 200))
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}\u2026` : text
}
/** 表尾、小计行开头的字样;第一格就是它的整行跳过。 */
export const isFooterText = (text: string, footers: readonly string[]): boolean => {
  const key = compareKey(text.slice(0, 200))
  return key !== '' && footers.some((word) => key.startsWith(word))
}

export const createPlainRow = <F extends string>(sheet: { readonly name: string; readonly is1904: boolean; readonly columns: readonly HeaderColumn<F>[] }, { row, cells }: { readonly row: number; readonly cells: readonly SheetCell[] }, blanks: ReadonlySet<string>): PlainRow<F> => {
  const places = new Map(sheet.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])))
  const findings: PlainFinding<F>[] = []
  const find: PlainRow<F>['find'] = (field, code, severity, values = {}) => void findings.push({ field, code, severity, values })
  const seen = new Set<F>()
  const cell = (field: F, quiet = false): SheetCell => {
    const place = places.get(field)
    const found = place === undefined ? null : (cells[place] ?? null)
    const key = found === null ? '' : compareKey(cellText(found).slice(0, 200))
    if (found === null || key === '' || blanks.has(key)) return null
    if (typeof found === 'object' && found.kind === 'error') {
      if (!seen.has(field)) find(field, 'cell_error', 'refuse', { text: found.text.slice(0, 20) })
      seen.add(field)
      return null
    }
    if (!quiet && typeof found === 'object' && found.kind === 'formula' && !seen.has(field)) {
      find(field, 'formula_value', 'warn', { text: quoted(found) })
      seen.add(field)
    }
    return found
  }
  return {
    sheet: sheet.name,
    row,
    findings,
    find,
    cell,
    text: (field, limit) => {
      const found = cell(field)
      if (found === null) return undefined
      const line = cleanLine(cellText(found))
      if (line.removedInvisible) find(field, 'unsafe_characters_removed', 'note')
      if (line.text.length > limit) {
        find(field, 'text_too_long', 'refuse', { limit, text: String(line.text.length) })
        return undefined
      }
      return line.text === '' ? undefined : line.text
    },
    day: (field) => {
      const found = cell(field)
      if (found === null) return undefined
      const reading = readDate(found, sheet.is1904)
      if (reading.ok) return reading.value
      find(field, 'date_unreadable', 'refuse', { text: quoted(found), other: reading.reason })
      return undefined
    },
  }
}
