import type { meetingsContract } from '../../../shared/contract/meetings.contract.ts'
import type { MeetingDetail, RecordState } from '../../../shared/model/meeting.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import type { MeetingRecord, MeetingRepo } from '../../store/repos/meeting-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'

type Change = (procedure: string, id: string, apply: (transaction: Transaction, before: MeetingRecord) => void) => MeetingDetail

/** 上级每一步之前须在什么状态:审批看上报的,评价看审批过的;退回办结以后哪一步都可以。 */
const REVIEWED_FROM: Readonly<Record<'approve' | 'evaluate' | 'return', readonly RecordState[]>> = {
  approve: ['submitted'],
  evaluate: ['submitted', 'approved', 'evaluated'],
  return: ['finished', 'submitted', 'approved', 'evaluated'],
}
const REVIEWED_TO = { approve: 'approved', evaluate: 'evaluated', return: 'returned' } as const satisfies Record<string, RecordState>

/** 上报与上级的审批、评价、退回(记录生命周期)。退回不抹掉评语与等次:下一次审阅时另写。 */
export const createReviewMeeting = (repo: MeetingRepo, change: Change): Pick<GroupHandlers<typeof meetingsContract>, 'submit' | 'review'> => ({
  submit: ({ id, rev }) =>
    change('meetings.submit', id, (transaction, before) => {
      if (before.state !== 'finished') failWith('NOT_SUBMITTED')
      repo.setState(transaction, id, rev, { state: 'submitted', action: 'submit', submittedAt: transaction.at })
    }),
  review: ({ id, rev, decision, opinion, grade, returnDueOn }) =>
    change('meetings.review', id, (transaction, before) => {
      if (!REVIEWED_FROM[decision].includes(before.state)) failWith('NOT_SUBMITTED')
      const isReturn = decision === 'return'
      if (isReturn && opinion.trim() === '') failWith('OPINION_REQUIRED')
      repo.setState(transaction, id, rev, {
        state: REVIEWED_TO[decision],
        action: decision,
        ...(isReturn ? { reason: opinion.trim() } : {}),
        review: { reviewedAt: transaction.at, opinion: opinion.trim(), grade: isReturn ? before.review.grade : grade, returnedCount: before.review.returnedCount + (isReturn ? 1 : 0), returnDueOn: isReturn ? returnDueOn : null },
      })
    }),
})
