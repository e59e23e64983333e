import { Input, Tree, type TreeDataNode } from 'antd'
import { useMemo, useState } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { matchesPinyin } from '../../components/pinyin-match.ts'

interface OrganisationTreeProps {
  readonly nodes: readonly OrganisationNode[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
}

const matches = (node: OrganisationNode, typed: string): boolean => matchesPinyin(node.name, typed) || matchesPinyin(node.shortName, typed) || node.code.toLowerCase().startsWith(typed.trim().toLowerCase())

/** 要显示的:查到的和它们的各级上级。 */
const visibleIds = (nodes: readonly OrganisationNode[], typed: string): ReadonlySet<string> => {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]))
  const shown = new Set<string>()
  for (const node of nodes) {
    if (!matches(node, typed)) continue
    for (let id: string | null = node.id; id !== null && !shown.has(id); id = parents.get(id) ?? null) shown.add(id)
  }
  return shown
}

const buildTree = (nodes: readonly OrganisationNode[], shown: ReadonlySet<string> | null): TreeDataNode[] => {
  const children = new Map<string | null, TreeDataNode[]>()
  const ids = new Set(nodes.map((node) => node.id))
  for (const node of nodes) {
    if (shown !== null && !shown.has(node.id)) continue
    // 上级不在权限范围内时当作最上级显示。
    const parent = node.parentId !== null && ids.has(node.parentId) ? node.parentId : null
    const entry: TreeDataNode = {
      key: node.id,
      title: (
        <span className="organisation-node">
          <span className="organisation-node-name" title={node.name}>
            {node.shortName === '' ? node.name : node.shortName}
          </span>
          <span className="organisation-node-count">{organisationsText.counts(node.fullMembers, node.probationaryMembers)}</span>
        </span>
      ),
    }
    children.set(parent, [...(children.get(parent) ?? []), entry])
  }
  const attach = (entries: TreeDataNode[]): TreeDataNode[] =>
    entries.map((entry) => {
      const below = children.get(String(entry.key))
      return below === undefined ? { ...entry, isLeaf: true } : { ...entry, children: attach(below) }
    })
  return attach(children.get(null) ?? [])
}

const EXPAND_ALL_UP_TO = 80

export const OrganisationTree = ({ nodes, selectedId, onSelect }: OrganisationTreeProps) => {
  const [typed, setTyped] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<string> | null>(null)
  const searching = typed.trim() !== ''
  const shown = useMemo(() => (searching ? visibleIds(nodes, typed) : null), [nodes, typed, searching])
  const tree = useMemo(() => buildTree(nodes, shown), [nodes, shown])
  const parents = useMemo(() => new Set(nodes.map((node) => node.parentId).filter((id) => id !== null)), [nodes])
  // 小树全展开,大树只展开到支部(党小组收着);查找时查到的都展开。
  const initiallyFolded = useMemo(() => new Set(nodes.length <= EXPAND_ALL_UP_TO ? [] : nodes.filter((node) => node.kind === 'branch').map((node) => node.id)), [nodes])
  const foldedNow = folded ?? initiallyFolded
  const expanded = [...parents].filter((id) => searching || !foldedNow.has(id))
  return (
    <Card title={organisationsText.tree} className="organisation-tree">
      <Input value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={organisationsText.searchPlaceholder} aria-label={organisationsText.search} allowClear />
      {tree.length === 0 ? (
        <p className="meta">{organisationsText.noMatch}</p>
      ) : (
        <Tree
          aria-label={organisationsText.tree}
          blockNode
          treeData={tree}
          motion={false}
          expandedKeys={expanded}
          onExpand={(keys) => setFolded(new Set([...parents].filter((id) => !keys.includes(id))))}
          selectedKeys={selectedId === null ? [] : [selectedId]}
          onSelect={(keys) => keys[0] !== undefined && onSelect(String(keys[0]))}
        />
      )}
    </Card>
  )
}
