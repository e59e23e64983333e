import { AlignmentType, BorderStyle, convertMillimetersToTwip, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type IRunOptions } from 'docx'
import { volumeWordText } from '../../../../shared/i18n/zh-CN/volume-word.ts'

const HALF_POINTS = 2
export const twips = (millimetres: number): number => Math.round(convertMillimetersToTwip(millimetres))
/** 中文与西文字体分开点名(ux d.6):WPS 只认 eastAsia 那一个。 */
export const fontOf = (kind: 'serif' | 'sans'): NonNullable<IRunOptions['font']> => ({ ascii: volumeWordText.latin, hAnsi: volumeWordText.latin, cs: volumeWordText.latin, eastAsia: volumeWordText[kind], hint: 'eastAsia' })

export const run = (text: string, { size = 10.5, sans = false, bold = false }: { readonly size?: number; readonly sans?: boolean; readonly bold?: boolean } = {}): TextRun => new TextRun({ text, size: size * HALF_POINTS, bold, font: fontOf(sans ? 'sans' : 'serif') })

/** 一格里的几行。 */
const linesOf = (value: string, align: (typeof AlignmentType)[keyof typeof AlignmentType], keepNext: boolean, sans: boolean, size: number): Paragraph[] =>
  // 格子窄,汉字与数字之间不另加空:日期不至于折行。
  value.split('\n').map((line) => new Paragraph({ alignment: align, keepNext, autoSpaceEastAsianText: false, children: [run(line, { sans, bold: sans, size })] }))

export interface WordCell {
  readonly text: string
  readonly head?: boolean
  readonly span?: number
  readonly align?: 'left' | 'right'
  /** 排不下的一列用小一号的字。 */
  readonly small?: boolean
}
const INNER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const OUTER = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const MARGIN = 40
/** 版心宽;再宽的是横放的表,列多字小。 */
const PORTRAIT_MILLIMETRES = 163
const NORMAL = 10.5
const SMALL = 9
const SMALLEST = 7.5
/** 横放的一页高 162 毫米:标题、十七行、说明、签字都要放得下。 */
const WIDE_ROW = 7

/** 表:列宽写死(Word 看总宽、WPS 看列宽,两样都给),行不拆开,表头每页都有。keep:最后一行跟着下一段走,签字的地方不单独落到下一页。 */
export const wordTable = (widths: readonly number[], rows: readonly { readonly cells: readonly WordCell[]; readonly head?: boolean; readonly height?: number }[], keep = false): Table => {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const isWide = total > PORTRAIT_MILLIMETRES
  const [size, small] = isWide ? [SMALL, SMALLEST] : [NORMAL, SMALL]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(total), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: { top: OUTER, bottom: OUTER, left: OUTER, right: OUTER, insideHorizontal: INNER, insideVertical: INNER },
    rows: rows.map(({ cells, head = false, height = 8 }, index) => {
      let column = 0
      return new TableRow({
        tableHeader: head,
        cantSplit: true,
        height: { value: twips(isWide ? Math.min(height, WIDE_ROW) : height), rule: HeightRule.ATLEAST },
        children: cells.map(({ text, head: label = false, span = 1, align, small: crowded = false }) => {
          const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
          column += span
          return new TableCell({
            columnSpan: span,
            width: { size: twips(width), type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN },
            children: linesOf(text, align === 'left' ? AlignmentType.LEFT : align === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER, keep && index === rows.length - 1, label || head, crowded ? small : size),
          })
        }),
      })
    }),
  })
}

/** 两张表之间的一小段:没有它,Word 会把两张表并成一张。 */
export const gap = (keepNext = false): Paragraph => new Paragraph({ keepNext, spacing: { line: 20, lineRule: 'exact', before: 0, after: 0 }, children: [] })
