import type { MeetingType, NormRow, RecordState } from '../../../shared/model/meeting.ts'
import { isCounted } from '../meetings/counted-states.ts'
import { monthsOf, quartersOf, type NormPeriod } from './periods.ts'

/** 规范核算用的一条记录。 */
export interface NormRecord {
  readonly id: string
  readonly meetingType: MeetingType
  readonly partyGroupId: string | null
  readonly day: string
  readonly state: RecordState
  /** 到会不够法定人数的会不算数。 */
  readonly quorumReached: boolean
}

export interface NormInput {
  readonly year: number
  /** 看的那一天:之后的周期为「未到」。 */
  readonly asOf: string
  /** 支部成立月 `YYYY-MM`;null 为不详,按全年要求。 */
  readonly foundedMonth: string | null
  /** 撤销、改设那个月 `YYYY-MM`,自该月起不要求;还在的为 null。 */
  readonly closedMonth: string | null
  /** 设有支委会的月份。 */
  readonly committeeMonths: ReadonlySet<string>
  /** 各党小组及其存在的月份。 */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly months: ReadonlySet<string> }[]
  readonly records: readonly NormRecord[]
  /** 党课多久一次:条例没有定,由单位定。 */
  readonly lectureCycle: NormRow['cycle']
}

interface Requirement {
  readonly rule: NormRow['rule']
  readonly meetingType: MeetingType
  readonly cycle: NormRow['cycle']
}
// 频次出处:支部工作条例第十一、十二、十三、十六条;党课条例未定次数,由「规则和数字」定。
const generalMeeting: Requirement = { rule: 'LIF-01', meetingType: 'general_meeting', cycle: 'quarter' }
const committeeMeeting: Requirement = { rule: 'LIF-02', meetingType: 'committee_meeting', cycle: 'month' }
const groupMeeting: Requirement = { rule: 'LIF-03', meetingType: 'group_meeting', cycle: 'month' }
const themeDay: Requirement = { rule: 'LIF-05', meetingType: 'theme_day', cycle: 'month' }

type PeriodRow = NormRow['periods'][number]

const stateOf = (period: NormPeriod, required: number, done: number, asOf: string): PeriodRow['state'] => {
  if (required === 0) return 'not_required'
  if (done >= required) return 'done'
  if (period.firstDay > asOf) return 'future'
  return asOf > period.dueDay ? 'overdue' : 'due'
}

/**
 * 一个支部一年的规范要求。不适用的(无支委会、无党小组)留一行说明,不计应办;年内成立的自成立月起算。
 * 一个周期多办的不能顶别的周期,所以 doneToDate 每周期至多计要求的次数。
 *
 * @returns LIF-01 到 LIF-05 各行,党小组会每组一行。
 */
export const requirementRows = (input: NormInput): NormRow[] => {
  const buildRow = (requirement: Requirement, group: { readonly id: string; readonly name: string } | null, appliesIn: (month: string) => boolean): NormRow => {
    const relevant = input.records.filter((record) => record.meetingType === requirement.meetingType && record.state !== 'voided' && (group === null || record.partyGroupId === group.id))
    const calendar = requirement.cycle === 'quarter' ? quartersOf(input.year) : monthsOf(input.year)
    const applicable = calendar.some((period) => period.months.some(appliesIn))
    const head = { ...requirement, partyGroupId: group?.id ?? null, partyGroupName: group?.name ?? '', applicable }
    if (!applicable) return { ...head, requiredToDate: 0, doneToDate: 0, periods: [] }
    const periods = calendar.map((period): PeriodRow => {
      const inside = relevant.filter((record) => period.months.includes(record.day.slice(0, 7))).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      const counted = inside.filter((record) => isCounted(record.state) && record.quorumReached)
      const others = inside.filter((record) => !counted.includes(record))
      const required = period.months.some((month) => appliesIn(month) && (input.foundedMonth === null || month >= input.foundedMonth) && (input.closedMonth === null || month < input.closedMonth)) ? 1 : 0
      return {
        period: period.period,
        dueDay: period.dueDay,
        required,
        done: counted.length,
        drafts: inside.filter((record) => !isCounted(record.state)).length,
        state: stateOf(period, required, counted.length, input.asOf),
        meetingIds: [...counted, ...others].map((record) => record.id),
      }
    })
    const begun = periods.filter((_, index) => (calendar[index]?.firstDay ?? '') <= input.asOf)
    return {
      ...head,
      requiredToDate: begun.reduce((sum, period) => sum + period.required, 0),
      doneToDate: begun.reduce((sum, period) => sum + Math.min(period.required, period.done), 0),
      periods,
    }
  }
  const always = (): boolean => true
  const never = (): boolean => false
  return [
    buildRow(generalMeeting, null, always),
    buildRow(committeeMeeting, null, (month) => input.committeeMonths.has(month)),
    ...(input.groups.length === 0 ? [buildRow(groupMeeting, null, never)] : input.groups.map((group) => buildRow(groupMeeting, group, (month) => group.months.has(month)))),
    buildRow({ rule: 'LIF-04', meetingType: 'party_lecture', cycle: input.lectureCycle }, null, always),
    buildRow(themeDay, null, always),
  ]
}
