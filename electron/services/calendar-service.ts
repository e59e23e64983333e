import type { calendarContract } from '../../shared/contract/calendar.contract.ts'
import { STATE_COUNCIL_YEARS } from '../data/calendar/state-council.ts'
import { readCalendarText } from '../domain/calendar/read-calendar-text.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createSettingRepo } from '../store/repos/setting-repo.ts'
import { calendarSetting, createWorkingCalendar } from './calendar/working-calendar.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 自带的之后再列几年,好提前装入。 */
const YEARS_AHEAD = 2

/** 工作日历:看、读粘贴来的、整年存。 */
export const createCalendarHandlers = (scope: WorkspaceScope): GroupHandlers<typeof calendarContract> => {
  const calendar = createWorkingCalendar(scope)
  const settings = createSettingRepo(scope.store.db)
  return {
    years: () => {
      const first = Math.min(...STATE_COUNCIL_YEARS.map(({ year }) => year))
      const last = Number(scope.ports.clock.today().slice(0, 4)) + YEARS_AHEAD
      return { years: Array.from({ length: Math.max(last - first + 1, 1) }, (_, index) => calendar.year(first + index)) }
    },
    readText: ({ year, text }) => {
      const { days, problems } = readCalendarText(year, text)
      return { days: [...days], problems: [...problems] }
    },
    saveYear: ({ year, source, days }) => {
      const seen = new Set<string>()
      for (const { day } of days) {
        if (seen.has(day) || Number(day.slice(0, 4)) !== year) failWith('CALENDAR_DAYS_UNSUITABLE', { day })
        seen.add(day)
      }
      scope.write('policy', 'calendar.saveYear', (transaction) => {
        settings.write(transaction, calendarSetting(year), { source, days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)) })
        transaction.emit('calendar.changed', {})
      })
      return calendar.year(year)
    },
  }
}
