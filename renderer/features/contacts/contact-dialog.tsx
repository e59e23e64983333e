import { Input, Select } from 'antd'
import { useState } from 'react'
import { contactKinds, visitPeriods } from '../../../shared/data/code-tables/leading-group.ts'
import { contactsText } from '../../../shared/i18n/zh-CN/contacts.ts'
import type { Contact, ContactKind, ContactObject, VisitPeriod } from '../../../shared/model/contact.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { DayPair } from '../../components/day-pair.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { ContactObjects } from './contact-objects.tsx'

const text = contactsText.contacts
const ORGANISATIONS = ['party_committee', 'general_branch', 'branch'] as const
const KINDS = contactKinds.map(({ code, name }) => ({ value: code, label: name }))
const PERIODS = visitPeriods.map(({ code, name }) => ({ value: code, label: name }))

/** 登记、修改一个联系人;登记之后不换组织。 */
export const ContactDialog = ({ contact, onClose }: { readonly contact: Contact | null; readonly onClose: () => void }) => {
  const { nodes } = useOrganisations()
  const [fields, setFields] = useState({
    organisationId: contact?.organisationId ?? (null as string | null),
    kind: contact?.kind ?? ('instructor' as ContactKind),
    memberId: contact?.memberId ?? null,
    name: contact?.name ?? '',
    fromUnit: contact?.fromUnit ?? '',
    duties: contact?.duties ?? '',
    agreement: contact?.agreement ?? '',
    period: contact?.period ?? ('quarter' as VisitPeriod),
    minimum: String(contact?.minimum ?? 1),
    grade: contact?.grade ?? '',
    note: contact?.note ?? '',
    objects: contact?.objects ?? ([] as readonly ContactObject[]),
    fromDay: contact?.fromDay ?? (null as string | null),
    toDay: contact?.toDay ?? (null as string | null),
  })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const badMinimum = !/^\d{1,2}$/.test(fields.minimum.trim())
  const confirm = (): void => {
    setAsked(true)
    const { organisationId, fromDay, name, minimum, objects } = fields
    if (organisationId === null || fromDay === null || name.trim() === '' || badMinimum || objects.length === 0) return
    void submit.run(() => api.contacts.saveContact({ contact: contact === null ? null : { id: contact.id, rev: contact.rev }, fields: { ...fields, organisationId, fromDay, name: name.trim(), minimum: Number(minimum), objects: [...objects] } }), onClose)
  }
  const line = (key: 'fromUnit' | 'duties' | 'agreement' | 'grade' | 'note', label: string, limit: number) => <Field label={label}>{(control) => <Input {...control} value={fields[key]} maxLength={limit} onChange={(event) => change({ [key]: event.target.value })} />}</Field>
  return (
    <FormDialog open width={720} title={text.dialog} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="form-row">
        <Field label={contactsText.organisation} required error={asked && fields.organisationId === null ? contactsText.organisationMissing : undefined}>
          {(control) => <BranchPicker {...control} placeholder={contactsText.chooseOrganisation} value={fields.organisationId} onChange={(organisationId) => change({ organisationId })} kinds={ORGANISATIONS} disabled={contact !== null} />}
        </Field>
        <Field label={text.kind}>{(control) => <Select {...control} className="full-width" value={fields.kind} options={KINDS} onChange={(kind: ContactKind) => change({ kind })} />}</Field>
      </div>
      <div className="form-row">
        <Field label={contactsText.name} required error={asked && fields.name.trim() === '' ? contactsText.nameMissing : undefined}>
          {(control) => <PersonInput {...control} branchId={fields.organisationId} value={fields.name} onChange={(name) => change({ name, memberId: null })} onPick={({ memberId, name }) => change({ memberId, name })} />}
        </Field>
        {line('fromUnit', text.fromUnit, 80)}
      </div>
      <ContactObjects objects={fields.objects} nodes={nodes} error={asked && fields.objects.length === 0 ? text.objectMissing : undefined} onChange={(objects) => change({ objects })} />
      <div className="form-row">
        <Field label={text.period}>{(control) => <Select {...control} className="full-width" value={fields.period} options={PERIODS} onChange={(period: VisitPeriod) => change({ period })} />}</Field>
        <Field label={text.minimum} required error={asked && badMinimum ? text.minimumMissing : undefined}>
          {(control) => <Input {...control} inputMode="numeric" value={fields.minimum} maxLength={2} onChange={(event) => change({ minimum: event.target.value })} />}
        </Field>
        <DayPair required value={fields} onChange={change} text={contactsText} missing={asked ? contactsText.fromDayMissing : undefined} />
      </div>
      {line('duties', text.duties, 200)}
      <div className="form-row">
        {line('agreement', text.agreement, 60)}
        {line('grade', text.grade, 20)}
        {line('note', contactsText.note, 200)}
      </div>
    </FormDialog>
  )
}
