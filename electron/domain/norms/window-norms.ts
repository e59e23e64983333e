import type { MeetingType, NormActivity, NormRow } from '../../../shared/model/meeting.ts'
import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { fixedDayIn, readThemeDay, type FixedDay } from './theme-day.ts'
import { periodsOf, type NormCycle, type NormPeriod } from './periods.ts'

/** 多久一次、几天之内补齐、过了锁不锁、提前几天提醒:都是「规则和数字」里的数。 */
export interface WindowNorms {
  readonly lectureCycle: NormCycle
  readonly talkCycle: NormCycle
  /** 期限之后还有几天可以填报,仍算按时(单位的习惯,如两天)。 */
  readonly graceDays: number
  /** 宽限过了,这一期就锁上,要上级解锁才能补录。 */
  readonly locks: boolean
  /** 主题党日的期限:月末,或支部固定的那一天。 */
  readonly themeDayDue: 'month_end' | 'fixed_day'
  readonly reminderDays: number
}
export const windowNormsOf = (norms: Norms): WindowNorms => ({
  lectureCycle: norms('lecture_cycle'),
  talkCycle: norms('talk_cycle'),
  graceDays: norms('record_grace_days'),
  locks: norms('record_lock') === 'lock',
  themeDayDue: norms('theme_day_due'),
  reminderDays: norms('reminder_days'),
})

export interface Activity {
  readonly rule: NormRow['rule']
  readonly activity: NormActivity
  readonly cycle: NormCycle
}
/**
 * 有次数要求的活动,次序即表的次序。出处:支部工作条例第十一、十二、十三、十六至十九、二十七条;
 * 党课条例未定次数。谈心谈话(LIF-08)照谈心谈话的登记核算(talk-periods.ts)。
 * 不在这里的各有去处:书记轮训(LIF-10)、学时(LIF-11)在「学时」里逐人对照;党费(LIF-12)照党费台账;党费公布(LIF-13)照打印的公示表;
 * 政治生日(LIF-14)、第一议题(LIF-15)、双重组织生活(LIF-16)没有次数要求,各有台账和记录里的一项;流动党员的联系(LIF-17)在关怀的提醒里。
 */
export const activitiesOf = ({ lectureCycle, talkCycle }: Pick<WindowNorms, 'lectureCycle' | 'talkCycle'>): readonly Activity[] => [
  { rule: 'LIF-01', activity: 'general_meeting', cycle: 'quarter' },
  { rule: 'LIF-02', activity: 'committee_meeting', cycle: 'month' },
  { rule: 'LIF-03', activity: 'group_meeting', cycle: 'month' },
  { rule: 'LIF-04', activity: 'party_lecture', cycle: lectureCycle },
  { rule: 'LIF-05', activity: 'theme_day', cycle: 'month' },
  { rule: 'LIF-06', activity: 'organisational_life', cycle: 'year' },
  { rule: 'LIF-07', activity: 'democratic_appraisal', cycle: 'year' },
  { rule: 'LIF-08', activity: 'heart_talk', cycle: talkCycle },
  { rule: 'LIF-09', activity: 'debriefing', cycle: 'year' },
]

/** 一期的窗口:期限那天、宽限的最后一天。 */
export interface RecordWindow extends NormPeriod {
  readonly lastDay: string
  /** 各月在一年里的位置,0 到 11。 */
  readonly monthIndexes: readonly number[]
}

/** `2026-03` 或 `2026-03-05` → 2。 */
export const monthIndexOf = (day: string): number => Number(day.slice(5, 7)) - 1

const build = (activity: NormActivity, cycle: NormCycle, year: number, norms: WindowNorms, themeDay: FixedDay | null): RecordWindow[] =>
  periodsOf(cycle, year).map((period) => {
    const dueDay = activity === 'theme_day' && norms.themeDayDue === 'fixed_day' && themeDay !== null ? fixedDayIn(themeDay, period.period) : period.dueDay
    return { ...period, dueDay, lastDay: addDays(dueDay, norms.graceDays), monthIndexes: period.months.map(monthIndexOf) }
  })

/** 一千个支部的窗口都一样(固定日不同的除外),同一份规则只算一次。 */
const known = new WeakMap<WindowNorms, Map<string, readonly RecordWindow[]>>()

/** 一年里各期的窗口。 */
export const windowsOf = (activity: NormActivity, cycle: NormCycle, year: number, norms: WindowNorms, themeDay: FixedDay | null): readonly RecordWindow[] => {
  const own = known.get(norms) ?? new Map<string, readonly RecordWindow[]>()
  known.set(norms, own)
  const key = `${activity} ${cycle} ${year} ${activity === 'theme_day' && norms.themeDayDue === 'fixed_day' ? JSON.stringify(themeDay) : ''}`
  const windows = own.get(key) ?? build(activity, cycle, year, norms, themeDay)
  own.set(key, windows)
  return windows
}

/** 某天的一次活动落在哪一期;没有次数要求的(其他会议)按月。 */
export const windowOfDay = (meetingType: MeetingType, day: string, norms: WindowNorms, themeDayText: string): RecordWindow | undefined => {
  const cycle = activitiesOf(norms).find(({ activity }) => activity === meetingType)?.cycle ?? 'month'
  return windowsOf(meetingType, cycle, Number(day.slice(0, 4)), norms, readThemeDay(themeDayText)).find((window) => window.months.includes(day.slice(0, 7)))
}
