import { Input } from 'antd'
import { startTroubleText as text } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import { Field } from '../../components/field.tsx'

/** 为什么这么做:必填,进审计。 */
export const ReasonField = ({ value, onChange, asked }: { readonly value: string; readonly onChange: (value: string) => void; readonly asked: boolean }) => (
  <Field label={text.reason} required hint={text.reasonHint} error={asked && value.trim() === '' ? text.reasonMissing : undefined}>
    {(control) => <Input {...control} value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />}
  </Field>
)
