import type { PartyPostCode } from '../../model/organisation.ts'
import type { CodeTable } from './code-table.ts'

/** 党内职务,按习惯的排列次序。 */
export const partyPosts = [
  { code: 'secretary', name: '书记' },
  { code: 'deputy_secretary', name: '副书记' },
  { code: 'organization_member', name: '组织委员' },
  { code: 'publicity_member', name: '宣传委员' },
  { code: 'discipline_member', name: '纪检委员' },
  { code: 'youth_member', name: '青年委员' },
  { code: 'standing_member', name: '常委' },
  { code: 'united_front_member', name: '统战委员' },
  { code: 'confidentiality_member', name: '保密委员' },
  { code: 'union_member', name: '群工（工会）委员', shortName: '群工委员' },
  { code: 'women_member', name: '妇女委员' },
  { code: 'study_member', name: '学习委员' },
  { code: 'other_member', name: '委员' },
  { code: 'group_leader', name: '党小组组长', shortName: '组长' },
] as const satisfies CodeTable<PartyPostCode>
