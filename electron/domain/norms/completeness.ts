import type { CompletenessCell, CompletenessState } from '../../../shared/model/completeness.ts'
import type { NormCounts, NormRow } from '../../../shared/model/meeting.ts'
import { monthIndexOf } from './window-norms.ts'

type Period = NormRow['periods'][number]
const MONTHS = Array.from({ length: 12 }, (_, index) => index)

/** 过了填报的日子还没有。宽限之内的不算缺。 */
export const isMissing = ({ state, lastDay }: Period, asOf: string): boolean => state === 'overdue' && asOf > lastDay

/** 一格里最要紧的:缺 > 该办 > 补录 > 按时 > 免除 > 没到。 */
const ORDER = ['missing', 'due', 'late', 'done', 'exempt', 'future', 'none', 'absent'] as const satisfies readonly CompletenessState[]
const RANK = Object.fromEntries(ORDER.map((state, rank) => [state, rank])) as Readonly<Record<CompletenessState, number>>
const stateOf = (period: Period, asOf: string): CompletenessState => {
  if (period.state === 'not_required') return 'none'
  if (period.state === 'overdue') return isMissing(period, asOf) ? 'missing' : 'due'
  if (period.state === 'done') return period.entry === 'late' ? 'late' : 'done'
  return period.state
}

/**
 * 十二个月的格子;一季、半年、一年一次的算在期限那个月。
 *
 * @param isHere 那个月(0 到 11)支部在不在这个单位之下。
 */
export const completenessCells = (norms: readonly NormRow[], asOf: string, isHere: (month: number) => boolean): CompletenessCell[] => {
  const counts = MONTHS.map(() => ({ missing: 0, due: 0, late: 0, done: 0 }))
  const states = MONTHS.map((): CompletenessState => 'none')
  for (const { periods } of norms) {
    for (const period of periods) {
      const month = monthIndexOf(period.dueDay)
      const state = stateOf(period, asOf)
      const count = counts[month]
      const before = states[month]
      if (count === undefined || before === undefined) continue
      if (state === 'missing' || state === 'due' || state === 'late' || state === 'done') count[state] += 1
      if (RANK[state] < RANK[before]) states[month] = state
    }
  }
  return MONTHS.map((month) => (isHere(month) ? { state: states[month] ?? 'none', ...(counts[month] ?? { missing: 0, due: 0, late: 0, done: 0 }) } : { state: 'absent', missing: 0, due: 0, late: 0, done: 0 }))
}

export const NO_COUNTS: NormCounts = { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }
const COUNTS = Object.keys(NO_COUNTS) as (keyof NormCounts)[]
/** 各行合计。 */
export const sumCounts = (rows: readonly { readonly counts: NormCounts }[]): NormCounts => {
  const sum = { ...NO_COUNTS }
  for (const { counts } of rows) for (const key of COUNTS) sum[key] += counts[key]
  return sum
}
