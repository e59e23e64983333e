import type { MeetingType } from '../../model/meeting.ts'
import type { CodeTable } from './code-table.ts'

/** 三会一课与主题党日。 */
export const meetingTypes = [
  { code: 'general_meeting', name: '支部党员大会', shortName: '党员大会' },
  { code: 'committee_meeting', name: '支部委员会会议', shortName: '支委会' },
  { code: 'group_meeting', name: '党小组会' },
  { code: 'party_lecture', name: '党课' },
  { code: 'theme_day', name: '主题党日' },
] as const satisfies CodeTable<MeetingType>
