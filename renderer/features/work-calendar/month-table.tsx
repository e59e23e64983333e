import type { KeyboardEvent } from 'react'
import { calendarText as text } from '../../../shared/i18n/zh-CN/calendar.ts'
import type { CalendarDay } from '../../../shared/model/calendar.ts'
import { addDays, weekdayOf } from '../../../shared/util/day-arithmetic.ts'

interface MonthTableProps {
  readonly year: number
  readonly month: number
  readonly days: ReadonlyMap<string, CalendarDay>
  /** 制表键停在哪一天。 */
  readonly active: string
  readonly editable: boolean
  readonly onOpen: (day: string) => void
  readonly onMove: (event: KeyboardEvent<HTMLElement>) => void
}

const two = (value: number): string => String(value).padStart(2, '0')

/** 一个月的格子,周一在前;补空格到整周。 */
const weeksOf = (year: number, month: number): readonly (readonly (string | null)[])[] => {
  const prefix = `${year}-${two(month)}`
  const first = `${prefix}-01`
  const cells: (string | null)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => null)
  for (let day = first; day.startsWith(prefix); day = addDays(day, 1)) cells.push(day)
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_unused, index) => cells[week * 7 + index] ?? null))
}

/** 一个月:放假写「休」,调休上班写「班」,不只靠颜色。 */
export const MonthTable = ({ year, month, days, active, editable, onOpen, onMove }: MonthTableProps) => (
  <table className="calendar-month">
    <caption>{text.month(month)}</caption>
    <thead>
      <tr>
        {text.weekdays.map((weekday) => (
          <th key={weekday} scope="col">
            {weekday}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(year, month).map((week, row) => (
        <tr key={row}>
          {week.map((day, column) => {
            if (day === null) return <td key={column}>{'\u00a0'}</td>
            const named = days.get(day)
            return (
              <td key={day} data-kind={named?.kind} data-weekend={column > 4 ? '' : undefined}>
                <button type="button" data-day={day} tabIndex={day === active ? 0 : -1} disabled={!editable} aria-label={text.dayLabel(`${Number(day.slice(8))}${named === undefined ? '' : text.marks[named.kind]}`, day, named === undefined ? '' : text.kinds[named.kind], named?.name ?? '')} title={named?.name} onClick={() => onOpen(day)} onKeyDown={onMove}>
                  {Number(day.slice(8))}
                  {named !== undefined && <sup>{text.marks[named.kind]}</sup>}
                </button>
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)
