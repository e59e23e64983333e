import { optionalNumber } from '../scoring/rational.ts'
import type { Indicator, Scheme } from '../scoring/scheme.ts'

const isZeroMark = (indicator: Indicator, category: string | null): boolean => {
  if (indicator.kind !== 'base' && indicator.kind !== 'special') return false
  const own = category === null ? undefined : indicator.fullByCategory?.[category]
  return optionalNumber(own ?? indicator.full)?.n === 0n
}

/**
 * 某类别看到的方案:本类别分值为 0 的指标视为不适用(如综合管理类的产量)。
 * 零分的指标不影响总分,但若留着,没有评分时会被当成「缺项」列出来催人补录。
 */
export const schemeForCategory = (scheme: Scheme, category: string | null): Scheme => ({
  ...scheme,
  indicators: scheme.indicators.map((indicator) => (isZeroMark(indicator, category) ? { ...indicator, categories: [] } : indicator)),
})
