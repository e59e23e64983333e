import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { hasCommittee, organisationHints } from '../../domain/organisation/committee.ts'
import type { OrganisationRecord } from '../../store/repos/organisation-repo.ts'

/** 组织资料加上由班子与人数推出的:是否设支委会、条例提示。 */
export const toOrganisationDetail = (record: OrganisationRecord): OrganisationDetail => ({
  ...record,
  hasCommittee: record.kind === 'branch' && hasCommittee(record.posts),
  hints: organisationHints(record),
})
