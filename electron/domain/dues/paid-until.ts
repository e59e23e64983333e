import type { LedgerCell } from '../../../shared/model/dues.ts'

/**
 * 介绍信上的「党费交至」:从头一个交了的月份起,一直交到哪个月;中间有一个月没交足,就到它的前一个月为止。
 * 免交的、不在这里交的月份不打断。一个月也没交过的为 null。
 *
 * @param cells 月份由早到晚。
 */
export const paidUntil = (cells: readonly Pick<LedgerCell, 'month' | 'state'>[]): string | null => {
  let last: string | null = null
  for (const { month, state } of cells) {
    if (state === 'paid' || state === 'late') last = month
    else if (last !== null && (state === 'unpaid' || state === 'short')) return last
  }
  return last
}
