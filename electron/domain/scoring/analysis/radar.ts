// 雷达图的数:轴按方案维度次序,值为得分率 × 100,一位小数。没有值的轴是缺口,绝不画成零。
import { lookup } from '../lookup.ts'
import { HUNDRED, multiply, optionalNumber, type Rational } from '../rational.ts'
import { roundText, type Rounding } from '../rounding.ts'
import type { Num, Opt, Table } from '../scheme.ts'
import { median } from '../statistics.ts'

export interface RadarAxis {
  readonly dim: string
  readonly value: string | null
  readonly peerMedian: string | null
  readonly gap: boolean
}

export interface Radar {
  readonly axes: readonly RadarAxis[]
  /** 至少三个轴有值才画得成雷达图。 */
  readonly drawable: boolean
  /** 没有缺口,多边形才闭合。 */
  readonly closed: boolean
}

const ONE_DECIMAL: Rounding = { decimals: 1, mode: 'half_up' }

function percentText(ratio: Rational | null): string | null {
  return ratio === null ? null : roundText(multiply(ratio, HUNDRED), ONE_DECIMAL)
}

/** peers 不含本支部;没有值的同类不参与中位数。 */
export function radarAxes(
  dims: readonly string[],
  own: Table<Opt<Num>>,
  peers: readonly Table<Opt<Num>>[],
): Radar {
  const axes = dims.map((dim): RadarAxis => {
    const value = percentText(optionalNumber(lookup(own, dim)))
    const others = peers.flatMap((peer) => optionalNumber(lookup(peer, dim)) ?? [])
    return { dim, value, peerMedian: percentText(median(others)), gap: value === null }
  })
  const drawable = axes.filter((axis) => !axis.gap).length >= 3
  return { axes, drawable, closed: drawable && !axes.some((axis) => axis.gap) }
}
