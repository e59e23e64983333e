import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { electionMethods } from '../../../shared/data/code-tables/leading-group.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import { termFieldsSchema, type ElectionMethod, type Term, type TermFields } from '../../../shared/model/leading-group.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { CountInput } from './count-input.tsx'
import { CandidateRows, SeatRows } from './term-rows.tsx'

const text = leadingGroupsText.dialog
const METHODS = [{ value: '', label: text.noMethod }, ...electionMethods.map(({ code, name }) => ({ value: code, label: name }))]
const COUNTS = [
  ['entitled', text.entitled],
  ['present', text.present],
  ['ballotsIssued', text.issued],
  ['ballotsReturned', text.returned],
  ['ballotsValid', text.valid],
] as const
type Draft = Omit<TermFields, 'fromDay'> & { readonly fromDay: string | null }

const EMPTY: Draft = { sessionNumber: null, fromDay: null, years: null, dueDay: null, extendedTo: null, extensionDocument: '', endedDay: null, electionDay: null, electionMethod: '', entitled: null, present: null, ballotsIssued: null, ballotsReturned: null, ballotsValid: null, candidates: [], isFirst: false, requestDocument: '', requestDay: null, approvalDocument: '', approvalDay: null, seats: [], note: '' }
/** 从一届里取出能填的各项。 */
const draftOf = (term: Term | null, termYears: number | null): Draft => (term === null ? { ...EMPTY, years: termYears } : termFieldsSchema.strip().parse(term))

interface TermDialogProps {
  readonly organisation: OrganisationDetail
  /** null 为登记新的一届。 */
  readonly term: Term | null
  readonly termYears: number | null
  readonly onClose: () => void
}

/** 一届:任期、延期、选举、请示批复、职数。 */
export const TermDialog = ({ organisation, term, termYears, onClose }: TermDialogProps) => {
  const [fields, setFields] = useState(() => draftOf(term, termYears))
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<Draft>): void => setFields({ ...fields, ...patch })
  const day = (key: 'extendedTo' | 'endedDay' | 'electionDay' | 'requestDay' | 'approvalDay', label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(control) => <DateField {...control} value={fields[key]} onChange={(value) => change({ [key]: value })} />}
    </Field>
  )
  const line = (key: 'extensionDocument' | 'requestDocument' | 'approvalDocument', label: string) => <Field label={label}>{(control) => <Input {...control} value={fields[key]} maxLength={60} onChange={(event) => change({ [key]: event.target.value })} />}</Field>
  const confirm = (): void => {
    setAsked(true)
    const { fromDay } = fields
    if (fromDay === null) return
    const candidates = fields.candidates.filter(({ name }) => name.trim() !== '')
    void submit.run(() => api.terms.saveTerm({ organisationId: organisation.id, term: { id: term?.id ?? null, rev: term?.rev ?? null, fields: { ...fields, fromDay, candidates } } }), onClose)
  }
  return (
    <FormDialog open width={820} title={term === null ? text.addTitle(organisation.name) : text.editTitle(organisation.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="term-dialog">
        <div className="term-block">
          <Field label={text.sessionNumber}>{(control) => <CountInput {...control} value={fields.sessionNumber} onChange={(sessionNumber) => change({ sessionNumber })} />}</Field>
          <Field label={text.fromDay} required hint={text.fromDayHint} error={asked && fields.fromDay === null ? text.fromDayMissing : undefined}>
            {(control) => <DateField {...control} value={fields.fromDay} onChange={(fromDay) => change({ fromDay })} />}
          </Field>
          <Field label={text.years} hint={text.yearsHint(termYears)}>
            {(control) => <CountInput {...control} value={fields.years} onChange={(years) => change({ years })} />}
          </Field>
          <Field label={text.dueDay} hint={text.dueDayHint}>
            {(control) => <DateField {...control} disabled={fields.years !== null} value={fields.years === null || fields.fromDay === null ? fields.dueDay : addMonths(fields.fromDay, fields.years * 12)} onChange={(dueDay) => change({ dueDay })} />}
          </Field>
          {day('extendedTo', text.extendedTo)}
          {line('extensionDocument', text.extensionDocument)}
          {day('endedDay', text.endedDay, text.endedDayHint)}
          <Checkbox checked={fields.isFirst} onChange={(event) => change({ isFirst: event.target.checked })}>
            {text.isFirst}
          </Checkbox>
        </div>
        <h3>{text.election}</h3>
        <div className="term-block">
          {day('electionDay', text.electionDay)}
          <Field label={text.method}>{(control) => <Select {...control} className="full-width" value={fields.electionMethod} options={METHODS} onChange={(electionMethod: ElectionMethod) => change({ electionMethod })} />}</Field>
          {COUNTS.map(([key, label]) => (
            <Field key={key} label={label}>
              {(control) => <CountInput {...control} value={fields[key]} onChange={(value) => change({ [key]: value })} />}
            </Field>
          ))}
        </div>
        <h3>{text.candidates}</h3>
        <CandidateRows branchId={organisation.id} rows={fields.candidates} onChange={(candidates) => change({ candidates })} />
        <h3>{text.papers}</h3>
        <div className="term-block">
          {line('requestDocument', text.requestDocument)}
          {day('requestDay', text.requestDay)}
          {line('approvalDocument', text.approvalDocument)}
          {day('approvalDay', text.approvalDay)}
        </div>
        <h3>{text.seats}</h3>
        <p className="meta">{text.seatsHint}</p>
        <SeatRows rows={fields.seats} onChange={(seats) => change({ seats })} />
        <Field label={text.note}>{(control) => <Input {...control} value={fields.note} maxLength={500} onChange={(event) => change({ note: event.target.value })} />}</Field>
      </div>
    </FormDialog>
  )
}
