import { pinyin } from 'pinyin-pro'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'

/** 树上要画的一行。 */
export interface TreeRow {
  readonly node: OrganisationNode
  readonly level: number
  readonly isParent: boolean
  readonly isOpen: boolean
}

export const shownName = (node: OrganisationNode): string => (node.shortName === '' ? node.name : node.shortName)

/** 名称 → 首字母、全拼;几千个名称只算一次,打字时不再算。 */
const letters = new Map<string, { readonly initials: string; readonly full: string }>()
const lettersOf = (name: string): { readonly initials: string; readonly full: string } => {
  const known = letters.get(name)
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const made = { initials: syllables.map((each) => each.charAt(0)).join('').toLowerCase(), full: syllables.join('').toLowerCase() }
  letters.set(name, made)
  return made
}

/** 名称、简称、拼音、首字母或代码对得上;拼音、首字母从任何一个字开始都算。 */
export const matchesNode = (node: OrganisationNode, typed: string): boolean => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  if (node.name.toLowerCase().includes(wanted) || node.shortName.toLowerCase().includes(wanted) || node.code.toLowerCase().startsWith(wanted)) return true
  if (!/^[a-z]+$/.test(wanted)) return false
  return [node.name, node.shortName].some((name) => name !== '' && (lettersOf(name).initials.includes(wanted) || lettersOf(name).full.includes(wanted)))
}
/** 树上按字母跳:名称的首字母、拼音或原文以它开头。 */
export const startsWith = (node: OrganisationNode, typed: string): boolean => {
  const name = shownName(node)
  return name.toLowerCase().startsWith(typed) || lettersOf(name).initials.startsWith(typed) || lettersOf(name).full.startsWith(typed)
}

/** 查到的和它们的各级上级。 */
export const matchedIds = (nodes: readonly OrganisationNode[], typed: string): ReadonlySet<string> => {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const shown = new Set<string>()
  for (const node of nodes) {
    if (!matchesNode(node, typed)) continue
    for (let id: string | null = node.id; id !== null && !shown.has(id); id = parents.get(id) ?? null) shown.add(id)
  }
  return shown
}

/**
 * 现在看得见的各行。nodes 上级在前,一遍就够。
 *
 * @param folded 收着的;查找时不看它。
 * @param shown 查找时只看这些;不查找为 null。
 */
export const treeRows = (nodes: readonly OrganisationNode[], folded: ReadonlySet<string>, shown: ReadonlySet<string> | null): TreeRow[] => {
  const ids = new Set(nodes.map((node) => node.id))
  const parents = new Set<string>()
  for (const node of nodes) if (node.parentId !== null && (shown === null || shown.has(node.id))) parents.add(node.parentId)
  const levels = new Map<string, number>()
  const rows: TreeRow[] = []
  for (const node of nodes) {
    if (shown !== null && !shown.has(node.id)) continue
    // 上级不在权限范围内时当作最上级显示。
    const parentId = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null
    const above = parentId === null ? 0 : levels.get(parentId)
    // 上级收着,或上级自己就看不见。
    if (above === undefined || (parentId !== null && shown === null && folded.has(parentId))) continue
    levels.set(node.id, above + 1)
    rows.push({ node, level: above + 1, isParent: parents.has(node.id), isOpen: parents.has(node.id) && (shown !== null || !folded.has(node.id)) })
  }
  return rows
}

/** 自己和全部下级。 */
export const withDescendants = (id: string, nodes: readonly OrganisationNode[]): ReadonlySet<string> => {
  const found = new Set([id])
  for (const node of nodes) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id)
  return found
}
