import { EMPTY_MEMBER } from '../../shared/model/member.ts'
import type { TestCore } from './make-core.ts'

/** 在测试工作区里建一个支部和几名党员,返回支部 id。 */
export const branchWithMembers = async ({ api }: TestCore, names: readonly string[]): Promise<string> => {
  const tree = await api.organisations.tree({})
  if (!tree.ok) throw new Error(tree.error.code)
  const branch = await api.organisations.add({ parentId: tree.value.nodes[0]?.id ?? null, kind: 'branch', name: '炼铁作业区党支部', shortName: '', code: '001', category: 'production' })
  if (!branch.ok) throw new Error(branch.error.code)
  for (const name of names) {
    const added = await api.members.add({
      fields: { ...EMPTY_MEMBER, name, gender: '1', ethnicity: '01', birthDate: null, education: '', memberType: 'full', joinedOn: '2010-07-01', regularOn: '2011-07-01', post: '', membershipState: 'normal', workNumber: '', note: '', branchId: branch.value.id, partyGroupId: null, idNumber: '', mobile: '', telephone: '', address: '' },
    })
    if (!added.ok) throw new Error(added.error.code)
  }
  return branch.value.id
}
