import type { submissionsContract } from '../../shared/contract/submissions.contract.ts'
import { shippedRegister } from '../../shared/data/registers/index.ts'
import type { Submission, SubmissionState } from '../../shared/model/submission.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createSubmissionRepo } from '../store/repos/submission-repo.ts'
import { createUnitSubtree } from '../store/repos/unit-subtree.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 还没报、退回了、改过的可以报;报了的可以审;审批过的上级也能再退回。 */
const SUBMITTABLE: readonly SubmissionState[] = ['none', 'returned', 'reopened']
const REVIEWED_FROM = { approve: ['submitted'], return: ['submitted', 'approved'] } as const satisfies Record<string, readonly SubmissionState[]>

/** 年度计划、年度总结的上报、审批、退回。 */
export const createSubmissionHandlers = (scope: WorkspaceScope): GroupHandlers<typeof submissionsContract> => {
  const { db } = scope.store
  const repo = createSubmissionRepo(db, () => scope.ports.ids.next())
  const organisations = createOrganisationRepo(db)
  const subtree = createUnitSubtree(db)
  const today = (): string => scope.ports.clock.today()
  const requireYearly = (definitionKey: string): void => {
    if (shippedRegister(definitionKey)?.yearly === undefined) failWith('NOT_FOUND')
  }
  const of = (definitionKey: string, branchId: string, year: number): Submission => repo.of(definitionKey, branchId, year, today()) ?? failWith('NOT_FOUND')
  const byId = (id: string): Submission => {
    const { definitionKey, branchId, year } = repo.head(id) ?? failWith('NOT_FOUND')
    return of(definitionKey, branchId, year)
  }
  const write = (procedure: string, { definitionKey, branchId, year }: Pick<Submission, 'definitionKey' | 'branchId' | 'year'>, apply: (transaction: Transaction) => void): Submission => {
    scope.write('meeting', procedure, (transaction) => {
      apply(transaction)
      transaction.emit('registers.changed', { branchIds: [branchId] })
    })
    return of(definitionKey, branchId, year)
  }
  return {
    list: ({ definitionKey, organisationId, year }, { access }) => {
      requireYearly(definitionKey)
      return { rows: repo.list(definitionKey, subtree.covered(organisationId, access.covers), year, today()) }
    },
    submit: ({ definitionKey, branchId, year, rev }) => {
      requireYearly(definitionKey)
      if (organisations.lifespan(branchId) === null) failWith('NOT_FOUND')
      if (organisations.kindOf(branchId) !== 'branch') failWith('NOT_A_BRANCH')
      const before = of(definitionKey, branchId, year)
      if (before.rev !== rev) failWith('STALE', { currentRev: before.rev })
      if (!SUBMITTABLE.includes(before.state)) failWith('NOT_SUBMITTED')
      if (before.entries === 0) failWith('NOTHING_TO_SUBMIT')
      return write('submissions.submit', before, (transaction) => repo.submit(transaction, before, rev, today()))
    },
    review: ({ id, rev, decision, reviewer, opinion, returnDueOn }) => {
      const before = byId(id)
      if (!(REVIEWED_FROM[decision] as readonly SubmissionState[]).includes(before.state)) failWith('NOT_SUBMITTED')
      const isReturn = decision === 'return'
      if (isReturn && opinion.trim() === '') failWith('OPINION_REQUIRED')
      return write('submissions.review', before, (transaction) =>
        repo.review(transaction, id, rev, { state: isReturn ? 'returned' : 'approved', day: today(), reviewer: reviewer.trim(), opinion: opinion.trim(), returnedCount: before.returnedCount + (isReturn ? 1 : 0), returnDueOn: isReturn ? returnDueOn : null }),
      )
    },
    reopen: ({ id, rev, reason }) => {
      const before = byId(id)
      if (before.state !== 'submitted' && before.state !== 'approved') failWith('NOT_SUBMITTED')
      return write('submissions.reopen', before, (transaction) => repo.reopen(transaction, id, rev, reason))
    },
  }
}
