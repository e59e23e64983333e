import { Checkbox, Input, InputNumber, Select } from 'antd'
import { registersText as text } from '../../../shared/i18n/zh-CN/registers.ts'
import type { EntryFinding, EntryValues, FieldValue, RegisterField } from '../../../shared/model/register.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field, type FieldControl } from '../../components/field.tsx'
import { PeopleField } from './people-field.tsx'

interface ControlProps {
  readonly field: RegisterField
  readonly value: FieldValue
  readonly branchId: string | null
  readonly workingYear: number
  readonly disabled: boolean
  readonly control: FieldControl
  readonly onChange: (value: FieldValue) => void
}
const LINE_LIMIT = 200
const PARAGRAPHS_LIMIT = 5000
const textOf = (value: FieldValue): string => (typeof value === 'string' ? value : '')

const Control = ({ field, value, branchId, workingYear, disabled, control, onChange }: ControlProps) => {
  switch (field.type) {
    case 'line':
      return <Input {...control} value={textOf(value)} maxLength={LINE_LIMIT} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
    case 'paragraphs':
      return <Input.TextArea {...control} value={textOf(value)} maxLength={PARAGRAPHS_LIMIT} autoSize={{ minRows: 2, maxRows: 10 }} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
    case 'day':
      return <DateField {...control} workingYear={workingYear} value={textOf(value) === '' ? null : textOf(value)} disabled={disabled} onChange={(day) => onChange(day)} />
    case 'integer':
    case 'decimal':
      return <InputNumber {...control} value={typeof value === 'number' ? value : null} min={0} precision={field.type === 'integer' ? 0 : 2} disabled={disabled} onChange={(number) => onChange(number)} style={{ width: '100%' }} />
    case 'choice':
      return <Select {...control} value={textOf(value) === '' ? null : textOf(value)} placeholder={text.choose} allowClear={!field.required} disabled={disabled} options={field.options.map(({ code, name }) => ({ value: code, label: name }))} onChange={(code: string | null | undefined) => onChange(code ?? null)} style={{ width: '100%' }} />
    case 'people':
      return <PeopleField {...control} branchId={branchId} value={Array.isArray(value) ? value : []} disabled={disabled} onChange={onChange} />
    case 'flag':
      return (
        <Checkbox {...control} checked={value === true} disabled={disabled} onChange={(event) => onChange(event.target.checked)}>
          {field.label}
        </Checkbox>
      )
  }
}

/**
 * 照定义列出各项:一项一框,没填好的下面红字。
 *
 * @param openFields 只有这几项能改(上报过的计划);null 为都能改。
 */
export const EntryFields = ({ fields, values, branchId, workingYear, disabled, openFields, findings, onChange }: { readonly fields: readonly RegisterField[]; readonly values: EntryValues; readonly branchId: string | null; readonly workingYear: number; readonly disabled: boolean; readonly openFields: readonly string[] | null; readonly findings: readonly EntryFinding[]; readonly onChange: (values: EntryValues) => void }) => (
  <div className="entry-fields">
    {fields.map((field) => {
      const finding = findings.find((each) => each.field === field.key)
      const isWide = field.type === 'paragraphs' || field.type === 'people'
      return (
        <div key={field.key} className={isWide ? 'entry-field-wide' : undefined}>
          <Field label={field.type === 'flag' ? '' : field.label} required={field.required} hint={field.hint} error={finding === undefined ? undefined : finding.problem === 'missing' ? text.missing : text.unsuitable}>
            {(control) => <Control field={field} value={values[field.key] ?? null} branchId={branchId} workingYear={workingYear} disabled={disabled || (openFields !== null && !openFields.includes(field.key))} control={control} onChange={(value) => onChange({ ...values, [field.key]: value })} />}
          </Field>
        </div>
      )
    })}
  </div>
)
