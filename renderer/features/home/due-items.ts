import type { NormRow } from '../../../shared/model/meeting.ts'

export interface DueItem {
  readonly norm: NormRow
  readonly period: NormRow['periods'][number]
  /** 记录落在周期里的哪一天:今天在周期内就是今天,已过的周期取它的最后一天。 */
  readonly recordDay: string
}

/** 该做而没做满的,过期的在前,其余按期限。 */
export const dueItemsOf = (norms: readonly NormRow[], today: string): readonly DueItem[] =>
  norms
    .flatMap((norm) =>
      norm.periods
        .filter((period) => period.state === 'overdue' || period.state === 'due')
        .map((period) => ({ norm, period, recordDay: period.dueDay < today ? period.dueDay : today })),
    )
    .sort((a, b) => Number(b.period.state === 'overdue') - Number(a.period.state === 'overdue') || a.period.dueDay.localeCompare(b.period.dueDay))

export interface ProgressCount {
  readonly meetingType: NormRow['meetingType']
  readonly applicable: boolean
  readonly done: number
  readonly required: number
}

/** 每类活动的已办与到今天应办;有几个党小组的合在一起数。 */
export const progressOf = (norms: readonly NormRow[]): readonly ProgressCount[] => {
  const byType = new Map<NormRow['meetingType'], ProgressCount>()
  for (const norm of norms) {
    const before = byType.get(norm.meetingType) ?? { meetingType: norm.meetingType, applicable: false, done: 0, required: 0 }
    byType.set(norm.meetingType, { ...before, applicable: before.applicable || norm.applicable, done: before.done + norm.doneToDate, required: before.required + norm.requiredToDate })
  }
  return [...byType.values()]
}

/** 上一个月 `YYYY-MM`。 */
export const previousMonth = (day: string): string => {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
