// 两期之间的变化:逐行相减,各行变化之和等于总分的变化。有一期没有总分就没有变化可言。
import { ZERO, parseNumber, subtract, toText, type Rational } from '../rational.ts'
import type { PeriodResult } from '../result.ts'

export interface Delta {
  readonly total: string | null
  readonly lines: readonly { readonly key: string; readonly change: string }[]
}

export function findDelta(before: PeriodResult, after: PeriodResult): Delta {
  if (before.totalExact === null || after.totalExact === null) return { total: null, lines: [] }
  const old = new Map<string, Rational>(before.lines.map((line) => [line.key, parseNumber(line.exact)]))
  const lines = after.lines.map((line) => {
    const previous = old.get(line.key) ?? ZERO
    old.delete(line.key)
    return { key: line.key, change: toText(subtract(parseNumber(line.exact), previous)) }
  })
  // 换了方案、后期没有的维度:原来的分全部失去。
  for (const [key, previous] of old) lines.push({ key, change: toText(subtract(ZERO, previous)) })
  return { total: toText(subtract(parseNumber(after.totalExact), parseNumber(before.totalExact))), lines }
}
