import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { buildForms } from '../../../shared/data/code-tables/build-forms.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { organisationEventsText as events } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { BuildForm, OrganisationDetail, OrganisationKind } from '../../../shared/model/organisation.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { CHILD_KINDS, ROOT_KINDS } from './child-kinds.ts'
import { useCategories } from './use-category-names.ts'

interface AddDialogProps {
  readonly open: boolean
  /** null 为最上级。 */
  readonly parent: OrganisationDetail | null
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

export const AddDialog = (props: AddDialogProps) => (props.open ? <AddForm {...props} /> : null)

const AddForm = ({ open, parent, onClose, onAdded }: AddDialogProps) => {
  const today = useSession((session) => session.today)
  const kinds = parent === null ? ROOT_KINDS : CHILD_KINDS[parent.kind]
  const [kind, setKind] = useState<OrganisationKind>(kinds[0] ?? 'branch')
  const [isFounding, setFounding] = useState(false)
  const [fields, setFields] = useState({ documentNumber: '', reason: '', buildForm: 'single' as BuildForm, name: '', shortName: '', code: '', category: null as string | null, fromDay: today as string | null })
  const [asked, setAsked] = useState(false)
  const { data } = useCategories()
  const submit = useSubmit()
  const nameMissing = fields.name.trim() === ''
  const categoryMissing = kind === 'branch' && fields.category === null
  const text = organisationsText.fields
  const confirm = (): void => {
    setAsked(true)
    if (nameMissing || categoryMissing) return
    const { name, shortName, code, category, fromDay, documentNumber, reason, buildForm } = fields
    if (isFounding && fromDay === null) return
    void submit.run(
      () => api.organisations.add({ parentId: parent?.id ?? null, kind, name: name.trim(), shortName, code, category: kind === 'branch' ? category : null, ...(kind === 'branch' ? { buildForm } : {}), ...(fromDay === null ? {} : { fromDay }), ...(isFounding ? { founding: { documentNumber, reason } } : {}) }),
      (added) => {
        onAdded(added.id)
        onClose()
      },
    )
  }
  return (
    <FormDialog open={open} title={parent === null ? organisationsText.addRootTitle : organisationsText.addTitle(parent.name)} confirmLabel={organisationsText.addConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Radio.Group value={kind} onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? kind)} aria-label={text.kind}>
        {kinds.map((each) => (
          <Radio key={each} value={each}>
            {nameOf(organisationKinds, each)}
          </Radio>
        ))}
      </Radio.Group>
      <Field label={text.name} required error={asked && nameMissing ? organisationsText.nameMissing : undefined}>
        {(control) => <Input {...control} autoFocus value={fields.name} maxLength={80} onChange={(event) => setFields({ ...fields, name: event.target.value })} />}
      </Field>
      <div className="form-row">
        <Field label={text.shortName} hint={text.shortNameHint}>
          {(control) => <Input {...control} value={fields.shortName} maxLength={40} onChange={(event) => setFields({ ...fields, shortName: event.target.value })} />}
        </Field>
        <Field label={text.code} hint={text.codeHint}>
          {(control) => <Input {...control} value={fields.code} maxLength={32} onChange={(event) => setFields({ ...fields, code: event.target.value })} />}
        </Field>
      </div>
      <div className="form-row">
        {kind === 'branch' && (
          <Field label={text.category} required error={asked && categoryMissing ? organisationsText.categoryMissing : undefined}>
            {(control) => (
              <Select
                {...control}
                className="full-width"
                value={fields.category}
                placeholder={organisationsText.categoryPlaceholder}
                options={(data?.categories ?? []).map((category) => ({ value: category.code, label: category.name }))}
                onChange={(category: string | null) => setFields({ ...fields, category })}
              />
            )}
          </Field>
        )}
        <Field label={text.fromDay} hint={isFounding ? events.basis.dayHint : text.startDayHint} error={asked && isFounding && fields.fromDay === null ? events.basis.dayMissing : undefined}>
          {(control) => <DateField {...control} value={fields.fromDay} onChange={(fromDay) => setFields({ ...fields, fromDay })} />}
        </Field>
      </div>
      {kind === 'branch' && (
        <Field label={events.buildForm.label}>
          {(control) => <Select {...control} className="full-width" value={fields.buildForm} options={buildForms.map((form) => ({ value: form.code, label: form.name }))} onChange={(buildForm: BuildForm) => setFields({ ...fields, buildForm })} />}
        </Field>
      )}
      <Radio.Group value={isFounding} onChange={(event) => setFounding(event.target.value === true)} aria-label={events.founding.how}>
        <Radio value={false}>{events.founding.registered}</Radio>
        <Radio value>{events.founding.founded}</Radio>
      </Radio.Group>
      {isFounding && (
        <div className="form-row">
          <Field label={events.basis.documentNumber} hint={events.basis.documentNumberHint}>
            {(control) => <Input {...control} value={fields.documentNumber} maxLength={60} onChange={(event) => setFields({ ...fields, documentNumber: event.target.value })} />}
          </Field>
          <Field label={events.basis.reason}>{(control) => <Input {...control} value={fields.reason} maxLength={200} onChange={(event) => setFields({ ...fields, reason: event.target.value })} />}</Field>
        </div>
      )}
    </FormDialog>
  )
}
