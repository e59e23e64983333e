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
  { code: 'other_member', name: '委员' },
  { code: 'group_leader', name: '党小组组长', shortName: '组长' },
] as const satisfies CodeTable<PartyPostCode>
