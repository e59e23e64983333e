import type { DateCell, SheetCell } from '../../domain/roster/sheet.ts'
import { dateCellOf, type NumberFormat } from './number-formats.ts'
import { unescapeText } from './read-shared-strings.ts'

/** 一份工作簿里各表共用的。 */
export interface WorkbookContext {
  readonly sharedStrings: readonly string[]
  /** 没有样式部件时为 null:编号无从查起,一律按常规。 */
  readonly formats: readonly NumberFormat[] | null
  readonly is1904: boolean
}
/** 一格的原样:种类、样式编号、值与内联文字;有没有公式。 */
export interface RawCell {
  readonly type: string
  readonly style: string | undefined
  readonly value: string | null
  readonly inline: string | null
  readonly hasFormula: boolean
}
/** 格子的写法不合规矩;位置由调用者补。 */
export class BadCell extends Error {}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/
const INDEX = /^\d{1,9}$/
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]{1,20}Z?)?$/
const YEAR_LIKE = 10_000
const MAX_ERROR = 20

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text)

const formatOf = (style: string | undefined, formats: WorkbookContext['formats']): NumberFormat | undefined => {
  if (style === undefined || formats === null) return undefined
  const format = INDEX.test(style) ? formats[Number(style)] : undefined
  if (format === undefined) throw new BadCell('style')
  return format
}
/** 一个数按它的格式:日期格式的是日期;2023.10 按「0.00」显示时数值只剩 2023.1,按显示的样子取文字,月份才不会读错。 */
export const valueAsShown = (value: number, format: NumberFormat | undefined, is1904: boolean): string | number | DateCell => {
  if (format?.kind === 'date') return dateCellOf(value, format, is1904)
  return format === undefined || format.decimals === null || Math.abs(value) >= YEAR_LIKE ? value : value.toFixed(format.decimals)
}
const numberCell = (raw: string, style: string | undefined, { formats, is1904 }: WorkbookContext): string | number | DateCell => {
  const value = NUMBER.test(raw) ? Number(raw) : Number.NaN
  if (!Number.isFinite(value)) throw new BadCell('number')
  return valueAsShown(value, formatOf(style, formats), is1904)
}
const sharedText = (raw: string, strings: readonly string[]): string => {
  const text = INDEX.test(raw) ? strings[Number(raw)] : undefined
  // 查不到的编号不能当作空格子:那一格本来有字。
  if (text === undefined) throw new BadCell('shared string')
  return text
}

/**
 * 一格的值;只有空格的是空的。公式只取文件里存着的结果,从不计算(F28)。
 *
 * @throws BadCell
 */
export const cellValue = (cell: RawCell, context: WorkbookContext): SheetCell => {
  const { type, style, inline, hasFormula } = cell
  const raw = cell.value?.trim() ?? ''
  const plain = (): string | number | boolean | DateCell | null => {
    switch (type) {
      case 'inlineStr':
        return textOrNull(unescapeText(inline ?? ''))
      case 'str':
        return textOrNull(unescapeText(cell.value ?? ''))
      case 's':
        return raw === '' && cell.value === null ? null : textOrNull(sharedText(raw, context.sharedStrings))
      case 'b':
        if (!['0', '1', 'true', 'false', ''].includes(raw)) throw new BadCell('boolean')
        return raw === '' ? null : raw === '1' || raw === 'true'
      case 'd':
        return raw === '' ? null : { kind: 'date', text: ISO_DATE.exec(raw)?.[1] ?? raw.slice(0, 40) }
      case 'n':
        return raw === '' ? null : numberCell(raw, style, context)
      default:
        throw new BadCell('type')
    }
  }
  if (type === 'e') return { kind: 'error', text: (cell.value ?? '').slice(0, MAX_ERROR) }
  const value = plain()
  return hasFormula ? { kind: 'formula', value } : value
}
