import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TableOfContents, TextRun, type ISectionOptions } from 'docx'
import { handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeWordText } from '../../../../shared/i18n/zh-CN/volume-word.ts'
import type { VolumeLeaf, VolumePrintModel, VolumeSection } from '../../../../shared/model/volume.ts'
import { exportText } from '../../export/export-text.ts'
import { fontOf, run, twips } from './word-parts.ts'
import { wordBlock } from './word-blocks.ts'

const PAGE = { width: twips(210), height: twips(297) } as const
/** 与打印页同一套页边;内侧多出的 8 毫米是装订。 */
const MARGIN = { top: twips(30), bottom: twips(27), left: twips(28), right: twips(20), header: twips(18), footer: twips(15) } as const

/** 横放的表:订口在上边,表才放得下,和打印页里转过去的一样。 */
const LANDSCAPE_MARGIN = { ...MARGIN, top: twips(28), bottom: twips(20), left: twips(27), right: twips(30), header: twips(18), footer: twips(10) } as const

const centred = (children: readonly TextRun[], before = 0): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: twips(before) }, children: [...children] })

/** 页码「— 12 —」:单页在右、双页在左。 */
const folio = (side: 'left' | 'right'): Footer =>
  new Footer({ children: [new Paragraph({ alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT, children: [new TextRun({ size: 28, font: fontOf('serif'), children: ['\u2014 ', PageNumber.CURRENT, ' \u2014'] })] })] })
const head = (words: string, side: 'left' | 'right'): Header => new Header({ children: [new Paragraph({ alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT, children: [run(words, { size: 9, sans: true })] })] })

/** 没有题名的下一张也另起一页;接在背面的短表跟着前一张走。 */
const startOf = (leaf: VolumeLeaf, first: boolean): Paragraph[] =>
  leaf.title === ''
    ? first || leaf.onBack
      ? []
      : [new Paragraph({ pageBreakBefore: true, children: [] })]
    : [new Paragraph({ ...(leaf.contentsTitle === '' ? { keepNext: true } : { heading: HeadingLevel.HEADING_2 }), alignment: AlignmentType.CENTER, pageBreakBefore: !first, spacing: { before: 0, after: twips(3) }, children: [run(`${leaf.title}${leaf.mark === '' ? '' : `（${leaf.mark}）`}`, { size: 16, sans: true, bold: true })] })]

/** 后面就是签字的地方,中间至多隔着说明。 */
const isBeforeSignatures = (leaf: VolumeLeaf, index: number): boolean => leaf.blocks.slice(index + 1).find(({ kind }) => kind !== 'note')?.kind === 'signatures'

const leafChildren = (leaf: VolumeLeaf, first: boolean) => [
  ...startOf(leaf, first),
  ...leaf.blocks.flatMap((block, index) => [...wordBlock(block, isBeforeSignatures(leaf, index))]),
  ...(leaf.foot.length === 0 ? [] : [new Paragraph({ children: [run(leaf.foot.join('　'), { size: 9 })] })]),
]

/** 一节一个 Word 的节:自己的页眉,横表横放。 */
const sectionOf = ({ heading, leaves }: VolumeSection, model: VolumePrintModel, start: number | null): ISectionOptions => {
  const running = text.running(model.branchName, model.year)
  const landscape = leaves[0]?.rotated === true
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size: { ...PAGE, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: landscape ? LANDSCAPE_MARGIN : MARGIN, ...(start === null ? {} : { pageNumbers: { start } }) },
    },
    headers: { default: head(`${heading}　${running}`, 'right'), even: head(`${running}　${heading}`, 'left') },
    footers: { default: folio('right'), even: folio('left') },
    children: [new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, spacing: { before: 0, after: twips(4) }, children: [run(heading, { size: 18, sans: true, bold: true })] }), ...leaves.flatMap((leaf, index) => leafChildren(leaf, index === 0))],
  }
}

/** 文字里混进的控制字符写进 Word 会让整份打不开。 */
const cleaned = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_key, item: unknown) => (typeof item === 'string' ? exportText(item) : item)) as T

/**
 * 写成 .docx:真的标题、表格、页码域、目录域,文字全都改得动(ux d.6)。不放文本框、浮动图形、宏。
 *
 * @returns 文件内容;没有作者、机器名一类的属性。
 */
export const writeWord = async (given: VolumePrintModel): Promise<Uint8Array> => {
  const model = cleaned(given)
  const front: ISectionOptions | null = !model.front.cover ? null : {
    properties: { page: { size: PAGE, margin: MARGIN } },
    children: [
      centred([run(model.unitName, { size: 22 })], 30),
      centred([run(text.bookTitle, { size: 42, bold: true })], 10),
      centred([run(text.year(model.year), { size: 26 })], 10),
      ...[
        [text.coverBranch, model.branchName],
        [text.coverSecretary, model.secretaryName],
        [text.coverRecorder, ''],
        [text.coverPeriod, text.coverPeriodValue(model.year)],
      ].map(([label = '', value = ''], index) => new Paragraph({ indent: { left: twips(25) }, spacing: { before: twips(index === 0 ? 50 : 4) }, children: [run(`${label}　${value || volumeWordText.signatureLine}`, { size: 14 })] })),
      new Paragraph({ pageBreakBefore: true, alignment: AlignmentType.CENTER, children: [run(text.instructionsTitle, { size: 18, sans: true, bold: true })] }),
      ...text.instructions.map((line) => new Paragraph({ spacing: { before: twips(3) }, children: [run(line, { size: 12 })] })),
      new Paragraph({ pageBreakBefore: true, alignment: AlignmentType.CENTER, children: [run(volumeWordText.contents, { size: 18, sans: true, bold: true })] }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: [run(volumeWordText.contentsHint, { size: 9 })] }),
      new TableOfContents(volumeWordText.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    ],
  }
  const plain = { font: fontOf('sans'), color: '000000' } as const
  const document = new Document({
    title: model.documentTitle,
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: true },
    // 缺省的标题是蓝色的。
    styles: { default: { document: { run: { font: fontOf('serif'), size: 21 } }, heading1: { run: { ...plain, size: 36, bold: true } }, heading2: { run: { ...plain, size: 32, bold: true } } } },
    sections: [...(front === null ? [] : [front]), ...model.sections.map((section, index) => sectionOf(section, model, index === 0 ? 1 : null))],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
