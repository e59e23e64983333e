import { Checkbox, Input, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import { Field } from '../../../components/field.tsx'

/** 精确数的写法:整数、小数、百分数、分数。与 shared/model/scheme.ts 一致。 */
const NUMBER = /^[+-]?(\d+(\.\d+)?%?|\d+\/\d*[1-9]\d*)$/
export type Exact = string | number | null | undefined

interface ItemProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly disabled?: boolean
  readonly className?: string
  readonly compact?: boolean
}

/** 一项文字。 */
export const TextItem = ({ label, hint, disabled = false, className, value, max, rows, required = false, error, onChange }: ItemProps & { readonly value: string; readonly max: number; readonly rows?: number; readonly required?: boolean; readonly error?: string | undefined; readonly onChange: (value: string) => void }) => (
  <Field label={label} hint={hint} required={required} error={error} {...(className === undefined ? {} : { className })}>
    {(control) =>
      rows === undefined ? (
        <Input {...control} value={value} maxLength={max} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input.TextArea {...control} value={value} maxLength={max} rows={rows} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
      )
    }
  </Field>
)

const textOf = (value: Exact): string => (value === null || value === undefined ? '' : String(value))

/** 一个数:照打的原样存,写得不像数的先不收,说一声。空为没有。 */
export const NumberItem = ({ label, hint, disabled = false, className, compact = false, value, onChange }: ItemProps & { readonly value: Exact; readonly onChange: (value: string | null) => void }) => {
  const [typed, setTyped] = useState(textOf(value))
  useEffect(() => setTyped((before) => (before.trim() === textOf(value) ? before : textOf(value))), [value])
  const bad = typed.trim() !== '' && !NUMBER.test(typed.trim())
  const change = (next: string): void => {
    setTyped(next)
    const trimmed = next.trim()
    if (trimmed === '') onChange(null)
    else if (NUMBER.test(trimmed)) onChange(trimmed)
  }
  return (
    <Field label={label} hint={hint} compact={compact} error={bad ? schemesText.indicator.bad : undefined} className={className ?? 'scheme-number'}>
      {(control) => <Input {...control} value={typed} maxLength={20} inputMode="decimal" disabled={disabled} onChange={(event) => change(event.target.value)} />}
    </Field>
  )
}

/** 一个整数;空为没有。 */
export const WholeItem = ({ label, hint, disabled = false, compact = false, value, most = 999, onChange }: ItemProps & { readonly value: number | null | undefined; readonly most?: number; readonly onChange: (value: number | null) => void }) => (
  <Field label={label} hint={hint} compact={compact} className="scheme-number">
    {(control) => (
      <Input
        {...control}
        value={value === null || value === undefined ? '' : String(value)}
        maxLength={4}
        inputMode="numeric"
        disabled={disabled}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '')
          onChange(digits === '' ? null : Math.min(most, Number(digits)))
        }}
      />
    )}
  </Field>
)

/** 几样里选一样;words 是代码 → 叫法。 */
export const ChoiceItem = <C extends string>({ label, hint, disabled = false, className, compact = false, value, words, onChange }: ItemProps & { readonly value: C; readonly words: Readonly<Record<C, string>>; readonly onChange: (value: C) => void }) => (
  <Field label={label} hint={hint} compact={compact} {...(className === undefined ? {} : { className })}>
    {(control) => <Select<C> {...control} value={value} disabled={disabled} popupMatchSelectWidth={false} options={(Object.keys(words) as C[]).map((code) => ({ value: code, label: words[code] }))} onChange={onChange} />}
  </Field>
)

/** 几样里选几样。 */
export const ManyItem = ({ label, hint, disabled = false, value, options, onChange }: ItemProps & { readonly value: readonly string[]; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly onChange: (value: string[]) => void }) => (
  <Field label={label} hint={hint}>
    {(control) => <Select<string[]> {...control} mode="multiple" value={[...value]} disabled={disabled} optionFilterProp="label" options={[...options]} onChange={onChange} />}
  </Field>
)

/** 是不是。 */
export const FlagItem = ({ label, disabled = false, checked, onChange }: Pick<ItemProps, 'label' | 'disabled'> & { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) => (
  <div className="field scheme-flag">
    <Checkbox checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)}>
      {label}
    </Checkbox>
  </div>
)

const MONTHS = Array.from({ length: 12 }, (_unused, index) => index + 1)
/** 一年里的哪几个月。 */
export const MonthsItem = ({ label, hint, value, onChange }: ItemProps & { readonly value: readonly number[]; readonly onChange: (value: number[]) => void }) => (
  <div className="field">
    <span className="field-label" id="scheme-months">
      {label}
    </span>
    <Checkbox.Group aria-labelledby="scheme-months" className="scheme-months" value={[...value]} options={MONTHS.map((month) => ({ value: month, label: schemesText.indicators.due([month]) }))} onChange={(months) => onChange(months.toSorted((a, b) => a - b))} />
    <div className="field-note">{hint}</div>
  </div>
)
