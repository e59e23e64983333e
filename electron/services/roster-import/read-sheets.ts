import { rosterVocabulary } from '../../data/header-synonyms/roster-vocabulary.ts'
import { rosterImportText } from '../../../shared/i18n/zh-CN/roster-import.ts'
import { buildHeaderIndex, findHeader, headerLikeTexts, repeatsHeader, type HeaderColumn } from '../../domain/roster/map-headers.ts'
import { isPersonRow, readRow, type RowReading } from '../../domain/roster/read-row.ts'
import type { SheetCell, SheetData } from '../../domain/roster/sheet.ts'
import type { RosterField } from '../../domain/roster/vocabulary.ts'
import { failWith } from '../../rpc/handlers.ts'
import { inSlices } from './in-slices.ts'

/** 一张认出了表头的工作表。 */
export interface RosterSheet {
  readonly name: string
  readonly is1904: boolean
  readonly columns: readonly HeaderColumn[]
  readonly headers: ReadonlyMap<RosterField, string>
  /** 表头之下、看起来是一个人的各行,连同 Excel 行号。 */
  readonly rows: readonly { readonly row: number; readonly cells: readonly SheetCell[] }[]
}

const headerIndex = buildHeaderIndex(rosterVocabulary)
/** 找不到表头时告诉用户要有哪些列。 */
const EXPECTED = ['name', 'idNumber', 'memberType', 'joinedOn'] as const satisfies readonly RosterField[]

/**
 * 在各工作表里找表头,列出要读的行。没有表头的表(填写说明、代码表)不读;隐藏的行照读;
 * 隐藏的表只在看得见的表里都没有名册时才读,免得把藏着的旧名册一起收进来。
 *
 * @throws DeclaredFailure HEADER_NOT_FOUND、HEADER_DUPLICATED、NO_ROWS
 */
export const locateRosters = async (sheets: readonly SheetData[], signal: AbortSignal): Promise<RosterSheet[]> => {
  const visible = await readAll(sheets.filter((sheet) => !sheet.hidden), signal)
  const found = visible.length > 0 ? visible : await readAll(sheets.filter((sheet) => sheet.hidden), signal)
  if (found.length === 0) failWith('HEADER_NOT_FOUND', { sheets: sheets.map((sheet) => sheet.name), found: sheets.map(headerLikeTexts).find((texts) => texts.length > 0) ?? [], expected: EXPECTED.map((field) => rosterImportText.fields[field]) })
  if (found.every((sheet) => sheet.rows.length === 0)) failWith('NO_ROWS')
  return found
}

const readAll = async (sheets: readonly SheetData[], signal: AbortSignal): Promise<RosterSheet[]> => {
  const found: RosterSheet[] = []
  for (const sheet of sheets) {
    const header = findHeader(sheet, headerIndex)
    if (header.kind === 'duplicated') return failWith('HEADER_DUPLICATED', { sheet: sheet.name, header: header.header })
    if (header.kind === 'missing') continue
    const { columns, firstRow } = header
    const headers = new Map<RosterField, string>()
    for (const column of columns) if (column.field !== null) headers.set(column.field, column.header)
    const body = sheet.rows.slice(firstRow)
    const isPerson = await inSlices(body, signal, (cells) => isPersonRow(cells, columns, rosterVocabulary) && !repeatsHeader(cells, columns), () => undefined)
    found.push({ name: sheet.name, is1904: sheet.is1904, columns, headers, rows: body.flatMap((cells, index) => (isPerson[index] === true ? [{ row: firstRow + index + 1, cells }] : [])) })
  }
  return found
}

/** 读一行;没有用到的列只在该表的第一行说一次。 */
export const readRosterRow = (sheet: RosterSheet, index: number): RowReading => {
  const { row, cells } = sheet.rows[index] ?? { row: 0, cells: [] }
  const reading = readRow(sheet.name, row, cells, sheet.columns, sheet.headers, rosterVocabulary, sheet.is1904)
  const ignored = index === 0 ? sheet.columns.filter((column) => column.field === null).map((column) => column.header) : []
  return ignored.length === 0 ? reading : { ...reading, findings: [...reading.findings, { field: null, code: 'column_ignored', severity: 'note', values: { names: ignored } }] }
}
