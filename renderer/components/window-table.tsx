import { Checkbox } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { useTextScale } from '../platform/display-settings.ts'
import { isImeKey } from './ime.ts'
import './window-table.css'

export interface WindowColumn {
  readonly key: string
  readonly title: string
  /** 像素,标准字号下的。 */
  readonly width: number
  readonly align?: 'center' | 'end'
  readonly sortable: boolean
}
/** 一行:人,或分组的小标题;还没取来的人 cells 为 null。 */
export type WindowItem = { readonly kind: 'row'; readonly id: string | null; readonly order: number; readonly name: string; readonly cells: readonly string[] | null } | { readonly kind: 'group'; readonly value: string; readonly label: string; readonly open: boolean }
export interface WindowSort {
  readonly column: string
  readonly descending: boolean
}

interface WindowTableProps {
  readonly label: string
  readonly words: { readonly order: string; readonly choose: (name: string) => string; readonly chooseAll: string; readonly sortHint: string }
  readonly columns: readonly WindowColumn[]
  readonly count: number
  readonly itemAt: (index: number) => WindowItem
  /** 看得见的一段变了。 */
  readonly onWindow: (first: number, last: number) => void
  readonly sort: readonly WindowSort[]
  /** add:按着 Shift,加在已有的之后。 */
  readonly onSort: (column: string, add: boolean) => void
  readonly chosen: ReadonlySet<string>
  readonly allChosen: boolean
  readonly onChoose: (id: string, range: boolean) => void
  readonly onChooseAll: () => void
  readonly onOpen: (id: string) => void
  readonly onToggleGroup: (value: string) => void
  /** 正在取:读屏说「忙」。 */
  readonly busy: boolean
  readonly selectedId: string | null
  readonly empty: ReactNode
  /** 变了就回到最上面(换了筛选、排序)。 */
  readonly resetKey: string
}

const ROW = 40
const HEAD = 42
const CHECK = 40
const ORDER = 60
/** 上下各多画几行,滚动时不露白。 */
const SPARE = 8
/** 还量不出高度时(刚打开)先画这么高。 */
const GUESSED_HEIGHT = 640
const ARROWS = { up: '\u25b2', down: '\u25bc' } as const

/** 表头与格子同一边对齐。 */
const classOf = ({ align }: WindowColumn, place: number): string => `${place === 0 ? 'window-sticky' : ''} ${align === undefined ? '' : `window-${align}`}`.trim()

/**
 * 十万行也滚得动的表:只画看得见的行,内容由外面一段一段地取。首列(选择、序号、姓名)横滚时不动。
 * 点列头排序,按着 Shift 再点是第二、第三依据;上下键换行,空格选,回车打开。
 */
export const WindowTable = ({ label, words, columns, count, itemAt, onWindow, sort, onSort, chosen, allChosen, onChoose, onChooseAll, onOpen, onToggleGroup, selectedId, empty, busy, resetKey }: WindowTableProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const scale = useTextScale()
  const rowHeight = Math.round(ROW * scale)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(0)
  const [active, setActive] = useState(0)
  const wantsFocus = useRef(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = (): void => setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = 0
    setTop(0)
    setActive(0)
  }, [resetKey])
  const visible = Math.ceil((height === 0 ? GUESSED_HEIGHT : height) / rowHeight)
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - SPARE, count - 1))
  const last = Math.min(count, first + visible + SPARE * 2)
  useEffect(() => onWindow(first, last), [first, last, onWindow])
  useEffect(() => {
    if (!wantsFocus.current) return
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (row === null || row === undefined) return
    wantsFocus.current = false
    row.focus({ preventScroll: true })
  })

  const moveTo = (target: number): void => {
    const element = frame.current
    const index = Math.max(0, Math.min(target, count - 1))
    wantsFocus.current = true
    setActive(index)
    if (element === null) return
    const [from, to] = [index * rowHeight, (index + 1) * rowHeight + HEAD * scale]
    if (from < element.scrollTop) element.scrollTop = from
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight
  }
  const onKey = (event: KeyboardEvent<HTMLElement>, index: number, item: WindowItem): void => {
    if (isImeKey(event) || event.target !== event.currentTarget || event.altKey || event.ctrlKey) return
    const page = Math.max(1, visible - 2)
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: count - 1 }[event.key]
    if (target !== undefined) moveTo(target)
    else if (event.key !== 'Enter' && event.key !== ' ') return
    else if (item.kind === 'group') onToggleGroup(item.value)
    else if (item.id !== null && event.key === 'Enter') onOpen(item.id)
    else if (item.id !== null) onChoose(item.id, event.shiftKey)
    event.preventDefault()
  }
  const px = (value: number): string => `${Math.round(value * scale)}px`
  const tracks = [CHECK, ORDER, ...columns.map(({ width }) => width)].map(px)
  // 最后一列吃掉多出来的宽度。
  const template = [...tracks.slice(0, -1), `minmax(${tracks.at(-1)}, 1fr)`].join(' ')
  const least = [CHECK, ORDER, ...columns.map(({ width }) => width)].reduce((sum, width) => sum + Math.round(width * scale), 0)
  const grid: CSSProperties = { gridTemplateColumns: template, minWidth: least }
  const sticky = [{ left: 0 }, { left: px(CHECK) }, { left: px(CHECK + ORDER) }] as const
  const shown = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  const tabStop = active >= first && active < last ? active : first
  return (
    <div ref={frame} className="window-table" role="grid" aria-label={label} aria-busy={busy} aria-rowcount={count + 1} aria-colcount={columns.length + 2} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <div role="row" aria-rowindex={1} className="window-head" style={{ ...grid, height: px(HEAD) }}>
        <div role="columnheader" className="window-sticky" style={sticky[0]}>
          <Checkbox aria-label={words.chooseAll} checked={allChosen} indeterminate={!allChosen && chosen.size > 0} disabled={count === 0} onChange={onChooseAll} />
        </div>
        <div role="columnheader" className="window-sticky window-center" style={sticky[1]}>
          {words.order}
        </div>
        {columns.map((column, index) => {
          const place = sort.findIndex((entry) => entry.column === column.key)
          const entry = sort[place]
          return (
            <div key={column.key} role="columnheader" aria-sort={entry === undefined ? 'none' : entry.descending ? 'descending' : 'ascending'} className={classOf(column, index)} style={index === 0 ? sticky[2] : undefined}>
              {column.sortable ? (
                <button type="button" title={words.sortHint} onClick={(event) => onSort(column.key, event.shiftKey)}>
                  {column.title}
                  {entry !== undefined && (
                    <span className="window-sort" aria-hidden="true">
                      {entry.descending ? ARROWS.down : ARROWS.up}
                      {sort.length > 1 && place + 1}
                    </span>
                  )}
                </button>
              ) : (
                <span className="window-title">{column.title}</span>
              )}
            </div>
          )
        })}
      </div>
      {count === 0 ? (
        // 表里的每一层都得是行和格:一句话也放在格里,读屏才不说这张表坏了。
        <div role="row" aria-rowindex={2}>
          <div role="gridcell" className="window-empty">
            {empty}
          </div>
        </div>
      ) : (
        <div className="window-space" role="presentation" style={{ height: count * rowHeight, minWidth: least }}>
          {shown.map((index) => {
            const item = itemAt(index)
            const place: CSSProperties = { top: index * rowHeight, height: rowHeight }
            const common = { 'data-index': index, 'aria-rowindex': index + 2, tabIndex: index === tabStop ? 0 : -1, onFocus: () => setActive(index) } as const
            const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => onKey(event, index, item)
            if (item.kind === 'group')
              return (
                <div key={`group-${item.value}`} role="row" {...common} aria-expanded={item.open} className="window-group" style={place} onClick={() => onToggleGroup(item.value)} onKeyDown={onKeyDown}>
                  <div role="gridcell" className="window-group-label">
                    <span aria-hidden="true">{item.open ? '\u25be' : '\u25b8'}</span> {item.label}
                  </div>
                </div>
              )
            const { id } = item
            const isChosen = id !== null && chosen.has(id)
            return (
              <div
                key={id ?? `row-${index}`}
                role="row"
                {...common}
                {...(id === null ? {} : { 'data-row-key': id })}
                aria-selected={isChosen}
                className={`window-row${isChosen ? ' window-chosen' : ''}${id !== null && id === selectedId ? ' window-selected' : ''}`}
                style={{ ...grid, ...place }}
                onClick={(event) => id !== null && !(event.target instanceof HTMLElement && event.target.closest('.window-check') !== null) && onOpen(id)}
                onKeyDown={onKeyDown}
              >
                <div role="gridcell" className="window-sticky window-check" style={sticky[0]}>
                  <Checkbox aria-label={words.choose(item.name)} tabIndex={-1} checked={isChosen} onChange={(event) => id !== null && onChoose(id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)} />
                </div>
                <div role="gridcell" className="window-sticky window-center" style={sticky[1]}>
                  {item.order}
                </div>
                {columns.map((column, cell) => (
                  <div key={column.key} role="gridcell" className={classOf(column, cell)} style={cell === 0 ? sticky[2] : undefined} title={item.cells?.[cell] ?? ''}>
                    {item.cells?.[cell] ?? ''}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      )}
    </div>
  )
}
