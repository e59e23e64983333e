import { Checkbox, Input, Select } from 'antd'
import type { CodeTable } from '../../../shared/data/code-tables/code-table.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { MemberChanges } from '../../../shared/model/member.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { matchesPinyin } from '../../components/pinyin-match.ts'
import type { MemberProblems } from './member-problems.ts'

/** 一段表单共用的:现在的内容、怎么改、哪里不对。 */
export interface SectionProps {
  readonly fields: MemberChanges
  readonly onChange: (patch: Partial<MemberChanges>) => void
  readonly problems: MemberProblems
}
type KeysOf<V> = { [K in keyof MemberChanges]: MemberChanges[K] extends V ? (V extends MemberChanges[K] ? K : never) : never }[keyof MemberChanges]
type TextKey = Exclude<KeysOf<string>, 'branchId' | 'idNumber' | 'mobile' | 'telephone' | 'address'>
type DayKey = 'birthDate' | 'joinedOn' | 'regularOn' | 'workFrom' | 'appliedOn' | 'activistOn' | 'candidateOn' | 'transferredInOn'
type FlagKey = 'isPartySchool' | 'isBackbone' | 'isRetired'
type CodeKey = 'ethnicity' | 'degree' | 'postKind' | 'managementLevel' | 'education'

const labels = membersText.fields

export const TextInput = ({ name, limit, hint, wide, ...section }: SectionProps & { readonly name: TextKey; readonly limit: number; readonly hint?: string; readonly wide?: boolean }) => (
  <Field label={labels[name]} error={section.problems[name]} hint={hint} {...(wide === true ? { className: 'member-wide' } : {})}>
    {(control) => <Input {...control} value={section.fields[name]} maxLength={limit} onChange={(event) => section.onChange({ [name]: event.target.value })} />}
  </Field>
)

export const DayInput = ({ name, hint, ...section }: SectionProps & { readonly name: DayKey; readonly hint?: string }) => (
  <Field label={labels[name]} error={section.problems[name]} hint={hint}>
    {(control) => <DateField {...control} monthAllowed value={section.fields[name]} onChange={(value) => section.onChange({ [name]: value })} />}
  </Field>
)

export const CodeInput = ({ name, table, ...section }: SectionProps & { readonly name: CodeKey; readonly table: CodeTable }) => (
  <Field label={labels[name]}>
    {(control) => (
      <Select
        {...control}
        className="full-width"
        value={section.fields[name] === '' ? null : section.fields[name]}
        placeholder={membersText.notFilled}
        allowClear
        options={table.map((entry) => ({ value: entry.code, label: entry.name }))}
        showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }}
        // 选项就是代码表,值只会是其中的代码或空。
        onChange={(code: string | null | undefined) => section.onChange({ [name]: code ?? '' })}
      />
    )}
  </Field>
)

export const FlagInput = ({ name, ...section }: SectionProps & { readonly name: FlagKey }) => (
  <Checkbox checked={section.fields[name]} onChange={(event) => section.onChange({ [name]: event.target.checked })}>
    {labels[name]}
  </Checkbox>
)
