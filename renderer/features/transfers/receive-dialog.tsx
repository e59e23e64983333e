import { Input, Select } from 'antd'
import { useState } from 'react'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import { transfersText as text } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { IncomingPerson, TransferRow } from '../../../shared/model/transfer.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { matchesPinyin } from '../../components/pinyin-match.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const labels = developmentText.person
const options = (table: readonly { readonly code: string; readonly name: string }[]) => table.map(({ code, name }) => ({ value: code, label: name }))
const ETHNICITIES = options(ethnicities)
const EDUCATIONS = options(educations.filter((entry) => entry.common))

/** 接收:转出的凭回执离开名册;转入的补上本人情况,进名册。 */
export const ReceiveDialog = ({ row, onClose }: { readonly row: TransferRow; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const [receivedOn, setReceivedOn] = useState<string | null>(today)
  const [receipt, setReceipt] = useState('')
  const [person, setPerson] = useState<Omit<IncomingPerson, 'joinedOn'> & { readonly joinedOn: string | null }>({ gender: '0', ethnicity: '', birthDate: null, education: '', joinedOn: null, regularOn: null, post: '', idNumber: '', mobile: '' })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof person>): void => setPerson({ ...person, ...patch })
  const incoming = row.direction === 'in'
  const save = (): void => {
    setAsked(true)
    const { joinedOn } = person
    if (receivedOn === null || (incoming && joinedOn === null)) return
    const sent = incoming && joinedOn !== null ? { ...person, joinedOn, idNumber: person.idNumber.trim().toUpperCase() } : null
    void submit.run(() => api.transfers.receive({ id: row.id, rev: row.rev, receivedOn, receipt, person: sent }), onClose)
  }
  return (
    <FormDialog open title={text.receiveTitle[row.direction]} confirmLabel={text.actions.receive} submit={submit} onConfirm={save} onClose={onClose} width={incoming ? 720 : 520}>
      <p>{text.receiveNote[row.direction]}</p>
      <div className="form-row">
        <Field label={text.receivedOn} required error={asked && receivedOn === null ? text.dayMissing : undefined}>
          {(control) => <DateField {...control} value={receivedOn} onChange={setReceivedOn} />}
        </Field>
        <Field label={text.receipt}>{(control) => <Input {...control} value={receipt} maxLength={80} onChange={(event) => setReceipt(event.target.value)} />}</Field>
      </div>
      {incoming && (
        <>
          <div className="form-row">
            <Field label={text.joinedOn} required error={asked && person.joinedOn === null ? text.dayMissing : undefined}>
              {(control) => <DateField {...control} value={person.joinedOn} onChange={(joinedOn) => change({ joinedOn })} />}
            </Field>
            <Field label={text.regularOn}>{(control) => <DateField {...control} value={person.regularOn} onChange={(regularOn) => change({ regularOn })} />}</Field>
          </div>
          <div className="form-row">
            <Field label={labels.gender}>{(control) => <Select {...control} className="full-width" value={person.gender} options={genders.map(({ code, name }) => ({ value: code, label: name }))} onChange={(gender) => change({ gender })} />}</Field>
            <Field label={labels.ethnicity}>
              {(control) => <Select {...control} className="full-width" value={person.ethnicity === '' ? null : person.ethnicity} options={ETHNICITIES} allowClear showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }} onChange={(ethnicity: string | undefined) => change({ ethnicity: ethnicity ?? '' })} />}
            </Field>
            <Field label={labels.birthDate}>{(control) => <DateField {...control} monthAllowed value={person.birthDate} onChange={(birthDate) => change({ birthDate })} />}</Field>
          </div>
          <div className="form-row">
            <Field label={labels.education}>{(control) => <Select {...control} className="full-width" value={person.education === '' ? null : person.education} options={EDUCATIONS} allowClear onChange={(education: string | undefined) => change({ education: education ?? '' })} />}</Field>
            <Field label={labels.post}>{(control) => <Input {...control} value={person.post} maxLength={60} onChange={(event) => change({ post: event.target.value })} />}</Field>
          </div>
          <div className="form-row">
            <Field label={labels.idNumber}>{(control) => <Input {...control} autoComplete="off" value={person.idNumber} maxLength={18} onChange={(event) => change({ idNumber: event.target.value })} />}</Field>
            <Field label={labels.mobile}>{(control) => <Input {...control} autoComplete="off" value={person.mobile} maxLength={20} onChange={(event) => change({ mobile: event.target.value })} />}</Field>
          </div>
        </>
      )}
    </FormDialog>
  )
}
