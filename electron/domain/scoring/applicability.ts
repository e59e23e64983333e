// 指标对哪些类别适用、在哪些周期应评。不适用、不到期与缺失是三回事。
import type { Period } from './period.ts'
import type { Indicator, IndicatorPeriod } from './scheme.ts'

/** 没有列出类别的指标对所有支部适用。 */
export function appliesTo(indicator: Indicator, category: string | null): boolean {
  const categories = indicator.categories
  if (categories === null || categories === undefined) return true
  return category !== null && categories.includes(category)
}

const LENGTH: Readonly<Record<IndicatorPeriod, number>> = { month: 1, quarter: 3, year: 12 }

/** 指标在与自身等长或更长的评价里应评;列出应评月份的,月评价只看这张表。 */
export function isDue(indicator: Indicator, period: Period): boolean {
  if (period.kind === 'month' && indicator.dueMonths !== null && indicator.dueMonths !== undefined) {
    return indicator.dueMonths.includes(period.lastMonth)
  }
  return LENGTH[period.kind] >= LENGTH[indicator.period ?? 'month']
}
