import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { MeetingAids } from '../../../shared/model/meeting-aids.ts'
import type { MeetingFields } from '../../../shared/model/meeting.ts'
import { applyTemplate, templateFrom } from '../../../shared/util/meeting-template.ts'
import { AidsDialog } from '../../components/meeting-aids/aids-dialog.tsx'
import { TemplateDialog, type TemplateDraft } from '../../components/meeting-aids/template-dialog.tsx'

const text = meetingAidsText.menu

/** 样板:照样板填(可以撤销)、存为样板、管理。 */
export const TemplateMenu = ({ aids, branchId, fields, disabled, onApply }: { readonly aids: MeetingAids; readonly branchId: string; readonly fields: MeetingFields; readonly disabled: boolean; readonly onApply: (patch: Partial<MeetingFields>) => void }) => {
  const { message } = App.useApp()
  const [draft, setDraft] = useState<TemplateDraft | null>(null)
  const [managing, setManaging] = useState(false)
  const apply = (id: string): void => {
    const template = aids.templates.find((row) => row.id === id)
    if (template === undefined) return
    onApply(applyTemplate(fields, template.fields))
    void message.success(text.applied(template.fields.name))
  }
  const templates = aids.templates.map(({ id, fields: { name } }) => ({ key: id, label: name }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(disabled ? [] : [{ key: 'apply', type: 'group' as const, label: text.apply, children: templates.length === 0 ? [{ key: 'none', label: text.none, disabled: true }] : templates }]),
            ...(aids.owners.length === 0 ? [] : [{ key: 'save', label: text.save }]),
            { key: 'manage', label: text.manage },
          ],
          onClick: ({ key }) => {
            if (key === 'save') setDraft({ template: null, fields: templateFrom(fields, nameOf(meetingTypes, fields.meetingType)) })
            else if (key === 'manage') setManaging(true)
            else apply(key)
          },
        }}
      >
        <Button>{text.button}</Button>
      </Dropdown>
      <TemplateDialog draft={draft} owners={aids.owners} onClose={() => setDraft(null)} />
      <AidsDialog branchId={branchId} open={managing} onClose={() => setManaging(false)} />
    </>
  )
}
