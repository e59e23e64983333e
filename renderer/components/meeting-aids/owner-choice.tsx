import { Radio } from 'antd'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { MeetingAids } from '../../../shared/model/meeting-aids.ts'

const text = meetingAidsText.owner

/** 归本支部还是上级(以下各支部都能用);只有一种时不问。 */
export const OwnerChoice = ({ owners, value, onChange }: { readonly owners: MeetingAids['owners']; readonly value: string; readonly onChange: (ownerId: string) => void }) =>
  owners.length < 2 ? null : (
    <fieldset>
      <legend className="field-label">{text.label}</legend>
      <Radio.Group value={value} onChange={(event) => onChange(event.target.value as string)} options={owners.map(({ id, name }, index) => ({ value: id, label: index === 0 ? text.own(name) : text.unit(name) }))} />
    </fieldset>
  )
