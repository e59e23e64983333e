import type { MemberType } from '../../../shared/model/member.ts'
import type { Access } from '../../rpc/access.ts'
import { createMemberRepo, type MemberList } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

interface RosterQuery {
  readonly organisationId: string | null
  readonly search: string
  readonly memberType: MemberType | null
  readonly offset: number
  readonly limit: number
}

/** 名册的一页:按组织(含下级)、类别、关键字,只取管得到的支部。列表与导出用同一个。 */
export const createRosterList = (scope: WorkspaceScope): ((query: RosterQuery, access: Access) => MemberList) => {
  const repo = createMemberRepo(scope.store.db)
  const organisations = createOrganisationRepo(scope.store.db)
  return (query, access) => {
    const day = scope.ports.clock.today()
    const groupId = query.organisationId !== null && organisations.kindOf(query.organisationId) === 'party_group' ? query.organisationId : null
    const branchOfGroup = groupId === null ? null : organisations.parentOn(groupId, day)
    return repo.list({ ...query, branchIds: organisations.branchIdsUnder(branchOfGroup ?? query.organisationId, day).filter(access.covers), partyGroupId: groupId, day })
  }
}
