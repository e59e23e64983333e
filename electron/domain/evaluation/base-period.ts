import type { Scheme } from '../scoring/scheme.ts'

/**
 * 登记与成绩一律记在月份名下;按季评的方案,一个季度记在它的末月(2026-03 就是一季度)。
 * 引擎按真正的周期算:月是 `2026-03`,季是 `2026-Q1`。
 */
export const enginePeriod = (scheme: Pick<Scheme, 'basePeriod'>, month: string): string => (scheme.basePeriod === 'quarter' ? `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}` : month)

/** 这个月是不是评价期:按季评的只有季末的月份是。 */
export const isBasePeriod = (scheme: Pick<Scheme, 'basePeriod'>, month: string): boolean => scheme.basePeriod !== 'quarter' || Number(month.slice(5, 7)) % 3 === 0

/** 一天是不是月初(按季评的:季初)。方案从这样的一天起用,一个评价期里才不会有两个方案。 */
export const isPeriodStart = (scheme: Pick<Scheme, 'basePeriod'>, day: string): boolean => day.endsWith('-01') && (scheme.basePeriod !== 'quarter' || Number(day.slice(5, 7)) % 3 === 1)

/** 从几月到几月(含)的各月;次序从早到晚。 */
export const monthsBetween = (from: string, to: string): readonly string[] => {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  while (`${year}-${String(month).padStart(2, '0')}` <= to && months.length < 600) {
    months.push(`${year}-${String(month).padStart(2, '0')}`)
    if (month === 12) [year, month] = [year + 1, 1]
    else month += 1
  }
  return months
}

/** 季度 `2026-Q1` 的三个月。 */
export const monthsOfQuarter = (quarter: string): readonly string[] => {
  const last = Number(quarter.slice(6)) * 3
  return [last - 2, last - 1, last].map((month) => `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}`)
}
export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`

/** 一年的四个季度。 */
export const quartersIn = (year: string): readonly string[] => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
export const isQuarter = (period: string): boolean => period.includes('Q')
/** 季或年:由里面各期合成的。 */
export const isLong = (period: string): boolean => period.length === 4 || isQuarter(period)
/** 上一季;一季度的上一季是上年四季度。 */
export const previousQuarter = (quarter: string): string => (quarter.endsWith('Q1') ? `${Number(quarter.slice(0, 4)) - 1}-Q4` : `${quarter.slice(0, 6)}${Number(quarter.slice(6)) - 1}`)
/** 一期的最后一个月:方案、支部都以它为准。 */
export const lastMonthOf = (period: string): string => (isQuarter(period) ? (monthsOfQuarter(period)[2] ?? '') : period.length === 4 ? `${period}-12` : period)
