// 总分的各行:维度、扣分、兜底、加分、总分封顶、否决。精确行相加等于精确总分,显示行相加等于公布总分。
import { allocate } from './allocate.ts'
import type { DimensionScore } from './dimensions.ts'
import type { EventSums } from './events.ts'
import type { PreparedScheme } from './prepare-scheme.ts'
import { ZERO, add, compare, negate, subtract, sum, toText, type Rational } from './rational.ts'
import type { ResultLine } from './result.ts'
import type { VetoOutcome } from './vetoes.ts'

export interface TotalScore {
  readonly exact: Rational
  readonly shown: string
  readonly lines: readonly ResultLine[]
}

function liftTo(floor: Rational, value: Rational): Rational {
  return compare(value, floor) < 0 ? subtract(floor, value) : ZERO
}

function cutTo(cap: Rational | null, value: Rational): Rational {
  return cap !== null && compare(value, cap) > 0 ? subtract(cap, value) : ZERO
}

/** 默认先兜底后加分:扣分吃不掉加分;方案可以改成加分之后再兜底。 */
export function totalScore(
  prepared: PreparedScheme,
  dimensions: readonly DimensionScore[],
  events: EventSums,
  vetoes: VetoOutcome,
): TotalScore {
  const deduct = negate(events.fromTotal)
  const before = add(sum(dimensions.map((dim) => dim.score)), deduct)
  const withBonus = add(before, events.bonus)
  const floor = liftTo(prepared.floor, prepared.isFloorAfterBonus ? withBonus : before)
  const uncapped = add(withBonus, floor)
  const cap = cutTo(prepared.totalCap, uncapped)
  const unvetoed = add(uncapped, cap)
  // 不合格的总分为 0:各行保留本来的得分,由否决行一次拿走。
  const veto = vetoes.isFailed ? negate(unvetoed) : cutTo(vetoes.totalCap, unvetoed)
  const parts: readonly (readonly [string, Rational])[] = [
    ...dimensions.map((dim) => [`dim:${dim.id}`, dim.score] as const),
    ['deduct', deduct],
    ['floor', floor],
    ['bonus', events.bonus],
    ['cap', cap],
    ['veto', veto],
  ]
  const shown = allocate(
    parts.map(([, exact]) => exact),
    prepared.rounding,
  )
  return {
    exact: add(unvetoed, veto),
    shown: shown.total,
    lines: parts.map(([key, exact], index) => ({ key, exact: toText(exact), shown: shown.shown[index] ?? '' })),
  }
}
