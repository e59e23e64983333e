import { Input, Radio } from 'antd'
import { useState } from 'react'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'
import type { Objection } from '../../../shared/model/evaluation-period.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = appealsText.answer

/** 答复一件申诉:采纳(另提更正)、不采纳。 */
export const AnswerDialog = ({ objection, onClose }: { readonly objection: Objection; readonly onClose: () => void }) => {
  const submit = useSubmit()
  const [upheld, setUpheld] = useState(false)
  const [reply, setReply] = useState('')
  const [decidedBy, setDecidedBy] = useState('')
  const [asked, setAsked] = useState(false)
  const confirm = (): void => {
    setAsked(true)
    if (reply.trim() === '' || decidedBy.trim() === '') return
    void submit.run(() => api.appeals.answer({ id: objection.id, rev: objection.rev, upheld, reply: reply.trim(), decidedBy: decidedBy.trim() }), onClose)
  }
  return (
    <FormDialog open title={text.title(objection.branchName)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={600}>
      <p className="appeal-text">{objection.text}</p>
      <Radio.Group aria-label={text.outcome} value={upheld} onChange={(event) => setUpheld(event.target.value === true)}>
        <Radio value={true}>{text.upheld}</Radio>
        <Radio value={false}>{text.rejected}</Radio>
      </Radio.Group>
      <Field label={text.reply} required error={asked && reply.trim() === '' ? text.replyRequired : undefined}>
        {(control) => <Input.TextArea {...control} autoFocus value={reply} maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={(event) => setReply(event.target.value)} />}
      </Field>
      <Field label={text.decidedBy} required error={asked && decidedBy.trim() === '' ? text.decidedByRequired : undefined}>
        {(control) => <Input {...control} value={decidedBy} maxLength={60} onChange={(event) => setDecidedBy(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}
