import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import type { Access } from '../../rpc/access.ts'

/** 只管一部分的人看到的树:管得到的全看,往上的各级只给名称,好认出自己在哪里。 */
export const visibleNodes = (nodes: readonly OrganisationNode[], access: Access): OrganisationNode[] => {
  if (access.isWhole) return [...nodes]
  const parents = new Map(nodes.map((node) => [node.id, node.parentId] as const))
  const shown = new Set<string>()
  for (const { id } of nodes) {
    if (!access.covers(id)) continue
    for (let at: string | null = id; at !== null && !shown.has(at); at = parents.get(at) ?? null) shown.add(at)
  }
  return nodes.filter(({ id }) => shown.has(id)).map((node) => (access.covers(node.id) ? node : { ...node, fullMembers: 0, probationaryMembers: 0, secretaryName: '' }))
}
