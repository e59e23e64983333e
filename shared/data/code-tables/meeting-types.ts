import type { MeetingType } from '../../model/meeting.ts'
import type { CodeTable } from './code-table.ts'

/** 开成会的组织生活,次序即手册里的次序。 */
export const meetingTypes = [
  { code: 'general_meeting', name: '支部党员大会', shortName: '党员大会' },
  { code: 'committee_meeting', name: '支部委员会会议', shortName: '支委会' },
  { code: 'group_meeting', name: '党小组会' },
  { code: 'party_lecture', name: '党课' },
  { code: 'theme_day', name: '主题党日' },
  { code: 'organisational_life', name: '组织生活会' },
  { code: 'democratic_appraisal', name: '民主评议党员', shortName: '民主评议' },
  { code: 'debriefing', name: '述职评议' },
  { code: 'other_meeting', name: '其他会议' },
] as const satisfies CodeTable<MeetingType>
