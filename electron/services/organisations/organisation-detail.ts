import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { UNITS_PER_JOINT_BRANCH } from '../../domain/organisation/build-forms.ts'
import { hasCommittee, organisationHints } from '../../domain/organisation/committee.ts'
import type { OrganisationRecord } from '../../store/repos/organisation-repo.ts'

/** 组织资料加上由班子与人数推出的:是否设支委会、条例提示。 */
export const toOrganisationDetail = ({ unitCount, ...rest }: OrganisationRecord): OrganisationDetail => ({
  ...rest,
  hasCommittee: rest.kind === 'branch' && hasCommittee(rest.posts),
  hints: [...organisationHints(rest), ...(rest.buildForm === 'joint' && unitCount > UNITS_PER_JOINT_BRANCH ? (['too_many_units'] as const) : [])],
})
