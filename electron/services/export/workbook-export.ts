import { setImmediate } from 'node:timers/promises'
import { writeXlsx, writeXlsxStream, type CellValue, type ColumnDef, type WriteSheet } from 'hucre'
import type { ExportCell, ExportColumn, ExportSheet } from './export-sheet.ts'
import { exportNumberOf, exportText } from './export-text.ts'

const DEFAULT_WIDTH = 12
const MAX_WIDTH = 60
/** 表格程序一格最多这么多字。 */
const MAX_CELL_CHARACTERS = 32_767
const MAX_NAME_CHARACTERS = 31
/** 表格里 `_x003D_` 这样的记号会被读成「=」:把开头的下划线换成它自己的记号。 */
const ESCAPE_MARK = /_(?=x[0-9a-f]{4}_)/gi

const cellText = (text: string): string => {
  const cleaned = exportText(text)
  return (cleaned.length > MAX_CELL_CHARACTERS ? `${cleaned.slice(0, MAX_CELL_CHARACTERS - 1)}\u2026`.toWellFormed() : cleaned).replaceAll(ESCAPE_MARK, '_x005F_')
}

/** 工作表名:去掉不许用的字,首尾不能是撇号,最多 31 字,同名的加序号(不分大小写)。 */
export const sheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const cleaned = exportText(name)
      .replaceAll(/[[\]:*?/\\\n\t]/g, ' ')
      .replaceAll(/^[' ]+|[' ]+$/g, '')
    // Excel 自己留着 History 这个名字。
    const base = cleaned === '' || cleaned.toLowerCase() === 'history' ? `Sheet${index + 1}` : cleaned
    for (let count = 1; ; count++) {
      const suffix = count === 1 ? '' : ` (${count})`
      const candidate = `${base.slice(0, MAX_NAME_CHARACTERS - suffix.length).toWellFormed()}${suffix}`
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

/** 标题、说明、表头:表格最上面冻结的几行。 */
const topRows = ({ title, notes, columns }: Omit<ExportSheet, 'rows'>): CellValue[][] => [...(title === undefined ? [] : [title]), ...(notes ?? [])].map((text): CellValue[] => [cellText(text)]).concat([columns.map(({ heading }) => cellText(heading))])
const toCells = (columns: readonly ExportColumn[], row: readonly ExportCell[]): CellValue[] =>
  columns.map(({ kind }, index): CellValue => {
    const value = row[index] ?? null
    if (value === null) return null
    return exportNumberOf(value, kind) ?? cellText(String(value))
  })
const toColumns = (columns: readonly ExportColumn[]): ColumnDef[] =>
  columns.map(({ kind, width }): ColumnDef => ({
    width: Math.min(width ?? DEFAULT_WIDTH, MAX_WIDTH),
    // 文字列用「文本」格式:双击改一下再回车,「=」开头的仍是文字;证号不会变成科学计数。
    ...(kind === 'text' ? { numFmt: '@' } : kind === 'money' ? { numFmt: '#,##0.00' } : {}),
  }))
const toSheet = (sheet: ExportSheet, name: string): WriteSheet => {
  const top = topRows(sheet)
  return { name, columns: toColumns(sheet.columns), rows: [...top, ...sheet.rows.map((row) => toCells(sheet.columns, row))], freezePane: { rows: top.length } }
}

/**
 * 写成 .xlsx(F50)。文字一律是文字格,从不写公式;真数是数;日期是文字。
 *
 * @returns 文件内容;没有作者、机器名一类的属性。
 */
export const writeWorkbook = async (sheets: readonly ExportSheet[]): Promise<Uint8Array> => {
  const names = sheetNames(sheets.map(({ name }) => name))
  return writeXlsx({ sheets: sheets.map((sheet, index) => toSheet(sheet, names[index] ?? '')) })
}

/** 边取边写,每写这么久让一让,别的调用插得进来。 */
const SLICE_MILLISECONDS = 25

/**
 * 很长的一张表:行边取边写、边压,内存里只有压好的那一份(十万行约几兆),不先攒出整张表。
 *
 * @throws signal.reason 已取消。
 */
export const streamWorkbook = async (sheet: Omit<ExportSheet, 'rows'> & { readonly rows: Iterable<readonly ExportCell[]> }, signal: AbortSignal): Promise<Uint8Array> => {
  const top = topRows(sheet)
  async function* rows(): AsyncGenerator<CellValue[]> {
    yield* top
    let sliceEnd = performance.now() + SLICE_MILLISECONDS
    for (const row of sheet.rows) {
      yield toCells(sheet.columns, row)
      if (performance.now() < sliceEnd) continue
      await setImmediate()
      signal.throwIfAborted()
      sliceEnd = performance.now() + SLICE_MILLISECONDS
    }
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of writeXlsxStream(rows(), { name: sheetNames([sheet.name])[0] ?? '', columns: toColumns(sheet.columns), freezePane: { rows: top.length }, repeatHeaders: false })) chunks.push(chunk)
  return Buffer.concat(chunks)
}
