import type { MeetingType } from '../../../shared/model/meeting.ts'
import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { fixedDayIn, readThemeDay, type FixedDay } from './theme-day.ts'
import { periodsOf, type NormCycle, type NormPeriod } from './periods.ts'

/** 多久一次、几天之内补齐、过了锁不锁、提前几天提醒:都是「规则和数字」里的数。 */
export interface WindowNorms {
  readonly lectureCycle: NormCycle
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
  graceDays: norms('record_grace_days'),
  locks: norms('record_lock') === 'lock',
  themeDayDue: norms('theme_day_due'),
  reminderDays: norms('reminder_days'),
})

export interface Activity {
  readonly rule: 'LIF-01' | 'LIF-02' | 'LIF-03' | 'LIF-04' | 'LIF-05' | 'LIF-06' | 'LIF-07' | 'LIF-09'
  readonly meetingType: MeetingType
  readonly cycle: NormCycle
}
/**
 * 有次数要求的活动,次序即表的次序。出处:支部工作条例第十一、十二、十三、十六、十七、十八、二十七条;
 * 党课条例未定次数。谈心谈话(LIF-08)不是会议记录,由谈心谈话的登记另行核算,加在这里即可。
 */
export const activitiesOf = ({ lectureCycle }: Pick<WindowNorms, 'lectureCycle'>): readonly Activity[] => [
  { rule: 'LIF-01', meetingType: 'general_meeting', cycle: 'quarter' },
  { rule: 'LIF-02', meetingType: 'committee_meeting', cycle: 'month' },
  { rule: 'LIF-03', meetingType: 'group_meeting', cycle: 'month' },
  { rule: 'LIF-04', meetingType: 'party_lecture', cycle: lectureCycle },
  { rule: 'LIF-05', meetingType: 'theme_day', cycle: 'month' },
  { rule: 'LIF-06', meetingType: 'organisational_life', cycle: 'year' },
  { rule: 'LIF-07', meetingType: 'democratic_appraisal', cycle: 'year' },
  { rule: 'LIF-09', meetingType: 'debriefing', cycle: 'year' },
]

/** 一期的窗口:期限那天、宽限的最后一天。 */
export interface RecordWindow extends NormPeriod {
  readonly lastDay: string
}

const build = (meetingType: MeetingType, cycle: NormCycle, year: number, norms: WindowNorms, themeDay: FixedDay | null): RecordWindow[] =>
  periodsOf(cycle, year).map((period) => {
    const dueDay = meetingType === 'theme_day' && norms.themeDayDue === 'fixed_day' && themeDay !== null ? fixedDayIn(themeDay, period.period) : period.dueDay
    return { ...period, dueDay, lastDay: addDays(dueDay, norms.graceDays) }
  })

/** 一千个支部的窗口都一样(固定日不同的除外),同一份规则只算一次。 */
const known = new WeakMap<WindowNorms, Map<string, readonly RecordWindow[]>>()

/** 一年里各期的窗口。 */
export const windowsOf = (meetingType: MeetingType, cycle: NormCycle, year: number, norms: WindowNorms, themeDay: FixedDay | null): readonly RecordWindow[] => {
  const own = known.get(norms) ?? new Map<string, readonly RecordWindow[]>()
  known.set(norms, own)
  const key = `${meetingType} ${cycle} ${year} ${meetingType === 'theme_day' && norms.themeDayDue === 'fixed_day' ? JSON.stringify(themeDay) : ''}`
  const windows = own.get(key) ?? build(meetingType, cycle, year, norms, themeDay)
  own.set(key, windows)
  return windows
}

/** 某天的一次活动落在哪一期;没有次数要求的(其他会议)按月。 */
export const windowOfDay = (meetingType: MeetingType, day: string, norms: WindowNorms, themeDayText: string): RecordWindow | undefined => {
  const cycle = activitiesOf(norms).find((activity) => activity.meetingType === meetingType)?.cycle ?? 'month'
  return windowsOf(meetingType, cycle, Number(day.slice(0, 4)), norms, readThemeDay(themeDayText)).find((window) => window.months.includes(day.slice(0, 7)))
}
