import { breach, notice, when, type HealthCheck } from './finding.ts'

/** 组织设置的人数(ORG-01…05、08):支部、党总支、党委、党小组、联合支部。 */
export const sizeRules: HealthCheck = ({ kind, buildForm, fullMembers, probationaryMembers, groupCount, unitCount, posts, floatingMembers }, norms) => {
  const all = fullMembers + probationaryMembers
  if (kind === 'party_group') {
    return [
      ...when(all < norms('group_members_min'), () => notice('ORG-04', 'group_small', all, norms('group_members_min'))),
      ...when(all >= norms('group_members_min') && fullMembers < norms('group_full_members_min'), () => notice('ORG-04', 'group_without_full', fullMembers, norms('group_full_members_min'))),
      ...when(!posts.some(({ post }) => post === 'group_leader'), () => notice('ORG-04', 'group_leader_missing')),
    ]
  }
  if (kind === 'general_branch') {
    return [
      ...when(all < norms('general_branch_members_min'), () => notice('ORG-02', 'general_branch_small', all)),
      ...when(all >= norms('committee_members_min'), () => notice('ORG-02', 'general_branch_large', all)),
    ]
  }
  if (kind === 'party_committee') return when(all < norms('committee_members_min'), () => notice('ORG-03', 'committee_small', all))
  return [
    // 临时党支部组织关系不转接,名册上没有人。
    ...when(buildForm !== 'temporary' && fullMembers < norms('branch_full_members_min'), () => breach('ORG-01', 'too_few_full_members', fullMembers)),
    ...when(all > norms('branch_members_max'), () => notice('ORG-01', 'too_many_members', all)),
    ...when(all >= norms('groups_expected_from') && groupCount === 0, () => notice('ORG-04', 'groups_expected', all)),
    // 流动党员较多且集中的,流出地商流入地成立流动党员党支部(ORG-08);几个算多没有规定。
    ...when(buildForm !== 'floating' && floatingMembers >= norms('floating_members_from'), () => notice('ORG-08', 'floating_gathered', floatingMembers)),
    ...when(buildForm === 'joint' && unitCount > norms('joint_branch_units_max'), () => notice('ORG-05', 'joint_units_over', unitCount)),
    ...when(buildForm === 'joint' && unitCount < 2, () => notice('ORG-05', 'joint_units_missing', unitCount)),
  ]
}
