import type { OrganisationKind } from '../../../shared/model/organisation.ts'

/** 各类组织可以放在哪些类别之下。党委、党总支可以一层套一层,深度不限;党小组只能在支部里划分(支部工作条例第十三条)。 */
const PARENT_KINDS: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  party_committee: ['party_committee'],
  general_branch: ['party_committee', 'general_branch'],
  branch: ['party_committee', 'general_branch'],
  party_group: ['branch'],
}

/** child 类的组织能否直接隶属于 parent 类的组织。 */
export const mayBeUnder = (child: OrganisationKind, parent: OrganisationKind): boolean => PARENT_KINDS[child].includes(parent)
/** 能否作为最上级:小单位可以只有党总支或党支部,党小组不能单独存在。 */
export const mayBeRoot = (kind: OrganisationKind): boolean => kind !== 'party_group'
