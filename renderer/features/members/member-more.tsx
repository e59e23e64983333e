import { Input, InputNumber } from 'antd'
import { degrees } from '../../../shared/data/code-tables/degrees.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { postKinds } from '../../../shared/data/code-tables/post-kinds.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { MOST_RESUME } from '../../../shared/model/member.ts'
import { Field } from '../../components/field.tsx'
import { CodeInput, DayInput, FlagInput, TextInput, type SectionProps } from './member-inputs.tsx'

const { sections, hints, fields: labels } = membersText
const MOST_ORDER = 999_999

/** 学历之外的几项:学位、院校、专业、党校。 */
export const EducationSection = (props: SectionProps) => (
  <fieldset className="member-section">
    <legend>{sections.education}</legend>
    <CodeInput name="degree" table={degrees} {...props} />
    <TextInput name="graduatedFrom" limit={60} {...props} />
    <TextInput name="major" limit={60} {...props} />
    <TextInput name="professionalTitle" limit={60} {...props} />
    <div className="member-wide member-flags">
      <FlagInput name="isPartySchool" {...props} />
    </div>
  </fieldset>
)

/** 岗位:类别、层级、骨干、退休(「三培养」由此看)。 */
export const PostFields = (props: SectionProps) => (
  <>
    <TextInput name="administrativePost" limit={60} {...props} />
    <DayInput name="workFrom" {...props} />
    <CodeInput name="postKind" table={postKinds} {...props} />
    <CodeInput name="managementLevel" table={managementLevels} {...props} />
    <div className="member-wide member-flags">
      <FlagInput name="isBackbone" {...props} />
      <FlagInput name="isRetired" {...props} />
    </div>
  </>
)

/** 入党经过(早年入党的人据档案照录)与组织关系的来处。 */
export const JoiningSection = (props: SectionProps) => (
  <fieldset className="member-section">
    <legend>{sections.joining}</legend>
    <DayInput name="appliedOn" {...props} />
    <DayInput name="activistOn" {...props} />
    <DayInput name="candidateOn" {...props} />
    <TextInput name="sponsors" limit={60} hint={hints.sponsors} {...props} />
    <TextInput name="joinedIn" limit={80} hint={hints.joinedIn} {...props} />
    <DayInput name="transferredInOn" {...props} />
    <TextInput name="transferredFrom" limit={80} {...props} />
    <Field label={labels.resume} hint={hints.resume} error={props.problems.resume} className="member-wide">
      {(control) => <Input.TextArea {...control} autoSize={{ minRows: 3, maxRows: 12 }} value={props.fields.resume} maxLength={MOST_RESUME} onChange={(event) => props.onChange({ resume: event.target.value })} />}
    </Field>
    <Field label={labels.sortOrder} hint={hints.sortOrder} error={props.problems.sortOrder}>
      {(control) => <InputNumber {...control} className="full-width" controls={false} min={0} max={MOST_ORDER} precision={0} value={props.fields.sortOrder} onChange={(value) => props.onChange({ sortOrder: value ?? 0 })} />}
    </Field>
  </fieldset>
)
