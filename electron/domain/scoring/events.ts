// 加分与扣分。项目先各自封顶(项目自身的单位),再按去向合计。
// 不认识的、对本类别不适用的项目,其事件忽略;事件照单全收,不按日期筛。
import { appliesTo } from './applicability.ts'
import { eventValue } from './event-value.ts'
import type { ScoreEvent } from './input.ts'
import { compareText } from './lookup.ts'
import type { PreparedItem, PreparedScheme } from './prepare-scheme.ts'
import { HUNDRED, ZERO, add, compare, divide, minimum, multiply, sum, toText, type Rational } from './rational.ts'
import type { EventItemResult } from './result.ts'

interface Valued {
  readonly index: number
  readonly item: PreparedItem
  readonly event: ScoreEvent
  readonly value: Rational
}

interface ItemSum {
  readonly item: PreparedItem
  readonly raw: Rational
  readonly counted: Rational
}

export interface EventSums {
  /** 加分合计,已过项目封顶与方案封顶。 */
  readonly bonus: Rational
  /** 扣总分的合计(正数),已过项目封顶与方案封顶。 */
  readonly fromTotal: Rational
  /** 扣维度分的项目:维度、数量、是否按维度百分制。 */
  readonly fromDimensions: readonly { readonly dim: string; readonly amount: Rational; readonly isPercent: boolean }[]
  readonly items: readonly EventItemResult[]
  readonly dropped: readonly number[]
}

function valueEvents(
  prepared: PreparedScheme,
  events: readonly ScoreEvent[],
  category: string | null,
): readonly Valued[] {
  const items = new Map(prepared.items.map((item) => [item.id, item]))
  const valued: Valued[] = []
  for (const [index, event] of events.entries()) {
    const item = items.get(event.indicator)
    if (item === undefined || !appliesTo(item.source, category)) continue
    valued.push({ index, item, event, value: eventValue(item, event) })
  }
  return valued
}

/** 没有日期的事件排在有日期的之后。 */
const NO_DATE = '9999-99-99'

function precedes(a: Valued, b: Valued): number {
  return (
    compare(b.value, a.value) || compareText(a.event.date ?? NO_DATE, b.event.date ?? NO_DATE) || a.index - b.index
  )
}

/** 就高不重复:同一事项只留最大的一次(相等取日期早的,再取靠前的),跨全部加分项;没有事项的都算。 */
function duplicates(valued: readonly Valued[]): ReadonlySet<number> {
  const best = new Map<string, Valued>()
  const dropped = new Set<number>()
  for (const one of valued) {
    const matter = one.event.matter
    if (one.item.kind !== 'bonus' || matter === null || matter === undefined || matter === '') continue
    const held = best.get(matter)
    if (held === undefined || precedes(one, held) < 0) {
      if (held !== undefined) dropped.add(held.index)
      best.set(matter, one)
    } else {
      dropped.add(one.index)
    }
  }
  return dropped
}

function capped(value: Rational, cap: Rational | null): Rational {
  return cap === null ? value : minimum(value, cap)
}

function sumItems(prepared: PreparedScheme, counted: readonly Valued[]): readonly ItemSum[] {
  const raw = new Map<string, Rational>()
  for (const one of counted) raw.set(one.item.id, add(raw.get(one.item.id) ?? ZERO, one.value))
  const sums: ItemSum[] = []
  for (const item of prepared.items) {
    const value = raw.get(item.id)
    if (value !== undefined) sums.push({ item, raw: value, counted: capped(value, item.cap) })
  }
  return sums
}

function targetOf(item: PreparedItem): string {
  return item.source.target ?? 'total'
}

export function sumEvents(
  prepared: PreparedScheme,
  events: readonly ScoreEvent[],
  category: string | null,
): EventSums {
  const valued = valueEvents(prepared, events, category)
  const dropped = prepared.noDuplicateMatter ? duplicates(valued) : new Set<number>()
  const sums = sumItems(
    prepared,
    valued.filter((one) => !dropped.has(one.index)),
  )
  const bonus = sums.filter((one) => one.item.kind === 'bonus').map((one) => one.counted)
  const deducts = sums.filter((one) => one.item.kind === 'deduct')
  const fromTotal = deducts.filter((one) => targetOf(one.item) === 'total').map((one) => one.counted)
  return {
    bonus: capped(sum(bonus), prepared.bonusCap),
    fromTotal: capped(sum(fromTotal), prepared.deductCap),
    fromDimensions: deducts
      .filter((one) => targetOf(one.item) !== 'total')
      .map((one) => ({
        dim: targetOf(one.item),
        amount: one.counted,
        isPercent: one.item.source.unit === 'dimension100',
      })),
    items: sums.map((one) => ({
      indicator: one.item.id,
      kind: one.item.kind,
      raw: toText(one.raw),
      counted: toText(one.counted),
    })),
    dropped: [...dropped].sort((a, b) => a - b),
  }
}

/** 某维度的扣分,折成总分里的分:百分制的扣分按维度有效分值折算。 */
export function dimensionDeduction(sums: EventSums, dim: string, full: Rational): Rational {
  let total = ZERO
  for (const one of sums.fromDimensions) {
    if (one.dim !== dim) continue
    total = add(total, one.isPercent ? divide(multiply(one.amount, full), HUNDRED) : one.amount)
  }
  return total
}
