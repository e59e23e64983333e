import type { OrganisationNode } from '../../../shared/model/organisation.ts'

/** 点名的组织及其下级;id 为 null 是全部,返回 null。nodes 上级在前。 */
export const placesUnder = (nodes: readonly OrganisationNode[], id: string | null): ReadonlySet<string> | null => {
  if (id === null) return null
  const inside = new Set([id])
  for (const node of nodes) if (node.parentId !== null && inside.has(node.parentId)) inside.add(node.id)
  return inside
}
