import { App, Input, Radio } from 'antd'
import { useState } from 'react'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { CorrectionRow } from '../../../shared/model/evaluation-period.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = appealsText.decide

interface DecideDialogProps {
  readonly correction: CorrectionRow
  /** 改什么,一句话。 */
  readonly change: string
  /** 这一期关账了没有:关了的要写由谁批准重开。 */
  readonly closed: boolean
  readonly onClose: () => void
}

/** 批准或不批一件更正。 */
export const DecideDialog = ({ correction, change, closed, onClose }: DecideDialogProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [approve, setApprove] = useState(true)
  const [decidedBy, setDecidedBy] = useState('')
  const [reopenedBy, setReopenedBy] = useState('')
  const [asked, setAsked] = useState(false)
  const asksReopener = approve && closed
  const confirm = (given: Parameters<React.ComponentProps<typeof ConfirmedDialog>['onConfirm']>[0]): void => {
    setAsked(true)
    if (decidedBy.trim() === '' || (asksReopener && reopenedBy.trim() === '')) return
    void submit.run(
      () => api.appeals.decide({ id: correction.id, rev: correction.rev, approve, decidedBy: decidedBy.trim(), reopenedBy: asksReopener ? reopenedBy.trim() : '' }, { confirm: given }),
      ({ revision }) => {
        void message.success(revision === null ? text.rejected : text.done(revision))
        onClose()
      },
    )
  }
  return (
    <ConfirmedDialog open title={text.title(correction.branchName, standingsText.periodName(correction.period))} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={600}>
      <p>
        {change}：{appealsText.grounds(correction.reason, correction.evidence)}
      </p>
      <Radio.Group aria-label={text.outcome} value={approve} onChange={(event) => setApprove(event.target.value === true)}>
        <Radio value={true}>{text.approve}</Radio>
        <Radio value={false}>{text.reject}</Radio>
      </Radio.Group>
      {approve && <p className="meta">{text.consequence}</p>}
      <Field label={text.decidedBy} required error={asked && decidedBy.trim() === '' ? text.decidedByRequired : undefined}>
        {(control) => <Input {...control} value={decidedBy} maxLength={60} onChange={(event) => setDecidedBy(event.target.value)} />}
      </Field>
      {asksReopener && (
        <Field label={text.reopenedBy} required error={asked && reopenedBy.trim() === '' ? text.reopenedByRequired : undefined}>
          {(control) => <Input {...control} value={reopenedBy} maxLength={60} onChange={(event) => setReopenedBy(event.target.value)} />}
        </Field>
      )}
    </ConfirmedDialog>
  )
}
