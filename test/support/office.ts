import { EMPTY_MEMBER, type MemberFields } from '../../shared/model/member.ts'
import type { OrganisationDetail, OrganisationKind } from '../../shared/model/organisation.ts'
import { checkCodeOf } from '../../electron/domain/roster/id-number.ts'
import { createMemberHandlers } from '../../electron/services/members-service.ts'
import { createOrganisationEventHandlers } from '../../electron/services/organisation-events-service.ts'
import { createOrganisationListHandlers } from '../../electron/services/organisation-lists-service.ts'
import { createOrganisationHandlers } from '../../electron/services/organisations-service.ts'
import { populateNewWorkspace } from '../../electron/services/populate-new-workspace.ts'
import { must } from './make-core.ts'
import { makeScope } from './make-scope.ts'

/** 末位正确的证号;serial 为顺序码(奇男偶女)。 */
export const idNumberOf = (birth: string, serial: number): string => {
  const first17 = `230102${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first17 + checkCodeOf(first17)
}

/** 一名各项可用的党员;只写与缺省不同的。 */
export const memberFields = (branchId: string, changes: Partial<MemberFields> = {}): MemberFields => ({
  ...EMPTY_MEMBER,
  name: '王建国',
  gender: '1',
  ethnicity: '01',
  birthDate: '1976-03-12',
  education: '20',
  memberType: 'full',
  joinedOn: '1998-07-01',
  regularOn: '1999-07-01',
  post: '作业长',
  membershipState: 'normal',
  workNumber: '',
  note: '',
  branchId,
  partyGroupId: null,
  idNumber: '',
  mobile: '',
  telephone: '',
  address: '',
  ...changes,
})

/** 测试单位:最上级党委、五个分类,以及组织与党员两组过程。 */
export const makeOffice = () => {
  const test = makeScope()
  const root = populateNewWorkspace(test.scope, '测试单位党委')
  const api = test.clientOf({ organisations: createOrganisationHandlers(test.scope), organisationEvents: createOrganisationEventHandlers(test.scope), organisationLists: createOrganisationListHandlers(test.scope), members: createMemberHandlers(test.scope) })
  const addOrganisation = (parentId: string, kind: OrganisationKind, name: string, changes: { code?: string; category?: string | null; fromDay?: string } = {}): Promise<OrganisationDetail> =>
    must(api.organisations.add({ parentId, kind, name, shortName: '', code: '', category: null, ...changes }))
  return {
    ...test,
    api,
    root,
    addOrganisation,
    addBranch: (name: string, changes: { code?: string; category?: string | null; fromDay?: string } = {}) => addOrganisation(root, 'branch', name, changes),
    addMember: (branchId: string, changes: Partial<MemberFields> = {}) => must(api.members.add({ fields: memberFields(branchId, changes) })),
  }
}
export type Office = ReturnType<typeof makeOffice>
