import type { BranchTrend } from '../../../shared/model/evaluation.ts'
import { isBasePeriod, monthsBetween } from '../../domain/evaluation/base-period.ts'
import { dimensionRatios } from '../../domain/evaluation/portrait-axes.ts'
import { findTrend } from '../../domain/scoring/analysis/trend.ts'
import { findWeaknesses, type WeaknessItem } from '../../domain/scoring/analysis/weakness.ts'
import type { ScoreRepo, StoredScore } from '../../store/repos/score-repo.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import type { BranchEntry } from './branch-directory.ts'
import { dimensionName } from './schemes/scheme-view.ts'
import type { LoadedVersion, SchemeLibrary } from './schemes/scheme-library.ts'

const TREND_MONTHS = 12
/** 短板看最近几期,至少要有几期的记录(scoring 3.3)。 */
const WEAKNESS_PERIODS = 4
const LISTED = 8

interface Parts {
  readonly schemes: SchemeLibrary
  readonly scores: ScoreRepo
}

/** 一项的得分率:评了的才算;豁免、不考、缺项都不是短板的依据。 */
const achievementOf = (score: StoredScore | undefined, indicatorId: string): string | null => {
  const own = score?.result.indicators[indicatorId]
  return own?.state === 'scored' && own.flags?.includes('vetoed') !== true ? own.achievement : null
}

/** 一个支部的走势与短板,取自现行成绩。 */
export const createBranchTrends =
  ({ schemes, scores }: Parts) =>
  (branch: BranchEntry, period: string): BranchTrend => {
    const current = schemes.inForce(period)
    const months = monthsBetween(addMonths(period, 1 - TREND_MONTHS), period)
    const found = months.flatMap((month) => {
      const score = scores.latest(branch.id, month)
      return score === null ? [] : [{ month, score, version: schemes.byId(score.versionId) }]
    })
    const byMonth = new Map(found.map((one) => [one.month, one]))
    // 只列评价期:按季评的没有评的月份不是缺口。
    const listed = months.filter((month) => byMonth.has(month) || isBasePeriod(current.body.scheme, month))
    const first = listed.findIndex((month) => byMonth.has(month))
    const shown = first < 0 ? [] : listed.slice(first)
    const comparable = (version: LoadedVersion): string => version.id
    const points: BranchTrend['points'] = shown.map((month) => {
      const own = byMonth.get(month)
      const ratios = own === undefined ? {} : dimensionRatios(own.score.result)
      return {
        period: month,
        total: own?.score.status === 'scored' || own?.score.status === 'failed' ? own.score.total : null,
        star: own?.score.star ?? null,
        schemeName: own?.version.body.name ?? '',
        schemeVersion: own?.version.version ?? 0,
        comparable: own === undefined ? '' : comparable(own.version),
        dimensions: current.body.scheme.dimensions.map(({ id }) => ({ id, ratio: ratios[id] ?? null })),
      }
    })
    const trendOf = (value: (point: (typeof points)[number]) => string | null) => findTrend(points.map((point) => ({ period: point.period, value: value(point), key: point.comparable === '' ? null : point.comparable }))).label

    const recent = shown.slice(-WEAKNESS_PERIODS)
    const scheme = current.forCategory(branch.category).scheme
    const regular = scheme.indicators.filter(({ kind }) => kind === 'base' || kind === 'special')
    const peers = new Map(recent.map((month) => [month, scores.latestOfPeriod(month).filter((score) => score.branchId !== branch.id && score.category === branch.category && score.status === 'scored')]))
    const latest = byMonth.get(period)?.score
    const items: WeaknessItem[] = regular.map(({ id }) => ({
      id,
      full: latest?.result.indicators[id]?.full ?? '0',
      own: recent.map((month) => achievementOf(byMonth.get(month)?.score, id)),
      peers: recent.map((month) => (peers.get(month) ?? []).map((score) => achievementOf(score, id)).filter((value) => value !== null)),
    }))
    const observations = new Map(items.map(({ id, own }) => [id, recent.map((month, index) => ({ period: month, achievement: (own[index] as string | null) ?? null }))]))
    return {
      points,
      total: trendOf(({ total }) => total),
      dimensions: current.body.scheme.dimensions.map(({ id }) => ({ id, name: dimensionName(current.body, id), label: trendOf(({ dimensions }) => dimensions.find((one) => one.id === id)?.ratio ?? null) })),
      weaknesses: findWeaknesses(items)
        .flatMap(({ id, status, mean, percentile, potential, gapToPeerMedian, tests }) =>
          status === 'weak' || status === 'watch' ? [{ indicatorId: id, name: current.body.texts.indicators[id]?.name ?? id, status, mean, percentile, potential, gap: gapToPeerMedian, tests: [...tests], observations: observations.get(id) ?? [] }] : [],
        )
        .slice(0, LISTED),
      observed: recent.length,
    }
  }
