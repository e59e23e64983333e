import { handbookPrintText } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import type { MeetingType } from '../../../shared/model/meeting.ts'
import { meetingSectionAnchor } from '../../../shared/util/handbook-anchor-ids.ts'

export interface HandbookSection {
  readonly id: string
  /** @page 的名字。 */
  readonly pageName: string
  /** 带序号的节名,如「一、支部基本情况」。 */
  readonly heading: string
  readonly meetingType: MeetingType | null
}

/** 册子各节,顺序按工作手册目录:基本情况、班子、小组、名册、各类会议、评星定级、交接。 */
export const handbookSections = (model: HandbookPrintModel): readonly HandbookSection[] => {
  const { sections, meetingSection, section } = handbookPrintText
  const plain: readonly { readonly id: string; readonly title: string; readonly meetingType: MeetingType | null }[] = [
    { id: 'sec-basics', title: sections.basics, meetingType: null },
    { id: 'sec-committee', title: sections.committee, meetingType: null },
    { id: 'sec-groups', title: sections.groups, meetingType: null },
    { id: 'sec-roster', title: sections.roster, meetingType: null },
    ...model.meetings.map(({ meetingType }) => ({ id: meetingSectionAnchor(meetingType), title: meetingSection[meetingType], meetingType })),
    { id: 'sec-evaluation', title: sections.evaluation, meetingType: null },
    { id: 'sec-handover', title: sections.handover, meetingType: null },
  ]
  return plain.map(({ id, title, meetingType }, index) => ({ id, pageName: id, heading: section(index, title), meetingType }))
}
