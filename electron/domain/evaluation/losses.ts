import { compare, parseNumber, subtract, ZERO, type Rational } from '../scoring/rational.ts'
import type { IndicatorState, PeriodResult } from '../scoring/result.ts'
import { readRounding, roundText } from '../scoring/rounding.ts'
import type { Scheme } from '../scoring/scheme.ts'

export interface Loss {
  readonly indicatorId: string
  /** 失了几分,公布的位数。 */
  readonly lost: string
  readonly state: IndicatorState
}

/** 列出多少项。 */
const LISTED = 8

const lostPoints = (result: PeriodResult, indicatorId: string): { readonly lost: Rational; readonly state: IndicatorState } | null => {
  const own = result.indicators[indicatorId]
  if (own !== undefined) return own.full === null || own.points === null ? null : { lost: subtract(parseNumber(own.full), parseNumber(own.points)), state: own.state }
  const item = result.eventItems.find((one) => one.indicator === indicatorId && one.kind === 'deduct')
  return item === undefined ? null : { lost: parseNumber(item.counted), state: 'scored' }
}

/** 失分最多的指标与扣分项,从多到少,同样多的按方案次序。没有总分的没有失分可言。 */
export const topLosses = (scheme: Scheme, result: PeriodResult): readonly Loss[] => {
  if (result.total === null) return []
  const decimals = readRounding(scheme.rounding)
  return scheme.indicators
    .flatMap((indicator, position) => {
      const found = lostPoints(result, indicator.id)
      return found === null || compare(found.lost, ZERO) <= 0 ? [] : [{ indicatorId: indicator.id, position, ...found }]
    })
    .toSorted((a, b) => compare(b.lost, a.lost) || a.position - b.position)
    .slice(0, LISTED)
    .map(({ indicatorId, lost, state }) => ({ indicatorId, lost: roundText(lost, decimals), state }))
}
