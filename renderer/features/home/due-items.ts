import type { ReminderStage, TermLine } from '../../../shared/model/leading-group.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import type { TransferRow } from '../../../shared/model/transfer.ts'
import type { CareFinding } from '../../../shared/model/care.ts'
import type { DevelopmentRow } from '../../../shared/model/development.ts'
import type { NormRow } from '../../../shared/model/meeting.ts'

type Period = NormRow['periods'][number]

/** 首页的一行:一项规范眼下这一期,或它过去欠下的几期(合成一行)。 */
export interface DueItem {
  readonly norm: NormRow
  readonly overdue: boolean
  /** 由早到晚,至少一期。 */
  readonly periods: readonly [Period, ...Period[]]
  /** 接着写哪一份草稿;没有为 null。 */
  readonly draftId: string | null
  /** 新记录落在哪一天:眼下这一期是今天,欠下的取最近一期的最后一天。 */
  readonly recordDay: string
}

const itemOf = (norm: NormRow, periods: readonly Period[], today: string): readonly DueItem[] => {
  const [first, ...others] = periods
  if (first === undefined) return []
  const last = others.at(-1) ?? first
  const withDraft = periods.findLast((period) => period.drafts > 0)
  return [{ norm, overdue: last.dueDay < today, periods: [first, ...others], draftId: withDraft?.meetingIds.at(-1) ?? null, recordDay: last.dueDay < today ? last.dueDay : today }]
}

/** 一年、半年一次的,到最后三个月(或提醒的日子更早的,到那天)才列上:年初就催没有意思。 */
const LONG_AHEAD_DAYS = 92
const isTime = ({ cycle }: NormRow, { dueDay }: Period, today: string, reminderDays: number): boolean => cycle === 'month' || cycle === 'quarter' || addDays(today, Math.max(LONG_AHEAD_DAYS, reminderDays)) >= dueDay

/** 该做而没做满的。欠下的在前,其余按期限;还一次都没录过时先说眼下的,免得一打开就是一长串旧账。 */
export const dueItemsOf = (norms: readonly NormRow[], today: string, nothingRecorded: boolean, reminderDays: number): readonly DueItem[] => {
  const items = norms.flatMap((norm) => [
    ...itemOf(norm, norm.periods.filter((period) => period.state === 'overdue'), today),
    ...norm.periods.filter((period) => period.state === 'due' && isTime(norm, period, today, reminderDays)).flatMap((period) => itemOf(norm, [period], today)),
  ])
  const overdueFirst = nothingRecorded ? -1 : 1
  return items.toSorted((a, b) => (Number(b.overdue) - Number(a.overdue)) * overdueFirst || a.periods[0].dueDay.localeCompare(b.periods[0].dueDay))
}

export interface TermItem {
  readonly what: ReminderStage | 'overdue' | 'irregular'
  readonly day: string
  readonly overdue: boolean
}
/** 换届该办的一步:到了日子、还没有记的;任期过了还没换的。支部自己的事,没有登记任期也提醒。 */
export const termItemOf = (line: TermLine | undefined, today: string): TermItem | null => {
  if (line === undefined) return null
  if (line.effectiveDue === null) return { what: 'irregular', day: today, overdue: false }
  if (line.state === 'overdue') return { what: 'overdue', day: line.effectiveDue, overdue: true }
  const step = line.steps.findLast(({ reached, recorded }) => reached && !recorded)
  return step === undefined ? null : { what: step.stage, day: line.effectiveDue, overdue: false }
}

export interface ProgressCount {
  readonly activity: NormRow['activity']
  readonly applicable: boolean
  readonly done: number
  readonly required: number
  /** 有已过期还没办的;只是本期还没到时候的不算。 */
  readonly overdue: boolean
}

/** 每类活动的已办与到今天应办;有几个党小组的合在一起数。 */
export const progressOf = (norms: readonly NormRow[]): readonly ProgressCount[] => {
  const byType = new Map<NormRow['activity'], ProgressCount>()
  for (const norm of norms) {
    const before = byType.get(norm.activity) ?? { activity: norm.activity, applicable: false, done: 0, required: 0, overdue: false }
    byType.set(norm.activity, { ...before, applicable: before.applicable || norm.applicable, done: before.done + norm.doneToDate, required: before.required + norm.requiredToDate, overdue: before.overdue || norm.periods.some((period) => period.state === 'overdue') })
  }
  return [...byType.values()]
}

type Matter = { readonly key: string; readonly overdue: boolean; readonly dueDay: string | null } & ({ readonly kind: 'development'; readonly row: DevelopmentRow } | { readonly kind: 'letter'; readonly row: TransferRow } | { readonly kind: 'care'; readonly row: CareFinding })
const SOON_DAYS = 7

/** 党员进出和发展里要办的:逾期、临期、待审核的步骤,过了或快过有效期的介绍信,该联系、该处理的人。逾期的在前。 */
export const mattersOf = (people: readonly DevelopmentRow[], letters: readonly TransferRow[], findings: readonly CareFinding[], today: string): readonly Matter[] => {
  const matters: Matter[] = [
    ...people.filter(({ standing }) => standing === 'overdue' || standing === 'warning' || standing === 'review').map((row): Matter => ({ kind: 'development', key: row.id, row, overdue: row.standing === 'overdue', dueDay: row.standing === 'review' ? null : row.dueDay })),
    ...letters.filter(({ validUntil, state }) => validUntil !== null && ['draft', 'issued', 'in_transit', 'suspended'].includes(state) && validUntil <= addDays(today, SOON_DAYS)).map((row): Matter => ({ kind: 'letter', key: row.id, row, overdue: row.overdue, dueDay: row.validUntil })),
    ...findings.map((row): Matter => ({ kind: 'care', key: `${row.code} ${row.memberId}`, row, overdue: true, dueDay: row.dueDay })),
  ]
  return matters.toSorted((one, other) => Number(other.overdue) - Number(one.overdue) || (one.dueDay ?? '').localeCompare(other.dueDay ?? ''))
}

/** 上一个月 `YYYY-MM`。 */
export const previousMonth = (day: string): string => {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
