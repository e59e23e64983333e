import { App, Input, Radio } from 'antd'
import { useState } from 'react'
import { customFieldsText } from '../../../shared/i18n/zh-CN/custom-fields.ts'
import { customKindSchema, type CustomField, type CustomKind } from '../../../shared/model/custom-field.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = customFieldsText.dialog

/** 新增或修改一个项目;类型定了不改,填过的值会读不懂。 */
export const FieldDialog = ({ field, onClose }: { readonly field: CustomField | null; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [name, setName] = useState(field?.name ?? '')
  const [kind, setKind] = useState<CustomKind>(field?.kind ?? 'text')
  const [choices, setChoices] = useState((field?.choices ?? []).join('\n'))
  const save = (): void => {
    if (name.trim() === '') return
    const list = choices.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    const given = { name: name.trim(), choices: kind === 'choice' ? list : [] }
    void submit.run(
      () => (field === null ? api.customFields.add({ ...given, kind }) : api.customFields.save({ ...given, id: field.id, rev: field.rev })),
      () => {
        void message.success(customFieldsText.done)
        onClose()
      },
    )
  }
  return (
    <FormDialog open title={field === null ? text.addTitle : text.editTitle(field.name)} confirmLabel={field === null ? text.confirmAdd : text.confirmEdit} submit={submit} onConfirm={save} onClose={onClose}>
      <Field label={text.name} required>
        {(control) => <Input {...control} value={name} maxLength={20} autoFocus onChange={(event) => setName(event.target.value)} />}
      </Field>
      {field === null && (
        <div className="field">
          <span className="field-label" id="custom-kind">
            {text.kind}
          </span>
          <Radio.Group aria-labelledby="custom-kind" value={kind} onChange={(event) => setKind(customKindSchema.parse(event.target.value))}>
            {customKindSchema.options.map((option) => (
              <Radio key={option} value={option}>
                {customFieldsText.kinds[option]}
              </Radio>
            ))}
          </Radio.Group>
        </div>
      )}
      {kind === 'choice' && (
        <Field label={text.choices} required hint={text.choicesNote}>
          {(control) => <Input.TextArea {...control} rows={6} value={choices} onChange={(event) => setChoices(event.target.value)} />}
        </Field>
      )}
    </FormDialog>
  )
}
