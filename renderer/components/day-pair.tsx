import { DateField } from './date-field.tsx'
import { Field } from './field.tsx'

export interface DayPairValue {
  readonly fromDay: string | null
  readonly toDay: string | null
}
export interface DayPairProps {
  readonly value: DayPairValue
  readonly onChange: (change: Partial<DayPairValue>) => void
  readonly text: { readonly fromDay: string; readonly toDay: string; readonly toDayHint?: string }
  /** 起必填;没填时说的一句,还没到说的时候为 undefined。 */
  readonly required?: boolean
  readonly missing?: string | undefined
  /** 工具条里的:不留错误行。 */
  readonly compact?: boolean
}

/** 起、止两个日期;止空着为还没完。放在 form-row 里。 */
export const DayPair = ({ value, onChange, text, required = false, missing, compact = false }: DayPairProps) => (
  <>
    <Field label={text.fromDay} required={required} error={value.fromDay === null ? missing : undefined} compact={compact}>
      {(control) => <DateField {...control} value={value.fromDay} onChange={(fromDay) => onChange({ fromDay })} />}
    </Field>
    <Field label={text.toDay} hint={text.toDayHint} compact={compact}>
      {(control) => <DateField {...control} value={value.toDay} onChange={(toDay) => onChange({ toDay })} />}
    </Field>
  </>
)
