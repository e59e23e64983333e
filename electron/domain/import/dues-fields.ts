import type { PayerCategory } from '../../../shared/model/dues.ts'

/** 十二个月各占一列。 */
export const MONTH_FIELDS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const
export type MonthField = (typeof MONTH_FIELDS)[number]
/** 几个月合在一列(「1-3月」「一季度」「上半年」「全年」):一年里任何连着的一段。 */
export type RangeField = `m${number}to${number}`
export interface MonthRange {
  readonly field: RangeField
  readonly from: number
  readonly to: number
}
/** 短的在前。 */
export const MONTH_RANGES: readonly MonthRange[] = Array.from({ length: 11 }, (_, index) => index + 1)
  .flatMap((more) => Array.from({ length: 12 - more }, (_, index): MonthRange => ({ field: `m${index + 1}to${index + 1 + more}`, from: index + 1, to: index + 1 + more })))
/** 一人一行的年表:基数与十二个月;一笔一行的流水:月份与金额。 */
const PLAIN_FIELDS = ['name', 'idNumber', 'branch', 'year', 'category', 'base', 'due', ...MONTH_FIELDS, 'total', 'month', 'amount', 'paidOn', 'receiptNumber', 'note', 'sequence'] as const
export type DuesField = (typeof PLAIN_FIELDS)[number] | RangeField
/** 模板里的各列。 */
export const TEMPLATE_FIELDS: readonly DuesField[] = PLAIN_FIELDS.filter((field) => field !== 'month' && field !== 'amount')
export const DUES_FIELDS: readonly DuesField[] = [...PLAIN_FIELDS, ...MONTH_RANGES.map(({ field }) => field)]

export interface DuesWords {
  /** 「一季度」「上半年」→ 起止月。 */
  readonly ranges: ReadonlyMap<string, readonly [from: number, to: number]>
  readonly categories: ReadonlyMap<string, PayerCategory>
  /** 打勾:按应交登记。 */
  readonly ticks: ReadonlySet<string>
  /** 免交:要先办减免。 */
  readonly exempts: readonly string[]
}
