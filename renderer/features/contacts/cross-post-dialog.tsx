import { Input, Select } from 'antd'
import { useState } from 'react'
import { crossDirections } from '../../../shared/data/code-tables/leading-group.ts'
import { contactsText as text } from '../../../shared/i18n/zh-CN/contacts.ts'
import type { CrossDirection, CrossPost } from '../../../shared/model/contact.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DayPair } from '../../components/day-pair.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const { columns: heads } = text.crossPosts
const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const DIRECTIONS = crossDirections.map(({ code, name }) => ({ value: code, label: name }))

/** 登记、修改一条交叉任职;登记之后不换组织。 */
export const CrossPostDialog = ({ crossPost, onClose }: { readonly crossPost: CrossPost | null; readonly onClose: () => void }) => {
  const [fields, setFields] = useState({
    organisationId: crossPost?.organisationId ?? (null as string | null),
    memberId: crossPost?.memberId ?? null,
    name: crossPost?.name ?? '',
    partyPost: crossPost?.partyPost ?? '',
    administrativePost: crossPost?.administrativePost ?? '',
    direction: crossPost?.direction ?? ('party_to_company' as CrossDirection),
    document: crossPost?.document ?? '',
    note: crossPost?.note ?? '',
    fromDay: crossPost?.fromDay ?? (null as string | null),
    toDay: crossPost?.toDay ?? (null as string | null),
  })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const confirm = (): void => {
    setAsked(true)
    const { organisationId, fromDay, name } = fields
    if (organisationId === null || fromDay === null || name.trim() === '') return
    void submit.run(() => api.contacts.saveCrossPost({ crossPost: crossPost === null ? null : { id: crossPost.id, rev: crossPost.rev }, fields: { ...fields, organisationId, fromDay, name: name.trim() } }), onClose)
  }
  const line = (key: 'partyPost' | 'administrativePost' | 'document', label: string) => <Field label={label}>{(control) => <Input {...control} value={fields[key]} maxLength={60} onChange={(event) => change({ [key]: event.target.value })} />}</Field>
  return (
    <FormDialog open width={640} title={text.crossPosts.dialog} confirmLabel={text.crossPosts.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="form-row">
        <Field label={text.organisation} required error={asked && fields.organisationId === null ? text.organisationMissing : undefined}>
          {(control) => <BranchPicker {...control} placeholder={text.chooseOrganisation} value={fields.organisationId} onChange={(organisationId) => change({ organisationId })} kinds={KINDS} disabled={crossPost !== null} />}
        </Field>
        <Field label={text.name} required error={asked && fields.name.trim() === '' ? text.nameMissing : undefined}>
          {(control) => <PersonInput {...control} branchId={fields.organisationId} value={fields.name} onChange={(name) => change({ name, memberId: null })} onPick={({ memberId, name }) => change({ memberId, name })} />}
        </Field>
      </div>
      <Field label={heads.direction}>{(control) => <Select {...control} className="full-width" value={fields.direction} options={DIRECTIONS} onChange={(direction: CrossDirection) => change({ direction })} />}</Field>
      <div className="form-row">
        {line('partyPost', heads.partyPost)}
        {line('administrativePost', heads.administrativePost)}
      </div>
      <div className="form-row">
        {line('document', heads.document)}
        <DayPair required value={fields} onChange={change} text={text} missing={asked ? text.fromDayMissing : undefined} />
      </div>
      <Field label={text.note}>{(control) => <Input {...control} value={fields.note} maxLength={200} onChange={(event) => change({ note: event.target.value })} />}</Field>
    </FormDialog>
  )
}
