import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { nominalMarks } from '../../domain/scoring/nominal-marks.ts'
import { toText } from '../../domain/scoring/rational.ts'
import type { PeriodResult } from '../../domain/scoring/result.ts'
import type { ScoreEntryRepo } from '../../store/repos/score-entry-repo.ts'
import type { BranchEntry } from './branch-directory.ts'
import type { BranchScorer } from './score-branch.ts'
import type { LoadedVersion, SchemeLibrary } from './schemes/scheme-library.ts'
import { indicatorView, schemeView } from './schemes/scheme-view.ts'
import { summaryOf, type PeriodView } from './summaries.ts'

/** 评分表与画像所依据的一次计算:有现行成绩用现行成绩,没有就现算一份(不存)。 */
export interface Standing {
  readonly version: LoadedVersion
  readonly category: string | null
  readonly result: PeriodResult
}

export const createSheets = (schemes: SchemeLibrary, entries: ScoreEntryRepo, scorer: BranchScorer) => {
  const standing = (view: PeriodView, branch: BranchEntry): Standing => {
    const score = view.scores.get(branch.id)
    return score === undefined ? scorer.compute(branch, view.period) : { version: schemes.byId(score.versionId), category: score.category, result: score.result }
  }
  const lines = (branch: BranchEntry, period: string, { version, category, result }: Standing): BranchSheet['lines'] => {
    const { scheme, prepared } = version.forCategory(category)
    const place = { branchId: branch.id, period }
    const marks = nominalMarks(prepared, category)
    const manual = new Map(entries.manualScores(place).map((row) => [row.indicatorId, row]))
    const exempt = new Map(entries.exemptions(place).map((row) => [row.indicatorId, row]))
    return scheme.indicators.flatMap((indicator) => {
      const own = result.indicators[indicator.id]
      if (own === undefined) return []
      const mark = marks.get(indicator.id)
      const score = manual.get(indicator.id)
      const exemption = exempt.get(indicator.id)
      return [
        {
          indicator: indicatorView(version.body, indicator),
          state: own.state,
          fullMark: mark === undefined ? null : toText(mark),
          effectiveMark: own.full,
          points: own.points,
          achievement: own.achievement,
          flags: [...(own.flags ?? [])],
          manual: score === undefined ? null : { points: score.points, reason: score.reason, recordedAt: score.recordedAt },
          exemption: exemption === undefined ? null : { id: exemption.id, reason: exemption.reason },
        },
      ]
    })
  }
  const sheet = (view: PeriodView, branch: BranchEntry): BranchSheet => {
    const own = standing(view, branch)
    const place = { branchId: branch.id, period: view.period }
    return {
      branchId: branch.id,
      branchName: branch.name,
      category: branch.category,
      period: view.period,
      scheme: schemeView(own.version),
      lines: lines(branch, view.period, own),
      events: entries.events(place),
      vetoes: entries.vetoes(place),
      summary: summaryOf(view, branch),
    }
  }
  return { sheet, standing }
}
export type Sheets = ReturnType<typeof createSheets>
