import { appraisalHeld, attendance, committeeMeetings, completeMinutes, followUpsClosed, generalMeetings, groupMeetings, lectures, meetingSteps, themeDays } from './record-rules.ts'
import { sixItems } from './six-classes-items.ts'

/** 组织生活 14 项 18 分(示例);多数由会议记录算。 */
export const sixLife = sixItems('SH', [
  ['支部党员大会每季度 1 次', 2, '会议记录', generalMeetings(4, 'year')],
  ['支委会每月 1 次', 2, '会议记录', committeeMeetings(12, 'year')],
  ['党小组会每月 1 次', 1, '会议记录', groupMeetings(12, 'year')],
  ['党课每季度 1 次', 2, '会议记录', lectures(4, 'year')],
  ['主题党日每月 1 次', 2, '会议记录', themeDays(12, 'year')],
  ['组织生活会', 1, '会议记录', appraisalHeld('organisational_life', 'year')],
  ['民主评议党员', 1, '会议记录', appraisalHeld('democratic_appraisal', 'year')],
  ['到会率达到八成', 1, '会议记录', attendance('year', '80%')],
  ['会议记录规范', 1, '支部手册', completeMinutes('year')],
  ['大会有议题、有决议、有记录', 1, '会议记录', meetingSteps('general_meeting', 'year', [1, 1, 1])],
  ['决议落实销号', 1, '督办事项', followUpsClosed('year', 'resolution')],
  ['书记讲党课', 1, '会议记录'],
  ['生产经营重大事项党内先议', 1, '会议记录'],
  ['主题党日结合生产经营', 1, '会议记录'],
])
