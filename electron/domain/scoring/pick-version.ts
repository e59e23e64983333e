// 方案版本:周期用“生效日不晚于周期第一天”的最新版本;月中发布的从下一个周期起用。
// 生效日相同取版本号大的;草稿不算。
import { compareText } from './lookup.ts'
import { parsePeriod } from './period.ts'
import type { Opt, Scheme } from './scheme.ts'
import { ScoringError } from './scoring-error.ts'

export interface VersionInfo {
  readonly version?: Opt<number>
  readonly status?: Scheme['status']
  readonly effectiveFrom?: Opt<string>
}

function isLater(a: VersionInfo, b: VersionInfo): boolean {
  const byDate = compareText(a.effectiveFrom ?? '', b.effectiveFrom ?? '')
  return byDate === 0 ? (a.version ?? 0) > (b.version ?? 0) : byDate > 0
}

export function pickVersion<T extends VersionInfo>(versions: readonly T[], periodText: string): T {
  const period = parsePeriod(periodText)
  let best: T | null = null
  for (const one of versions) {
    if (one.status === 'draft' || (one.effectiveFrom ?? '') > period.from) continue
    if (best === null || isLater(one, best)) best = one
  }
  if (best === null) throw new ScoringError('NO_SCHEME', period.text)
  return best
}
