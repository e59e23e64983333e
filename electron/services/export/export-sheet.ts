/** 要写出去的一张表;表格与逗号分隔两种写法共用。 */
export interface ExportColumn {
  readonly heading: string
  /** number 列里的真数写成数;money 是整数分,写成两位小数的元;其余(日期、证号、工号)一律写成文字。 */
  readonly kind: 'text' | 'number' | 'money'
  /** 列宽,按半角字符计;缺省 12。 */
  readonly width?: number
}
/** 一格:文字、数、空。精确数可以写成文本(`87.50`)放进 number 列。 */
export type ExportCell = string | number | null

export interface ExportSheet {
  /** 工作表名;不合规矩的字会去掉,太长会截短。 */
  readonly name: string
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly ExportCell[])[]
  /** 表头之上的标题。 */
  readonly title?: string
  /** 标题之下的几行说明:谁、何时、为什么导出(F52)。 */
  readonly notes?: readonly string[]
}
