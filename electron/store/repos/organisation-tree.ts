import type { OrganisationKind, OrganisationNode } from '../../../shared/model/organisation.ts'

export interface TreeRow {
  readonly id: string
  readonly rev: number
  readonly code: string
  readonly kind: OrganisationKind
  readonly sort_order: number
  readonly name: string
  readonly short_name: string
  readonly parent_id: string | null
  readonly category_code: string | null
}
export type TreeCounts = ReadonlyMap<string, { readonly full: number; readonly probationary: number }>

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const siblings = (a: TreeRow, b: TreeRow): number => a.sort_order - b.sort_order || compareText(a.code, b.code) || compareText(a.id, b.id)

/**
 * 平铺的行 → 先上级后下级的列表。支部与小组的人数来自 counts,上级的人数是其下各支部之和(小组的人已在支部里,不重复加)。
 *
 * @param secretaries 组织 → 现任书记姓名。
 * @param parents 那一天的全部隶属(含还没成立、已经撤销的上级):直接上级不在的,挂到再上一级还在的那个之下。
 */
export const buildTree = (rows: readonly TreeRow[], counts: TreeCounts, secretaries: ReadonlyMap<string, string>, parents: ReadonlyMap<string, string>): OrganisationNode[] => {
  const known = new Set(rows.map((row) => row.id))
  const children = new Map<string | null, TreeRow[]>()
  for (const row of rows) {
    // 一级级往上找还在的;都不在的挂到最上层,不让它从树上消失。
    let parent: string | null = row.parent_id
    for (const seen = new Set<string>(); parent !== null && !known.has(parent) && !seen.has(parent); parent = parents.get(parent) ?? null) seen.add(parent)
    if (parent !== null && !known.has(parent)) parent = null
    const list = children.get(parent)
    if (list === undefined) children.set(parent, [row])
    else list.push(row)
  }
  const nodes: OrganisationNode[] = []
  const visit = (row: TreeRow, parentId: string | null): { full: number; probationary: number } => {
    const position = nodes.length
    const own = counts.get(row.id) ?? { full: 0, probationary: 0 }
    const sum = { ...own }
    nodes.push({
      id: row.id,
      rev: row.rev,
      code: row.code,
      kind: row.kind,
      name: row.name,
      shortName: row.short_name,
      parentId,
      // 改设成党总支的,从前的分类不再算数。
      category: row.kind === 'branch' ? row.category_code : null,
      sortOrder: row.sort_order,
      fullMembers: 0,
      probationaryMembers: 0,
      secretaryName: secretaries.get(row.id) ?? '',
    })
    for (const child of (children.get(row.id) ?? []).sort(siblings)) {
      const below = visit(child, row.id)
      if (child.kind === 'party_group') continue
      sum.full += below.full
      sum.probationary += below.probationary
    }
    const node = nodes[position]
    if (node !== undefined) nodes[position] = { ...node, fullMembers: sum.full, probationaryMembers: sum.probationary }
    return sum
  }
  for (const root of (children.get(null) ?? []).sort(siblings)) visit(root, null)
  return nodes
}
