import type { CalendarDay } from '../../../shared/model/calendar.ts'
import { addDays, weekdayOf } from '../../../shared/util/day-arithmetic.ts'

/** 工作日历:哪些年装入了放假安排,以及其中与平常星期不同的日子。 */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>
  readonly days: ReadonlyMap<string, CalendarDay['kind']>
}
interface Reach {
  /** 途经而没有装入安排的年份:这些年只按周末算,结果可能差几天,要说出来。 */
  readonly unloadedYears: readonly number[]
}

/** 走得再远也停得下来。 */
const LONGEST = 4000
const SUNDAY = 0
const SATURDAY = 6
const yearOf = (day: string): number => Number(day.slice(0, 4))

export const buildCalendar = (years: readonly { readonly year: number; readonly days: readonly CalendarDay[] }[]): WorkingCalendar => ({
  years: new Set(years.map(({ year }) => year)),
  days: new Map(years.flatMap(({ days }) => days.map(({ day, kind }) => [day, kind] as const))),
})

/** 这一天上不上班:安排里点名的照安排,其余按星期。 */
export const isWorkingDay = (calendar: WorkingCalendar, day: string): boolean => {
  const named = calendar.days.get(day)
  if (named !== undefined) return named === 'workday'
  const weekday = weekdayOf(day)
  return weekday !== SUNDAY && weekday !== SATURDAY
}

/**
 * from 之后(不含当天)的第 count 个工作日;count 为 0 就是 from。
 *
 * 自 from 当天算起的公示,最后一天是 addWorkingDays(前一天, 天数)。
 */
export const addWorkingDays = (calendar: WorkingCalendar, from: string, count: number): Reach & { readonly day: string } => {
  const unloaded = new Set<number>()
  let day = from
  let left = count
  for (let step = 0; left > 0 && step < LONGEST; step++) {
    day = addDays(day, 1)
    if (!calendar.years.has(yearOf(day))) unloaded.add(yearOf(day))
    if (isWorkingDay(calendar, day)) left--
  }
  return { day, unloadedYears: [...unloaded] }
}

/** first 到 last(首尾都算)有几个工作日;last 早于 first 为 0。 */
export const countWorkingDays = (calendar: WorkingCalendar, first: string, last: string): Reach & { readonly count: number } => {
  const unloaded = new Set<number>()
  let count = 0
  let day = first
  for (let step = 0; day <= last && step < LONGEST; step++) {
    if (!calendar.years.has(yearOf(day))) unloaded.add(yearOf(day))
    if (isWorkingDay(calendar, day)) count++
    day = addDays(day, 1)
  }
  return { count, unloadedYears: [...unloaded] }
}
