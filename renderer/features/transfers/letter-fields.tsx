import { Input, InputNumber, Select } from 'antd'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { transferScopes } from '../../../shared/data/code-tables/transfers.ts'
import { transfersText } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { MemberType } from '../../../shared/model/member.ts'
import type { TransferDirection, TransferFields, TransferScope } from '../../../shared/model/transfer.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'

const text = transfersText.fields
const SCOPES = transferScopes.map(({ code, name }) => ({ value: code, label: name }))
const TYPES = memberTypes.map(({ code, name }) => ({ value: code, label: name }))
export const BLANK_LETTER: TransferFields = { scope: 'within_province', number: '', name: '', memberType: 'full', fromName: '', toTitle: '', toName: '', reason: '', duesPaidUntil: null, validDays: 30, issuedOn: null, handledBy: '', note: '' }

/** 介绍信的各项;转出的姓名、类别取自名册,编号在开具时才有。 */
export const LetterFields = ({ direction, fields, locked, onChange }: { readonly direction: TransferDirection; readonly fields: TransferFields; readonly locked: boolean; readonly onChange: (patch: Partial<TransferFields>) => void }) => {
  const line = (label: string, key: 'number' | 'name' | 'fromName' | 'toTitle' | 'toName' | 'reason' | 'handledBy' | 'note', maxLength: number, options: { readonly hint?: string; readonly free?: boolean } = {}) => (
    <Field label={label} hint={options.hint}>
      {(control) => <Input {...control} value={fields[key]} maxLength={maxLength} disabled={locked && options.free !== true} onChange={(event) => onChange({ [key]: event.target.value })} />}
    </Field>
  )
  return (
    <>
      {direction === 'in' && (
        <div className="form-row">
          {line(text.number, 'number', 40)}
          {line(text.name, 'name', 40)}
          <Field label={text.type}>{(control) => <Select {...control} className="full-width" value={fields.memberType} options={TYPES} disabled={locked} onChange={(memberType: MemberType) => onChange({ memberType })} />}</Field>
        </div>
      )}
      <div className="form-row">
        <Field label={text.scope}>{(control) => <Select {...control} className="full-width" value={fields.scope} options={SCOPES} disabled={locked} onChange={(scope: TransferScope) => onChange({ scope })} />}</Field>
        <Field label={text.validDays} hint={text.validHint}>
          {(control) => <InputNumber {...control} min={1} max={90} precision={0} value={fields.validDays} disabled={locked} onChange={(days) => onChange({ validDays: days ?? 1 })} />}
        </Field>
        <Field label={text.duesPaidUntil} hint={direction === 'out' ? text.duesHint : undefined}>{(control) => <DateField {...control} monthAllowed value={fields.duesPaidUntil} disabled={locked} onChange={(month) => onChange({ duesPaidUntil: month?.slice(0, 7) ?? null })} />}</Field>
      </div>
      {line(text.fromName, 'fromName', 80, direction === 'out' ? { hint: text.fromHint } : {})}
      {direction === 'out' && line(text.toTitle, 'toTitle', 80)}
      {line(text.toName, 'toName', 80)}
      <div className="form-row">
        {line(text.reason, 'reason', 120)}
        {direction === 'in' && <Field label={text.issuedOn}>{(control) => <DateField {...control} value={fields.issuedOn} disabled={locked} onChange={(issuedOn) => onChange({ issuedOn })} />}</Field>}
      </div>
      <div className="form-row">
        {line(text.handledBy, 'handledBy', 40, { free: true })}
        {line(text.note, 'note', 200, { free: true })}
      </div>
    </>
  )
}
