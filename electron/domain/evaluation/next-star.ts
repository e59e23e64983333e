import { lookup } from '../scoring/lookup.ts'
import { compare, parseNumber, subtract } from '../scoring/rational.ts'
import type { PeriodResult } from '../scoring/result.ts'
import { readRounding, roundText } from '../scoring/rounding.ts'
import type { Scheme } from '../scoring/scheme.ts'
import { decidedTotal } from './reference-star.ts'

export interface NextStar {
  readonly star: number
  /** 还差几分,公布的位数。 */
  readonly missing: string
}

/** 距下一星差几分。没有成绩、已是最高、或再高就受否决封顶(加分也上不去)的为 null。 */
export const nextStar = (scheme: Scheme, category: string | null, result: PeriodResult): NextStar | null => {
  const total = decidedTotal(scheme, result)
  if (result.status !== 'scored' || total === null) return null
  const reached = parseNumber(total)
  for (const level of scheme.stars?.levels ?? []) {
    const min = parseNumber((category === null ? undefined : lookup(level.minByCategory, category)) ?? level.min)
    if (compare(reached, min) >= 0) continue
    if (result.starCap !== null && level.star > result.starCap) return null
    // 差的分宁可多说不少说:照着补齐一定够。
    return { star: level.star, missing: roundText(subtract(min, reached), { decimals: readRounding(scheme.rounding).decimals, mode: 'up' }) }
  }
  return null
}
