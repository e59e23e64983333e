// 一个支部一连几个季度的星级:本季的星是下季的起点;未定级的季度不动起点;
// 取消评先资格一直有效,直到新的一年;锁逐季传递。
import type { LevelUnit } from './gates.ts'
import type { LevelConfig, Opt, StandingRules } from './scheme.ts'
import { decideLevels, type LevelResult } from './star-levels.ts'

export type QuarterEntry = Omit<LevelUnit, 'id' | 'prev' | 'lock'> & { readonly newYear?: Opt<boolean> }

export function starSequence(
  config: LevelConfig,
  rules: StandingRules,
  start: Opt<number>,
  quarters: readonly QuarterEntry[],
): readonly LevelResult[] {
  let prev: number | null = start ?? null
  let lock = 0
  let isDisqualified = false
  const sequence: LevelResult[] = []
  for (const quarter of quarters) {
    if (quarter.newYear === true) isDisqualified = false
    isDisqualified ||= quarter.disqualified === true
    isDisqualified ||= quarter.effects?.some((effect) => effect.type === 'disqualify_year') ?? false
    const unit: LevelUnit = { ...quarter, id: '', prev, lock, disqualified: isDisqualified }
    const [result] = decideLevels(config, rules, [unit])
    if (result === undefined) continue
    sequence.push(result)
    lock = result.lock
    prev = result.star ?? prev
  }
  return sequence
}
