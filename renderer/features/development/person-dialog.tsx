import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentDetail, DevelopmentPersonFields } from '../../../shared/model/development.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { matchesPinyin } from '../../components/pinyin-match.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = developmentText.person
const GENDERS = genders.map((entry) => ({ value: entry.code, label: entry.name }))
const ETHNICITIES = ethnicities.map((entry) => ({ value: entry.code, label: entry.name }))
const EDUCATIONS = educations.filter((entry) => entry.common).map((entry) => ({ value: entry.code, label: entry.name }))
const LAST_STEP = 25

type Editable = Omit<DevelopmentPersonFields, 'branchId'> & { readonly branchId: string | null }
const blank = (branchId: string | null): Editable => ({ branchId, name: '', gender: '0', ethnicity: '', birthDate: null, education: '', post: '', note: '', firstStep: 1, transferredInOn: null, idNumber: '', mobile: '' })

/** 登记申请人,或改基本情况。证号、手机已填过的不露出来,空着就是不改。 */
export const PersonDialog = ({ person, branchId, onClose, onSaved }: { readonly person: DevelopmentDetail | null; readonly branchId: string | null; readonly onClose: () => void; readonly onSaved: (id: string) => void }) => {
  const [fields, setFields] = useState<Editable>(person === null ? blank(branchId) : person.fields)
  const [appliedOn, setAppliedOn] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<Editable>): void => setFields({ ...fields, ...patch })
  const nameMissing = fields.name.trim() === ''
  const save = (): void => {
    setAsked(true)
    const { branchId: branch } = fields
    if (nameMissing || branch === null) return
    const sent = { ...fields, branchId: branch, name: fields.name.trim(), idNumber: fields.idNumber?.trim().toUpperCase() ?? null }
    void submit.run(
      () => (person === null ? api.development.add({ fields: sent, appliedOn }) : api.development.save({ id: person.id, rev: person.rev, fields: sent })),
      (saved) => onSaved(saved.id),
    )
  }
  return (
    <FormDialog open title={person === null ? text.addTitle : text.editTitle} confirmLabel={text.saveLabel} submit={submit} onConfirm={save} onClose={onClose} width={720}>
      <div className="form-row">
        <Field label={text.name} required error={asked && nameMissing ? text.nameMissing : undefined}>
          {(control) => <Input {...control} autoFocus value={fields.name} maxLength={40} onChange={(event) => change({ name: event.target.value })} />}
        </Field>
        <Field label={text.branch} required error={asked && fields.branchId === null ? text.branchMissing : undefined}>
          {(control) => <BranchPicker {...control} aria-label={text.branch} kinds={['branch']} value={fields.branchId} onChange={(chosen) => change({ branchId: chosen })} />}
        </Field>
      </div>
      <div className="form-row">
        <Field label={text.gender}>{(control) => <Select {...control} className="full-width" value={fields.gender} options={GENDERS} onChange={(gender) => change({ gender })} />}</Field>
        <Field label={text.ethnicity}>
          {(control) => <Select {...control} className="full-width" value={fields.ethnicity === '' ? null : fields.ethnicity} options={ETHNICITIES} allowClear showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }} onChange={(ethnicity: string | undefined) => change({ ethnicity: ethnicity ?? '' })} />}
        </Field>
        <Field label={text.birthDate}>{(control) => <DateField {...control} monthAllowed value={fields.birthDate} onChange={(birthDate) => change({ birthDate })} />}</Field>
      </div>
      <div className="form-row">
        <Field label={text.education}>{(control) => <Select {...control} className="full-width" value={fields.education === '' ? null : fields.education} options={EDUCATIONS} allowClear onChange={(education: string | undefined) => change({ education: education ?? '' })} />}</Field>
        <Field label={text.post}>{(control) => <Input {...control} value={fields.post} maxLength={60} onChange={(event) => change({ post: event.target.value })} />}</Field>
      </div>
      <div className="form-row">
        <Field label={text.idNumber} hint={person === null || person.masked.idNumber === '' ? undefined : text.keep}>
          {(control) => <Input {...control} autoComplete="off" value={fields.idNumber ?? ''} maxLength={18} placeholder={person?.masked.idNumber ?? ''} onChange={(event) => change({ idNumber: event.target.value === '' && person !== null ? null : event.target.value })} />}
        </Field>
        <Field label={text.mobile} hint={person === null || person.masked.mobile === '' ? undefined : text.keep}>
          {(control) => <Input {...control} autoComplete="off" value={fields.mobile ?? ''} maxLength={20} placeholder={person?.masked.mobile ?? ''} onChange={(event) => change({ mobile: event.target.value === '' && person !== null ? null : event.target.value })} />}
        </Field>
      </div>
      <div className="form-row">
        {person === null && <Field label={text.appliedOn}>{(control) => <DateField {...control} value={appliedOn} onChange={setAppliedOn} />}</Field>}
        <Field label={text.firstStep} hint={text.firstStepHint}>
          {(control) => <InputNumber {...control} min={1} max={LAST_STEP} precision={0} value={fields.firstStep} onChange={(step) => change({ firstStep: step ?? 1 })} />}
        </Field>
      </div>
      <Field label={text.note}>{(control) => <Input {...control} value={fields.note} maxLength={500} onChange={(event) => change({ note: event.target.value })} />}</Field>
    </FormDialog>
  )
}
