import { AlignmentType, Paragraph, type Table } from 'docx'
import { handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeWordText } from '../../../../shared/i18n/zh-CN/volume-word.ts'
import type { BranchPortrait } from '../../../../shared/model/evaluation.ts'
import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { crowdedColumns } from '../../../../shared/util/crowded-columns.ts'
import { gap, run, twips, wordTable, type WordCell } from './word-parts.ts'

type Element = Paragraph | Table
const SIGN_COLUMNS = 4
const SIGN_WIDTH = 40.5
const PRINTED_LOSSES = 6

const paragraph = (content: string, options: { readonly size?: number; readonly sans?: boolean; readonly align?: 'center' | 'right'; readonly before?: number; readonly indent?: boolean; readonly keep?: boolean } = {}): Paragraph =>
  new Paragraph({
    alignment: options.align === 'center' ? AlignmentType.CENTER : options.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { before: twips(options.before ?? 0), after: 0 },
    ...(options.indent === true ? { indent: { firstLine: twips(7.8) } } : {}),
    keepNext: options.keep ?? false,
    children: [run(content, { size: options.size ?? 10.5, sans: options.sans ?? false, bold: options.sans ?? false })],
  })

const heads = (labels: readonly string[]): { readonly head: true; readonly cells: readonly WordCell[] } => ({ head: true, cells: labels.map((label) => ({ text: label })) })

/** 评价:雷达图在 Word 里由数表代替,数一个不少。 */
const portraitTables = (portrait: BranchPortrait, chainHead: string): Element[] => {
  const t = text.evaluation
  const { summary } = portrait
  const dash = text.empty
  return [
    wordTable(
      [26, 55, 26, 55],
      [
        { cells: [{ text: t.total, head: true }, { text: summary.total ?? (summary.status === null ? dash : t.statusWords[summary.status]) }, { text: t.star, head: true }, { text: t.starWord(summary.star) }] },
        { cells: [{ text: t.rank, head: true }, { text: summary.rank === null ? t.notRanked : t.rankValue(summary.rank.rank, summary.rank.of, summary.rank.tied) }, { text: t.scheme, head: true }, { text: t.schemeValue(portrait.schemeName, portrait.schemeVersion) }] },
      ],
    ),
    gap(),
    wordTable([62, 22, 24, 28, 26], [heads([t.dimension, t.full, t.score, t.ratio, t.median]), ...portrait.axes.map((axis) => ({ cells: [{ text: axis.name, align: 'left' as const }, { text: axis.full ?? dash }, { text: axis.score ?? dash }, { text: axis.value ?? t.missing }, { text: axis.median ?? dash }] }))]),
    paragraph(t.lossTitle, { sans: true, before: 4, keep: true }),
    wordTable([58, 18, 86], [heads([t.lossName, t.lossValue, t.lossReason]), ...portrait.losses.slice(0, PRINTED_LOSSES).map((loss) => ({ cells: [{ text: loss.name, align: 'left' as const }, { text: loss.lost }, { text: loss.reason, align: 'left' as const }] }))]),
    ...portrait.vetoes.map((veto) => paragraph(`${t.vetoTitle} ${veto.name} ${veto.reason}`)),
    paragraph(`${t.referenceNote}　${t.chainHead(chainHead)}`, { size: 9, before: 2 }),
  ]
}

/** 一块 → Word 的段落与表;与打印页的 volume-block.tsx 一一对应。keep:下一块是签字,最后一行跟着它走。 */
export const wordBlock = (block: VolumeBlock, keep = false): readonly Element[] => {
  switch (block.kind) {
    case 'fields': {
      const widths = block.widths.filter((width) => width > 0)
      return [wordTable(widths, block.rows.map(([label, value, label2, value2]) => ({ cells: label2 === undefined ? [{ text: label, head: true }, { text: value, span: widths.length - 1, align: 'left' as const }] : [{ text: label, head: true }, { text: value }, { text: label2, head: true }, { text: value2 ?? '' }] })), keep), gap(keep)]
    }
    case 'table': {
      const { columns, rows, blankRows = 0, rowHeight = 8 } = block
      const emptyWord = block.emptyWord ?? (blankRows > 0 ? '' : text.none)
      const empty = rows.length === 0 && emptyWord !== '' ? [{ height: rowHeight, cells: [{ text: emptyWord, span: columns.length }] }] : []
      const crowded = crowdedColumns(block)
      const blank = Array.from({ length: blankRows }, () => ({ height: rowHeight, cells: columns.map(() => ({ text: '' })) }))
      return [
        wordTable(
          columns.map(({ width }) => width),
          [{ head: true, cells: columns.map(({ label }) => ({ text: label, small: crowded.heads })) }, ...rows.map((row) => ({ height: rowHeight, cells: columns.map(({ align }, index): WordCell => ({ text: row[index] ?? '', small: crowded.columns[index] === true, ...(align === undefined ? {} : { align }) })) })), ...empty, ...blank],
          keep,
        ),
        gap(keep),
      ]
    }
    case 'sign_grid': {
      const places = Math.ceil(Math.max(block.people.length, block.places) / SIGN_COLUMNS) * SIGN_COLUMNS
      const cells = Array.from({ length: places }, (_unused, index): WordCell => {
        const person = block.people[index]
        return { text: person === undefined ? '' : `${person.name}　${person.mark}`, align: 'left' }
      })
      const rows = Array.from({ length: places / SIGN_COLUMNS }, (_unused, row) => ({ height: 10, cells: cells.slice(row * SIGN_COLUMNS, (row + 1) * SIGN_COLUMNS) }))
      return [wordTable(Array.from({ length: SIGN_COLUMNS }, () => SIGN_WIDTH), [{ head: true, cells: [{ text: block.title, span: SIGN_COLUMNS }] }, ...rows]), gap()]
    }
    case 'prose':
      return [paragraph(block.label, { sans: true, before: 2, keep: true }), ...block.paragraphs.map((line) => paragraph(line, { size: 11, indent: true })), ...Array.from({ length: Math.max(0, block.lines - block.paragraphs.length) }, () => paragraph('', { size: 11 })), gap()]
    case 'signatures':
      return [paragraph([...block.places.map((place) => `${place}${volumeWordText.signatureLine}`), text.meeting.signDate].join('　'), { before: 6 })]
    case 'seal':
      return [paragraph(block.caption, { size: 9, align: 'right', before: 50 })]
    case 'subtitle':
      return [paragraph(block.text, { size: 13, sans: true, before: 4, keep: true })]
    case 'note':
      return [paragraph(block.text, { size: 9, before: 2, keep })]
    case 'none':
      return [paragraph(block.text, { align: 'center', before: 6 })]
    case 'portrait':
      return portraitTables(block.portrait, block.chainHead)
  }
}
