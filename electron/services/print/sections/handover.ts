import { handbookPrintText as text } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { leafOf, type SectionFactory } from './section.ts'

/** 交接、上级检查意见与归档签字;按手册使用规则,年末交检查、换人办移交。内容全是供手写的栏。 */
export const handoverSection: SectionFactory = () => {
  const t = text.handover
  const leaf = leafOf({
    key: 'handover',
    blocks: [
      { kind: 'table', columns: [t.from, t.to, t.witness, t.copies, t.date].map((label, index) => ({ label, width: index === 3 ? 22 : 35 })), rows: [], blankRows: 4, emptyWord: '', rowHeight: 10 },
      { kind: 'subtitle', text: t.inspectionTitle },
      { kind: 'table', columns: [{ label: t.inspectionDate, width: 28 }, { label: t.inspector, width: 28 }, { label: t.opinion, width: 106 }], rows: [], blankRows: 4, emptyWord: '', rowHeight: 14 },
      { kind: 'signatures', places: [t.secretarySign] },
      { kind: 'seal', caption: t.sealNote },
    ],
  })
  return { key: 'handover', whenEmpty: 'none', collect: () => [leaf], blank: () => [leaf], sheets: () => [] }
}
