import type { MeetingType, NormActivity, NormRow, RecordState } from '../../../shared/model/meeting.ts'
import { isCounted } from '../meetings/counted-states.ts'
import { exemptionOf, isUnlocked, type NormDecision } from './norm-decisions.ts'
import type { FixedDay } from './theme-day.ts'
import { talkPairsOf, talksIn, type NormTalk } from './talk-periods.ts'
import { activitiesOf, monthIndexOf, windowsOf, type Activity, type RecordWindow, type WindowNorms } from './window-norms.ts'

/** 规范核算用的一条记录。 */
export interface NormRecord {
  readonly id: string
  /** 算作的各类:一场会可以算几类。 */
  readonly meetingTypes: readonly MeetingType[]
  readonly partyGroupId: string | null
  readonly day: string
  readonly state: RecordState
  /** 到会不够法定人数的会不算数;草稿可以还没有算过。 */
  readonly quorumReached: boolean | null
  /** 首次办结之日;没办结过为 null。 */
  readonly finishedOn: string | null
  readonly returnedCount: number
}

export interface NormInput {
  readonly year: number
  /** 看的那一天:之后的周期为「未到」。 */
  readonly asOf: string
  /** 这一年里是党支部的各月:成立之月起,撤销、改设之月止(不含)。 */
  readonly branchMonths: ReadonlySet<string>
  /** 设有支委会的月份。 */
  readonly committeeMonths: ReadonlySet<string>
  /** 各党小组及其存在的月份。 */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly months: ReadonlySet<string> }[]
  readonly records: readonly NormRecord[]
  /** 这一年登记的谈心谈话。 */
  readonly talks: readonly NormTalk[]
  readonly norms: WindowNorms
  readonly themeDay: FixedDay | null
  /** 管得到这个支部的决定,连同管得到的月份(支部那个月在不在那个单位之下)。 */
  readonly decisions: readonly NormDecision[]
  readonly decidesIn: (decision: NormDecision, month: string) => boolean
}

type PeriodRow = NormRow['periods'][number]

/** 成立、撤销不足周期的按实际月数折算(domain 2.5 未写明,拟制):半年、全年的,够一半月数才要求。 */
const LEAST_MONTHS = { month: 1, quarter: 1, half_year: 3, year: 6 } as const

const NONE: readonly NormRecord[] = []
const byDay = (a: NormRecord, b: NormRecord): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)

interface Tally {
  readonly done: number
  readonly drafts: number
  /** 最早的一次办结;没有办结的为 null。 */
  readonly entered: string | null
  /** 算数的在前,其余的在后。 */
  readonly meetingIds: string[]
}
/** 一期里的记录数一遍。一千个支部有六万期,所以一遍数完,不逐项另造数组。 */
const tallyOf = (inside: readonly NormRecord[]): Tally => {
  if (inside.length === 0) return { done: 0, drafts: 0, entered: null, meetingIds: [] }
  const counted: string[] = []
  const others: string[] = []
  let drafts = 0
  let entered: string | null = null
  for (const { id, state, quorumReached, finishedOn } of inside) {
    const counts = isCounted(state)
    if (!counts) drafts += 1
    if (counts && quorumReached === true) {
      counted.push(id)
      const day = finishedOn ?? ''
      if (entered === null || day < entered) entered = day
    } else others.push(id)
  }
  return { done: counted.length, drafts, entered, meetingIds: others.length === 0 ? counted : [...counted, ...others] }
}

const MONTHS_IN_YEAR = 12
/** 按月分好的记录,0 到 11。 */
const byMonthOf = (records: readonly NormRecord[]): readonly (readonly NormRecord[])[] => {
  const months: NormRecord[][] = Array.from({ length: MONTHS_IN_YEAR }, () => [])
  for (const record of records) months[monthIndexOf(record.day)]?.push(record)
  return months
}

/**
 * 一个支部一年的规范要求。不适用的(无支委会、无党小组)留一行说明,不计应办;年内成立的自成立月起算,免除的月份不计。
 * 谈心谈话一期要求三样(没有支委会的两样),谈一样算一次。
 * 一个周期多办的不能顶别的周期,所以 doneToDate 每周期至多计要求的次数。
 *
 * @returns 有次数要求的各行,党小组会每组一行。
 */
export const requirementRows = (input: NormInput): NormRow[] => {
  const { asOf, norms, decisions } = input
  const recordsOf = new Map<NormActivity, NormRecord[]>()
  for (const record of input.records) {
    if (record.state === 'voided') continue
    for (const meetingType of record.meetingTypes) {
      const list = recordsOf.get(meetingType)
      if (list === undefined) recordsOf.set(meetingType, [record])
      else list.push(record)
    }
  }
  const decidedIn = (month: string): readonly NormDecision[] => (decisions.length === 0 ? decisions : decisions.filter((decision) => input.decidesIn(decision, month)))

  const periodRow = ({ activity, cycle }: Activity, window: RecordWindow, inside: readonly NormRecord[], appliesIn: (month: string) => boolean): PeriodRow => {
    const applying = window.months.filter((month) => appliesIn(month) && input.branchMonths.has(month))
    const exemption = decisions.length === 0 ? null : (applying.map((month) => exemptionOf(decidedIn(month), activity, month)).find((found) => found !== null) ?? null)
    const left = exemption === null ? applying : applying.filter((month) => exemptionOf(decidedIn(month), activity, month) === null)
    const enough = Math.min(LEAST_MONTHS[cycle], window.months.length)
    const isTalk = activity === 'heart_talk'
    const pairs = isTalk ? talkPairsOf(applying.some((month) => input.committeeMonths.has(month))) : []
    const required = left.length >= enough ? (isTalk ? pairs.length : 1) : 0
    const talked = isTalk ? talksIn(input.talks.filter(({ day }) => window.months.includes(day.slice(0, 7))), pairs) : null
    const tally = tallyOf(inside)
    const done = talked?.done ?? tally.done
    const entered = talked === null ? tally.entered : talked.enteredOn
    const isExempt = required === 0 && applying.length >= enough
    // 登记簿不锁,谈心谈话随时能补。
    const isLocked = norms.locks && !isTalk && required > 0 && asOf > window.lastDay && !window.months.some((month) => isUnlocked(decidedIn(month), activity, month, asOf))
    return {
      period: window.period,
      dueDay: window.dueDay,
      lastDay: window.lastDay,
      required,
      done,
      drafts: tally.drafts,
      state: required === 0 ? (isExempt ? 'exempt' : 'not_required') : done >= required ? 'done' : window.firstDay > asOf ? 'future' : asOf > window.dueDay ? 'overdue' : 'due',
      entry: entered === null || required === 0 ? null : entered > window.lastDay ? 'late' : 'on_time',
      enteredOn: entered === null || entered === '' ? null : entered,
      isLocked,
      exemption: isExempt ? (exemption?.reason ?? '') : '',
      meetingIds: tally.meetingIds,
      lackingTalks: required > 0 && talked !== null ? [...talked.lacking] : [],
    }
  }
  const buildRow = (activity: Activity, group: { readonly id: string; readonly name: string } | null, appliesIn: (month: string) => boolean): NormRow => {
    const all = recordsOf.get(activity.activity) ?? NONE
    const relevant = (group === null ? all : all.filter((record) => record.partyGroupId === group.id)).toSorted(byDay)
    const windows = windowsOf(activity.activity, activity.cycle, input.year, norms, input.themeDay)
    const applicable = windows.some((window) => window.months.some(appliesIn))
    const head = { ...activity, partyGroupId: group?.id ?? null, partyGroupName: group?.name ?? '', applicable }
    if (!applicable) return { ...head, requiredToDate: 0, doneToDate: 0, counts: { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }, periods: [] }
    const byMonth = byMonthOf(relevant)
    const counts = { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }
    let requiredToDate = 0
    let doneToDate = 0
    const periods = windows.map((window) => {
      const [first = 0] = window.monthIndexes
      const period = periodRow(activity, window, window.monthIndexes.length === 1 ? (byMonth[first] ?? NONE) : window.monthIndexes.flatMap((index) => byMonth[index] ?? NONE), appliesIn)
      if (window.firstDay <= asOf) {
        requiredToDate += period.required
        doneToDate += Math.min(period.required, period.done)
      }
      if (period.entry === 'on_time') counts.onTime += 1
      else if (period.entry === 'late') counts.late += 1
      if (period.state === 'overdue' && asOf > period.lastDay) counts.missing += 1
      else if (period.state === 'exempt') counts.exempt += 1
      return period
    })
    // 补录、退回、一次通过、缺的分开数;应完成只数有了结果的各期(统计口径 2.5)。
    counts.due = counts.onTime + counts.late + counts.missing
    for (const { state, returnedCount } of relevant) {
      const isReviewed = state === 'approved' || state === 'evaluated'
      if (returnedCount > 0) counts.returned += 1
      if (isReviewed) counts.reviewed += 1
      if (isReviewed && returnedCount === 0) counts.firstPass += 1
    }
    return { ...head, requiredToDate, doneToDate, counts, periods }
  }
  const always = (): boolean => true
  const never = (): boolean => false
  return activitiesOf(norms).flatMap((activity): NormRow[] => {
    if (activity.activity === 'committee_meeting') return [buildRow(activity, null, (month) => input.committeeMonths.has(month))]
    if (activity.activity !== 'group_meeting') return [buildRow(activity, null, always)]
    return input.groups.length === 0 ? [buildRow(activity, null, never)] : input.groups.map((group) => buildRow(activity, group, (month) => group.months.has(month)))
  })
}
