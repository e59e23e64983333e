import type { ResultSummary } from '../../../shared/model/evaluation.ts'
import { dimensionRatios, missingIn } from '../../domain/evaluation/portrait-axes.ts'
import { rankUnits, type Rank } from '../../domain/scoring/ranks.ts'
import type { IndicatorState } from '../../domain/scoring/result.ts'
import type { Scheme } from '../../domain/scoring/scheme.ts'
import type { ScoreRepo, StoredScore } from '../../store/repos/score-repo.ts'
import type { BranchDirectory, BranchEntry } from './branch-directory.ts'
import type { LoadedVersion, SchemeLibrary } from './schemes/scheme-library.ts'
import { dimensionName } from './schemes/scheme-view.ts'

/** 应有而没有的记录:按零、结转、剔除、待评都是缺,只是处理办法不同。 */
const MISSING: ReadonlySet<IndicatorState> = new Set<IndicatorState>(['zero_missing', 'carried', 'excluded', 'blocked'])

/** 一个月的全貌:全部支部、现行成绩与名次,一次读齐。 */
export interface PeriodView {
  readonly period: string
  readonly version: LoadedVersion
  readonly branches: readonly BranchEntry[]
  readonly scores: ReadonlyMap<string, StoredScore>
  readonly ranks: Readonly<Record<string, Rank | null>>
  readonly dirty: ReadonlySet<string>
  /** 公示、关账了:成绩定了,以后的变动不再让它变旧。 */
  readonly frozen: boolean
}

const rank = (scheme: Scheme, scores: readonly StoredScore[]): Readonly<Record<string, Rank | null>> =>
  rankUnits(
    scheme,
    scores.map((score) => ({ id: score.branchId, category: score.category, status: score.status, total: scheme.decideOn === 'exact' ? score.totalExact : score.total })),
  )

/** 记录变过、类别或方案版本换过的,成绩都算旧了。 */
const isStale = (view: PeriodView, branch: BranchEntry, score: StoredScore): boolean => !view.frozen && (view.dirty.has(branch.id) || score.category !== branch.category || score.versionId !== view.version.id)

/** 一个支部的摘要;没有算过的 status 为 null,各维度没有得分率。 */
export const summaryOf = (view: PeriodView, branch: BranchEntry): ResultSummary => {
  const score = view.scores.get(branch.id)
  const ratios = score === undefined ? {} : dimensionRatios(score.result)
  const { body } = view.version
  return {
    branchId: branch.id,
    branchCode: branch.code,
    branchName: branch.name,
    category: branch.category,
    period: view.period,
    status: score?.status ?? null,
    total: score?.total ?? null,
    star: score?.star ?? null,
    rank: view.ranks[branch.id] ?? null,
    dimensions: body.scheme.dimensions.map(({ id }) => ({ id, name: dimensionName(body, id), ratio: ratios[id] ?? null, missingCount: missingIn(body.scheme, score?.result ?? null, id) })),
    missingCount: score === undefined ? 0 : Object.values(score.result.indicators).filter((indicator) => MISSING.has(indicator.state)).length,
    vetoCount: score?.result.vetoes.length ?? 0,
    stale: score !== undefined && isStale(view, branch, score),
    revision: score?.revision ?? 0,
  }
}

interface Parts {
  readonly schemes: SchemeLibrary
  readonly branches: BranchDirectory
  readonly scores: ScoreRepo
  isFrozen(period: string): boolean
  /** 现用的支部类别,按次序。 */
  categories(): readonly { readonly code: string }[]
}

export const createPeriodViews = ({ schemes, branches, scores, isFrozen, categories }: Parts) => {
  /** @throws DeclaredFailure NO_SCHEME */
  const view = (period: string): PeriodView => {
    const version = schemes.inForce(period)
    const all = branches.all(version.periodOf(period))
    const listed = new Set(all.map((branch) => branch.id))
    // 期末已不在的支部不参与排名。
    const stored = scores.latestOfPeriod(period).filter((score) => listed.has(score.branchId))
    return {
      period,
      version,
      branches: all,
      scores: new Map(stored.map((score) => [score.branchId, score])),
      ranks: rank(version.body.scheme, stored),
      dirty: scores.dirtyBranches(period),
      frozen: isFrozen(period),
    }
  }
  /** 按类别、名次、组织树的次序;没有名次的在后,没有类别的最后。 */
  const sorted = (results: readonly ResultSummary[]): ResultSummary[] => {
    const order = new Map(categories().map((category, index) => [category.code, index]))
    const last = Number.MAX_SAFE_INTEGER
    const place = (summary: ResultSummary): number => (summary.category === null ? last : (order.get(summary.category) ?? last - 1))
    return results.toSorted((a, b) => place(a) - place(b) || (a.rank?.rank ?? last) - (b.rank?.rank ?? last))
  }
  return { view, overview: (period: PeriodView): ResultSummary[] => sorted(period.branches.map((branch) => summaryOf(period, branch))) }
}
export type PeriodViews = ReturnType<typeof createPeriodViews>
