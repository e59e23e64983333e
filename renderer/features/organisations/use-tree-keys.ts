import { useRef, type KeyboardEvent } from 'react'
import { isImeKey } from '../../components/ime.ts'
import { startsWith, type TreeRow } from './tree-rows.ts'

/** 这么久没有接着打,算另起一个词。 */
const WORD_MILLISECONDS = 900

interface TreeKeys {
  readonly rows: readonly TreeRow[]
  readonly activeId: string | null
  /** 走到哪一行。 */
  readonly onMove: (id: string) => void
  readonly onFold: (id: string, folded: boolean) => void
  readonly onSelect: (id: string) => void
}

/** 树的键盘:上下、左右(收、展)、Home、End、回车选中、空格收展、打字母跳到名称(WAI-ARIA tree)。 */
export const useTreeKeys = ({ rows, activeId, onMove, onFold, onSelect }: TreeKeys) => {
  const typed = useRef({ text: '', at: 0 })
  const jump = (letter: string, from: number): void => {
    const now = performance.now()
    const text = now - typed.current.at > WORD_MILLISECONDS ? letter : typed.current.text + letter
    typed.current = { text, at: now }
    // 连打同一个字母是往下一个走;接着打是把词打完,现在这一行也算。
    const start = text.length === 1 ? from + 1 : from
    for (let step = 0; step < rows.length; step++) {
      const row = rows[(start + step) % rows.length]
      if (row !== undefined && startsWith(row.node, text)) return onMove(row.node.id)
    }
  }
  return (event: KeyboardEvent): void => {
    if (isImeKey(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const index = Math.max(0, rows.findIndex((row) => row.node.id === activeId))
    const row = rows[index]
    if (row === undefined) return
    const to = (place: number): void => {
      const next = rows[Math.max(0, Math.min(rows.length - 1, place))]
      if (next !== undefined) onMove(next.node.id)
    }
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => to(index + 1),
      ArrowUp: () => to(index - 1),
      PageDown: () => to(index + 10),
      PageUp: () => to(index - 10),
      Home: () => to(0),
      End: () => to(rows.length - 1),
      Enter: () => onSelect(row.node.id),
      ' ': () => (row.isParent ? onFold(row.node.id, row.isOpen) : onSelect(row.node.id)),
      ArrowRight: () => (row.isParent && !row.isOpen ? onFold(row.node.id, false) : row.isParent ? to(index + 1) : undefined),
      ArrowLeft: () => (row.isParent && row.isOpen ? onFold(row.node.id, true) : row.node.parentId !== null && rows.some((each) => each.node.id === row.node.parentId) ? onMove(row.node.parentId) : undefined),
    }
    const action = actions[event.key] ?? (event.key.length === 1 && !event.shiftKey ? () => jump(event.key.toLowerCase(), index) : undefined)
    if (action === undefined) return
    event.preventDefault()
    action()
  }
}
