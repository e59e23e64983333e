import { App, Input, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { plansText } from '../../../shared/i18n/zh-CN/plans.ts'
import type { Submission } from '../../../shared/model/submission.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = plansText.submission
type Decision = 'approve' | 'return'
const DECISIONS: readonly Decision[] = ['approve', 'return']

/** 上级审阅一个支部一年的计划(总结):通过,或写明哪里要改退回。 */
export const SubmissionReview = ({ submission, name, onClose }: { readonly submission: Submission | null; readonly name: string; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const choices = submission?.state === 'submitted' ? DECISIONS : DECISIONS.slice(1)
  const [decision, setDecision] = useState<Decision>('approve')
  const [reviewer, setReviewer] = useState('')
  const [opinion, setOpinion] = useState('')
  const [returnDueOn, setReturnDueOn] = useState<string | null>(null)
  const openedId = submission?.id ?? null
  useEffect(() => {
    if (submission === null) return
    setDecision(submission.state === 'submitted' ? 'approve' : 'return')
    setReviewer(submission.reviewer)
    setOpinion('')
    setReturnDueOn(null)
    submit.clear()
    // 只在打开的那一下恢复;别处的更新不冲掉正写着的意见。
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [openedId])
  const confirm = (): void => {
    if (submission === null || submission.id === null) return
    const { id, rev } = submission
    void submit.run(() => api.submissions.review({ id, rev: rev === 0 ? 1 : rev, decision, reviewer: reviewer.trim(), opinion: opinion.trim(), returnDueOn: decision === 'return' ? returnDueOn : null }), () => {
      void message.success(text.done)
      onClose()
    })
  }
  return (
    <FormDialog open={submission !== null} title={text.reviewTitle(submission === null ? '' : `${submission.branchName} ${text.line(submission.year, name)}`)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <fieldset>
        <legend className="field-label">{text.decision}</legend>
        <Radio.Group value={decision} onChange={(event) => setDecision(event.target.value as Decision)} options={choices.map((value) => ({ value, label: text.decisions[value] }))} />
      </fieldset>
      <Field label={text.reviewer}>{(control) => <Input {...control} value={reviewer} maxLength={40} onChange={(event) => setReviewer(event.target.value)} />}</Field>
      <Field label={text.opinion} required={decision === 'return'} {...(decision === 'return' ? { hint: text.opinionHint } : {})}>
        {(control) => <Input.TextArea {...control} value={opinion} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setOpinion(event.target.value)} />}
      </Field>
      {decision === 'return' && <Field label={text.returnDueOn}>{(control) => <DateField {...control} value={returnDueOn} onChange={setReturnDueOn} />}</Field>}
    </FormDialog>
  )
}
