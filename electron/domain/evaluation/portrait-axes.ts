import { radarAxes } from '../scoring/analysis/radar.ts'
import { parseNumber } from '../scoring/rational.ts'
import type { PeriodResult } from '../scoring/result.ts'
import { readRounding, roundText } from '../scoring/rounding.ts'
import type { Scheme } from '../scoring/scheme.ts'

/** 画像的一轴;value、median 为百分数一位小数,null 是缺口,绝不画成零。 */
interface PortraitAxis {
  readonly id: string
  readonly value: string | null
  readonly median: string | null
  readonly full: string | null
  readonly score: string | null
  readonly vetoed: boolean
  /** 本维里缺项按零计的指标数。 */
  readonly missingCount: number
}
export interface PortraitAxes {
  readonly axes: readonly PortraitAxis[]
  readonly drawable: boolean
  readonly closed: boolean
}
export type DimensionRatios = Readonly<Record<string, string | null>>

/** 少于三个同类就没有中位数可比。 */
const MINIMUM_PEERS = 3

export const dimensionRatios = (result: Pick<PeriodResult, 'status' | 'dimensions'>): DimensionRatios => {
  const hasScore = result.status === 'scored' || result.status === 'failed'
  return Object.fromEntries(Object.entries(result.dimensions).map(([id, dimension]) => [id, hasScore ? dimension.ratio : null]))
}

/** 一维里没有记录、按零计的指标数。 */
export const missingIn = (scheme: Scheme, result: Pick<PeriodResult, 'indicators'> | null, dimension: string): number =>
  result === null ? 0 : scheme.indicators.filter((indicator) => indicator.dim === dimension && result.indicators[indicator.id]?.state === 'zero_missing').length

const isVetoed = (scheme: Scheme, result: PeriodResult, dimension: string): boolean => {
  if (result.effects.some((effect) => effect.type === 'zero_dimension' && effect.dim === dimension)) return true
  if (result.dimensions[dimension]?.score !== '0') return false
  return scheme.indicators.some((indicator) => indicator.dim === dimension && result.indicators[indicator.id]?.flags?.includes('vetoed') === true)
}

/**
 * 各轴按方案维度次序。
 *
 * @param result null 表示还没有计算。
 * @param peers 同类其他支部(已计分)的维度得分率,不含本支部。
 */
export const portraitAxes = (scheme: Scheme, result: PeriodResult | null, peers: readonly DimensionRatios[]): PortraitAxes => {
  const radar = radarAxes(
    scheme.dimensions.map((dimension) => dimension.id),
    result === null ? {} : dimensionRatios(result),
    peers.length >= MINIMUM_PEERS ? peers : [],
  )
  const axes = radar.axes.map(({ dim, value, peerMedian }): PortraitAxis => {
    const own = value === null ? undefined : result?.dimensions[dim]
    return {
      id: dim,
      value,
      median: peerMedian,
      full: own?.full ?? null,
      score: own === undefined ? null : roundText(parseNumber(own.score), readRounding(scheme.rounding)),
      vetoed: result !== null && isVetoed(scheme, result, dim),
      missingCount: missingIn(scheme, result, dim),
    }
  })
  return { axes, drawable: radar.drawable, closed: radar.closed }
}
