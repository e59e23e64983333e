import { Button } from 'antd'
import { useState } from 'react'
import { registersText as text } from '../../../shared/i18n/zh-CN/registers.ts'
import type { NamedPerson } from '../../../shared/model/register.ts'
import type { FieldControl } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { PersonInput } from '../../components/person-input.tsx'

/** 几个人:打姓名或拼音从名册里选,外单位的人打全名按「加上」;一人一个牌子,点一下去掉。 */
export const PeopleField = ({ branchId, value, disabled, onChange, ...control }: Partial<FieldControl> & { readonly branchId: string | null; readonly value: readonly NamedPerson[]; readonly disabled: boolean; readonly onChange: (people: NamedPerson[]) => void }) => {
  const [typed, setTyped] = useState('')
  const add = (person: NamedPerson): void => {
    setTyped('')
    const known = value.some(({ memberId, name }) => (person.memberId === null ? name === person.name : memberId === person.memberId))
    if (person.name.trim() !== '' && !known) onChange([...value, { ...person, name: person.name.trim() }])
  }
  return (
    <div className="people-field">
      {value.map((person) => (
        <Button key={`${person.memberId ?? ''} ${person.name}`} disabled={disabled} aria-label={text.removePerson(person.name)} title={text.removePerson(person.name)} onClick={() => onChange(value.filter((each) => each !== person))}>
          {person.name}
          {!disabled && <Icon name="bin" />}
        </Button>
      ))}
      {!disabled && (
        <>
          <PersonInput {...control} branchId={branchId} value={typed} onChange={setTyped} onPick={({ memberId, name }) => add({ memberId, name })} />
          <Button disabled={typed.trim() === ''} onClick={() => add({ memberId: null, name: typed })}>
            {text.addPerson}
          </Button>
        </>
      )}
    </div>
  )
}
