import { App, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { topicKinds } from '../../../shared/data/code-tables/topic-kinds.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { MeetingAids, TemplateFields } from '../../../shared/model/meeting-aids.ts'
import type { TopicKind } from '../../../shared/model/meeting-parts.ts'
import { api } from '../../platform/api.ts'
import { Field } from '../field.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { RowList } from '../row-list.tsx'
import { useSubmit } from '../use-submit.ts'
import { OwnerChoice } from './owner-choice.tsx'
import './meeting-aids.css'

const text = meetingAidsText.template
const KINDS = topicKinds.map(({ code, name }) => ({ value: code as TopicKind, label: name }))

/** 正在存的样板:新的(template 为 null),或改原有的。 */
export interface TemplateDraft {
  readonly template: { readonly id: string; readonly rev: number; readonly ownerId: string } | null
  readonly fields: TemplateFields
}

/** 存一份样板、改一份样板。 */
export const TemplateDialog = ({ draft, owners, onClose }: { readonly draft: TemplateDraft | null; readonly owners: MeetingAids['owners']; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [fields, setFields] = useState<TemplateFields | null>(null)
  const [ownerId, setOwnerId] = useState('')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    setFields(draft?.fields ?? null)
    setOwnerId(draft?.template?.ownerId ?? owners[0]?.id ?? '')
    setAsked(false)
    // 只在打开的那一下恢复。
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draft])
  const change = (patch: Partial<TemplateFields>): void => setFields((before) => (before === null ? null : { ...before, ...patch }))
  const confirm = (): void => {
    setAsked(true)
    if (draft === null || fields === null || fields.name.trim() === '') return
    const known = draft.template === null ? null : { id: draft.template.id, rev: draft.template.rev }
    void submit.run(
      () => api.meetingAids.saveTemplate({ ownerId, template: known, fields: { ...fields, topics: fields.topics.filter(({ title }) => title.trim() !== '') } }),
      () => {
        void message.success(text.saved)
        onClose()
      },
    )
  }
  return (
    <FormDialog open={draft !== null} title={draft?.template == null ? text.dialogNew : text.dialogEdit} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={640}>
      {fields !== null && (
        <>
          <Field label={text.name} required error={asked && fields.name.trim() === '' ? text.nameRequired : undefined}>
            {(control) => <Input {...control} autoFocus value={fields.name} maxLength={40} onChange={(event) => change({ name: event.target.value })} />}
          </Field>
          <Field label={text.title} compact hint={text.titleHint}>
            {(control) => <Input {...control} value={fields.title} maxLength={80} onChange={(event) => change({ title: event.target.value })} />}
          </Field>
          <Field label={text.place} compact>
            {(control) => <Input {...control} value={fields.place} maxLength={60} onChange={(event) => change({ place: event.target.value })} />}
          </Field>
          <span className="field-label">{text.topics}</span>
          <RowList rows={fields.topics} disabled={false} maximum={30} addLabel={text.addTopic} removeLabel={text.removeTopic} className="template-topic" newRow={() => ({ title: '', kind: 'study' as const, isFirstTopic: false })} onChange={(topics) => change({ topics })} onLeave={() => undefined}>
            {(row, changeRow, ordinal) => (
              <>
                <Input aria-label={text.topic(ordinal)} value={row.title} maxLength={120} onChange={(event) => changeRow({ title: event.target.value })} />
                <Select aria-label={text.kind(ordinal)} value={row.kind} options={KINDS} onChange={(kind) => changeRow({ kind })} />
              </>
            )}
          </RowList>
          <Field label={text.phrases} compact>
            {(control) => <Input.TextArea {...control} value={fields.phrases} maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => change({ phrases: event.target.value })} />}
          </Field>
          {draft?.template === null && <OwnerChoice owners={owners} value={ownerId} onChange={setOwnerId} />}
        </>
      )}
    </FormDialog>
  )
}
