import { Button, Input } from 'antd'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { useKeptView } from '../../components/use-kept-view.ts'
import { useTextScale } from '../../platform/display-settings.ts'
import { CHILD_KINDS } from './child-kinds.ts'
import { matchedIds, shownName, treeRows, withDescendants, type TreeRow } from './tree-rows.ts'
import { useTreeKeys } from './use-tree-keys.ts'

interface OrganisationTreeProps {
  readonly nodes: readonly OrganisationNode[]
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
  /** 拖到另一上级之下;只看不改时不给。 */
  readonly onDrop?: ((id: string, parentId: string) => void) | undefined
}

const ROW_HEIGHT = 34
const OVERSCAN = 8
const EXPAND_ALL_UP_TO = 80
/** 记收起的只记标识的末段:几千个也存得下。 */
const shortKey = (id: string): string => id.slice(-12)
const text = organisationsText

/** 组织树:只画看得见的行,五千个组织也不卡;收起的记得住,键盘、拖动都能用。 */
export const OrganisationTree = ({ nodes, selectedId, onSelect, onDrop }: OrganisationTreeProps) => {
  const [typed, setTyped] = useState('')
  const view = useKeptView<{ readonly folded: readonly string[] | null }>('organisation-tree', { folded: null })
  const searching = typed.trim() !== ''
  // 小树全展开,大树只展开到支部(党小组收着)。
  const initiallyFolded = useMemo(() => (nodes.length <= EXPAND_ALL_UP_TO ? [] : nodes.filter((node) => node.kind === 'branch').map((node) => node.id)), [nodes])
  const folded = useMemo(() => {
    if (view.value.folded === null) return new Set(initiallyFolded)
    const kept = new Set(view.value.folded)
    return new Set(nodes.filter((node) => kept.has(shortKey(node.id))).map((node) => node.id))
  }, [view.value.folded, initiallyFolded, nodes])
  const shown = useMemo(() => (searching ? matchedIds(nodes, typed) : null), [nodes, typed, searching])
  const rows = useMemo(() => treeRows(nodes, folded, shown), [nodes, folded, shown])
  const [active, setActive] = useState<string | null>(null)
  const activeId = rows.some((row) => row.node.id === active) ? active : rows.some((row) => row.node.id === selectedId) ? selectedId : (rows[0]?.node.id ?? null)

  const frame = useRef<HTMLDivElement>(null)
  const height = Math.round(ROW_HEIGHT * useTextScale())
  const [visible, setVisible] = useState({ top: 0, size: 600 })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = (): void => setVisible({ top: element.scrollTop, size: element.clientHeight || 600 })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const first = Math.max(0, Math.floor(visible.top / height) - OVERSCAN)
  const last = Math.min(rows.length, Math.ceil((visible.top + visible.size) / height) + OVERSCAN)
  const reveal = useCallback(
    (index: number): void => {
      const element = frame.current
      if (element === null || index < 0) return
      if (index * height < element.scrollTop) element.scrollTop = index * height
      else if ((index + 1) * height > element.scrollTop + element.clientHeight) element.scrollTop = (index + 1) * height - element.clientHeight
    },
    [height],
  )
  const wantsFocus = useRef(false)
  useEffect(() => {
    if (!wantsFocus.current) return
    const row = frame.current?.querySelector<HTMLElement>('[data-active]')
    if (row === null || row === undefined) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })
  // 打开时、从别处跳来时,选中的那一行要看得见。
  const selectedAt = useRef<string | null>(null)
  useEffect(() => {
    if (selectedAt.current === selectedId || rows.length === 0) return
    selectedAt.current = selectedId
    reveal(rows.findIndex((row) => row.node.id === selectedId))
  }, [selectedId, rows, reveal])

  const move = (id: string): void => {
    setActive(id)
    wantsFocus.current = true
    reveal(rows.findIndex((row) => row.node.id === id))
  }
  const setFolded = (next: ReadonlySet<string>): void => view.change({ folded: [...next].map(shortKey) })
  const fold = (id: string, isFolded: boolean): void => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const parents = useMemo(() => new Set(nodes.map((node) => node.parentId).filter((id) => id !== null)), [nodes])
  const onKeyDown = useTreeKeys({ rows, activeId, onMove: move, onFold: fold, onSelect })

  const [dragging, setDragging] = useState<OrganisationNode | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const own = useMemo(() => (dragging === null ? new Set<string>() : withDescendants(dragging.id, nodes)), [dragging, nodes])
  const mayDrop = (node: OrganisationNode): boolean => dragging !== null && CHILD_KINDS[node.kind].includes(dragging.kind) && !own.has(node.id) && dragging.parentId !== node.id
  const endDrag = (): void => {
    setDragging(null)
    setOver(null)
  }
  const row = ({ node, level, isParent, isOpen }: TreeRow, index: number) => (
    <div
      key={node.id}
      role="treeitem"
      aria-level={level}
      aria-selected={node.id === selectedId}
      {...(isParent ? { 'aria-expanded': isOpen } : {})}
      tabIndex={node.id === activeId ? 0 : -1}
      data-active={node.id === activeId ? '' : undefined}
      className={`tree-row${node.id === selectedId ? ' tree-row-selected' : ''}${node.id === over ? ' tree-row-over' : ''}`}
      style={{ top: index * height, height, paddingLeft: (level - 1) * 18 }}
      title={`${nameOf(organisationKinds, node.kind)}　${node.name}`}
      onClick={(event) => {
        setActive(node.id)
        // 点三角是收、展,点别处是选中。
        if (isParent && (event.target as HTMLElement).classList.contains('tree-fold')) fold(node.id, isOpen)
        else onSelect(node.id)
      }}
      onFocus={() => setActive(node.id)}
      onKeyDown={onKeyDown}
      draggable={onDrop !== undefined && node.parentId !== null}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData('text/plain', node.name)
        event.dataTransfer.effectAllowed = 'move'
        setDragging(node)
      }}
      onDragOver={(event) => {
        if (!mayDrop(node)) return
        event.preventDefault()
        setOver(node.id)
      }}
      onDragLeave={() => setOver((current) => (current === node.id ? null : current))}
      onDrop={(event) => {
        event.preventDefault()
        if (dragging !== null && mayDrop(node)) onDrop?.(dragging.id, node.id)
        endDrag()
      }}
      onDragEnd={endDrag}
    >
      <span className={`tree-fold${isParent ? (isOpen ? ' tree-fold-open' : ' tree-fold-closed') : ''}`} aria-hidden="true" />
      <span className="organisation-node-name" title={node.name}>
        {shownName(node)}
      </span>
      <span className="organisation-node-count">{text.counts(node.fullMembers, node.probationaryMembers)}</span>
    </div>
  )
  return (
    <Card title={text.tree} className="organisation-tree">
      <Input value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={text.searchPlaceholder} aria-label={text.search} allowClear />
      <div className="tree-tools">
        <span className="meta">{searching ? text.found(rows.length) : text.howMany(nodes.length)}</span>
        <Button type="text" onClick={() => setFolded(new Set())}>
          {text.expandAll}
        </Button>
        <Button type="text" onClick={() => setFolded(new Set(nodes.filter((node) => node.parentId !== null && parents.has(node.id)).map((node) => node.id)))}>
          {text.foldAll}
        </Button>
      </div>
      {rows.length === 0 && <p className="meta">{text.noMatch}</p>}
      <div ref={frame} className="tree-frame" role="tree" tabIndex={-1} aria-label={text.tree} onScroll={(event) => setVisible({ top: event.currentTarget.scrollTop, size: event.currentTarget.clientHeight })}>
        <div style={{ height: rows.length * height, position: 'relative' }}>{rows.slice(first, last).map((each, index) => row(each, first + index))}</div>
      </div>
      {onDrop !== undefined && <p className="meta tree-hint">{text.treeHint}</p>}
    </Card>
  )
}
