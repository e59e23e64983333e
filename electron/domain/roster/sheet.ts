/** 读文件的线程交来的单元格:只有值,没有公式。日期、公式结果、错误各带一个标记,其余是原样的文字和数。 */
export interface DateCell {
  readonly kind: 'date'
  /** 按显示格式:`YYYY-MM-DD`;只到月的为 `YYYY-MM`;不显示年份、只显示时刻的为月日、时刻(读日期时算看不懂)。 */
  readonly text: string
}
interface FormulaCell {
  readonly kind: 'formula'
  /** 文件里存着的上次算出的值;从不重新计算。 */
  readonly value: string | number | boolean | DateCell | null
}
export interface ErrorCell {
  readonly kind: 'error'
  /** 如 `#REF!`。 */
  readonly text: string
}
export type SheetCell = string | number | boolean | null | DateCell | FormulaCell | ErrorCell

export interface SheetData {
  readonly name: string
  readonly hidden: boolean
  /** 工作簿用 1904 日期系统(早年的 Mac 版):没有日期格式的序号要按它换算。 */
  readonly is1904: boolean
  /** 第 i 项就是 Excel 左侧的第 i+1 行;竖向合并的格子已逐行填上。 */
  readonly rows: readonly (readonly SheetCell[])[]
}

/** 公式取其结果;其余照旧。 */
export const plainCell = (cell: SheetCell | undefined): string | number | boolean | null | DateCell | ErrorCell =>
  cell === undefined ? null : cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell

/** 单元格里的文字;日期与错误也给出其文字,空格子为空串。 */
export const cellText = (cell: SheetCell | undefined): string => {
  const value = plainCell(cell)
  if (value === null) return ''
  return typeof value === 'object' ? value.text : String(value)
}
