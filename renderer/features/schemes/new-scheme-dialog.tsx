import { Input, Radio } from 'antd'
import { useState } from 'react'
import { schemesText } from '../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeDocument, SchemeTemplate } from '../../../shared/model/scheme.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = schemesText.create

/** 新建方案:选一个模板,起个名字,成为草稿。 */
export const NewSchemeDialog = ({ templates, onClose, onCreated }: { readonly templates: readonly SchemeTemplate[]; readonly onClose: () => void; readonly onCreated: (document: SchemeDocument) => void }) => {
  const [template, setTemplate] = useState(templates[0]?.key ?? '')
  const chosen = templates.find(({ key }) => key === template)
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    if (name.trim() !== '') void submit.run(() => api.schemes.createFromTemplate({ template, name: name.trim() }), onCreated)
  }
  return (
    <FormDialog open title={text.title} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={760}>
      <Field label={text.name} required error={asked && name.trim() === '' ? text.nameMissing : undefined}>
        {(control) => <Input {...control} autoFocus value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className="field">
        <span className="field-label" id="scheme-template">
          {text.template}
        </span>
        <Radio.Group aria-labelledby="scheme-template" className="scheme-templates" value={template} onChange={(event) => setTemplate(String(event.target.value))}>
          {templates.map((one) => (
            <Radio key={one.key} value={one.key}>
              <strong>{one.name}</strong>
              <span className="meta">
                {text.rhythms[one.rhythm]}；{text.size(one.dimensions, one.indicators)}
              </span>
            </Radio>
          ))}
        </Radio.Group>
        {chosen !== undefined && (
          <p className="scheme-template-note" aria-live="polite">
            {text.events(chosen.bonus, chosen.deduct, chosen.veto)}。{chosen.note}
          </p>
        )}
        <p className="meta">{text.example}</p>
      </div>
    </FormDialog>
  )
}
