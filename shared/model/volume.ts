import type { BranchPortrait } from './evaluation.ts'
import type { SectionKey } from './volume-sections.ts'

/**
 * 册子的内容:节 → 张 → 块。块是中性的:打印页照它画,Word 照它写,指纹照它算,所以一节只写一次。
 */
export interface VolumeColumn {
  readonly label: string
  /** 毫米;竖排合计 162,横排合计 238。 */
  readonly width: number
  readonly align?: 'left' | 'right'
}

/** 一行项目:「名称、值」或「名称、值、名称、值」;只有一对的占满一行。 */
export type FieldRow = readonly [string, string] | readonly [string, string, string, string]

export type VolumeBlock =
  | { readonly kind: 'fields'; readonly widths: readonly [number, number, number, number]; readonly rows: readonly FieldRow[] }
  /** 表:rows 印完再补 blankRows 行空的供手写;一行也没有的第一行印「无」(emptyWord)。 */
  | { readonly kind: 'table'; readonly columns: readonly VolumeColumn[]; readonly rows: readonly (readonly string[])[]; readonly blankRows?: number; readonly rowHeight?: number; readonly emptyWord?: string }
  /** 签名格:印姓名与记号,下面留着签名;至少 places 格。 */
  | { readonly kind: 'sign_grid'; readonly title: string; readonly people: readonly { readonly name: string; readonly mark: string }[]; readonly places: number }
  /** 大段文字:至少占 lines 行,不足的画横线供手写。 */
  | { readonly kind: 'prose'; readonly label: string; readonly paragraphs: readonly string[]; readonly lines: number }
  | { readonly kind: 'signatures'; readonly places: readonly string[] }
  /** 盖章处:50×50 毫米,里面什么也不印。 */
  | { readonly kind: 'seal'; readonly caption: string }
  | { readonly kind: 'subtitle'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** 整节没有内容:「无」。 */
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'portrait'; readonly portrait: BranchPortrait; readonly chainHead: string }

/** 一张:自成一叠,可以单独换页。 */
export interface VolumeLeaf {
  /** 不随增删变的代号(如 `general_meeting/记录标识`),换页时靠它认。 */
  readonly key: string
  /** 张的标题;整节只有一张的不另起标题,为空串。 */
  readonly title: string
  /** 目录里的写法;空串不进目录。 */
  readonly contentsTitle: string
  readonly rotated: boolean
  /** 可以印在前一张的背面;否则从右页开始。与前一张同一叠,要换一起换。 */
  readonly onBack: boolean
  /** 「草稿」一类的记号;没有为空串。 */
  readonly mark: string
  readonly blocks: readonly VolumeBlock[]
  /** 页脚里侧的几项:记录编号、校验码。 */
  readonly foot: readonly string[]
}
export interface VolumeSection {
  readonly key: SectionKey
  /** 带序号的节名,如「一、支部基本情况」。 */
  readonly heading: string
  readonly leaves: readonly VolumeLeaf[]
  /** 只是一节当中的几张(换页):节名在前面的页上,这里不再印。 */
  readonly isPart?: boolean
}

/** 目录的一行;key 是它所在那一张的代号(整节没有内容的也有一张)。 */
export interface ContentsLine {
  readonly key: string
  readonly level: 1 | 2
  readonly title: string
}
/** 换页说明的一行。 */
export interface ChangeLine {
  readonly title: string
  /** 新印的页。 */
  readonly printed: string
  /** 怎么换。 */
  readonly action: string
}

/** 一次打印的全部数据:纯 JSON。 */
export interface VolumePrintModel {
  /** 整本、一节、只打改动、空白表。 */
  readonly kind: 'volume' | 'section' | 'changes' | 'blank'
  readonly documentTitle: string
  readonly year: number
  readonly unitName: string
  readonly branchName: string
  readonly secretaryName: string
  readonly printedOn: string
  /** 只打改动的:上次打印是哪天。 */
  readonly changesSince: string | null
  /** 前面印哪些:封面与说明、目录、换页说明。 */
  readonly front: { readonly cover: boolean; readonly contents: readonly ContentsLine[] | null; readonly changes: readonly ChangeLine[] | null }
  readonly sections: readonly VolumeSection[]
  readonly layout: VolumeLayout | null
}

/** 第一遍量出来、第二遍印上去的:每一张各页的页码、哪几张之后补空白背面。 */
export interface VolumeLayout {
  /** 张的代号 → 各页页码(「12」「12-1」,空白表为空串),末尾可以有空白背面的一页。 */
  readonly labels: Readonly<Record<string, readonly string[]>>
  /** 张的代号 → 内容占几页(不含空白背面)。 */
  readonly pages: Readonly<Record<string, number>>
  /** 目录里的页码:没有重印的张照上次的。 */
  readonly contentsLabels: Readonly<Record<string, string>>
  readonly blankAfter: readonly string[]
  /** 正文页数,含空白背面。 */
  readonly bodyPages: number
}

/** 前面不编页码的几张的代号。 */
export const FRONT_KEYS = { changes: '#changes', cover: '#cover', contents: '#contents' } as const
