import type { VolumeBlock, VolumeColumn, VolumeLeaf } from '../../../../shared/model/volume.ts'
import type { SectionKey } from '../../../../shared/model/volume-sections.ts'
import type { OrganisationRecord } from '../../../store/repos/organisation-repo.ts'
import type { RosterMember } from '../../../store/repos/member-repo.ts'
import type { ExportSheet } from '../../export/export-sheet.ts'
import type { WorkspaceScope } from '../../workspace-scope.ts'

/** 一个支部的一年:各节收集内容时共用。名称、班子、名册以年末那天为准,当年未过完以今天为准。 */
export interface VolumeYear {
  readonly branchId: string
  readonly year: number
  /** 名称、班子、名册照哪天的。 */
  readonly day: string
  readonly today: string
  /** 最上级组织(单位)名称。 */
  readonly unitName: string
  readonly branch: OrganisationRecord
  readonly roster: readonly RosterMember[]
  /** 谈心谈话一类只给本支部看的正文印不印;上级党委印的、封存给上级的那一份不印正文。 */
  readonly ownBranch: boolean
}

/** 空白表怎么印。 */
export interface BlankWish {
  /** 半填:名册、节名、日期一类先印上。 */
  readonly filled: boolean
}

export interface SectionDefinition {
  readonly key: SectionKey
  /** 一张也没有时:`none` 印一页「无」(按规定要有的地方);`omit` 整节不印。 */
  readonly whenEmpty: 'none' | 'omit'
  /** 全部内容,一张(一份记录、一张表)一项;代号跨年、增删都不变。 */
  readonly collect: (year: VolumeYear) => readonly VolumeLeaf[]
  /** 供手写的空白表;不给就没有。次序与录入的表单一致,手写以后照着敲进来。 */
  readonly blank?: (year: VolumeYear, wish: BlankWish) => readonly VolumeLeaf[]
  /** 封存时一起带走的附件:原来的文件名、附件库里的名字。 */
  readonly attachments?: (year: VolumeYear) => readonly { readonly name: string; readonly blob: string }[]
  /** 封存时写进表格文件的;不给就照表格块写。 */
  readonly sheets?: (year: VolumeYear) => readonly ExportSheet[]
}
/** 一节一个文件,导出一个这样的函数;要用的仓库在里面建一次。 */
export type SectionFactory = (scope: WorkspaceScope) => SectionDefinition

/** 造一张;没写的照缺省。 */
export const leafOf = (given: { readonly key: string; readonly blocks: readonly VolumeBlock[] } & Partial<VolumeLeaf>): VolumeLeaf => ({ title: '', contentsTitle: '', rotated: false, onBack: false, mark: '', foot: [], ...given })

interface TableSection {
  readonly key: SectionKey
  readonly whenEmpty: 'none' | 'omit'
  readonly columns: readonly VolumeColumn[]
  readonly rotated?: boolean
  readonly onBack?: boolean
  /** 印完内容再补几行空的。 */
  readonly spareRows?: number
  readonly rowHeight?: number
  readonly rows: (year: VolumeYear) => readonly (readonly string[])[]
  /** 空白表的行数,缺省排满一页。 */
  readonly blankRows?: number
  /** 半填的空白表先印上的几行(如姓名),其余列空着。 */
  readonly prefilled?: (year: VolumeYear) => readonly (readonly string[])[]
  readonly note?: string
}

const PORTRAIT_ROWS = 24
const ROTATED_ROWS = 15

/** 只有一张表的节:内容、空白表、封存的表格都由列推得出来。 */
export const tableSection = ({ key, whenEmpty, columns, rotated = false, onBack = false, spareRows = 0, rowHeight, rows, blankRows, prefilled, note }: TableSection): SectionDefinition => {
  const table = (given: readonly (readonly string[])[], spare: number): VolumeBlock => ({ kind: 'table', columns, rows: given, blankRows: spare, ...(rowHeight === undefined ? {} : { rowHeight }) })
  const leaf = (block: VolumeBlock): VolumeLeaf => leafOf({ key, rotated, onBack, blocks: note === undefined ? [block] : [block, { kind: 'note', text: note }] })
  return {
    key,
    whenEmpty,
    collect: (year) => {
      const given = rows(year)
      return given.length === 0 ? [] : [leaf(table(given, spareRows))]
    },
    blank: (year, { filled }) => {
      const names = filled && prefilled !== undefined ? prefilled(year) : []
      const all = blankRows ?? (rotated ? ROTATED_ROWS : PORTRAIT_ROWS)
      return [leaf(table(names, Math.max(names.length === 0 ? all : 0, all - names.length)))]
    },
  }
}
