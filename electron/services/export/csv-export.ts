import type { ExportCell, ExportColumn, ExportSheet } from './export-sheet.ts'
import { exportNumberOf, exportText } from './export-text.ts'

/** 表格程序会当公式算的开头,半角与全角都算;前面垫了空白、撇号的也算(F50)。 */
const FORMULA_START = /^['\s\u3000]*[=+\-@\t\n\uff1d\uff0b\uff0d\uff20]/

/** 可能被当公式的前面加一个撇号;表格程序打开就是文字。 */
const guarded = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text)
/** 文字一律加引号:换一种分隔符的表格程序也不会从中间拆开。 */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const cell = (value: ExportCell, kind: ExportColumn['kind']): string => {
  if (value === null) return ''
  const number = exportNumberOf(value, kind)
  return number === null ? quoted(guarded(exportText(String(value)))) : String(number)
}

/**
 * 写成 .csv:UTF-8 带签名(否则 Excel 按本地编码读成乱码),行尾 CRLF。
 *
 * @returns 文件内容。
 */
export const writeCsv = ({ columns, rows, title, notes }: Omit<ExportSheet, 'name'>): Uint8Array => {
  const above = [...(title === undefined ? [] : [title]), ...(notes ?? [])].map((text) => cell(text, 'text'))
  const lines = [...above, columns.map(({ heading }) => cell(heading, 'text')).join(','), ...rows.map((row) => columns.map(({ kind }, index) => cell(row[index] ?? null, kind)).join(','))]
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}
