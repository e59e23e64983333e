import { Input, Select } from 'antd'
import { useState } from 'react'
import { developmentEventKinds, developmentSteps } from '../../../shared/data/code-tables/development-steps.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentDetail, DevelopmentEventKind } from '../../../shared/model/development.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const text = developmentText.event
const WITH_UNTIL: readonly DevelopmentEventKind[] = ['extended', 'postponed']

/** 主路之外的事:终止、退回、延长、推迟、取消、转出、恢复。 */
export const EventDialog = ({ person, onClose }: { readonly person: DevelopmentDetail; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const kinds = developmentEventKinds.filter(({ code }) => (person.status === 'active' ? code !== 'resumed' : code === 'resumed')).map(({ code, name }) => ({ value: code, label: name }))
  const [kind, setKind] = useState<DevelopmentEventKind>(kinds[0]?.value ?? 'terminated')
  const [onDay, setOnDay] = useState<string | null>(today)
  const [untilDay, setUntilDay] = useState<string | null>(null)
  const [toStep, setToStep] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [documentNumber, setDocumentNumber] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const steps = developmentSteps.filter(({ step }) => person.steps[step - 1]?.state !== 'none').map(({ step, name }) => ({ value: step, label: developmentText.stepLine(step, name) }))
  const save = (): void => {
    setAsked(true)
    if (onDay === null || reason.trim() === '') return
    void submit.run(() => api.development.recordEvent({ personId: person.id, event: { kind, onDay, untilDay: WITH_UNTIL.includes(kind) ? untilDay : null, toStep: kind === 'returned' ? toStep : null, reason: reason.trim(), documentNumber } }), onClose)
  }
  return (
    <FormDialog open title={text.title} confirmLabel={text.confirm} submit={submit} onConfirm={save} onClose={onClose}>
      <div className="form-row">
        <Field label={text.kind}>{(control) => <Select {...control} className="full-width" value={kind} options={kinds} onChange={(chosen: DevelopmentEventKind) => setKind(chosen)} />}</Field>
        <Field label={text.day} required>{(control) => <DateField {...control} value={onDay} onChange={setOnDay} />}</Field>
      </div>
      {WITH_UNTIL.includes(kind) && <Field label={text.until} required>{(control) => <DateField {...control} value={untilDay} onChange={setUntilDay} />}</Field>}
      {kind === 'returned' && <Field label={text.toStep} required>{(control) => <Select {...control} className="full-width" value={toStep} options={steps} onChange={(step: number) => setToStep(step)} />}</Field>}
      <Field label={text.reason} required error={asked && reason.trim() === '' ? text.reasonMissing : undefined}>
        {(control) => <Input {...control} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Field label={text.number}>{(control) => <Input {...control} value={documentNumber} maxLength={60} onChange={(event) => setDocumentNumber(event.target.value)} />}</Field>
    </FormDialog>
  )
}
