import type { Handler } from '../../rpc/handlers.ts'
import type { evaluationContract } from '../../../shared/contract/evaluation.contract.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BranchDirectory, BranchEntry } from './branch-directory.ts'
import type { BranchScorer } from './score-branch.ts'
import type { PeriodViews } from './summaries.ts'

type Job = (typeof evaluationContract)['scorePeriod']

const PROCEDURE = 'evaluation.scorePeriod'
/** 连续算这么久就让一让,别的请求才插得进来。 */
const SLICE_MILLISECONDS = 20
const STAGE = 'score'

interface Parts {
  readonly scope: WorkspaceScope
  readonly branches: BranchDirectory
  readonly scorer: BranchScorer
  readonly views: PeriodViews
  /** @throws DeclaredFailure PERIOD_CLOSED 评完、公示了的不再重算。 */
  requireOpen(period: string): void
}

const takeTurns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * 计算一个月全部支部。每个支部各自一个事务:取消或断电,已算的都在;没有变化的支部不写。
 * 界面只在最后收到一次变动通知。
 */
export const createScorePeriod = ({ scope, branches, scorer, views, requireOpen }: Parts): Handler<Job> => {
  const announce = (period: string, written: readonly string[], changed: number): void => {
    if (written.length === 0) return
    scope.write('evaluation', PROCEDURE, (transaction) => {
      transaction.audit({ ownerUnit: null, table: 'score_result', recordId: '', detail: { action: 'score', period, changed } })
      transaction.emit('evaluation.changed', { branchIds: [...written], periods: [period] })
    })
  }
  return async ({ period }, context) => {
    requireOpen(period)
    const all = branches.all(period)
    const written: string[] = []
    let changed = 0
    const scoreOne = (branch: BranchEntry): void => {
      const computation = scorer.compute(branch, period)
      if (!scorer.needsWriting(branch.id, period, computation)) return
      if (scope.write('evaluation', PROCEDURE, (transaction) => scorer.store(transaction, branch.id, period, computation))) changed += 1
      written.push(branch.id)
    }
    let sliceStart = scope.ports.clock.now()
    try {
      for (const [index, branch] of all.entries()) {
        context.signal.throwIfAborted()
        scoreOne(branch)
        context.progress({ done: index + 1, total: all.length, stage: STAGE })
        if (scope.ports.clock.now() - sliceStart < SLICE_MILLISECONDS) continue
        await takeTurns()
        sliceStart = scope.ports.clock.now()
      }
    } finally {
      announce(period, written, changed)
    }
    return { results: views.overview(views.view(period)), changed }
  }
}
