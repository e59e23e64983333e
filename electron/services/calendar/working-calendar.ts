import { calendarYearBodySchema, type CalendarYear } from '../../../shared/model/calendar.ts'
import { STATE_COUNCIL_YEARS } from '../../data/calendar/state-council.ts'
import { expandBuiltIn } from '../../domain/calendar/built-in-year.ts'
import { buildCalendar, countWorkingDays, type WorkingCalendar } from '../../domain/calendar/working-days.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 一年一项设置。 */
export const calendarSetting = (year: number): string => `work_calendar_${year}`

/** 工作日历的读取:本单位存过的为准,没存过用自带的,都没有就是没装入。 */
export const createWorkingCalendar = (scope: WorkspaceScope) => {
  const settings = createSettingRepo(scope.store.db)

  const read = (year: number): Omit<CalendarYear, 'workingDays'> => {
    const stored = calendarYearBodySchema.safeParse(settings.read(calendarSetting(year)))
    if (stored.success) return { year, state: 'edited', ...stored.data }
    const builtIn = STATE_COUNCIL_YEARS.find((given) => given.year === year)
    return builtIn === undefined ? { year, state: 'none', source: '', days: [] } : { year, state: 'built_in', source: builtIn.source, days: expandBuiltIn(builtIn) }
  }
  const calendarOf = (years: readonly Omit<CalendarYear, 'workingDays'>[]): WorkingCalendar => buildCalendar(years.filter(({ state }) => state !== 'none'))
  return {
    year: (year: number): CalendarYear => {
      const found = read(year)
      return { ...found, workingDays: countWorkingDays(calendarOf([found]), `${year}-01-01`, `${year}-12-31`).count }
    },
    /** 数工作日用的:day 前后各几年。 */
    around: (day: string): WorkingCalendar => {
      const middle = Number(day.slice(0, 4))
      return calendarOf(Array.from({ length: REACH * 2 + 1 }, (_, index) => read(middle - REACH + index)))
    },
  }
}
/** 发展一名党员要几年;再早的没有公示要核对。 */
const REACH = 5
