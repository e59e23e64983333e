import type { NormActivity, TalkPair } from '../../model/meeting.ts'
import type { CodeTable } from './code-table.ts'
import { meetingTypes } from './meeting-types.ts'

/** 有次数要求的活动:各类会议之后是谈心谈话(记在登记簿里)。 */
export const normActivities = [...meetingTypes, { code: 'heart_talk', name: '谈心谈话' }] as const satisfies CodeTable<NormActivity>

/** 谈心谈话须有的三样(支部工作条例第十九条)。 */
export const talkPairs = [
  { code: 'committee', name: '支委之间' },
  { code: 'committee_member', name: '支委与党员' },
  { code: 'members', name: '党员之间' },
] as const satisfies CodeTable<TalkPair>
