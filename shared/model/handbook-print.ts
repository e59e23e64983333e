import type { BranchPortrait } from './evaluation.ts'
import type { AttendanceCounts, MeetingFields, MeetingType, Quorum, RecordState } from './meeting.ts'
import type { MemberType } from './member.ts'

/** 打印页要的数据:纯 JSON,代码与数字;文字在打印页里按代码取。 */
export interface HandbookPrintModel {
  readonly year: number
  /** 最上级组织(单位)名称。 */
  readonly unitName: string
  readonly branch: {
    readonly name: string
    readonly code: string
    readonly parentName: string
    readonly categoryName: string
    readonly foundedOn: string | null
    readonly termFrom: string | null
    readonly termDue: string | null
    readonly meetingPlace: string
    readonly themeDay: string
    readonly secretaryName: string
    readonly fullMembers: number
    readonly probationaryMembers: number
    readonly women: number
    readonly minorities: number
    readonly age35AndUnder: number
    readonly juniorCollegeAndAbove: number
  }
  readonly committee: readonly { readonly post: string; readonly name: string; readonly gender: string; readonly birth: string; readonly fromDay: string; readonly duty: string; readonly mobile: string }[]
  readonly groups: readonly { readonly name: string; readonly leader: string; readonly members: readonly string[] }[]
  readonly roster: readonly {
    readonly name: string
    readonly gender: string
    readonly ethnicity: string
    readonly birth: string
    readonly education: string
    readonly joinedOn: string
    readonly regularOn: string
    readonly memberType: MemberType
    readonly post: string
    readonly partyPosts: readonly string[]
    readonly mobile: string
    readonly groupName: string
  }[]
  readonly meetings: readonly { readonly meetingType: MeetingType; readonly records: readonly HandbookMeeting[] }[]
  /** 当年已计算过的各月评价。 */
  readonly evaluations: readonly BranchPortrait[]
  /** 操作记录链头的前 8 个字:印在成绩页上,以后核对那时起有没有人改过。 */
  readonly chainHead: string
  /** 打印日期 `YYYY-MM-DD`。 */
  readonly printedOn: string
  readonly layout: PrintLayout | null
}

export interface HandbookMeeting {
  readonly id: string
  readonly state: RecordState
  readonly partyGroupName: string
  readonly fields: MeetingFields
  readonly counts: AttendanceCounts
  readonly quorum: Quorum
  /** 八位校验码:内容摘要的前八位,纸面与数据可以对照。 */
  readonly checkCode: string
}

/** 第一遍量出来、第二遍印上去的版面:各标题的页码、哪些节前要补一张空白背面。 */
export interface PrintLayout {
  readonly pageOf: Readonly<Record<string, number>>
  readonly blankBefore: readonly string[]
  /** 目录之后要补一页,正文第 1 页才在右页。 */
  readonly frontBlank: boolean
  /** 正文总页数(不含封面、说明、目录)。 */
  readonly bodyPages: number
}

/** 打印页里可定位的标题:节与记录;id 只用 ASCII,第一遍从 PDF 的目标点读回所在页。 */
export interface HandbookAnchor {
  readonly id: string
  readonly level: 1 | 2
  /** 节必须从右页(单数页)开始。 */
  readonly startsOnRight: boolean
}
