import type { MeetingFields } from '../../../shared/model/meeting.ts'
import type { RegisterRecord } from '../../store/repos/register-repo.ts'

const TITLE_LIMIT = 120
const LEADER_LIMIT = 40

/** 按一条计划开始记录:计划的事项作第一项议题,责任人作领学人、汇报人;党课的讲课人也是他。内容照样自己写。 */
export const startFromPlan = (draft: MeetingFields, { id, title, values }: RegisterRecord): MeetingFields => {
  const { owner } = values
  const people = Array.isArray(owner) ? owner.map(({ name }) => name).join('、').slice(0, LEADER_LIMIT) : ''
  const isLecture = draft.meetingType === 'party_lecture'
  return {
    ...draft,
    planEntryId: id,
    topics: [{ title: title.slice(0, TITLE_LIMIT), kind: isLecture || draft.meetingType === 'theme_day' ? 'study' : 'other', isFirstTopic: false, publishedOn: null, leader: people }],
    lecturer: isLecture && draft.lecturer === '' ? people : draft.lecturer,
  }
}
