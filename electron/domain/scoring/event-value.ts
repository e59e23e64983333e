// 一次加分或扣分事件值多少:给定分数(不乘次数);否则等级分 × 次数;否则每次分 × 次数。
import type { ScoreEvent } from './input.ts'
import type { PreparedItem } from './prepare-scheme.ts'
import { ONE, multiply, numberOr, parseNumber, type Rational } from './rational.ts'
import { ScoringError } from './scoring-error.ts'

function unitValue(item: PreparedItem, event: ScoreEvent): Rational {
  const hasLevel = event.level !== null && event.level !== undefined
  const value = hasLevel ? item.levels?.get(event.level) : item.per
  if (value === null || value === undefined) throw new ScoringError('UNKNOWN_EVENT_LEVEL', item.id)
  return value
}

/** 负值拒绝:加分事件不能减分,扣分事件不能加分。 */
export function eventValue(item: PreparedItem, event: ScoreEvent): Rational {
  const value =
    event.points !== null && event.points !== undefined
      ? parseNumber(event.points)
      : multiply(unitValue(item, event), numberOr(event.count, ONE))
  if (value.n < 0n) throw new ScoringError('OUT_OF_RANGE', item.id)
  return value
}
