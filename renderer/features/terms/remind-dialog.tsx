import { Input, Select } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { reminderMethods, reminderStages } from '../../../shared/data/code-tables/leading-group.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { ReminderMethod, ReminderStage, TermLine } from '../../../shared/model/leading-group.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const text = leadingGroupsText.timeline
const STAGES = reminderStages.map(({ code, name }) => ({ value: code, label: name }))
const METHODS = reminderMethods.map(({ code, name }) => ({ value: code, label: name }))

/** 记一次换届提醒;已经记的在下面,记错的撤回。 */
export const RemindDialog = ({ line, today, onClose }: { readonly line: TermLine; readonly today: string; readonly onClose: () => void }) => {
  const me = useSession(({ session }) => session.user?.displayName ?? '')
  const expected = line.steps.findLast(({ reached, recorded }) => reached && !recorded)?.stage ?? 'first'
  const [fields, setFields] = useState({ stage: expected as ReminderStage, method: 'phone' as ReminderMethod, day: today as string | null, person: me, note: '' })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const withdrawing = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    const { day, person } = fields
    if (day === null || person.trim() === '') return
    void submit.run(() => api.terms.remind({ organisationId: line.organisationId, reminder: { ...fields, day, person: person.trim() } }), onClose)
  }
  return (
    <FormDialog open title={text.remindTitle(line.name)} confirmLabel={text.remindConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="form-row">
        <Field label={text.stage}>{(control) => <Select {...control} className="full-width" value={fields.stage} options={STAGES} onChange={(stage: ReminderStage) => setFields({ ...fields, stage })} />}</Field>
        <Field label={text.method}>{(control) => <Select {...control} className="full-width" value={fields.method} options={METHODS} onChange={(method: ReminderMethod) => setFields({ ...fields, method })} />}</Field>
      </div>
      <div className="form-row">
        <Field label={text.day} required error={asked && fields.day === null ? text.dayMissing : undefined}>
          {(control) => <DateField {...control} value={fields.day} onChange={(day) => setFields({ ...fields, day })} />}
        </Field>
        <Field label={text.person} required error={asked && fields.person.trim() === '' ? text.personMissing : undefined}>
          {(control) => <Input {...control} value={fields.person} maxLength={40} onChange={(event) => setFields({ ...fields, person: event.target.value })} />}
        </Field>
      </div>
      <Field label={text.remark}>{(control) => <Input {...control} value={fields.note} maxLength={200} onChange={(event) => setFields({ ...fields, note: event.target.value })} />}</Field>
      {line.reminders.length > 0 && (
        <>
          <p className="field-label">{text.before}</p>
          <ul className="reminder-list">
            {line.reminders.map(({ id, rev, stage, day, method, person }) => (
              <li key={id}>
                <span>
                  {nameOf(reminderStages, stage)} {text.reminded(day, nameOf(reminderMethods, method), person)}
                </span>
                <ConfirmButton
                  label={text.withdraw}
                  question={text.withdrawQuestion}
                  consequence={text.withdrawConsequence}
                  confirmLabel={text.withdrawConfirm}
                  danger
                  loading={withdrawing.busy}
                  onConfirm={() => void withdrawing.run(() => api.terms.withdrawReminder({ organisationId: line.organisationId, reminder: { id, rev } }))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  )
}
