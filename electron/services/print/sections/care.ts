import { careKind } from '../../../../shared/data/code-tables/care-kinds.ts'
import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { volumeText as text } from '../../../../shared/i18n/zh-CN/volume.ts'
import type { CareKind } from '../../../../shared/model/care.ts'
import type { SectionKey } from '../../../../shared/model/volume-sections.ts'
import { createCareRepo, type CareRecord } from '../../../store/repos/care-repo.ts'
import type { VolumeColumn } from '../../../../shared/model/volume.ts'
import { tableSection, type SectionFactory, type VolumeYear } from './section.ts'

const FEN = 100
const day = (value: string | null): string => value ?? ''
const coded = ({ fields }: CareRecord): string => (fields.code === '' ? '' : nameOf(careKind(fields.kind).codes, fields.code))
const money = (fen: number | null): string => (fen === null ? '' : (fen / FEN).toFixed(2))

/** 关怀、奖惩登记簿里的一类或几类,一年的一张表。standing 的连以前开始、当年还没结束的也印。 */
const careSection =
  (given: { readonly key: SectionKey; readonly kinds: readonly CareKind[]; readonly whenEmpty: 'none' | 'omit'; readonly standing: boolean; readonly onBack?: boolean; readonly columns: readonly VolumeColumn[]; readonly cells: (record: CareRecord) => readonly string[] }): SectionFactory =>
  ({ store, ports }) => {
    const repo = createCareRepo(store.db, ports.ids.next)
    const inYear = (record: CareRecord, year: number): boolean =>
      given.standing ? record.fields.fromDay <= `${year}-12-31` && (record.fields.toDay === null || record.fields.toDay >= `${year}-01-01`) : record.fields.fromDay.startsWith(`${year}-`)
    const rows = ({ branchId, year, day: asOf }: VolumeYear) =>
      given.kinds
        .flatMap((kind) => repo.list(kind, [branchId], asOf))
        .filter((record) => inYear(record, year))
        .toSorted((a, b) => given.kinds.indexOf(a.fields.kind) - given.kinds.indexOf(b.fields.kind) || a.fields.fromDay.localeCompare(b.fields.fromDay) || a.id.localeCompare(b.id))
        .map(given.cells)
    return tableSection({ key: given.key, onBack: given.onBack ?? false, whenEmpty: given.whenEmpty, columns: given.columns, rowHeight: 10, blankRows: 20, rows })
  }

const t = text.care
/** 五、流动、困难、失联党员:当年有过的都列。 */
export const specialMembersSection = careSection({
  key: 'special_members',
  kinds: ['floating', 'hardship', 'lost'],
  whenEmpty: 'none',
  standing: true,
  columns: [{ label: t.kind, width: 20 }, { label: t.name, width: 22 }, { label: t.detailKind, width: 26 }, { label: t.from, width: 24 }, { label: t.to, width: 24 }, { label: t.detail, width: 46, align: 'left' }],
  cells: (record) => [careKind(record.fields.kind).name, record.fields.subject, coded(record), record.fields.fromDay, day(record.fields.toDay), [record.fields.title, record.fields.authority, record.fields.detail].filter((part) => part !== '').join('；')],
})
/** 二十四、帮扶慰问。 */
export const reliefSection = careSection({
  key: 'relief',
  kinds: ['visit'],
  whenEmpty: 'none',
  standing: false,
  columns: [{ label: t.visitDay, width: 24 }, { label: t.subject, width: 24 }, { label: t.subjectKind, width: 24 }, { label: t.visitor, width: 22 }, { label: t.goods, width: 28 }, { label: t.amount, width: 18, align: 'right' }, { label: t.detail, width: 22, align: 'left' }],
  cells: (record) => [record.fields.fromDay, record.fields.subject, coded(record), record.fields.authority, record.fields.title, money(record.fields.amountFen), record.fields.detail],
})
/** 二十六、表彰与奖惩。 */
export const awardsSection = careSection({
  key: 'awards',
  onBack: true,
  kinds: ['award', 'discipline'],
  whenEmpty: 'none',
  standing: false,
  columns: [{ label: t.kind, width: 20 }, { label: t.day, width: 24 }, { label: t.subject, width: 24 }, { label: t.award, width: 34 }, { label: t.authority, width: 30 }, { label: t.document, width: 30 }],
  cells: (record) => [careKind(record.fields.kind).name, record.fields.fromDay, record.fields.subject, [coded(record), record.fields.title].filter((part) => part !== '').join(' '), record.fields.authority, record.fields.documentNumber],
})
