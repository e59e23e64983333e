import { Button, Input, InputNumber, Select } from 'antd'
import { excludedVoterReasons } from '../../../shared/data/code-tables/development-steps.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { StepVotes } from '../../../shared/model/development.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'

const text = developmentText.step
type Count = Exclude<keyof StepVotes, 'excluded'>
const ROWS: readonly (readonly Count[])[] = [
  ['due', 'present', 'issued', 'returned'],
  ['favour', 'against', 'abstain', 'invalid'],
  ['writtenFavour', 'writtenAgainst', 'writtenAbstain'],
]
const EMPTY: StepVotes = { due: 0, present: 0, issued: 0, returned: 0, favour: 0, against: 0, abstain: 0, invalid: 0, writtenFavour: 0, writtenAgainst: 0, writtenAbstain: 0, excluded: [] }
const REASONS = excludedVoterReasons.map(({ code, name }) => ({ value: code, label: name }))
type Excluded = StepVotes['excluded'][number]

/** 票决:三行数;不计入应到的另列,写明情形与批复。 */
export const VotesFields = ({ votes, locked, onChange }: { readonly votes: StepVotes | null; readonly locked: boolean; readonly onChange: (votes: StepVotes | null) => void }) => {
  const shown = votes ?? EMPTY
  const change = (patch: Partial<StepVotes>): void => {
    const next = { ...shown, ...patch }
    onChange(Object.values(next).every((value) => value === 0 || (Array.isArray(value) && value.length === 0)) ? null : next)
  }
  const putExcluded = (index: number, patch: Partial<Excluded>): void => change({ excluded: shown.excluded.map((row, place) => (place === index ? { ...row, ...patch } : row)) })
  return (
    <fieldset className="development-votes">
      <legend>{text.votes}</legend>
      {ROWS.map((row) => (
        <div className="form-row" key={row[0]}>
          {row.map((key) => (
            <Field key={key} label={text.voteFields[key]} compact>
              {(control) => <InputNumber {...control} min={0} precision={0} value={shown[key]} disabled={locked} onChange={(value) => change({ [key]: value ?? 0 })} />}
            </Field>
          ))}
        </div>
      ))}
      <p className="meta">
        {text.excluded}：{text.excludedNote}
      </p>
      {shown.excluded.map((row, index) => (
        <div className="form-row" key={index}>
          <Input aria-label={text.excludedName} value={row.name} maxLength={40} disabled={locked} placeholder={text.excludedName} onChange={(event) => putExcluded(index, { name: event.target.value })} />
          <Select aria-label={text.excludedReason} value={row.code} options={REASONS} disabled={locked} onChange={(code: Excluded['code']) => putExcluded(index, { code })} />
          <Input aria-label={text.excludedApproval} value={row.approval} maxLength={60} disabled={locked} placeholder={text.excludedApproval} onChange={(event) => putExcluded(index, { approval: event.target.value })} />
          {!locked && <Button aria-label={text.removePerson(row.name)} icon={<Icon name="bin" />} onClick={() => change({ excluded: shown.excluded.filter((_row, place) => place !== index) })} />}
        </div>
      ))}
      {!locked && (
        <Button icon={<Icon name="plus" />} onClick={() => change({ excluded: [...shown.excluded, { name: '', code: '1', approval: '', decidedOn: null }] })}>
          {text.addExcluded}
        </Button>
      )}
    </fieldset>
  )
}
