// 门槛:某一级的门槛,更高的级也要过。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { lookup } from './lookup.ts'
import { ZERO, compare, numberOr, optionalNumber, parseNumber, type Rational } from './rational.ts'
import type { Gate, Num, Opt, Table, VetoEffect } from './scheme.ts'
import type { StandingUnit } from './standing.ts'

export interface LevelUnit extends StandingUnit {
  /** 上一次的星级;没有或 null 等于没有星。 */
  readonly prev?: Opt<number>
  readonly lock?: Opt<number>
  readonly dims?: Opt<Table<Opt<Num>>>
  readonly flags?: Opt<readonly string[]>
  readonly effects?: Opt<readonly VetoEffect[]>
  readonly disqualified?: Opt<boolean>
  /** 上级直接授予的星级。 */
  readonly direct?: Opt<number>
  readonly quarterStars?: Opt<readonly Opt<number>[]>
}

/** 维度得分率;没有值的维度(轴缺口)不参与门槛。 */
function ratios(unit: LevelUnit, dims: Opt<readonly string[]>): readonly Rational[] {
  const ids = dims ?? Object.keys(unit.dims ?? {})
  const found: Rational[] = []
  for (const id of ids) {
    const ratio = optionalNumber(lookup(unit.dims, id))
    if (ratio !== null) found.push(ratio)
  }
  return found
}

export function passesGate(gate: Gate, unit: LevelUnit): boolean {
  switch (gate.type) {
    case 'dim_ratio': {
      const min = parseNumber(gate.min)
      return ratios(unit, gate.dims).every((ratio) => compare(ratio, min) >= 0)
    }
    case 'dims_below': {
      const below = parseNumber(gate.below)
      return ratios(unit, gate.dims).filter((ratio) => compare(ratio, below) < 0).length <= gate.max
    }
    case 'indicator': {
      const achievement = optionalNumber(lookup(unit.indicators, gate.id))
      return achievement !== null && compare(achievement, parseNumber(gate.min)) >= 0
    }
    case 'max_deductions':
      return compare(numberOr(unit.deductions, ZERO), parseNumber(gate.max)) <= 0
    case 'prev_star':
      return (unit.prev ?? 0) >= gate.min
    case 'flag':
      return unit.flags?.includes(gate.flag) ?? false
    case 'quarters_star':
      return (unit.quarterStars ?? []).filter((star) => (star ?? 0) >= gate.star_level).length >= gate.atLeast
    case 'no_quarter_below':
      // 没有星的季度(含未定级)也算低于。
      return (unit.quarterStars ?? []).every((star) => (star ?? 0) >= gate.star_level)
    default:
      return assertNever(gate)
  }
}
