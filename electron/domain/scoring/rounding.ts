// 舍入:每个公布数只舍入一次。默认两位小数、四舍五入(恰好一半时远离零)。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { fromInteger, rational, unitsToText, type Rational } from './rational.ts'

export type RoundingMode = 'half_up' | 'half_even' | 'down' | 'up'

export interface Rounding {
  readonly decimals: number
  readonly mode: RoundingMode
}

export const DEFAULT_ROUNDING: Rounding = { decimals: 2, mode: 'half_up' }

export interface RoundingConfig {
  readonly decimals?: number | null | undefined
  readonly mode?: RoundingMode | null | undefined
}

export function readRounding(config: RoundingConfig | null | undefined): Rounding {
  return {
    decimals: config?.decimals ?? DEFAULT_ROUNDING.decimals,
    mode: config?.mode ?? DEFAULT_ROUNDING.mode,
  }
}

function scaleOf(decimals: number): bigint {
  return 10n ** BigInt(decimals)
}

function roundsAway(rest2: bigint, d: bigint, quotient: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'up':
      return rest2 > 0n
    case 'down':
      return false
    case 'half_up':
      return rest2 >= d
    case 'half_even':
      return rest2 > d || (rest2 === d && quotient % 2n === 1n)
    default:
      return assertNever(mode)
  }
}

/** 舍入后是最小单位的多少个(例如两位小数时 87.5 → 8750)。down 向零,up 离零。 */
export function roundToUnits(value: Rational, rounding: Rounding): bigint {
  const magnitude = (value.n < 0n ? -value.n : value.n) * scaleOf(rounding.decimals)
  const quotient = magnitude / value.d
  const rest2 = (magnitude % value.d) * 2n
  const units = roundsAway(rest2, value.d, quotient, rounding.mode) ? quotient + 1n : quotient
  return value.n < 0n ? -units : units
}

/** 向下取到网格(负数也朝负无穷),供最大余数法使用。 */
export function floorToUnits(value: Rational, decimals: number): bigint {
  const scaled = value.n * scaleOf(decimals)
  const quotient = scaled / value.d
  return scaled < 0n && scaled % value.d !== 0n ? quotient - 1n : quotient
}

export function roundText(value: Rational, rounding: Rounding): string {
  return unitsToText(roundToUnits(value, rounding), rounding.decimals)
}

export function roundValue(value: Rational, rounding: Rounding): Rational {
  return rational(roundToUnits(value, rounding), scaleOf(rounding.decimals))
}

/** 名额取整用:非负数取整到个位。 */
export function roundToInteger(value: Rational, mode: 'floor' | 'ceil' | 'half'): bigint {
  if (mode === 'half') return roundToUnits(value, { decimals: 0, mode: 'half_up' })
  const floor = floorToUnits(value, 0)
  if (mode === 'floor') return floor
  return fromInteger(floor).n * value.d === value.n ? floor : floor + 1n
}
