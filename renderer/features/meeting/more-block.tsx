import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { lecturerIdentities, themeForms } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { shippedRegister } from '../../../shared/data/registers/index.ts'
import { plansText } from '../../../shared/i18n/zh-CN/plans.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { MeetingFields, MeetingType } from '../../../shared/model/meeting.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { RowList } from '../../components/row-list.tsx'
import { TimeField } from '../../components/time-field.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import type { BlockProps } from './basics-block.tsx'

const text = meetingText.more
const MAXIMUM_SITTINGS = 5
const HOUR = 60

/** 填过其中任何一样的,一打开就展开。 */
const hasMore = (fields: MeetingFields): boolean => fields.alsoTypes.length > 0 || fields.themeForm !== '' || fields.lecturerIdentity !== '' || fields.studyMinutes !== null || fields.leadersAttended !== '' || fields.priorMeetingId !== null || fields.sittings.length > 0

const PriorMeeting = ({ branchId, fields, disabled, onChange }: BlockProps) => {
  const year = Number(fields.startAt.slice(0, 4))
  const { data } = useQuery(api.meetings.list, { branchId, year, meetingType: 'committee_meeting' })
  const options = (data?.rows ?? []).filter((row) => row.state !== 'voided' && row.startAt <= fields.startAt).map((row) => ({ value: row.id, label: `${row.startAt.slice(0, 10)} ${row.title}` }))
  return <Field label={text.prior} compact>{(control) => <Select {...control} value={fields.priorMeetingId} disabled={disabled} allowClear placeholder={text.noPrior} options={options} onChange={(id: string | null | undefined) => onChange({ priorMeetingId: id ?? null })} style={{ width: '100%' }} />}</Field>
}

/** 照哪条计划:本支部当年的年度计划、月度安排。 */
const PlanEntry = ({ branchId, fields, disabled, onChange }: BlockProps) => {
  const year = Number(fields.startAt.slice(0, 4))
  const yearPlan = useQuery(api.registers.list, { definitionKey: 'year_plan', organisationId: branchId, year })
  const monthlyPlan = useQuery(api.registers.list, { definitionKey: 'monthly_plan', organisationId: branchId, year })
  const options = [...(monthlyPlan.data?.rows ?? []), ...(yearPlan.data?.rows ?? [])].map((entry) => ({ value: entry.id, label: plansText.option(shippedRegister(entry.definitionKey)?.name ?? '', entry.day, entry.title) }))
  return <Field label={plansText.choose} compact>{(control) => <Select {...control} value={options.some(({ value }) => value === fields.planEntryId) ? fields.planEntryId : null} disabled={disabled} allowClear placeholder={plansText.none} options={options} onChange={(id: string | null | undefined) => onChange({ planEntryId: id ?? null })} style={{ width: '100%' }} />}</Field>
}

/** 不常用的项目收在一起:同时算作哪几类、形式、学时、双重组织生活、分批开会。 */
export const MoreBlock = (props: BlockProps) => {
  const { fields, disabled, onChange, onLeave } = props
  const [open, setOpen] = useState(() => hasMore(fields))
  const types: readonly MeetingType[] = [fields.meetingType, ...fields.alsoTypes]
  const day = fields.startAt.slice(0, 10)
  if (!open)
    return (
      <div>
        <Button aria-expanded={false} onClick={() => setOpen(true)}>
          {text.open}
        </Button>
      </div>
    )
  return (
    <div className="meeting-more">
      <div className="meeting-basics">
        <div data-field="alsoTypes" className="meeting-wide">
          <Field label={text.alsoTypes} compact hint={disabled ? '' : text.alsoHint}>
            {(control) => <Select<MeetingType[]> {...control} mode="multiple" value={[...fields.alsoTypes]} disabled={disabled} options={meetingTypes.filter(({ code }) => code !== fields.meetingType && code !== 'group_meeting').map(({ code, name }) => ({ value: code, label: name }))} onChange={(alsoTypes) => onChange({ alsoTypes })} onBlur={onLeave} style={{ width: '100%' }} />}
          </Field>
        </div>
        {types.includes('theme_day') && (
          <Field label={text.themeForm} compact>
            {(control) => <Select {...control} value={fields.themeForm === '' ? null : fields.themeForm} disabled={disabled} allowClear options={themeForms.map(({ code, name }) => ({ value: code, label: name }))} onChange={(themeForm: MeetingFields['themeForm'] | null | undefined) => onChange({ themeForm: themeForm ?? '' })} onBlur={onLeave} style={{ width: '100%' }} />}
          </Field>
        )}
        {types.includes('party_lecture') && (
          <Field label={text.lecturerIdentity} compact>
            {(control) => <Select {...control} value={fields.lecturerIdentity === '' ? null : fields.lecturerIdentity} disabled={disabled} allowClear options={lecturerIdentities.map(({ code, name }) => ({ value: code, label: name }))} onChange={(identity: MeetingFields['lecturerIdentity'] | null | undefined) => onChange({ lecturerIdentity: identity ?? '' })} onBlur={onLeave} style={{ width: '100%' }} />}
          </Field>
        )}
        <Field label={text.studyHours} compact hint={disabled ? '' : text.studyHint}>
          {(control) => <InputNumber {...control} value={fields.studyMinutes === null ? null : fields.studyMinutes / HOUR} min={0} max={80} step={0.5} precision={2} disabled={disabled} onChange={(hours) => onChange({ studyMinutes: hours === null ? null : Math.round(hours * HOUR) })} onBlur={onLeave} style={{ width: '100%' }} />}
        </Field>
        <div data-field="leadersAttended" className="meeting-wide">
          <Field label={text.leadersAttended} compact hint={disabled ? '' : text.leadersHint}>
            {(control) => <Input {...control} value={fields.leadersAttended} maxLength={200} disabled={disabled} onChange={(event) => onChange({ leadersAttended: event.target.value })} onBlur={onLeave} />}
          </Field>
        </div>
        {types.includes('general_meeting') && (
          <div className="meeting-wide">
            <PriorMeeting {...props} />
          </div>
        )}
      </div>
      <div className="meeting-basics">
        <div data-field="planEntryId" className="meeting-wide">
          <PlanEntry {...props} />
        </div>
      </div>
      <h3 className="meeting-label">{text.sittings}</h3>
      <div data-field="sittings">
        <RowList
          rows={fields.sittings}
          disabled={disabled}
          maximum={MAXIMUM_SITTINGS}
          addLabel={text.addSitting}
          removeLabel={text.removeSitting}
          className="meeting-sitting"
          newRow={() => ({ startAt: fields.startAt, endAt: null, place: fields.place })}
          onChange={(sittings) => onChange({ sittings, attendance: fields.attendance.map((row) => (row.sitting > sittings.length ? { ...row, sitting: 0 } : row)) })}
          onLeave={onLeave}
        >
          {(row, change, ordinal) => {
            const sittingDay = row.startAt.slice(0, 10)
            return (
              <>
                <DateField aria-label={text.sittingDay(ordinal)} value={sittingDay} workingYear={Number(day.slice(0, 4))} disabled={disabled} onChange={(next) => next !== null && change({ startAt: `${next} ${row.startAt.slice(11)}`, endAt: row.endAt === null ? null : `${next} ${row.endAt.slice(11)}` })} onBlur={onLeave} />
                <TimeField aria-label={text.sittingStart(ordinal)} value={row.startAt.slice(11)} disabled={disabled} onChange={(next) => next !== null && change({ startAt: `${sittingDay} ${next}` })} onBlur={onLeave} />
                <TimeField aria-label={text.sittingEnd(ordinal)} value={row.endAt?.slice(11) ?? null} disabled={disabled} onChange={(next) => change({ endAt: next === null ? null : `${sittingDay} ${next}` })} onBlur={onLeave} />
                <Input aria-label={text.sittingPlace(ordinal)} placeholder={text.place} value={row.place} maxLength={60} disabled={disabled} onChange={(event) => change({ place: event.target.value })} onBlur={onLeave} />
                <Select
                  aria-label={text.sittingWho(ordinal)}
                  mode="multiple"
                  maxTagCount="responsive"
                  placeholder={text.sittingWho(ordinal)}
                  disabled={disabled}
                  value={fields.attendance.filter((each) => each.sitting === ordinal).map(({ memberId }) => memberId)}
                  options={fields.attendance.filter(({ status }) => status === 'present').map(({ memberId, name }) => ({ value: memberId, label: name }))}
                  onChange={(ids: string[]) => onChange({ attendance: fields.attendance.map((each) => (ids.includes(each.memberId) ? { ...each, sitting: ordinal } : each.sitting === ordinal ? { ...each, sitting: 0 } : each)) })}
                  onBlur={onLeave}
                />
              </>
            )
          }}
        </RowList>
      </div>
    </div>
  )
}
