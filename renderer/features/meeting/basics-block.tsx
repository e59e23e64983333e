import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { MeetingFields } from '../../../shared/model/meeting.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { TimeField } from '../../components/time-field.tsx'
import { useSession } from '../../platform/session.ts'
import { MoreBlock } from './more-block.tsx'

const text = meetingText.basics

export interface BlockProps {
  readonly branchId: string
  readonly fields: MeetingFields
  readonly disabled: boolean
  readonly onChange: (patch: Partial<MeetingFields>) => void
  /** 离开一项:马上存。 */
  readonly onLeave: () => void
}

const dayOf = (minute: string): string => minute.slice(0, 10)
const timeOf = (minute: string): string => minute.slice(11, 16)

/** 第 1 块:基本情况。日期与开始时间必有,清空了就恢复原来的。 */
export const BasicsBlock = ({ branchId, fields, disabled, onChange, onLeave, extra }: BlockProps & { readonly extra?: ReactNode }) => {
  const today = useSession((session) => session.today)
  const { nodes } = useOrganisations()
  const [restored, setRestored] = useState(0)
  const groups = nodes.filter((node) => node.kind === 'party_group' && node.parentId === branchId)
  const day = dayOf(fields.startAt)
  const setDay = (next: string | null): void => {
    if (next === null) setRestored(restored + 1)
    else onChange({ startAt: `${next} ${timeOf(fields.startAt)}`, endAt: fields.endAt === null ? null : `${next} ${timeOf(fields.endAt)}` })
  }
  const setStart = (next: string | null): void => {
    if (next === null) setRestored(restored + 1)
    else onChange({ startAt: `${day} ${next}` })
  }
  const endBeforeStart = fields.endAt !== null && fields.endAt <= fields.startAt
  const person = (field: 'host' | 'recorder' | 'lecturer') => (
    <div data-field={field}>
      <Field label={text[field]} compact>
        {(control) => <PersonInput {...control} branchId={branchId} value={fields[field]} disabled={disabled} onChange={(name) => onChange({ [field]: name })} onBlur={onLeave} />}
      </Field>
    </div>
  )
  return (
    <Card title={text.title} extra={extra}>
      <div className="meeting-basics">
        <div data-field="title" className="meeting-wide">
          <Field label={text.name} compact>
            {(control) => <Input {...control} value={fields.title} maxLength={80} disabled={disabled} onChange={(event) => onChange({ title: event.target.value })} onBlur={onLeave} />}
          </Field>
        </div>
        <div data-field="startAt">
          <Field label={text.day} compact {...(day > today && today !== '' ? { hint: text.inFuture } : {})}>
            {(control) => <DateField key={`d${restored}`} {...control} value={day} workingYear={Number(day.slice(0, 4))} disabled={disabled} onChange={setDay} onBlur={onLeave} />}
          </Field>
        </div>
        <div data-field="start">
          <Field label={text.start} compact>
            {(control) => <TimeField key={`s${restored}`} {...control} value={timeOf(fields.startAt)} disabled={disabled} onChange={setStart} onBlur={onLeave} />}
          </Field>
        </div>
        <div data-field="endAt">
          <Field label={text.end} compact error={endBeforeStart ? text.endBeforeStart(timeOf(fields.startAt)) : undefined}>
            {(control) => <TimeField {...control} value={fields.endAt === null ? null : timeOf(fields.endAt)} disabled={disabled} onChange={(next) => onChange({ endAt: next === null ? null : `${day} ${next}` })} onBlur={onLeave} />}
          </Field>
        </div>
        <div data-field="place">
          <Field label={text.place} compact>
            {(control) => <Input {...control} value={fields.place} maxLength={60} disabled={disabled} onChange={(event) => onChange({ place: event.target.value })} onBlur={onLeave} />}
          </Field>
        </div>
        {person('host')}
        {person('recorder')}
        {[fields.meetingType, ...fields.alsoTypes].includes('party_lecture') && person('lecturer')}
        {fields.meetingType === 'group_meeting' && (
          <div data-field="partyGroupId">
            <Field label={text.group} compact>
              {(control) => <Select {...control} value={fields.partyGroupId} disabled={disabled} options={groups.map((group) => ({ value: group.id, label: group.name }))} onChange={(partyGroupId: string) => onChange({ partyGroupId })} onBlur={onLeave} style={{ width: '100%' }} />}
            </Field>
          </div>
        )}
        <div data-field="observers" className="meeting-wide">
          <Field label={text.observers} compact>
            {(control) => <Input {...control} value={fields.observers} maxLength={200} disabled={disabled} onChange={(event) => onChange({ observers: event.target.value })} onBlur={onLeave} />}
          </Field>
        </div>
      </div>
      <MoreBlock branchId={branchId} fields={fields} disabled={disabled} onChange={onChange} onLeave={onLeave} />
    </Card>
  )
}
