import type { MeetingType } from '../../../shared/model/meeting.ts'
import type { Fact } from '../scoring/input.ts'

/** 考核要看的一条会议概要。 */
export interface MeetingOutline {
  readonly id: string
  readonly meetingType: MeetingType
  readonly alsoTypes: readonly MeetingType[]
  readonly partyGroupId: string | null
  readonly title: string
  readonly startAt: string
  readonly endAt: string | null
  readonly place: string
  readonly host: string
  readonly recorder: string
  readonly state: string
  readonly finishedOn: string | null
  readonly hasContent: boolean
  readonly topicCount: number
  readonly resolutionCount: number
  readonly counts: { readonly due: number; readonly present: number; readonly votingDue: number; readonly votingPresent: number }
  readonly quorum: { readonly reached: boolean }
}

/** 缺几处必备内容:与办结前检查的必填项一致,从别处导入的旧记录可能不全。 */
const missingFields = (meeting: MeetingOutline): number =>
  [
    meeting.title.trim() !== '',
    meeting.endAt !== null,
    meeting.place.trim() !== '',
    meeting.host.trim() !== '',
    meeting.recorder.trim() !== '',
    meeting.topicCount > 0,
    meeting.hasContent,
    meeting.counts.present > 0,
    meeting.meetingType !== 'group_meeting' || meeting.partyGroupId !== null,
  ].filter((filled) => !filled).length

/** meetings 表的各行:一场会算作几类就有几行,按类数次数时各数一次;另带 state,供取舍。 */
export const meetingFacts = (meeting: MeetingOutline): Fact[] => [meeting.meetingType, ...meeting.alsoTypes].map((meetingType) => factOf(meeting, meetingType))

const factOf = (meeting: MeetingOutline, meetingType: MeetingType): Fact => ({
  id: meeting.id,
  date: meeting.startAt.slice(0, 10),
  meetingType,
  partyGroupId: meeting.partyGroupId,
  due: meeting.counts.due,
  present: meeting.counts.present,
  votingDue: meeting.counts.votingDue,
  votingPresent: meeting.counts.votingPresent,
  quorumReached: meeting.quorum.reached ? 1 : 0,
  state: meeting.state,
  finishedOn: meeting.finishedOn,
  topicCount: meeting.topicCount,
  resolutionCount: meeting.resolutionCount,
  missingFields: missingFields(meeting),
})
