import { writeXlsx, type Cell, type CellValue } from 'hucre'
import { cellText, plainCell, type SheetData } from '../../domain/roster/sheet.ts'
import { readWorkbook } from '../read-workbook.ts'
import { createSheetCollector } from '../sheet-sink.ts'
import { CannotPatch } from './marked-styles.ts'
import { patchXlsx } from './patch-xlsx.ts'
import { FILL_COLOURS, mergeMarks, type SheetMark } from './sheet-marks.ts'

const readAll = async (bytes: Buffer, fileName: string): Promise<readonly SheetData[]> => {
  const collector = createSheetCollector()
  await readWorkbook(bytes, fileName, collector.add)
  return collector.sheets
}
const rowsOf = ({ rows }: SheetData): string[][] => {
  const texts = rows.map((row) => row.map(cellText))
  for (const row of texts) while (row.at(-1) === '') row.pop()
  while (texts.at(-1)?.length === 0) texts.pop()
  return texts
}
/** 原来有的每一格都还在、字一样。 */
const keepsEverything = (before: readonly SheetData[], after: readonly SheetData[]): boolean =>
  before.length === after.length && before.every((sheet, index) => sheet.name === after[index]?.name && JSON.stringify(rowsOf(sheet)) === JSON.stringify(rowsOf(after[index] as SheetData)))

const ESCAPE_MARK = /_(?=x[0-9a-f]{4}_)/gi
const valueOf = (cell: SheetData['rows'][number][number]): CellValue => {
  const value = plainCell(cell)
  if (value === null) return null
  if (typeof value === 'object') return value.text
  return typeof value === 'string' ? value.replaceAll(ESCAPE_MARK, '_x005F_') : value
}
/** 照读出的内容重新写一份:CSV、旧 .xls,以及原样改不动的 .xlsx。文字都是文字格。 */
const writeAfresh = (sheets: readonly SheetData[], marks: readonly SheetMark[], author: string): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map((sheet) => {
      const cells = new Map<string, Partial<Cell>>()
      for (const { row, column, severity, message } of marks.filter((mark) => mark.sheet === sheet.name)) {
        const value = valueOf(sheet.rows[row - 1]?.[column] ?? null)
        cells.set(`${row - 1},${column}`, { value, style: { numFmt: '@', fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILL_COLOURS[severity].slice(2) } } }, comment: { text: message, author } })
      }
      const width = Math.max(0, ...sheet.rows.slice(0, 200).map((row) => row.length))
      return { name: sheet.name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet1', hidden: sheet.hidden, rows: sheet.rows.map((row) => row.map(valueOf)), cells, columns: Array.from({ length: width }, () => ({ width: 16, numFmt: '@' })) }
    }),
  })

/**
 * 交回用户自己的那份表,毛病涂上颜色、写上批注。.xlsx 在原样上改,改完再读一遍,与原来逐格核对;
 * 改不动、核对不上的,以及别的格式,照内容重新写一份。一格也不少。
 *
 * @throws WorkbookRejected
 */
export const markWorkbook = async (bytes: Buffer, fileName: string, given: readonly SheetMark[], author: string): Promise<Uint8Array> => {
  const marks = mergeMarks(given)
  const before = await readAll(bytes, fileName)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      const patched = await patchXlsx(bytes, marks, author)
      if (keepsEverything(before, await readAll(patched, fileName))) return patched
    } catch (error) {
      if (!(error instanceof CannotPatch)) throw error
    }
  }
  return writeAfresh(before, marks, author)
}
