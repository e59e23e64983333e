import type { CalendarDay, CalendarTextProblem } from '../../../shared/model/calendar.ts'
import { addDays, isRealDay } from '../../../shared/util/day-arithmetic.ts'
import { DATE_WORDS, NOT_A_NAME, REST_WORDS, SPAN_WORDS, WORK_WORDS } from '../../data/calendar/calendar-words.ts'

const MOST_SHOWN = 80
/** 一段至多这么多天:再长多半是抄错了月份。 */
const LONGEST_SPAN = 31

const two = (text: string): string => text.padStart(2, '0')

/**
 * 读粘贴来的放假安排,一行一段:日期(或「起 至 止」)、名称、放假还是上班。
 *
 * @param year 没写年份的按这一年;写了别的年份的不收。
 */
export const readCalendarText = (year: number, text: string): { readonly days: readonly CalendarDay[]; readonly problems: readonly CalendarTextProblem[] } => {
  const days = new Map<string, CalendarDay>()
  const problems: CalendarTextProblem[] = []
  for (const [index, raw] of text.normalize('NFKC').split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const refuse = (reason: CalendarTextProblem['reason']): void => void problems.push({ line: index + 1, text: line.replaceAll(/\s+/g, ' ').slice(0, MOST_SHOWN), reason })
    const found = [...line.matchAll(DATE_WORDS)].map(([, writtenYear, month = '', day = '']) => `${writtenYear ?? year}-${two(month)}-${two(day)}`)
    const [first, last = first] = found
    if (first === undefined || last === undefined || found.some((day) => !isRealDay(day))) {
      // 没有日期的首行多半是表头。
      if (index > 0 || found.length > 0) refuse('no_date')
      continue
    }
    if (found.some((day) => Number(day.slice(0, 4)) !== year)) {
      refuse('wrong_year')
      continue
    }
    const rest = line.replaceAll(DATE_WORDS, ' ')
    const kind = WORK_WORDS.test(rest) ? 'workday' : REST_WORDS.test(rest) ? 'holiday' : null
    if (kind === null) {
      refuse('no_kind')
      continue
    }
    // 「2月4日、2月18日上班」是两天,「2月10日至17日」才是一段。
    const isSpan = found.length === 2 && SPAN_WORDS.test(rest)
    if (isSpan && (last < first || addDays(first, LONGEST_SPAN) < last)) {
      refuse('bad_range')
      continue
    }
    const name = rest.trim().replaceAll(NOT_A_NAME, '').slice(0, 20)
    const put = (day: string): void => void days.set(day, { day, kind, name })
    if (!isSpan) for (const day of found) put(day)
    else for (let day = first; day <= last; day = addDays(day, 1)) put(day)
  }
  return { days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)), problems }
}
