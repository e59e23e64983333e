import type { DuesState, LedgerRow } from '../../../shared/model/dues.ts'
import type { DuesLimits } from './dues-limits.ts'

/**
 * 到上月为止连续几个月没交。months 由早到晚;没登记过的月份先去掉(不知道交没交,不算欠)。
 *
 * 不在本支部交的月份断开;少交不是「不交」,也断开(规定第十三条说的是不交)。
 *
 * @param stateOf 由近到远地问,问到断开的就不再问。
 */
export const consecutiveUnpaid = <M>(months: readonly M[], stateOf: (month: M) => DuesState): number => {
  const last = months.findLastIndex((month) => stateOf(month) !== 'unpaid')
  return months.length - 1 - last
}

export const arrearsLevel = (months: number, { yellowMonths, redMonths, lapseMonths }: DuesLimits): LedgerRow['arrearsLevel'] => (months >= lapseMonths ? 'lapse' : months >= redMonths ? 'red' : months >= yellowMonths ? 'yellow' : 'none')
