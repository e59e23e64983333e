import type { MeetingType, NormActivity, NormRow, RecordState } from '../../../shared/model/meeting.ts'
import { isCounted } from '../meetings/counted-states.ts'
import { exemptionOf, isUnlocked, type NormDecision } from './norm-decisions.ts'
import type { FixedDay } from './theme-day.ts'
import { talkPairsOf, talksIn, type NormTalk } from './talk-periods.ts'
import { activitiesOf, windowsOf, type Activity, type RecordWindow, type WindowNorms } from './window-norms.ts'

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
    const counted = inside.length === 0 ? NONE : inside.filter((record) => isCounted(record.state) && record.quorumReached === true)
    const others = counted.length === inside.length ? [] : inside.filter((record) => !counted.includes(record))
    const done = talked?.done ?? counted.length
    const entered = talked !== null ? talked.enteredOn : counted.reduce<string | null>((earliest, { finishedOn }) => (earliest === null || (finishedOn ?? '') < earliest ? (finishedOn ?? '') : earliest), null)
    const isExempt = required === 0 && applying.length >= enough
    // 登记簿不锁,谈心谈话随时能补。
    const isLocked = norms.locks && !isTalk && required > 0 && asOf > window.lastDay && !window.months.some((month) => isUnlocked(decidedIn(month), activity, month, asOf))
    return {
      period: window.period,
      dueDay: window.dueDay,
      lastDay: window.lastDay,
      required,
      done,
      drafts: inside.filter((record) => !isCounted(record.state)).length,
      state: required === 0 ? (isExempt ? 'exempt' : 'not_required') : done >= required ? 'done' : window.firstDay > asOf ? 'future' : asOf > window.dueDay ? 'overdue' : 'due',
      entry: entered === null || required === 0 ? null : entered > window.lastDay ? 'late' : 'on_time',
      enteredOn: entered === null || entered === '' ? null : entered,
      isLocked,
      exemption: isExempt ? (exemption?.reason ?? '') : '',
      meetingIds: [...counted, ...others].map((record) => record.id),
      lackingTalks: required > 0 && talked !== null ? [...talked.lacking] : [],
    }
  }
  const buildRow = (activity: Activity, group: { readonly id: string; readonly name: string } | null, appliesIn: (month: string) => boolean): NormRow => {
    const relevant = (recordsOf.get(activity.activity) ?? []).filter((record) => group === null || record.partyGroupId === group.id).sort(byDay)
    const windows = windowsOf(activity.activity, activity.cycle, input.year, norms, input.themeDay)
    const byMonth = new Map<string, NormRecord[]>()
    for (const record of relevant) {
      const month = record.day.slice(0, 7)
      const list = byMonth.get(month)
      if (list === undefined) byMonth.set(month, [record])
      else list.push(record)
    }
    const applicable = windows.some((window) => window.months.some(appliesIn))
    const head = { ...activity, partyGroupId: group?.id ?? null, partyGroupName: group?.name ?? '', applicable }
    if (!applicable) return { ...head, requiredToDate: 0, doneToDate: 0, counts: { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }, periods: [] }
    const periods = windows.map((window) =>
      periodRow(
        activity,
        window,
        window.months.length === 1 ? (byMonth.get(window.period) ?? NONE) : window.months.flatMap((month) => byMonth.get(month) ?? NONE),
        appliesIn,
      ),
    )
    const begun = periods.filter((_, index) => (windows[index]?.firstDay ?? '') <= asOf)
    const [onTime, late] = (['on_time', 'late'] as const).map((entry) => periods.filter((period) => period.entry === entry).length) as [number, number]
    const missing = periods.filter((period) => period.state === 'overdue' && asOf > period.lastDay).length
    const reviewed = relevant.filter(({ state }) => state === 'approved' || state === 'evaluated')
    return {
      ...head,
      requiredToDate: begun.reduce((sum, period) => sum + period.required, 0),
      doneToDate: begun.reduce((sum, period) => sum + Math.min(period.required, period.done), 0),
      // 补录、退回、一次通过、缺的分开数;应完成只数有了结果的各期(统计口径 2.5)。
      counts: {
        due: onTime + late + missing,
        onTime,
        late,
        missing,
        exempt: periods.filter(({ state }) => state === 'exempt').length,
        returned: relevant.filter(({ returnedCount }) => returnedCount > 0).length,
        reviewed: reviewed.length,
        firstPass: reviewed.filter(({ returnedCount }) => returnedCount === 0).length,
      },
      periods,
    }
  }
  const always = (): boolean => true
  const never = (): boolean => false
  return activitiesOf(norms).flatMap((activity): NormRow[] => {
    if (activity.activity === 'committee_meeting') return [buildRow(activity, null, (month) => input.committeeMonths.has(month))]
    if (activity.activity !== 'group_meeting') return [buildRow(activity, null, always)]
    return input.groups.length === 0 ? [buildRow(activity, null, never)] : input.groups.map((group) => buildRow(activity, group, (month) => group.months.has(month)))
  })
}
