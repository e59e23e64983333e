import { writeXlsx, type CellValue, type ColumnDef, type WriteSheet } from 'hucre'
import type { ExportSheet } from './export-sheet.ts'
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

const toSheet = (sheet: ExportSheet, name: string): WriteSheet => {
  const above = [...(sheet.title === undefined ? [] : [sheet.title]), ...(sheet.notes ?? [])].map(cellText)
  const header = sheet.columns.map(({ heading }) => cellText(heading))
  const rows = sheet.rows.map((row) =>
    sheet.columns.map(({ kind }, index): CellValue => {
      const value = row[index] ?? null
      if (value === null) return null
      const number = exportNumberOf(value, kind)
      return number ?? cellText(String(value))
    }),
  )
  const columns = sheet.columns.map(({ kind, width }): ColumnDef => ({
    width: Math.min(width ?? DEFAULT_WIDTH, MAX_WIDTH),
    // 文字列用「文本」格式:双击改一下再回车,「=」开头的仍是文字;证号不会变成科学计数。
    ...(kind === 'text' ? { numFmt: '@' } : kind === 'money' ? { numFmt: '#,##0.00' } : {}),
  }))
  return { name, columns, rows: [...above.map((text) => [text]), header, ...rows], freezePane: { rows: above.length + 1 } }
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
