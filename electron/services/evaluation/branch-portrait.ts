import type { BranchPortrait } from '../../../shared/model/evaluation.ts'
import { scoreLinesText } from '../../../shared/i18n/zh-CN/score-lines.ts'
import { explainIndicator, type ExplainedIndicator } from '../../domain/evaluation/explain-indicator.ts'
import { topLosses } from '../../domain/evaluation/losses.ts'
import { nextStar } from '../../domain/evaluation/next-star.ts'
import { dimensionRatios, portraitAxes } from '../../domain/evaluation/portrait-axes.ts'
import { HUNDRED, numberOr, toText } from '../../domain/scoring/rational.ts'
import type { ScoreEntryRepo } from '../../store/repos/score-entry-repo.ts'
import type { StoredScore } from '../../store/repos/score-repo.ts'
import type { BranchEntry } from './branch-directory.ts'
import type { BranchFacts } from './branch-facts.ts'
import type { LoadedVersion, SchemeLibrary } from './schemes/scheme-library.ts'
import { dimensionLine, dimensionName, lineName } from './schemes/scheme-view.ts'
import { summaryOf, type PeriodView } from './summaries.ts'

const basisText = (figures: ExplainedIndicator['figures']): string => {
  const values = figures?.values ?? {}
  if (values['required'] !== undefined && values['n'] !== undefined) return scoreLinesText.counted(values['required'], values['n'])
  if (values['numerator'] === undefined || values['denominator'] === undefined) return ''
  return figures?.type === 'completeness' ? scoreLinesText.filled(values['denominator'], values['numerator']) : scoreLinesText.achieved(values['numerator'], values['denominator'])
}

interface Parts {
  readonly schemes: SchemeLibrary
  readonly entries: ScoreEntryRepo
  readonly facts: BranchFacts
}

/** 支部画像:雷达各轴、成绩构成、距下一星、否决、失分。只读现行成绩,不改任何东西。 */
export const createPortraits = ({ schemes, entries, facts }: Parts) => {
  /** 一项失分的原因:手工的是评分时写的原因,自动的是应办与计入,扣分的是各次事由。 */
  const reasonsOf = (version: LoadedVersion, branch: BranchEntry, view: PeriodView, score: StoredScore) => {
    const place = { branchId: branch.id, period: view.period }
    const manual = new Map(entries.manualScores(place).map((row) => [row.indicatorId, row.reason]))
    const events = entries.events(place)
    return (indicatorId: string): string => {
      const indicator = version.body.scheme.indicators.find((one) => one.id === indicatorId)
      if (indicator?.kind === 'deduct')
        return events
          .filter((event) => event.indicatorId === indicatorId)
          .map((event) => event.reason)
          .join(scoreLinesText.reasonSeparator)
      if (indicator?.source !== 'auto' || indicator.rule === null || indicator.rule === undefined) return manual.get(indicatorId) ?? ''
      const { ledger, params } = facts.load(branch.id, version.periodOf(view.period), [indicator.rule])
      return basisText(explainIndicator(indicator.rule, { ledger, params, period: version.periodOf(view.period), category: score.category }).figures)
    }
  }

  return (view: PeriodView, branch: BranchEntry): BranchPortrait => {
    const score = view.scores.get(branch.id)
    const version = score === undefined ? view.version : schemes.byId(score.versionId)
    const { scheme } = version.forCategory(score?.category ?? branch.category)
    const category = score?.category ?? branch.category
    // 只与同类、已计分的其他支部比。
    const peers = [...view.scores.values()].filter((other) => other.branchId !== branch.id && other.category === category && other.status === 'scored')
    const { axes, drawable, closed } = portraitAxes(
      scheme,
      score?.result ?? null,
      peers.map((peer) => dimensionRatios(peer.result)),
    )
    const reasonOf = score === undefined ? () => '' : reasonsOf(version, branch, view, score)
    const nameOf = (indicatorId: string): string => version.body.texts.indicators[indicatorId]?.name ?? indicatorId
    const triggered = new Set(score?.result.vetoes)
    const shownLines = new Map((score?.result.lines ?? []).map((line) => [line.key, line.shown]))
    return {
      summary: summaryOf(view, branch),
      schemeName: version.body.name,
      schemeVersion: version.version,
      fullTotal: toText(numberOr(scheme.fullTotal, HUNDRED)),
      coverage: score?.result.coverage ?? null,
      totalExact: score?.totalExact ?? null,
      // 一维的得分与「总分构成」里那一行用同一个公布数:各行按最大余数凑成总分,两处不能差一分。
      axes: axes.map((axis) => ({ ...axis, name: dimensionName(version.body, axis.id), score: axis.score === null ? null : (shownLines.get(dimensionLine(axis.id)) ?? axis.score) })),
      drawable,
      closed,
      peerCount: peers.length,
      lines: (score?.result.lines ?? []).map((line) => ({ ...line, name: lineName(version.body, line.key) })),
      nextStar: score === undefined ? null : nextStar(scheme, score.category, score.result),
      starCap: score?.result.starCap ?? null,
      vetoes: entries
        .vetoes({ branchId: branch.id, period: view.period })
        .filter((veto) => triggered.has(veto.indicatorId))
        .map((veto) => ({ indicatorId: veto.indicatorId, name: nameOf(veto.indicatorId), reason: veto.reason })),
      losses: score === undefined ? [] : topLosses(scheme, score.result).map((loss) => ({ ...loss, name: nameOf(loss.indicatorId), reason: reasonOf(loss.indicatorId) })),
      computedAt: score?.knownAt ?? null,
    }
  }
}
