import { Button, Drawer, Input, InputNumber, Radio, Select } from 'antd'
import { useRef, useState } from 'react'
import { stepConclusions, stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import { describeFinding } from '../../../shared/i18n/zh-CN/development-findings.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentDetail, StepConclusion, StepFields, StepView } from '../../../shared/model/development.ts'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { StepDocuments } from './step-documents.tsx'
import { StepPeople } from './step-people.tsx'
import { VotesFields } from './votes-fields.tsx'

const text = developmentText.step
/** 转正的大会可以延长、取消;别的只有合格与不合格。 */
const CONFIRMATION_MEETING = 23
const conclusionsOf = (step: number) => stepConclusions.filter(({ code }) => step === CONFIRMATION_MEETING || code === 'passed' || code === 'failed').map(({ code, name }) => ({ value: code, label: name }))
const STATES = ['draft', 'review', 'done'] as const

/** 照所填的当场核对:阻断的、提醒的,依据第几条。 */
const Checks = ({ person, step, fields }: { readonly person: DevelopmentDetail; readonly step: number; readonly fields: StepFields }) => {
  const { data } = useQuery(api.development.checkStep, { personId: person.id, step, fields }, ['development.changed'])
  if (data === null) return null
  const groups = [
    { title: text.blocks, found: data.findings.filter(({ level }) => level === 'block') },
    { title: text.warns, found: data.findings.filter(({ level }) => level === 'warn') },
  ].filter(({ found }) => found.length > 0)
  return (
    <section className="development-checks" role="status" aria-label={text.checks}>
      {groups.length === 0 && <p>{text.clear}</p>}
      {groups.map(({ title, found }) => (
        <div key={title}>
          <strong>{title}</strong>
          <ul>
            {found.map((finding) => (
              <li key={`${finding.code} ${finding.number ?? ''}`}>{describeFinding(finding)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** 办一步:要填的各项、当场核对、材料。办完的只能看。 */
export const StepDrawer = ({ person, view, onClose }: { readonly person: DevelopmentDetail; readonly view: StepView; readonly onClose: () => void }) => {
  const entry = stepEntry(view.step)
  const [fields, setFields] = useState(view.fields)
  const [state, setState] = useState<(typeof STATES)[number]>('done')
  const submit = useSubmit()
  const body = useRef<HTMLDivElement>(null)
  const locked = view.state === 'done' || person.status !== 'active'
  const change = (patch: Partial<StepFields>): void => setFields((before) => ({ ...before, ...patch }))
  const has = (part: (typeof entry.parts)[number]): boolean => entry.parts.includes(part)
  const line = (label: string, key: 'meeting' | 'publicityResult' | 'authority' | 'documentNumber' | 'filledBy' | 'reviewedBy', maxLength: number) => (
    <Field label={label}>{(control) => <Input {...control} value={fields[key]} maxLength={maxLength} disabled={locked} onChange={(event) => change({ [key]: event.target.value })} />}</Field>
  )
  const day = (label: string, key: 'startedOn' | 'doneOn' | 'publicityFrom' | 'publicityTo') => <Field label={label}>{(control) => <DateField {...control} value={fields[key]} disabled={locked} onChange={(value) => change({ [key]: value })} />}</Field>
  const count = (label: string, key: 'trainingDays' | 'trainingHours') => <Field label={label}>{(control) => <InputNumber {...control} min={0} precision={0} value={fields[key]} disabled={locked} onChange={(value) => change({ [key]: value })} />}</Field>
  const save = (): void => {
    if (stopAtUnreadableDate(body.current)) return
    const people = fields.people.filter(({ name }) => name.trim() !== '')
    void submit.run(() => api.development.saveStep({ personId: person.id, step: view.step, rev: view.rev, state, fields: { ...fields, people } }), onClose)
  }
  return (
    <Drawer open title={text.title(view.step, entry.name)} size={680} onClose={onClose} destroyOnHidden>
      <div className="development-step-form" ref={body}>
        <p className="meta">
          {entry.article}：{entry.rule}
        </p>
        {submit.failure !== null && <ErrorNote failure={submit.failure} />}
        <div className="form-row">
          {has('started') && day(text.started, 'startedOn')}
          {day(entry.dayLabel, 'doneOn')}
          {has('conclusion') && (
            <Field label={text.conclusion}>{(control) => <Select {...control} className="full-width" value={fields.conclusion === '' ? null : fields.conclusion} options={conclusionsOf(view.step)} allowClear disabled={locked} onChange={(conclusion: StepConclusion | undefined) => change({ conclusion: conclusion ?? '' })} />}</Field>
          )}
        </div>
        {has('people') && <StepPeople label={entry.peopleLabel} branchId={person.fields.branchId} people={fields.people} locked={locked} onChange={(people) => change({ people })} />}
        {has('meeting') && line(text.meeting, 'meeting', 80)}
        {has('publicity') && (
          <div className="form-row">
            {day(text.publicityFrom, 'publicityFrom')}
            {day(text.publicityTo, 'publicityTo')}
            {line(text.publicityResult, 'publicityResult', 200)}
          </div>
        )}
        {has('training') && (
          <div className="form-row">
            {count(text.trainingDays, 'trainingDays')}
            {count(text.trainingHours, 'trainingHours')}
          </div>
        )}
        {has('votes') && <VotesFields votes={fields.votes} locked={locked} onChange={(votes) => change({ votes })} />}
        {(has('authority') || has('number')) && (
          <div className="form-row">
            {has('authority') && line(text.authority, 'authority', 80)}
            {has('number') && line(text.number, 'documentNumber', 60)}
          </div>
        )}
        <Field label={text.note}>{(control) => <Input.TextArea {...control} rows={2} value={fields.note} maxLength={2000} disabled={locked} onChange={(event) => change({ note: event.target.value })} />}</Field>
        <div className="form-row">
          {line(text.filledBy, 'filledBy', 40)}
          {line(text.reviewedBy, 'reviewedBy', 40)}
        </div>
        <Checks person={person} step={view.step} fields={fields} />
        {!locked && (
          <div className="development-step-actions">
            <Radio.Group aria-label={text.state} value={state} onChange={(event) => setState(STATES.find((each) => each === event.target.value) ?? 'draft')}>
              {STATES.map((each) => (
                <Radio key={each} value={each}>
                  {text.states[each]}
                </Radio>
              ))}
            </Radio.Group>
            <Button type="primary" loading={submit.busy} onClick={save}>
              {developmentText.person.saveLabel}
            </Button>
          </div>
        )}
        <StepDocuments person={person} step={view.step} />
      </div>
    </Drawer>
  )
}
