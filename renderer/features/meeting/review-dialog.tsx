import { Input, Radio, Select } from 'antd'
import { useEffect, useState } from 'react'
import { reviewGrades } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import type { ReviewGrade } from '../../../shared/model/meeting-parts.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = meetingText.review
type Decision = 'approve' | 'evaluate' | 'return'
const allowed = (state: MeetingDetail['state']): readonly Decision[] => (state === 'finished' ? ['return'] : state === 'submitted' ? ['approve', 'evaluate', 'return'] : ['evaluate', 'return'])

/** 上级审阅:审批、评价或退回,写意见;退回可定改好的期限。 */
export const ReviewDialog = ({ open, detail, onDone, onClose }: { readonly open: boolean; readonly detail: MeetingDetail; readonly onDone: (detail: MeetingDetail) => void; readonly onClose: () => void }) => {
  const submit = useSubmit()
  const choices = allowed(detail.state)
  const [decision, setDecision] = useState<Decision>('approve')
  const [opinion, setOpinion] = useState('')
  const [grade, setGrade] = useState<ReviewGrade>('')
  const [returnDueOn, setReturnDueOn] = useState<string | null>(null)
  useEffect(() => {
    if (!open) return
    setDecision(choices[0] ?? 'return')
    setOpinion('')
    setGrade(detail.review.grade)
    setReturnDueOn(null)
    // 只在打开的那一下恢复;别处的更新不冲掉正写着的意见。
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open])
  const confirm = (): void => void submit.run(() => api.meetings.review({ id: detail.id, rev: detail.rev, decision, opinion: opinion.trim(), grade, returnDueOn: decision === 'return' ? returnDueOn : null }), onDone)
  return (
    <FormDialog open={open} title={text.dialog} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <fieldset>
        <legend className="field-label">{text.decision}</legend>
        <Radio.Group value={decision} onChange={(event) => setDecision(event.target.value as Decision)} options={choices.map((value) => ({ value, label: text.decisions[value] }))} />
      </fieldset>
      {decision !== 'return' && (
        <Field label={text.grade}>
          {(control) => <Select {...control} value={grade} options={[{ value: '' as const, label: text.noGrade }, ...reviewGrades.map(({ code, name }) => ({ value: code, label: name }))]} onChange={(next: ReviewGrade) => setGrade(next)} style={{ width: '100%' }} />}
        </Field>
      )}
      <Field label={text.opinion} required={decision === 'return'} {...(decision === 'return' ? { hint: text.hint } : {})}>
        {(control) => <Input.TextArea {...control} value={opinion} maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setOpinion(event.target.value)} />}
      </Field>
      {decision === 'return' && <Field label={text.returnDueOn}>{(control) => <DateField {...control} value={returnDueOn} onChange={setReturnDueOn} />}</Field>}
    </FormDialog>
  )
}
