import type { evaluationContract } from '../../shared/contract/evaluation.contract.ts'
import type { PeriodState } from '../../shared/model/evaluation-period.ts'
import type { BranchSheet } from '../../shared/model/evaluation.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createEvaluationPeriodRepo } from '../store/repos/evaluation-period-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import type { BranchEntry } from './evaluation/branch-directory.ts'
import { createPortraits } from './evaluation/branch-portrait.ts'
import { createBranchTrends } from './evaluation/branch-trend.ts'
import { createSheets } from './evaluation/branch-sheet.ts'
import { checkPoints, requireDue, requireEvent, requireManual, requireVeto } from './evaluation/entry-checks.ts'
import { createEvaluationParts } from './evaluation/evaluation-parts.ts'
import { createExplanations } from './evaluation/indicator-explanation.ts'
import type { LoadedVersion } from './evaluation/schemes/scheme-library.ts'
import { schemeView } from './evaluation/schemes/scheme-view.ts'
import { createScorePeriod } from './evaluation/score-period.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const ENTRY_OPEN: ReadonlySet<PeriodState> = new Set<PeriodState>(['open', 'self_assessed'])

interface Place {
  readonly branchId: string
  readonly period: string
}
interface EntryTarget {
  readonly branch: BranchEntry
  readonly version: LoadedVersion
}

/** 月评价:看方案、总览、评分表、画像、依据;录入手工分、加扣分、否决、豁免;计算全部支部。 */
export const createEvaluationHandlers = (scope: WorkspaceScope): GroupHandlers<typeof evaluationContract> => {
  const parts = createEvaluationParts(scope)
  const { branches, entries, schemes, scorer, views } = parts
  const { read: periodOf } = createEvaluationPeriodRepo(scope.store.db, () => scope.ports.ids.next())
  /** 评完、公示、关账了的,录入都不再收。 */
  const requireEntryOpen = (period: string): void => {
    if (!ENTRY_OPEN.has(periodOf(period)?.state ?? 'open')) failWith('PERIOD_CLOSED')
  }
  const sheets = createSheets(schemes, entries, scorer)
  const portrait = createPortraits(parts)
  const trend = createBranchTrends(parts)
  const explanation = createExplanations(parts.facts, sheets)

  /** 读一个支部一个月:先确认是支部,再确认有方案。 */
  const look = <T>({ branchId, period }: Place, show: (view: ReturnType<typeof views.view>, branch: BranchEntry) => T): T => {
    const branch = branches.find(branchId, period)
    return show(views.view(period), branch)
  }
  /** 录入:一个事务里记下、重算本支部本月,提交后给出新的评分表。 */
  const enter = (procedure: string, place: Place, record: (transaction: Transaction, target: EntryTarget) => void): BranchSheet => {
    const branch = branches.find(place.branchId, place.period)
    const version = schemes.inForce(place.period)
    requireEntryOpen(place.period)
    scope.write('evaluation', procedure, (transaction) => {
      record(transaction, { branch, version })
      scorer.rescore(transaction, branch, place.period)
      transaction.emit('evaluation.changed', { branchIds: [branch.id], periods: [place.period] })
    })
    return sheets.sheet(views.view(place.period), branch)
  }
  const newId = (): string => scope.ports.ids.next()

  return {
    scheme: ({ period }) => schemeView(schemes.inForce(period)),
    periodOverview: ({ period }, { access }) => {
      const view = views.view(period)
      return { schemeName: view.version.body.name, schemeVersion: view.version.version, results: views.overview(view).filter(({ branchId }) => access.covers(branchId)) }
    },
    branchSheet: (place) => look(place, sheets.sheet),
    branchPortrait: (place) => look(place, portrait),
    branchTrend: (place) => trend(branches.find(place.branchId, place.period), place.period),
    explainIndicator: ({ indicatorId, ...place }) => look(place, (view, branch) => explanation(view, branch, indicatorId)),
    saveManualScore: ({ indicatorId, points, reason, ...place }) =>
      enter('evaluation.saveManualScore', place, (transaction, { branch, version }) => {
        requireManual(version, branch.category, indicatorId, place.period)
        const exact = checkPoints(version, branch.category, indicatorId, points, reason)
        const current = entries.manualScores(place).find((row) => row.indicatorId === indicatorId)
        // 原样再存一次不算改动,不留一条空的修订。
        if (current?.points === exact && current.reason === reason) return
        entries.appendManual(transaction, place, { id: newId(), versionId: version.id, indicatorId, points: exact, reason, state: 'confirmed' })
      }),
    withdrawManualScore: ({ indicatorId, ...place }) =>
      enter('evaluation.withdrawManualScore', place, (transaction, { version }) => {
        const current = entries.manualScores(place).find((row) => row.indicatorId === indicatorId) ?? failWith('NOT_FOUND')
        entries.appendManual(transaction, place, { id: newId(), versionId: version.id, indicatorId, points: current.points, reason: current.reason, state: 'withdrawn' })
      }),
    addEvent: ({ indicatorId, level, branchId, period, ...event }) =>
      enter('evaluation.addEvent', { branchId, period }, (transaction, { branch, version }) => {
        requireEvent(version, branch.category, indicatorId, level)
        entries.insertEvent(transaction, { branchId, period }, { id: newId(), indicatorId, level, ...event })
      }),
    withdrawEvent: ({ id, rev, reason, ...place }) => enter('evaluation.withdrawEvent', place, (transaction) => entries.withdrawEvent(transaction, place, id, rev, reason)),
    recordVeto: ({ indicatorId, branchId, period, ...veto }) =>
      enter('evaluation.recordVeto', { branchId, period }, (transaction, { branch, version }) => {
        requireVeto(version, branch.category, indicatorId)
        entries.insertVeto(transaction, { branchId, period }, { id: newId(), indicatorId, ...veto })
      }),
    withdrawVeto: ({ id, rev, reason, ...place }) => enter('evaluation.withdrawVeto', place, (transaction) => entries.withdrawVeto(transaction, place, id, rev, reason)),
    exempt: ({ indicatorId, reason, approvedBy, ...place }) =>
      enter('evaluation.exempt', place, (transaction, { branch, version }) => {
        requireDue(version, branch.category, indicatorId, place.period)
        const current = entries.exemptions(place).find((row) => row.indicatorId === indicatorId)
        if (current === undefined) entries.insertExemption(transaction, place, { id: newId(), indicatorId, reason, approvedBy })
        else entries.changeExemption(transaction, current.id, { reason, approvedBy })
      }),
    withdrawExemption: ({ id, ...place }) => enter('evaluation.withdrawExemption', place, (transaction) => entries.withdrawExemption(transaction, place, id)),
    scorePeriod: createScorePeriod({ scope, branches, scorer, views, requireOpen: requireEntryOpen }),
  }
}
