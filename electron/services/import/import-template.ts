import { writeXlsx, type Cell, type CellValue, type DataValidation } from 'hucre'
import type { importsContract } from '../../../shared/contract/imports.contract.ts'
import { importDoctorText } from '../../../shared/i18n/zh-CN/import-doctor.ts'
import type { ImportKind } from '../../../shared/model/roster-import.ts'
import type { Handler } from '../../rpc/handlers.ts'
import type { FileExchange } from '../file-exchange.ts'
import type { TemplateColumn } from './import-kind.ts'

const text = importDoctorText.template
const EXAMPLE_FILL = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEDED' } } as const
const HEADER_ROW = 2
const LAST_ROW = 5_000

const letters = (column: number): string => (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26))

/** 空白模板:列与导入认的是同一份清单;文字格式、冻结表头、有下拉、一行带底色的示例。 */
export const createImportTemplate = (files: FileExchange, templateOf: (kind: ImportKind) => readonly TemplateColumn[]): Handler<(typeof importsContract)['template']> => async ({ kind }) => {
  const name = importDoctorText.kinds[kind]
  const columns = templateOf(kind)
  const listed = columns.filter(({ values }) => values.length > 0)
  const cells = new Map<string, Partial<Cell>>()
  for (const [index, { label, example, required }] of columns.entries()) {
    cells.set(`${HEADER_ROW},${index}`, { value: required ? `*${label}` : label, style: { font: { bold: true }, alignment: { horizontal: 'center', wrapText: true } } })
    cells.set(`${HEADER_ROW + 1},${index}`, { value: example, style: { fill: EXAMPLE_FILL, numFmt: '@', font: { italic: true } } })
  }
  cells.set(`${HEADER_ROW + 1},0`, { value: text.exampleMark, style: { fill: EXAMPLE_FILL, font: { italic: true } } })
  const dataValidations: DataValidation[] = columns.flatMap(({ values }, index) => {
    const at = listed.findIndex((column) => column === columns[index])
    if (values.length === 0) return []
    return [{ type: 'list' as const, formula1: `'${text.codes}'!$${letters(at)}$2:$${letters(at)}$${values.length + 1}`, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' as const, errorTitle: text.badTitle, errorMessage: text.badMessage, range: `${letters(index)}${HEADER_ROW + 2}:${letters(index)}${LAST_ROW}` }]
  })
  const rows: CellValue[][] = [[text.title(name)], [text.note], columns.map(({ label, required }) => (required ? `*${label}` : label)), columns.map(({ example }) => example)]
  const depth = Math.max(0, ...listed.map(({ values }) => values.length))
  const bytes = await writeXlsx({
    sheets: [
      { name, rows, cells, columns: columns.map(({ width }) => ({ width, numFmt: '@' })), freezePane: { rows: HEADER_ROW + 1 }, dataValidations },
      { name: text.codes, rows: [listed.map(({ label }) => label), ...Array.from({ length: depth }, (_unused, row) => listed.map(({ values }) => values[row] ?? null))], columns: listed.map(() => ({ width: 20, numFmt: '@' })), freezePane: { rows: 1 } },
    ],
  })
  return { file: files.offer(text.fileName(name), bytes, true) }
}
