import { Input, Select } from 'antd'
import { useState } from 'react'
import { contactsText } from '../../../shared/i18n/zh-CN/contacts.ts'
import type { Contact } from '../../../shared/model/contact.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const text = contactsText.visits

/** 记一次走访;以前记的在下面。 */
export const VisitDialog = ({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const lacking = contact.standings.find(({ missing }) => missing > 0)?.name
  const [fields, setFields] = useState({ objectName: lacking ?? contact.objects[0]?.name ?? '', day: today as string | null, note: '' })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const removing = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    const { day } = fields
    if (day === null) return
    void submit.run(() => api.contacts.saveVisit({ organisationId: contact.organisationId, contact: { id: contact.id }, visit: null, fields: { ...fields, day } }), onClose)
  }
  return (
    <FormDialog open title={text.dialog(contact.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="form-row">
        <Field label={text.object}>{(control) => <Select {...control} className="full-width" value={fields.objectName} options={contact.objects.map(({ name }) => ({ value: name, label: name }))} onChange={(objectName: string) => setFields({ ...fields, objectName })} />}</Field>
        <Field label={text.day} required error={asked && fields.day === null ? text.dayMissing : undefined}>
          {(control) => <DateField {...control} value={fields.day} onChange={(day) => setFields({ ...fields, day })} />}
        </Field>
      </div>
      <Field label={text.note}>{(control) => <Input {...control} value={fields.note} maxLength={500} onChange={(event) => setFields({ ...fields, note: event.target.value })} />}</Field>
      <p className="field-label">{text.before}</p>
      {contact.visits.length === 0 ? (
        <p className="meta">{text.none}</p>
      ) : (
        <ul className="contacts-visits">
          {contact.visits.map(({ id, rev, day, objectName, note }) => (
            <li key={id}>
              <span>{text.line(day, objectName, note)}</span>
              <ConfirmButton label={text.remove} question={text.removeQuestion} confirmLabel={text.removeConfirm} danger loading={removing.busy} onConfirm={() => void removing.run(() => api.contacts.removeVisit({ organisationId: contact.organisationId, visit: { id, rev } }))} />
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  )
}
