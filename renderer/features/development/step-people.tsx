import { Button } from 'antd'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { StepPerson } from '../../../shared/model/development.ts'
import { Icon } from '../../components/icon.tsx'
import { PersonInput } from '../../components/person-input.tsx'

const text = developmentText.step
const NOBODY: StepPerson = { memberId: null, name: '' }

/** 联系人、介绍人、谈话人:从名册里选的带着标识,名册外的只写姓名。 */
export const StepPeople = ({ label, branchId, people, locked, onChange }: { readonly label: string; readonly branchId: string; readonly people: readonly StepPerson[]; readonly locked: boolean; readonly onChange: (people: StepPerson[]) => void }) => {
  const rows = people.length === 0 ? [NOBODY] : people
  const put = (index: number, person: StepPerson): void => onChange(rows.map((row, place) => (place === index ? person : row)))
  return (
    <div className="development-people">
      <span className="field-label">{label}</span>
      {rows.map((person, index) => (
        <span key={index} className="development-person-row">
          <PersonInput aria-label={text.personLabel(label, index + 1)} branchId={branchId} value={person.name} disabled={locked} onChange={(name) => put(index, { memberId: null, name })} onPick={(picked) => put(index, picked)} />
          {!locked && rows.length > 1 && (
            <Button aria-label={text.removePerson(person.name)} icon={<Icon name="bin" />} onClick={() => onChange(rows.filter((_row, place) => place !== index))} />
          )}
        </span>
      ))}
      {!locked && (
        <Button icon={<Icon name="plus" />} onClick={() => onChange([...rows, NOBODY])}>
          {text.addPerson}
        </Button>
      )}
    </div>
  )
}
