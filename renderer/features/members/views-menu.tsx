import { App, Button, Dropdown, Input } from 'antd'
import { useState } from 'react'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import type { MemberLayout, SavedView } from '../../../shared/model/member-view.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { DEFAULT_LAYOUT } from './roster-columns.ts'

interface ViewsMenuProps {
  readonly saved: readonly SavedView[]
  readonly layout: MemberLayout
  readonly onChoose: (layout: MemberLayout) => void
  readonly onChanged: () => void
}
const text = rosterListText.views

/** 存下的几种看法:列、条件、排序、分组一起换。 */
export const ViewsMenu = ({ saved, layout, onChoose, onChanged }: ViewsMenuProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const remove = (view: string): void => void submit.run(() => api.roster.removeView({ name: view }), onChanged)
  const save = (): void => {
    const given = name.trim()
    if (given === '') return
    void submit.run(
      () => api.roster.saveView({ name: given, layout }),
      () => {
        setNaming(false)
        void message.success(text.saved(given))
        onChanged()
      },
    )
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'default', label: text.reset, onClick: () => onChoose(DEFAULT_LAYOUT) },
            ...saved.map((view) => ({ key: `view-${view.name}`, label: view.name, onClick: () => onChoose(view.layout) })),
            ...(saved.length === 0 ? [{ key: 'none', label: text.none, disabled: true }] : []),
            { key: 'line', type: 'divider' as const },
            {
              key: 'save',
              label: text.saveAs,
              onClick: () => {
                setName('')
                setNaming(true)
              },
            },
            ...saved.map((view) => ({ key: `remove-${view.name}`, label: text.remove(view.name), onClick: () => remove(view.name) })),
          ],
        }}
      >
        <Button>{text.open}</Button>
      </Dropdown>
      <FormDialog open={naming} title={text.title} confirmLabel={text.save} submit={submit} onConfirm={save} onClose={() => setNaming(false)}>
        <Field label={text.name} required hint={text.note}>
          {(control) => <Input {...control} value={name} maxLength={20} autoFocus onChange={(event) => setName(event.target.value)} />}
        </Field>
      </FormDialog>
    </>
  )
}
