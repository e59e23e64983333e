import { useRef, useState, type KeyboardEvent } from 'react'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import type { NormRow } from '../../../shared/model/meeting.ts'
import { isImeKey } from '../../components/ime.ts'
import { StateTag } from '../../components/state-tag.tsx'
import { activityName, LOOK_TONES, lookOf, moveCell, spanOf } from '../../components/norm-cells.ts'

const text = handbookText.norms
const MONTHS = Array.from({ length: 12 }, (_unused, index) => index + 1)
const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

export interface CellAddress {
  readonly row: number
  readonly cell: number
}
const notApplicableWord = (row: NormRow): string => (row.activity === 'committee_meeting' || row.activity === 'group_meeting' ? text.notApplicable[row.activity] : text.notApplicable.other)

/** 规范 × 周期的表。整张表在 Tab 次序里只停一次,里面用方向键走。 */
export const NormTable = ({ norms, asOf, selected, onSelect }: { readonly norms: readonly NormRow[]; readonly asOf: string; readonly selected: CellAddress | null; readonly onSelect: (address: CellAddress) => void }) => {
  const frame = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState<CellAddress | null>(null)
  const layout = norms.map((row) => row.periods.map((_period, index) => ({ from: index * spanOf(row), span: spanOf(row) })))
  const firstRow = layout.findIndex((line) => line.length > 0)
  const stop = active !== null && layout[active.row]?.[active.cell] !== undefined ? active : { row: firstRow, cell: 0 }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event) || !KEYS.has(event.key)) return
    event.preventDefault()
    const next = moveCell(layout, stop, event.key)
    setActive(next)
    frame.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.cell}"]`)?.focus()
  }
  return (
    <div className="norm-frame">
      <table className="norm-table">
        <caption className="visually-hidden">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="norm-name">
              {text.activity}
            </th>
            <th scope="col" className="norm-count" title={text.doneTo(asOf)}>
              {text.done}
            </th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {text.month(month)}
              </th>
            ))}
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- 方向键由各格的按钮冒泡上来 */}
        <tbody ref={frame} onKeyDown={onKeyDown}>
          {norms.map((row, rowIndex) => (
            <tr key={`${row.rule} ${row.partyGroupId ?? ''}`}>
              <th scope="row" className="norm-name">
                {activityName(row)}
                <span className="norm-basis">{text.basis[row.rule]}</span>
              </th>
              <td className="norm-count">{row.applicable ? text.doneOf(row.doneToDate, row.requiredToDate) : ''}</td>
              {row.applicable ? (
                row.periods.map((period, cellIndex) => {
                  const look = lookOf(period)
                  const isSelected = selected?.row === rowIndex && selected.cell === cellIndex
                  return (
                    <td key={period.period} colSpan={spanOf(row)}>
                      <button
                        type="button"
                        className="norm-cell"
                        data-cell={`${rowIndex}-${cellIndex}`}
                        data-look={look}
                        tabIndex={stop.row === rowIndex && stop.cell === cellIndex ? 0 : -1}
                        aria-pressed={isSelected}
                        aria-label={text.cell(activityName(row), text.period(period.period), text.states[look], period.done, period.required)}
                        onFocus={() => setActive({ row: rowIndex, cell: cellIndex })}
                        onClick={() => onSelect({ row: rowIndex, cell: cellIndex })}
                      >
                        <StateTag tone={LOOK_TONES[look]} word={text.states[look]} />
                      </button>
                    </td>
                  )
                })
              ) : (
                <td colSpan={12}>
                  <StateTag tone="not_applicable" word={notApplicableWord(row)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
