import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { branchLabels } from '../../../shared/data/code-tables/branch-labels.ts'
import { placeKinds } from '../../../shared/data/code-tables/place-kinds.ts'
import { unitKinds } from '../../../shared/data/code-tables/unit-kinds.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationListEntry } from '../../../shared/model/organisation-lists.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = organisationsText.lists
const optionsOf = (table: readonly { readonly code: string; readonly name: string }[]) => table.map(({ code, name }) => ({ value: code, label: name }))

interface ListEntryDialogProps {
  readonly organisationId: string
  readonly entry: OrganisationListEntry
  readonly onClose: () => void
}

/** 标签、单位、阵地、品牌的一条。 */
export const ListEntryDialog = ({ organisationId, entry: given, onClose }: ListEntryDialogProps) => {
  const [entry, setEntry] = useState(given)
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const missing = entry.list !== 'labels' && entry.name.trim() === ''
  const confirm = (): void => {
    setAsked(true)
    if (missing) return
    void submit.run(() => api.organisationLists.save({ organisationId, entry }), onClose)
  }
  const nameError = asked && missing ? text.nameMissing : undefined
  return (
    <FormDialog open title={given.id === null ? text.addTitle[entry.list] : text.editTitle[entry.list]} confirmLabel={text.save} submit={submit} onConfirm={confirm} onClose={onClose}>
      {entry.list === 'labels' && (
        <>
          <Field label={text.label}>{(control) => <Select {...control} className="full-width" value={entry.label} options={optionsOf(branchLabels)} onChange={(label) => setEntry({ ...entry, label })} />}</Field>
          <Field label={text.documentNumber}>{(control) => <Input {...control} value={entry.documentNumber} maxLength={60} onChange={(event) => setEntry({ ...entry, documentNumber: event.target.value })} />}</Field>
          <Field label={text.note}>{(control) => <Input {...control} value={entry.note} maxLength={200} onChange={(event) => setEntry({ ...entry, note: event.target.value })} />}</Field>
        </>
      )}
      {entry.list === 'units' && (
        <>
          <Field label={text.unitName} required error={nameError}>
            {(control) => <Input {...control} autoFocus value={entry.name} maxLength={80} onChange={(event) => setEntry({ ...entry, name: event.target.value })} />}
          </Field>
          <div className="form-row">
            <Field label={text.unitKind}>{(control) => <Select {...control} className="full-width" value={entry.unitKind} options={optionsOf(unitKinds)} onChange={(unitKind) => setEntry({ ...entry, unitKind })} />}</Field>
            <Field label={text.unitCode}>{(control) => <Input {...control} value={entry.code} maxLength={32} onChange={(event) => setEntry({ ...entry, code: event.target.value })} />}</Field>
          </div>
        </>
      )}
      {entry.list === 'places' && (
        <>
          <Field label={text.placeName} required error={nameError}>
            {(control) => <Input {...control} autoFocus value={entry.name} maxLength={60} onChange={(event) => setEntry({ ...entry, name: event.target.value })} />}
          </Field>
          <div className="form-row">
            <Field label={text.placeKind}>{(control) => <Select {...control} className="full-width" value={entry.placeKind} options={optionsOf(placeKinds)} onChange={(placeKind) => setEntry({ ...entry, placeKind })} />}</Field>
            <Field label={text.area}>{(control) => <InputNumber {...control} className="full-width" min={0} max={1_000_000} precision={0} value={entry.area} onChange={(area) => setEntry({ ...entry, area })} />}</Field>
          </div>
          <div className="form-row">
            <Field label={text.address}>{(control) => <Input {...control} value={entry.address} maxLength={100} onChange={(event) => setEntry({ ...entry, address: event.target.value })} />}</Field>
            <Field label={text.equippedOn}>{(control) => <DateField {...control} monthAllowed value={entry.equippedOn} onChange={(equippedOn) => setEntry({ ...entry, equippedOn })} />}</Field>
          </div>
        </>
      )}
      {entry.list === 'brands' && (
        <>
          <Field label={text.brandName} required error={nameError}>
            {(control) => <Input {...control} autoFocus value={entry.name} maxLength={40} onChange={(event) => setEntry({ ...entry, name: event.target.value })} />}
          </Field>
          <Field label={text.meaning}>{(control) => <Input {...control} value={entry.meaning} maxLength={300} onChange={(event) => setEntry({ ...entry, meaning: event.target.value })} />}</Field>
        </>
      )}
      <Field label={organisationsText.fields.fromDay}>{(control) => <DateField {...control} value={entry.fromDay} onChange={(fromDay) => fromDay !== null && setEntry({ ...entry, fromDay })} />}</Field>
    </FormDialog>
  )
}
