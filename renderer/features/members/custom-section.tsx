import { Input, Select } from 'antd'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { CustomField } from '../../../shared/model/custom-field.ts'
import type { MemberChanges } from '../../../shared/model/member.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field, type FieldControl } from '../../components/field.tsx'
import { useCustomFields } from './use-custom-fields.ts'

interface CustomSectionProps {
  readonly fields: MemberChanges
  readonly onChange: (patch: Partial<MemberChanges>) => void
  readonly error: string | undefined
}

/** 自定义项目;停用了的,填过的人照样看得到,但不能再改。 */
export const CustomSection = ({ fields, onChange, error }: CustomSectionProps) => {
  const shown = useCustomFields().filter(({ id, isRetired }) => !isRetired || fields.custom[id] !== undefined)
  if (shown.length === 0) return null
  const set = (id: string, value: string): void => {
    const { [id]: _before, ...rest } = fields.custom
    onChange({ custom: value.trim() === '' ? rest : { ...rest, [id]: value } })
  }
  return (
    <fieldset className="member-section">
      <legend>{membersText.fields.custom}</legend>
      {shown.map((field) => (
        <Field key={field.id} label={field.name} error={error}>
          {(control) => <CustomInput field={field} control={control} value={fields.custom[field.id] ?? ''} onChange={(value) => set(field.id, value)} />}
        </Field>
      ))}
    </fieldset>
  )
}

const CustomInput = ({ field, control, value, onChange }: { readonly field: CustomField; readonly control: FieldControl; readonly value: string; readonly onChange: (value: string) => void }) => {
  const disabled = field.isRetired
  switch (field.kind) {
    case 'choice':
      return <Select {...control} className="full-width" disabled={disabled} value={value === '' ? null : value} placeholder={membersText.notFilled} allowClear options={field.choices.map((choice) => ({ value: choice, label: choice }))} onChange={(choice: string | null | undefined) => onChange(choice ?? '')} />
    case 'date':
      return <DateField {...control} disabled={disabled} monthAllowed value={value === '' ? null : value} onChange={(day) => onChange(day ?? '')} />
    case 'number':
      return <Input {...control} disabled={disabled} inputMode="decimal" maxLength={18} value={value} onChange={(event) => onChange(event.target.value.normalize('NFKC').replaceAll(/[^\d.-]/g, ''))} />
    case 'text':
      return <Input {...control} disabled={disabled} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
  }
}
