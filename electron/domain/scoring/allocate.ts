// 最大余数法:显示的各行之和等于显示的总数。先把每行向下取到网格,
// 缺的单位依次给余数最大的行,余数相同给靠前的行;每行与精确值相差不到一个单位。
import { compare, rational, subtract, sum, unitsToText, type Rational } from './rational.ts'
import { floorToUnits, roundToUnits, type Rounding } from './rounding.ts'

export interface Allocation {
  readonly total: string
  readonly shown: readonly string[]
}

/** 把各部分摊到给定的目标单位数(目标必须是精确和的某种舍入)。 */
export function allocateTo(parts: readonly Rational[], target: bigint, decimals: number): readonly string[] {
  const floors = parts.map((part) => floorToUnits(part, decimals))
  const scale = 10n ** BigInt(decimals)
  let lacking = target
  for (const floor of floors) lacking -= floor
  const order = parts
    .map((part, index) => ({ index, rest: subtract(part, rational(floors[index] ?? 0n, scale)) }))
    .sort((a, b) => compare(b.rest, a.rest) || a.index - b.index)
  const units = [...floors]
  for (const { index } of order) {
    if (lacking <= 0n) break
    units[index] = (units[index] ?? 0n) + 1n
    lacking -= 1n
  }
  return units.map((unit) => unitsToText(unit, decimals))
}

export function allocate(parts: readonly Rational[], rounding: Rounding): Allocation {
  const target = roundToUnits(sum(parts), rounding)
  return {
    total: unitsToText(target, rounding.decimals),
    shown: allocateTo(parts, target, rounding.decimals),
  }
}
