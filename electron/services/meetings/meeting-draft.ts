import { meetingTitlesText } from '../../../shared/i18n/zh-CN/meeting-titles.ts'
import type { MeetingFields, MeetingType } from '../../../shared/model/meeting.ts'
import { emptyMeeting } from '../../../shared/util/empty-meeting.ts'
import { allPresent } from '../../domain/meetings/merge-attendance.ts'
import { quarterOf } from '../../domain/norms/periods.ts'
import type { MeetingRepo } from '../../store/repos/meeting-repo.ts'
import type { DuePeople } from './due-people.ts'

const DEFAULT_START = '15:00'
const DEFAULT_END = '16:00'
const TITLE_LIMIT = 80
/** 一季一次的按季编次,其余按月。 */
const QUARTERLY: readonly MeetingType[] = ['general_meeting', 'party_lecture']

const NOT_APPRAISED = { selfNote: '', peerNote: '', excellentVotes: 0, qualifiedVotes: 0, basicVotes: 0, unqualifiedVotes: 0, grade: '', opinion: '' } as const
const NOT_DEBRIEFED = { goodVotes: 0, fairVotes: 0, averageVotes: 0, poorVotes: 0, comment: '', problem: '' } as const

interface DraftRequest {
  readonly branch: { readonly id: string; readonly meetingPlace: string }
  readonly meetingType: MeetingType
  readonly partyGroupId: string | null
  /** 开会日期 `YYYY-MM-DD`。 */
  readonly day: string
}

/**
 * 新记录的预填:地点、主持、记录人、起止时刻照上次同类;没有上次的,地点用支部常用地点、主持用书记(党小组会用组长)。
 * 内容、决议、议题、授课人从不带:照抄上次是记录失真的主要来源。
 */
export const createMeetingDraft = (repo: MeetingRepo, duePeople: DuePeople) => {
  const nameOfPost = (branchId: string, partyGroupId: string | null, day: string): string => {
    const leader = partyGroupId === null ? undefined : duePeople.postsOf(partyGroupId, day).find((post) => post.post === 'group_leader')
    return leader?.name ?? duePeople.postsOf(branchId, day).find((post) => post.post === 'secretary')?.name ?? ''
  }
  const titleOf = ({ branch, meetingType, partyGroupId, day }: DraftRequest): string => {
    const year = Number(day.slice(0, 4))
    const month = Number(day.slice(5, 7))
    const quarter = quarterOf(day)
    const samePeriod = (startAt: string): boolean => (QUARTERLY.includes(meetingType) ? quarterOf(startAt) === quarter : startAt.slice(5, 7) === day.slice(5, 7))
    const earlier = repo
      .summaries(branch.id, `${year}-01-01`, `${year}-12-31`)
      .filter((row) => row.meetingType === meetingType && row.partyGroupId === partyGroupId && row.state !== 'voided' && samePeriod(row.startAt))
    const groupName = partyGroupId === null ? '' : (duePeople.groupsOf(branch.id, day).find((group) => group.id === partyGroupId)?.name ?? '')
    return meetingTitlesText[meetingType](year, quarter, month, earlier.length + 1, groupName).slice(0, TITLE_LIMIT)
  }

  return (request: DraftRequest): MeetingFields => {
    const { branch, meetingType, partyGroupId, day } = request
    const last = repo.latestOfType(branch.id, meetingType, partyGroupId, day)?.fields
    const due = duePeople.of(branch.id, meetingType, partyGroupId, day)
    const startTime = last?.startAt.slice(11) ?? DEFAULT_START
    const endTime = last === undefined ? DEFAULT_END : (last.endAt?.slice(11) ?? null)
    return {
      ...emptyMeeting(meetingType, day),
      partyGroupId,
      title: titleOf(request),
      startAt: `${day} ${startTime}`,
      endAt: endTime === null || endTime <= startTime ? null : `${day} ${endTime}`,
      place: last?.place ?? branch.meetingPlace,
      host: last?.host ?? nameOfPost(branch.id, partyGroupId, day),
      recorder: last?.recorder ?? '',
      attendance: allPresent(due),
      // 评议党员:应到的人人都评,预备党员一起评(等次定不定由单位掌握)。
      appraisals: meetingType === 'democratic_appraisal' ? due.map(({ memberId, name }) => ({ ...NOT_APPRAISED, memberId, name })) : [],
      debriefs: meetingType === 'debriefing' ? [{ ...NOT_DEBRIEFED, name: nameOfPost(branch.id, null, day) }] : [],
    }
  }
}
