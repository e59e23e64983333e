import { App, Button } from 'antd'
import { useCallback, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { submissionStates } from '../../../shared/data/code-tables/submission-states.ts'
import { plansText } from '../../../shared/i18n/zh-CN/plans.ts'
import type { Submission } from '../../../shared/model/submission.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { SubmissionReview } from './submission-review.tsx'
import { SUBMISSION_TONES } from './submission-tones.ts'

const text = plansText.submission

/** 一个支部一年的计划(总结)报到哪一步:上报、审阅、改一下,都在这一行。 */
export const SubmissionBar = ({ submission, name }: { readonly submission: Submission; readonly name: string }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const session = useSession((state) => state.session)
  const [dialog, setDialog] = useState<'reopen' | 'review' | null>(null)
  const { id, rev, branchId, definitionKey, year, state, entries, submittedOn, reviewedOn, reviewer, opinion, returnedCount, returnDueOn } = submission
  const line = text.line(year, name)
  const loadHistory = useCallback((offset: number) => api.history.submission({ id: id ?? '', offset }), [id])
  const mayWrite = mayCall(session, contract.submissions.submit)
  const isIn = state === 'submitted' || state === 'approved'
  const facts = [
    text.entries(entries),
    ...(submittedOn === null ? [] : [text.submittedOn(submittedOn)]),
    ...(reviewedOn === null ? [] : [text.reviewedOn(reviewedOn, reviewer)]),
    ...(returnedCount === 0 ? [] : [text.returnedCount(returnedCount)]),
    ...(state === 'returned' && returnDueOn !== null ? [text.returnDue(returnDueOn)] : []),
  ]
  const send = (): void => void submit.run(() => api.submissions.submit({ definitionKey, branchId, year, rev }), () => void message.success(text.submitted))
  const reopen = (reason: string): void => {
    if (id !== null) void submit.run(() => api.submissions.reopen({ id, rev, reason }), () => setDialog(null))
  }
  return (
    <section className="submission-bar" aria-label={line}>
      <StateTag tone={SUBMISSION_TONES[state]} word={nameOf(submissionStates, state)} />
      <span className="submission-facts">{facts.join(' · ')}</span>
      {mayWrite && !isIn && (
        <Button type={state === 'none' ? 'default' : 'primary'} loading={submit.busy} disabled={entries === 0} title={entries === 0 ? text.nothing : ''} onClick={send}>
          {state === 'none' ? text.submit : text.submitAgain}
        </Button>
      )}
      {mayWrite && isIn && <Button onClick={() => setDialog('reopen')}>{text.reopen}</Button>}
      {isIn && mayCall(session, contract.submissions.review) && <Button onClick={() => setDialog('review')}>{text.review}</Button>}
      {id !== null && <HistoryButton load={loadHistory} />}
      {opinion !== '' && <p className="submission-opinion">{opinion}</p>}
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <ReasonDialog open={dialog === 'reopen'} title={text.reopenTitle(line)} consequence={text.reopenNote} confirmLabel={text.reopenConfirm} busy={submit.busy} onConfirm={reopen} onCancel={() => setDialog(null)} />
      <SubmissionReview submission={dialog === 'review' ? submission : null} name={name} onClose={() => setDialog(null)} />
    </section>
  )
}
