import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { completenessText as text } from '../../../shared/i18n/zh-CN/completeness.ts'
import type { CompletenessCell, CompletenessRow, CompletenessState } from '../../../shared/model/completeness.ts'
import { isImeKey } from '../../components/ime.ts'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { useTextScale } from '../../platform/display-settings.ts'

const ROW = 44
const SPARE = 6
/** 还量不出高度时(刚打开)先画这么高。 */
const GUESSED_HEIGHT = 480
const MONTHS = Array.from({ length: 12 }, (_unused, index) => index)
const TONES: Record<CompletenessState, StateTone> = { missing: 'overdue', due: 'todo', late: 'warning', done: 'done', exempt: 'not_applicable', future: 'not_applicable', none: 'not_applicable', absent: 'not_applicable' }

export interface ChosenCell {
  readonly branchId: string
  /** 一至十二。 */
  readonly month: number
}
export const cellWord = ({ state, missing }: CompletenessCell): string => (state === 'missing' ? text.missingCount(missing) : text.states[state])

/** 支部 × 十二个月:只画看得见的行;整张表在 Tab 次序里只停一次,里面用方向键走,回车选中。 */
export const CompletenessGrid = ({ rows, chosen, onChoose, resetKey }: { readonly rows: readonly CompletenessRow[]; readonly chosen: ChosenCell | null; readonly onChoose: (cell: ChosenCell) => void; readonly resetKey: string }) => {
  const frame = useRef<HTMLDivElement>(null)
  const height = Math.round(ROW * useTextScale())
  const [top, setTop] = useState(0)
  const [view, setView] = useState(GUESSED_HEIGHT)
  const [active, setActive] = useState({ row: 0, month: 0 })
  const wantsFocus = useRef(false)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = (): void => setView(element.clientHeight === 0 ? GUESSED_HEIGHT : element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = 0
    setTop(0)
    setActive({ row: 0, month: 0 })
  }, [resetKey])
  useEffect(() => {
    if (!wantsFocus.current) return
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${active.row}-${active.month}"]`)
    if (cell === null || cell === undefined) return
    wantsFocus.current = false
    cell.focus({ preventScroll: true })
  })
  const first = Math.max(0, Math.floor(top / height) - SPARE)
  const last = Math.min(rows.length, first + Math.ceil(view / height) + SPARE * 2)
  const stop = active.row >= first && active.row < last ? active : { row: first, month: active.month }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event)) return
    const page = Math.max(1, Math.floor(view / height) - 2)
    const move = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [-page, 0], PageDown: [page, 0], Home: [0, -12], End: [0, 12] }[event.key]
    const element = frame.current
    if (move === undefined || element === null) return
    event.preventDefault()
    const [down = 0, right = 0] = move
    const row = Math.max(0, Math.min(rows.length - 1, stop.row + down))
    wantsFocus.current = true
    setActive({ row, month: Math.max(0, Math.min(11, stop.month + right)) })
    if (row * height < element.scrollTop) element.scrollTop = row * height
    else if ((row + 2) * height > element.scrollTop + view) element.scrollTop = (row + 2) * height - view
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/interactive-supports-focus -- 方向键由各格的按钮冒泡上来
    <div ref={frame} className="completeness-grid" role="grid" aria-label={text.table} aria-rowcount={rows.length + 1} aria-colcount={16} onScroll={(event) => setTop(event.currentTarget.scrollTop)} onKeyDown={onKeyDown}>
      <div role="row" aria-rowindex={1} className="completeness-head">
        <span role="columnheader">{text.branch}</span>
        {MONTHS.map((month) => (
          <span key={month} role="columnheader">
            {text.month(month + 1)}
          </span>
        ))}
        <span role="columnheader">{text.counts}</span>
        <span role="columnheader">{text.late}</span>
        <span role="columnheader">{text.missing}</span>
      </div>
      <div role="rowgroup" className="completeness-body" style={{ height: rows.length * height }}>
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset
          return (
            <div key={row.branchId} role="row" aria-rowindex={index + 2} className="completeness-row" style={{ top: index * height, height }}>
              <span role="rowheader" className="completeness-name" title={row.branchName}>
                {row.branchName}
              </span>
              {row.cells.map((cell, month) => (
                // oxlint-disable-next-line react/no-array-index-key -- 十二个月,次序不变
                <span key={month} role="gridcell">
                  <button
                    type="button"
                    className="completeness-cell"
                    data-cell={`${index}-${month}`}
                    data-state={cell.state}
                    tabIndex={stop.row === index && stop.month === month ? 0 : -1}
                    aria-pressed={chosen?.branchId === row.branchId && chosen.month === month + 1}
                    aria-label={text.cell(row.branchName, month + 1, text.states[cell.state], cell.missing, cell.due)}
                    onFocus={() => setActive({ row: index, month })}
                    onClick={() => onChoose({ branchId: row.branchId, month: month + 1 })}
                  >
                    <StateTag tone={TONES[cell.state]} word={cellWord(cell)} />
                  </button>
                </span>
              ))}
              <span role="gridcell">{text.countsOf(row.counts.onTime, row.counts.due)}</span>
              <span role="gridcell">{row.counts.late}</span>
              <span role="gridcell" data-missing={row.counts.missing > 0 ? '' : undefined}>
                {row.counts.missing}
              </span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
