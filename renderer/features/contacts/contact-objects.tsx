import { Button, Input, Tag } from 'antd'
import { useState } from 'react'
import { contactsText } from '../../../shared/i18n/zh-CN/contacts.ts'
import type { ContactObject } from '../../../shared/model/contact.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'

const text = contactsText.contacts
const KINDS = ['party_committee', 'general_branch', 'branch'] as const

interface ContactObjectsProps {
  readonly objects: readonly ContactObject[]
  readonly nodes: readonly OrganisationNode[]
  readonly error: string | undefined
  readonly onChange: (objects: readonly ContactObject[]) => void
}

/** 联系的对象:本单位的组织从树上选,外面的单位写名称。 */
export const ContactObjects = ({ objects, nodes, error, onChange }: ContactObjectsProps) => {
  const [outside, setOutside] = useState('')
  const add = (object: ContactObject): void => {
    if (object.name !== '' && !objects.some(({ name }) => name === object.name)) onChange([...objects, object])
  }
  const pick = (organisationId: string | null): void => {
    const node = nodes.find(({ id }) => id === organisationId)
    if (node !== undefined) add({ organisationId: node.id, name: node.name })
  }
  const addOutside = (): void => {
    add({ organisationId: null, name: outside.trim() })
    setOutside('')
  }
  return (
    <>
      <div className="form-row">
        <Field label={text.objectOrganisation} required error={error}>
          {(control) => <BranchPicker {...control} placeholder={contactsText.chooseOrganisation} value={null} onChange={pick} kinds={KINDS} />}
        </Field>
        <Field label={text.objectOutside}>{(control) => <Input {...control} value={outside} maxLength={80} onChange={(event) => setOutside(event.target.value)} />}</Field>
        <Button className="contacts-add" onClick={addOutside} disabled={outside.trim() === ''}>
          {text.addOutside}
        </Button>
      </div>
      {objects.length > 0 && (
        <p aria-label={text.objects}>
          {objects.map(({ name }) => (
            <Tag key={name} closable={{ 'aria-label': text.removeObject(name) }} onClose={() => onChange(objects.filter((object) => object.name !== name))}>
              {name}
            </Tag>
          ))}
        </p>
      )}
    </>
  )
}
