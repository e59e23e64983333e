import type { CalendarDay } from '../../../shared/model/calendar.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'

/** 自带的一年展开成逐日:「02-10 02-17 春节」是一段,「01-01 元旦」是一天。 */
export const expandBuiltIn = (given: { readonly year: number; readonly holidays: readonly string[]; readonly workdays: readonly string[] }): CalendarDay[] => {
  const expand = (kind: CalendarDay['kind']) => (entry: string): CalendarDay[] => {
    const words = entry.split(' ')
    const name = words.at(-1) ?? ''
    const [first = '', last = first] = words.slice(0, -1).map((day) => `${given.year}-${day}`)
    const days: CalendarDay[] = []
    for (let day = first; day <= last; day = addDays(day, 1)) days.push({ day, kind, name })
    return days
  }
  return [...given.holidays.flatMap(expand('holiday')), ...given.workdays.flatMap(expand('workday'))].toSorted((one, other) => (one.day < other.day ? -1 : 1))
}
