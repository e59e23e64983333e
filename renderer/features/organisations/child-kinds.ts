import type { OrganisationKind } from '../../../shared/model/organisation.ts'

/** 在某类组织下能新增哪几类,常用的在前;核心照样会再判断一次。 */
export const CHILD_KINDS: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  party_committee: ['branch', 'general_branch', 'party_committee'],
  general_branch: ['branch', 'general_branch'],
  branch: ['party_group'],
  party_group: [],
}
export const ROOT_KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch']

/** 能作某类组织上级的各类。 */
export const parentKindsOf = (child: OrganisationKind): readonly OrganisationKind[] => (Object.keys(CHILD_KINDS) as OrganisationKind[]).filter((kind) => CHILD_KINDS[kind].includes(child)) // 键即全部类别
