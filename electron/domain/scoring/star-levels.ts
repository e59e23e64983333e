// 定级(季度星级、年度等级)。次序固定:未定与归零 → 分数线 → 门槛 → 直接定级 → 逐级晋升 → 跌幅限制 →
// 否决封顶 → 名额。每一步都留下理由代码。
import { lookup } from './lookup.ts'
import { compare, optionalNumber, parseNumber, type Rational } from './rational.ts'
import type { Level, LevelConfig, Opt, StandingRules } from './scheme.ts'
import { passesGate, type LevelUnit } from './gates.ts'
import { applyQuotas, type Placement } from './quota.ts'
import { standingOf } from './standing.ts'
import { lowestStarCap } from './vetoes.ts'

export interface LevelResult {
  /** 0 是没有星,null 是未定级。 */
  readonly star: number | null
  readonly reasons: readonly string[]
  /** 还要锁几个季度。 */
  readonly lock: number
}

/** 撤星的锁定期;没有撤星为 null。 */
function revokedLock(unit: LevelUnit): number | null {
  let lock: number | null = null
  for (const effect of unit.effects ?? []) {
    if (effect.type === 'revoke_star') lock = Math.max(lock ?? 0, effect.lock ?? 0)
  }
  return lock
}

/** 锁每个季度减一,评没评都减;本季撤星的至少锁它规定的期数。 */
function lockAfter(unit: LevelUnit): number {
  return Math.max(0, (unit.lock ?? 0) - 1, revokedLock(unit) ?? 0)
}

/** 不进入定级的情形,单独成立;null 表示照常定级。 */
function barredBy(unit: LevelUnit, total: Rational | null): string | null {
  const status = unit.status ?? 'scored'
  if (status === 'insufficient' || status === 'blocked' || status === 'not_rated') return 'not_rated'
  const isDisqualified = unit.effects?.some((effect) => effect.type === 'disqualify_year') ?? false
  if (unit.disqualified === true || isDisqualified) return 'disqualified'
  if (revokedLock(unit) !== null) return 'revoked'
  if (status === 'failed') return 'failed'
  if ((unit.lock ?? 0) > 0) return 'locked'
  return total === null ? 'not_rated' : null
}

/** 不高于某星的最高一级;0、null 与低于最低级的都是 -1(没有星)。 */
function indexOfStar(levels: readonly Level[], star: Opt<number>): number {
  let found = -1
  for (const [index, level] of levels.entries()) if (level.star <= (star ?? 0)) found = index
  return found
}

function bandIndex(levels: readonly Level[], unit: LevelUnit, total: Rational): number {
  let found = -1
  for (const [index, level] of levels.entries()) {
    const own = unit.category === null || unit.category === undefined ? undefined : lookup(level.minByCategory, unit.category)
    if (compare(total, parseNumber(own ?? level.min)) >= 0) found = index
  }
  return found
}

function descendGates(config: LevelConfig, placement: Placement): void {
  while (placement.index >= 0) {
    const star = config.levels[placement.index]?.star ?? 0
    const failing = config.gates?.find((gate) => gate.star <= star && !passesGate(gate, placement.unit))
    if (failing === undefined) return
    placement.index -= 1
    placement.reasons.push(`gate:${failing.type}`)
  }
}

function move(placement: Placement, index: number, reason: string): void {
  placement.index = index
  placement.reasons.push(reason)
}

/** 直接定级不受逐级晋升与名额限制,但受否决限制;给了直接定级,晋升限制就不再用。 */
function limitMoves(config: LevelConfig, placement: Placement): void {
  const { levels, promotion } = config
  const { direct, prev, effects } = placement.unit
  const previous = indexOfStar(levels, prev)
  if (direct !== null && direct !== undefined) {
    const granted = indexOfStar(levels, direct)
    if (granted > placement.index) move(placement, granted, 'direct')
  } else if (promotion?.maxStep !== null && promotion?.maxStep !== undefined) {
    const highest = previous + promotion.maxStep
    if (placement.index > highest) move(placement, highest, 'step')
  }
  if (promotion?.maxDrop !== null && promotion?.maxDrop !== undefined) {
    const lowest = previous - promotion.maxDrop
    if (placement.index < lowest) move(placement, lowest, 'drop_limit')
  }
  const cap = lowestStarCap(effects ?? [])
  if (cap === null) return
  const allowed = indexOfStar(levels, cap)
  if (placement.index > allowed) move(placement, allowed, 'veto_cap')
}

function place(config: LevelConfig, rules: StandingRules, unit: LevelUnit): Placement {
  const total = optionalNumber(unit.total)
  const barred = barredBy(unit, total)
  if (barred !== null || total === null) {
    return { unit, standing: null, index: -1, reasons: [barred ?? 'not_rated'] }
  }
  const index = bandIndex(config.levels, unit, total)
  const placement: Placement = {
    unit,
    standing: standingOf(rules, unit, total),
    index,
    reasons: index < 0 ? ['below_min'] : [],
  }
  descendGates(config, placement)
  limitMoves(config, placement)
  return placement
}

function resultOf(config: LevelConfig, placement: Placement): LevelResult {
  const isUnrated = placement.standing === null && placement.reasons[0] === 'not_rated'
  return {
    star: isUnrated ? null : (config.levels[placement.index]?.star ?? 0),
    reasons: placement.reasons,
    lock: lockAfter(placement.unit),
  }
}

/** 与 units 同序。 */
export function decideLevels(
  config: LevelConfig,
  rules: StandingRules,
  units: readonly LevelUnit[],
): readonly LevelResult[] {
  const placements = units.map((unit) => place(config, rules, unit))
  applyQuotas(config, placements)
  return placements.map((placement) => resultOf(config, placement))
}
