import type { PayerCategory } from '../../../shared/model/dues.ts'

/** 十二个月各占一列。 */
export const MONTH_FIELDS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const
export type MonthField = (typeof MONTH_FIELDS)[number]
/** 一人一行的年表:基数与十二个月;一笔一行的流水:月份与金额。 */
export const DUES_FIELDS = ['name', 'idNumber', 'branch', 'year', 'category', 'base', 'due', ...MONTH_FIELDS, 'total', 'month', 'amount', 'paidOn', 'receiptNumber', 'note', 'sequence'] as const
export type DuesField = (typeof DUES_FIELDS)[number]

export interface DuesWords {
  readonly categories: ReadonlyMap<string, PayerCategory>
  /** 打勾:按应交登记。 */
  readonly ticks: ReadonlySet<string>
  /** 免交:要先办减免。 */
  readonly exempts: readonly string[]
}
