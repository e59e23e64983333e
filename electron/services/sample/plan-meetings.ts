import { sampleHolidays, sampleLastMeetingDay, sampleYear } from '../../data/sample/calendar.ts'
import type { SampleDiligence } from '../../data/sample/organisations.ts'
import { addDays, weekdayOf } from '../../../shared/util/day-arithmetic.ts'
import type { RoutineMeetingType } from '../../data/sample/types.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface PlannedMeeting {
  readonly meetingType: RoutineMeetingType
  /** 党小组会是第几组,从 0 数;其他为 null。 */
  readonly groupIndex: number | null
  readonly day: string
}
export interface PlanRequest {
  readonly hasCommittee: boolean
  readonly groupCount: number
  readonly foundedOn: string
  readonly themeDayOfMonth: number
  readonly diligence: SampleDiligence
  /** 支部序号,错开各支部的开会日子。 */
  readonly order: number
  /** 6 月大会有接收或转正时,日子固定。 */
  readonly juneGeneralMeetingDay: string | null
}

/** 漏开的可能;季度的会漏一次影响大,机会减半。 */
const MISSED: Readonly<Record<SampleDiligence, number>> = { solid: 0.01, steady: 0.06, loose: 0.18 }
const pad = (value: number): string => String(value).padStart(2, '0')
const isHoliday = (day: string): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6 || sampleHolidays.some(([first, last]) => day >= first && day <= last)

/** 当日是工作日就用当日,否则顺到其后第一个工作日;顺出了本月就往前找。 */
export const workdayFrom = (day: string): string => {
  for (let each = day; each.slice(0, 7) === day.slice(0, 7); each = addDays(each, 1)) if (!isHoliday(each)) return each
  let each = day
  while (isHoliday(each)) each = addDays(each, -1)
  return each
}

const dayIn = (month: number, dayOfMonth: number): string => workdayFrom(`${sampleYear}-${pad(month)}-${pad(dayOfMonth)}`)

/** 一个支部一年该开的会,按规范排,再按平时抓得紧不紧漏掉几次。按日期排序。 */
export const planMeetings = (request: PlanRequest, random: SeededRandom): PlannedMeeting[] => {
  const { order } = request
  const planned: PlannedMeeting[] = []
  const missed = MISSED[request.diligence]
  const add = (meetingType: RoutineMeetingType, groupIndex: number | null, day: string, missedChance: number): void => {
    // 先掷再判断,日子不同的支部也用同一串随机数,改一处不牵动全局。
    const held = !random.chance(missedChance)
    if (held && day >= request.foundedOn && day <= sampleLastMeetingDay) planned.push({ meetingType, groupIndex, day })
  }
  for (let month = 1; month <= 12; month++) {
    if (request.hasCommittee) add('committee_meeting', null, dayIn(month, 2 + (order % 5)), missed)
    add('theme_day', null, dayIn(month, request.themeDayOfMonth), missed)
    for (let group = 0; group < request.groupCount; group++) add('group_meeting', group, dayIn(month, 12 + ((order + group * 2) % 7)), missed)
  }
  const generalDays = [dayIn(3, 20 + (order % 6)), request.juneGeneralMeetingDay ?? dayIn(6, 22 + (order % 4)), dayIn(9, 15 + (order % 6)), order % 3 === 0 ? dayIn(12, 10) : dayIn(10, 21 + (order % 6))]
  const lectureDays = [dayIn(2, 25), dayIn(5, 18 + (order % 6)), dayIn(7, 1 + (order % 3)), order % 4 === 1 ? dayIn(11, 26) : dayIn(10, 14 + (order % 5))]
  for (const [index, day] of generalDays.entries()) add('general_meeting', null, day, index === 1 && request.juneGeneralMeetingDay !== null ? 0 : missed / 2)
  for (const day of lectureDays) add('party_lecture', null, day, missed / 2)
  const rank: readonly RoutineMeetingType[] = ['committee_meeting', 'general_meeting', 'group_meeting', 'party_lecture', 'theme_day']
  return planned.toSorted((a, b) => (a.day === b.day ? rank.indexOf(a.meetingType) - rank.indexOf(b.meetingType) : a.day < b.day ? -1 : 1))
}
