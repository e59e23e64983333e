import { Modal, Radio, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { MeetingType } from '../../../shared/model/meeting.ts'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { useMeetingAids } from '../../components/meeting-aids/use-meeting-aids.ts'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
import type { Failure } from '../../platform/use-query.ts'

const text = handbookText.create
const aidsText = meetingAidsText.template

export interface NewRecord {
  readonly meetingType: MeetingType
  readonly partyGroupId: string | null
  readonly day: string
  readonly templateId?: string
}

/** 新建记录:选类型、日期,党小组会另选小组。 */
export const CreateDialog = ({
  branchId,
  open,
  today,
  groups,
  busy,
  failure,
  onCreate,
  onCancel,
}: {
  readonly branchId: string
  readonly open: boolean
  readonly today: string
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onCreate: (record: NewRecord) => void
  readonly onCancel: () => void
}) => {
  const [meetingType, setMeetingType] = useState<MeetingType>('general_meeting')
  const [partyGroupId, setPartyGroupId] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(today)
  const [asked, setAsked] = useState(false)
  const [templateId, setTemplateId] = useState<string | null>(null)
  const templates = (useMeetingAids(open ? branchId : null, null)?.templates ?? []).filter(({ fields }) => fields.meetingType === meetingType)
  const template = templates.find(({ id }) => id === templateId)
  const needsGroup = meetingType === 'group_meeting'
  const group = groups.length === 1 ? (groups[0]?.id ?? null) : partyGroupId
  useEffect(() => {
    if (!open) return
    setDay(today)
    setAsked(false)
    setPartyGroupId(null)
    setTemplateId(null)
  }, [open, today])
  const form = useRef<HTMLFormElement>(null)
  const create = (): void => {
    setAsked(true)
    if (busy || stopAtUnreadableDate(form.current) || day === null || (needsGroup && group === null)) return
    onCreate({ meetingType, partyGroupId: needsGroup ? group : null, day, ...(template === undefined ? {} : { templateId: template.id }) })
  }
  const safe = useImeSafeForm(create)
  return (
    <Modal open={open} title={text.title} okText={text.ok} cancelText={commonText.cancel} onOk={() => create()} onCancel={onCancel} confirmLoading={busy} destroyOnHidden>
      <form ref={form} {...safe}>
        <fieldset>
          <legend className="field-label">{text.type}</legend>
          <Radio.Group className="create-types" value={meetingType} onChange={(event) => setMeetingType(event.target.value as MeetingType)}>
            {/* 打开就能用方向键选类型。 */}
            {meetingTypes.map(({ code, name }) => (
              <Radio key={code} value={code} autoFocus={code === meetingType}>
                {name}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        {needsGroup && (
          <Field label={text.group} required error={asked && group === null ? (groups.length === 0 ? text.noGroup : text.groupRequired) : undefined}>
            {(control) => <Select {...control} value={group} onChange={setPartyGroupId} options={groups.map(({ id, name }) => ({ value: id, label: name }))} notFoundContent={text.noGroup} style={{ width: '100%' }} />}
          </Field>
        )}
        <Field label={text.day} required error={asked && day === null ? text.dayRequired : undefined} hint={text.hint}>
          {(control) => <DateField {...control} value={day} onChange={setDay} today={today} />}
        </Field>
        {templates.length > 0 && (
          <Field label={aidsText.choose} compact hint={aidsText.chooseHint}>
            {(control) => <Select {...control} value={template?.id ?? ''} options={[{ value: '', label: aidsText.fromLast }, ...templates.map(({ id, fields, ownerName }) => ({ value: id, label: `${fields.name}\u3000${ownerName}` }))]} onChange={setTemplateId} style={{ width: '100%' }} />}
          </Field>
        )}
        {failure !== null && <ErrorNote failure={failure} />}
        {/* 让回车也能提交。 */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Modal>
  )
}
