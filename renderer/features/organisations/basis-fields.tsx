import { Input } from 'antd'
import { useState } from 'react'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { useSession } from '../../platform/session.ts'

const text = organisationEventsText.basis

export interface Basis {
  readonly day: string | null
  readonly documentNumber: string
  readonly reason: string
}
/** 一次变动的凭据:哪天起、文号、理由;日期缺省为今天。 */
export const useBasis = () => {
  const today = useSession((session) => session.today)
  return useState<Basis>({ day: today, documentNumber: '', reason: '' })
}

/** 每个变动对话框共用的三项。 */
export const BasisFields = ({ basis, onChange, dayMissing }: { readonly basis: Basis; readonly onChange: (basis: Basis) => void; readonly dayMissing: boolean }) => (
  <>
    <div className="form-row">
      <Field label={text.day} required error={dayMissing ? text.dayMissing : undefined} hint={text.dayHint}>
        {(control) => <DateField {...control} value={basis.day} onChange={(day) => onChange({ ...basis, day })} />}
      </Field>
      <Field label={text.documentNumber} hint={text.documentNumberHint}>
        {(control) => <Input {...control} value={basis.documentNumber} maxLength={60} onChange={(event) => onChange({ ...basis, documentNumber: event.target.value })} />}
      </Field>
    </div>
    <Field label={text.reason}>{(control) => <Input {...control} value={basis.reason} maxLength={200} onChange={(event) => onChange({ ...basis, reason: event.target.value })} />}</Field>
  </>
)
