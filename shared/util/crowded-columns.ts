/** 10.5 磅字一个字宽多少毫米、一行高多少毫米;格子两边的空。 */
const EM_MILLIMETRES = 3.7
const LINE_MILLIMETRES = 5
const PADDING_MILLIMETRES = 2.6
const CROWDED_LINES = 3
/** 编号一类不该折行的有这么长。 */
const UNBROKEN = 11
const DAY = /^\d{4}\u5e74\d{1,2}\u6708\d{1,2}\u65e5$/
const ASCII = /^[\x20-\x7e]+$/

/** 占几个汉字宽;西文、数字算半个多一点。 */
const emsOf = (value: string): number => [...value].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.56 : 1), 0)
const linesFor = (value: string, width: number): number => (emsOf(value) * EM_MILLIMETRES) / (width - PADDING_MILLIMETRES)
/** 日期、编号从中间折开就不好认了。 */
const isUnbroken = (line: string): boolean => DAY.test(line) || (line.length <= UNBROKEN && ASCII.test(line))

const isCrowded = (value: string, width: number, lines: number): boolean => {
  const parts = value.split('\n')
  return parts.some((part) => isUnbroken(part) && linesFor(part, width) > 1) || parts.reduce((sum, part) => sum + linesFor(part, width), 0) > lines
}

interface Table {
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  readonly rowHeight?: number
}

/**
 * 哪几列用小号字:有一格排不下的,整列都用,同一列不大不小;行高得下的不算挤。
 * 表头只看日期一类不该折行的,有一个挤就整行都小。打印页和 Word 用同一份。
 */
export const crowdedColumns = ({ columns, rows, rowHeight = 0 }: Table): { readonly heads: boolean; readonly columns: readonly boolean[] } => {
  const lines = Math.max(CROWDED_LINES, Math.floor(rowHeight / LINE_MILLIMETRES))
  return { heads: columns.some(({ label, width }) => ASCII.test(label) && linesFor(label, width) > 1), columns: columns.map(({ width }, column) => rows.some((row) => isCrowded(row[column] ?? '', width, lines))) }
}
