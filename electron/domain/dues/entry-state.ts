import type { DuesState, LedgerCell } from '../../../shared/model/dues.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import type { DuesLimits } from './dues-limits.ts'

export interface CellFacts {
  readonly month: string
  readonly isObliged: boolean
  readonly dueFen: number | null
  readonly isExempted: boolean
  readonly paidFen: number | null
  readonly paidOn: string | null
}

/** 一格的状态:由应交、实交与交的日期推出,不让人手选(免交只认批准的减免)。 */
export const entryState = ({ month, isObliged, dueFen, isExempted, paidFen, paidOn }: CellFacts): DuesState => {
  if (paidFen === null) {
    if (!isObliged) return 'not_obliged'
    if (dueFen === 0) return isExempted ? 'exempt' : 'paid'
    return dueFen === null ? 'unassessed' : 'unpaid'
  }
  if (dueFen === 0 && isExempted && paidFen === 0) return 'exempt'
  if (paidFen === 0 && dueFen !== 0) return 'unpaid'
  if (dueFen !== null && paidFen < dueFen) return 'short'
  // 过了当月才交的是补交(规定第十二条)。
  return paidOn !== null && paidOn.slice(0, 7) > month ? 'late' : 'paid'
}

/** 只提示,不拦:补交、预交隔得太久,一次多交到大额(规定第十一、十二条)。 */
export const entryHints = ({ month, dueFen, paidFen, paidOn }: CellFacts, limits: DuesLimits): LedgerCell['hints'] => {
  const hints: LedgerCell['hints'] = []
  const paidMonth = paidOn?.slice(0, 7) ?? null
  if (paidFen !== null && paidFen > 0 && paidMonth !== null && paidMonth !== month) {
    if (paidMonth > addMonths(month, limits.lateMonths)) hints.push('late_too_long')
    if (month > addMonths(paidMonth, limits.earlyMonths)) hints.push('early_too_long')
  }
  if (paidFen !== null && dueFen !== null && paidFen - dueFen >= limits.largeFen) hints.push('large_extra')
  return hints
}
