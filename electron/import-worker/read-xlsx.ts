import { EncryptedFileError, HucreError, readXlsx as parseXlsx, type Cell, type CellValue, type Sheet } from 'hucre'
import type { DateCell, SheetCell, SheetData } from '../domain/roster/sheet.ts'
import { IMPORT_LIMITS } from './limits.ts'
import { WorkbookRejected } from './workbook-rejected.ts'

const pad = (value: number): string => String(value).padStart(2, '0')
const formatLetters = (format: string): string => format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()

/** 只显示年月的格式(yyyy.mm、yyyy"年"m"月")里的 1 日是 Excel 补的,不是人填的。 */
const isMonthFormat = (format: string | undefined): boolean => {
  if (format === undefined) return false
  const letters = formatLetters(format)
  return letters.includes('y') && letters.includes('m') && !/[dhs]/.test(letters)
}
const toDateCell = (date: Date, format: string | undefined): DateCell => {
  const month = `${String(date.getUTCFullYear()).padStart(4, '0')}-${pad(date.getUTCMonth() + 1)}`
  return { kind: 'date', text: date.getUTCDate() === 1 && isMonthFormat(format) ? month : `${month}-${pad(date.getUTCDate())}` }
}

const DECIMAL_FORMAT = /^0\.(0+)(?:_ )?$/
const YEAR_LIKE = 10_000
/** 2023.10 按「0.00」显示时数值只剩 2023.1,按显示的样子取文字,月份才不会读错。 */
const toNumberCell = (value: number, format: string | undefined): string | number => {
  const decimals = format === undefined || Math.abs(value) >= YEAR_LIKE ? undefined : DECIMAL_FORMAT.exec(format)?.[1]
  return decimals === undefined ? value : value.toFixed(decimals.length)
}

const scalar = (value: CellValue | undefined, format: string | undefined): string | number | boolean | DateCell | null => {
  // 只有空格的格子是空的:名册底下很远处留着的一个空格,不该让整份文件读不下来。
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === '')) return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : toDateCell(value, format)
  if (typeof value === 'number') return toNumberCell(value, format)
  if (typeof value === 'string') return value.length > IMPORT_LIMITS.cellCharacters ? value.slice(0, IMPORT_LIMITS.cellCharacters) : value
  return typeof value === 'boolean' ? value : null
}

/** 公式只取文件里存着的结果,从不计算。 */
const toCell = (value: CellValue | undefined, detail: Cell | undefined): SheetCell => {
  if (detail?.type === 'error') return { kind: 'error', text: String(value ?? '').slice(0, 20) }
  const format = detail?.style?.numFmt
  if (detail?.formula !== undefined || detail?.type === 'formula') return { kind: 'formula', value: scalar(detail.formulaResult ?? value, format) }
  return scalar(value, format)
}

const convertSheet = (sheet: Sheet): SheetData => {
  const rows: SheetCell[][] = []
  let last = 0
  for (const [rowIndex, source] of sheet.rows.entries()) {
    const row: SheetCell[] = []
    for (const [columnIndex, value] of source.entries()) {
      const detail = sheet.cells?.get(`${rowIndex},${columnIndex}`)
      const cell = toCell(value, detail)
      if (cell === null) continue
      if (columnIndex >= IMPORT_LIMITS.columns) throw new WorkbookRejected('FILE_TOO_COMPLEX')
      while (row.length < columnIndex) row.push(null)
      row.push(cell)
    }
    rows.push(row)
    if (row.length > 0) last = rowIndex + 1
    if (last > IMPORT_LIMITS.rows) throw new WorkbookRejected('FILE_TOO_COMPLEX')
  }
  rows.length = last
  // 合并格:只向下填(一个支部名竖着合并几行);横向合并的标题不向右填,免得错列。
  for (const merge of sheet.merges ?? []) {
    const value = rows[merge.startRow]?.[merge.startCol] ?? null
    if (value === null) continue
    for (let rowIndex = merge.startRow + 1; rowIndex <= Math.min(merge.endRow, last - 1); rowIndex += 1) {
      const row = rows[rowIndex]
      if (row === undefined || (row[merge.startCol] ?? null) !== null) continue
      while (row.length <= merge.startCol) row.push(null)
      row[merge.startCol] = value
    }
  }
  return { name: sheet.name.slice(0, 100), hidden: sheet.hidden === true || sheet.veryHidden === true, rows }
}

/**
 * 读 .xlsx 的全部工作表;唯一接触表格库的文件。
 *
 * @throws WorkbookRejected FILE_ENCRYPTED、FILE_TOO_COMPLEX、FILE_DAMAGED
 */
export const readXlsx = async (bytes: Uint8Array): Promise<SheetData[]> => {
  try {
    // 要样式是为了日期的显示格式:只到月的不能当成 1 日。
    const workbook = await parseXlsx(bytes, { readStyles: true })
    return workbook.sheets.map(convertSheet)
  } catch (error) {
    if (error instanceof WorkbookRejected) throw error
    if (error instanceof EncryptedFileError) throw new WorkbookRejected('FILE_ENCRYPTED', { cause: error })
    const overLimit = error instanceof HucreError && /limit|bounds/i.test(error.message)
    throw new WorkbookRejected(overLimit ? 'FILE_TOO_COMPLEX' : 'FILE_DAMAGED', { cause: error })
  }
}
