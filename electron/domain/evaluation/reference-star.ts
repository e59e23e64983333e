import type { PeriodResult } from '../scoring/result.ts'
import type { Scheme } from '../scoring/scheme.ts'
import { decideLevels } from '../scoring/star-levels.ts'

/** 参与定星的那个总分:缺省看公布值,方案可改看精确值。 */
export const decidedTotal = (scheme: Scheme, result: Pick<PeriodResult, 'total' | 'totalExact'>): string | null => (scheme.decideOn === 'exact' ? result.totalExact : result.total)

/**
 * 月度参考星:只看分数线与否决的星级封顶;逐级晋升、门槛、名额留给季度与年度。
 *
 * @returns null 不评(没有成绩);0 无星。
 */
export const referenceStar = (scheme: Scheme, category: string | null, result: PeriodResult): number | null => {
  if (scheme.stars === null || scheme.stars === undefined) return null
  const effects = result.effects.filter((effect) => effect.type === 'cap_star')
  const [level] = decideLevels({ levels: scheme.stars.levels }, scheme, [{ id: '', category, total: decidedTotal(scheme, result), status: result.status, effects }])
  return level?.star ?? null
}
