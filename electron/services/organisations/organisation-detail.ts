import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { hasCommittee } from '../../domain/organisation/committee.ts'
import type { OrganisationRecord } from '../../store/repos/organisation-repo.ts'

/** 组织资料加上由班子推出的:是否设支委会。不合规定的地方见健康检查。 */
export const toOrganisationDetail = (record: OrganisationRecord): OrganisationDetail => ({ ...record, hasCommittee: record.kind === 'branch' && hasCommittee(record.posts) })
