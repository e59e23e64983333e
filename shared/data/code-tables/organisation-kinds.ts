import type { OrganisationKind } from '../../model/organisation.ts'
import type { CodeTable } from './code-table.ts'

/** 组织类别,自上而下。 */
export const organisationKinds = [
  { code: 'party_committee', name: '党委' },
  { code: 'general_branch', name: '党总支' },
  { code: 'branch', name: '党支部' },
  { code: 'party_group', name: '党小组' },
] as const satisfies CodeTable<OrganisationKind>
