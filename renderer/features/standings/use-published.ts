import { useEffect, useState } from 'react'
import type { EvaluationPeriod } from '../../../shared/model/evaluation-period.ts'
import type { SchemeView } from '../../../shared/model/evaluation.ts'
import { isFrozen } from '../../components/period-state.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

/** 一年里公示了、关账了的各期:只有它们能申诉、更正。 */
export const usePublished = (year: number): readonly EvaluationPeriod[] => {
  const { data } = useQuery(api.periods.list, { year }, ['evaluation.changed'])
  return (data?.periods ?? []).filter(({ state }) => isFrozen(state))
}

/** 各月方案里的指标名称:方案换过版,名称照那个月的。 */
export const useIndicatorNames = (months: readonly string[]): ((period: string, indicatorId: string) => string) => {
  const [schemes, setSchemes] = useState<ReadonlyMap<string, SchemeView>>(new Map())
  const wanted = [...new Set(months)].toSorted().join(' ')
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const found = await Promise.all(wanted.split(' ').filter((month) => month.length === 7 && !month.includes('Q')).map(async (period) => ({ period, result: await api.evaluation.scheme({ period }) })))
      if (isCurrent) setSchemes(new Map(found.flatMap(({ period, result }) => (result.ok ? [[period, result.value] as const] : []))))
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [wanted])
  return (period, indicatorId) => schemes.get(period)?.indicators.find(({ id }) => id === indicatorId)?.name ?? indicatorId
}
