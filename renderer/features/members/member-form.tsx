import { Input, Radio, Select } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { MemberChanges, MemberDetail, SensitiveField as SensitiveKey } from '../../../shared/model/member.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { CustomSection } from './custom-section.tsx'
import { CodeInput, DayInput, TextInput } from './member-inputs.tsx'
import { EducationSection, JoiningSection, PostFields } from './member-more.tsx'
import { withIdNumber, type MemberProblems } from './member-problems.ts'
import { SensitiveField } from './sensitive-field.tsx'

interface MemberFormProps {
  readonly fields: MemberChanges
  readonly onChange: (patch: Partial<MemberChanges>) => void
  readonly problems: MemberProblems
  /** 已有的人:标识与遮住的样子;新增为 null,敏感项直接填。 */
  readonly stored: { readonly id: string; readonly masked: MemberDetail['masked']; /** 变更党籍状态的地方:要写哪天起、文号,不随表单自动存。 */ readonly stateControl: ReactNode } | null
}

const text = membersText
const STATES = membershipStates.map((entry) => ({ value: entry.code, label: entry.name }))

/** 一名党员的全部字段。 */
export const MemberForm = ({ fields, onChange, problems, stored }: MemberFormProps) => {
  const { nodes } = useOrganisations()
  const groups = useMemo(() => nodes.filter((node) => node.kind === 'party_group' && node.parentId === fields.branchId).map((node) => ({ value: node.id, label: node.shortName === '' ? node.name : node.shortName })), [nodes, fields.branchId])
  // 常用的在前;原来填的是细码时也列出来,免得一打开就丢。
  const educationTable = useMemo(() => educations.filter((entry) => entry.common || entry.code === fields.education), [fields.education])
  const section = { fields, onChange, problems }
  const sensitive = (field: SensitiveKey, maxLength: number, change = (typed: string | null): void => onChange({ [field]: typed })) => (
    <SensitiveField label={text.fields[field]} field={field} memberId={stored?.id ?? null} masked={stored?.masked[field] ?? ''} value={fields[field]} onChange={change} maxLength={maxLength} error={problems[field]} />
  )
  return (
    <>
      <fieldset className="member-section">
        <legend>{text.sections.basics}</legend>
        <Field label={text.fields.name} required error={problems.name}>
          {(control) => <Input {...control} value={fields.name} maxLength={40} onChange={(event) => onChange({ name: event.target.value })} />}
        </Field>
        <div className="field">
          <span className="field-label" id="member-gender">
            {text.fields.gender}
          </span>
          <Radio.Group aria-labelledby="member-gender" value={fields.gender} onChange={(event) => onChange({ gender: genders.find((entry) => entry.code === event.target.value)?.code ?? '0' })}>
            {genders
              .filter((entry) => entry.code !== '9' || fields.gender === '9')
              .map((entry) => (
                <Radio key={entry.code} value={entry.code}>
                  {entry.name}
                </Radio>
              ))}
          </Radio.Group>
        </div>
        <div className="member-wide">
          {sensitive('idNumber', 24, (typed) => onChange(typed === null ? { idNumber: null } : withIdNumber(fields, typed)))}
        </div>
        <DayInput name="birthDate" {...section} />
        <CodeInput name="ethnicity" table={ethnicities} {...section} />
        <CodeInput name="education" table={educationTable} {...section} />
        <TextInput name="nativePlace" limit={40} hint={text.hints.place} {...section} />
        <TextInput name="birthPlace" limit={40} hint={text.hints.place} {...section} />
      </fieldset>
      <fieldset className="member-section">
        <legend>{text.sections.party}</legend>
        <div className="field">
          <span className="field-label" id="member-type">
            {text.fields.memberType}
          </span>
          <Radio.Group aria-labelledby="member-type" value={fields.memberType} onChange={(event) => onChange({ memberType: event.target.value === 'full' ? 'full' : 'probationary' })}>
            {memberTypes.map((entry) => (
              <Radio key={entry.code} value={entry.code}>
                {entry.name}
              </Radio>
            ))}
          </Radio.Group>
        </div>
        {stored === null ? (
          <Field label={text.fields.membershipState}>{(control) => <Select {...control} className="full-width" value={fields.membershipState} options={STATES} onChange={(membershipState) => onChange({ membershipState })} />}</Field>
        ) : (
          stored.stateControl
        )}
        <DayInput name="joinedOn" hint={text.hints.joinedOn} {...section} />
        <DayInput name="regularOn" hint={text.hints.regularOn} {...section} />
        <Field label={text.fields.branch} required error={problems.branchId}>
          {(control) => <BranchPicker {...control} value={fields.branchId === '' ? null : fields.branchId} onChange={(branchId) => branchId !== null && onChange({ branchId, partyGroupId: null })} />}
        </Field>
        <Field label={text.fields.group}>
          {(control) => (
            <Select {...control} className="full-width" value={fields.partyGroupId} placeholder={text.noGroup} allowClear options={groups} onChange={(partyGroupId: string | null | undefined) => onChange({ partyGroupId: partyGroupId ?? null })} />
          )}
        </Field>
      </fieldset>
      <fieldset className="member-section">
        <legend>{text.sections.work}</legend>
        <TextInput name="post" limit={60} {...section} />
        <TextInput name="workNumber" limit={32} {...section} />
        <PostFields {...section} />
        <div className="member-wide">{sensitive('mobile', 20)}</div>
        <div className="member-wide">{sensitive('telephone', 20)}</div>
        <div className="member-wide">{sensitive('address', 120)}</div>
        <TextInput name="note" limit={500} wide {...section} />
      </fieldset>
      <EducationSection {...section} />
      <JoiningSection {...section} />
      <CustomSection fields={fields} onChange={onChange} error={problems.custom} />
    </>
  )
}
