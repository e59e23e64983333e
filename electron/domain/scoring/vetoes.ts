// 一票否决。每个否决只算一次,按首次出现的先后记录;不适用于本类别的忽略;方案里没有的拒绝。
// 否决压过一切加分、直接定级、跌幅保护与名额。
import { appliesTo } from './applicability.ts'
import type { VetoEntry } from './input.ts'
import type { PreparedScheme } from './prepare-scheme.ts'
import { minimum, parseNumber, type Rational } from './rational.ts'
import type { StarEffect } from './result.ts'
import type { VetoEffect } from './scheme.ts'
import { ScoringError } from './scoring-error.ts'

export interface VetoOutcome {
  readonly triggered: readonly string[]
  readonly effects: readonly VetoEffect[]
  readonly zeroIndicators: ReadonlySet<string>
  readonly zeroDimensions: ReadonlySet<string>
  readonly totalCap: Rational | null
  readonly starCap: number | null
  readonly isFailed: boolean
  readonly starEffects: readonly StarEffect[]
}

function findTriggered(
  prepared: PreparedScheme,
  entries: readonly VetoEntry[],
  category: string | null,
): ReadonlyMap<string, readonly VetoEffect[]> {
  const triggered = new Map<string, readonly VetoEffect[]>()
  for (const entry of entries) {
    const veto = prepared.vetoes.get(entry.indicator)
    if (veto === undefined) throw new ScoringError('UNKNOWN_VETO', entry.indicator)
    if (appliesTo(veto.source, category) && !triggered.has(entry.indicator)) {
      triggered.set(entry.indicator, veto.effects)
    }
  }
  return triggered
}

/** 多个封顶取最低。 */
export function lowestStarCap(effects: readonly VetoEffect[]): number | null {
  let cap: number | null = null
  for (const effect of effects) {
    if (effect.type === 'cap_star' && (cap === null || effect.star < cap)) cap = effect.star
  }
  return cap
}

export function applyVetoes(
  prepared: PreparedScheme,
  entries: readonly VetoEntry[],
  category: string | null,
): VetoOutcome {
  const triggered = findTriggered(prepared, entries, category)
  const effects = [...triggered.values()].flat()
  const zeroIndicators = new Set<string>()
  const zeroDimensions = new Set<string>()
  const starEffects: StarEffect[] = []
  let totalCap: Rational | null = null
  let isFailed = false
  for (const effect of effects) {
    switch (effect.type) {
      case 'zero_indicator':
        zeroIndicators.add(effect.indicator)
        break
      case 'zero_dimension':
        zeroDimensions.add(effect.dim)
        break
      case 'cap_total': {
        const cap = parseNumber(effect.value)
        totalCap = totalCap === null ? cap : minimum(totalCap, cap)
        break
      }
      case 'fail_period':
        isFailed = true
        break
      case 'disqualify_year':
      case 'revoke_star':
        starEffects.push(effect)
        break
      case 'cap_star':
        break
    }
  }
  return {
    triggered: [...triggered.keys()],
    effects,
    zeroIndicators,
    zeroDimensions,
    totalCap,
    starCap: lowestStarCap(effects),
    isFailed,
    starEffects,
  }
}
