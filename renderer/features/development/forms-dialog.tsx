import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { applicationFormStates } from '../../../shared/data/code-tables/development-steps.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { ApplicationForm, ApplicationFormState, DevelopmentRow } from '../../../shared/model/development.ts'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'

const text = developmentText.form
const STATES = applicationFormStates.map(({ code, name }) => ({ value: code, label: name }))

/** 一个编号的去向,就在这一行里改。 */
const FormRow = ({ form, people }: { readonly form: ApplicationForm; readonly people: readonly DevelopmentRow[] }) => {
  const today = useSession((session) => session.today)
  const [draft, setDraft] = useState<ApplicationForm | null>(null)
  const submit = useSubmit()
  const save = (): void => {
    if (draft === null) return
    const { id, rev, state, personId, settledOn, note } = draft
    void submit.run(() => api.development.settleForm({ id, rev, state, personId: state === 'unused' ? null : personId, settledOn, note }), () => setDraft(null))
  }
  if (draft === null)
    return (
      <tr>
        <td>{form.number}</td>
        <td>{nameOf(applicationFormStates, form.state)}</td>
        <td>{form.personName}</td>
        <td>{form.settledOn ?? ''}</td>
        <td>{form.note}</td>
        <td>
          <Button onClick={() => setDraft({ ...form, state: form.state === 'unused' ? 'used' : form.state, settledOn: form.settledOn ?? today })}>{text.settle}</Button>
        </td>
      </tr>
    )
  return (
    <>
      <tr>
        <td>{form.number}</td>
        <td>
          <Select aria-label={text.columns.state} value={draft.state} options={STATES} onChange={(state: ApplicationFormState) => setDraft({ ...draft, state })} />
        </td>
        <td>
          <Select aria-label={text.person} className="full-width" placeholder={text.choosePerson} showSearch={{ optionFilterProp: 'label' }} allowClear value={draft.personId} options={people.map((row) => ({ value: row.id, label: row.name }))} onChange={(personId: string | undefined) => setDraft({ ...draft, personId: personId ?? null })} />
        </td>
        <td>
          <DateField aria-label={text.columns.day} value={draft.settledOn} onChange={(settledOn) => setDraft({ ...draft, settledOn })} />
        </td>
        <td>
          <Input aria-label={text.columns.note} value={draft.note} maxLength={200} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />
        </td>
        <td>
          <Button type="primary" loading={submit.busy} onClick={save}>
            {developmentText.person.saveLabel}
          </Button>
        </td>
      </tr>
      {submit.failure !== null && (
        <tr>
          <td colSpan={6}>
            <ErrorNote failure={submit.failure} />
          </td>
        </tr>
      )}
    </>
  )
}

/** 入党志愿书编号登记簿:领来一批、逐个登记去向。 */
export const FormsDialog = ({ people, onClose }: { readonly people: readonly DevelopmentRow[]; readonly onClose: () => void }) => {
  const list = useQuery(api.development.forms, {}, ['development.changed'])
  const [first, setFirst] = useState('')
  const [count, setCount] = useState(10)
  const submit = useSubmit()
  const add = (): void => {
    if (first.trim() !== '') void submit.run(() => api.development.addForms({ first: first.trim(), count }), () => setFirst(''))
  }
  const forms = list.data?.forms ?? []
  return (
    <Modal open title={text.title} footer={null} width={900} centered destroyOnHidden onCancel={onClose}>
      <div className="development-tools">
        <Input className="development-first" aria-label={text.first} placeholder={text.first} value={first} maxLength={40} onChange={(event) => setFirst(event.target.value)} />
        <span>{text.count}</span>
        <InputNumber aria-label={text.count} min={1} max={500} precision={0} value={count} onChange={(value) => setCount(value ?? 1)} />
        <Button onClick={add} loading={submit.busy} disabled={first.trim() === ''}>
          {text.add}
        </Button>
        <ListActions
          list="application-forms"
          title={text.printTitle}
          rows={forms}
          personal
          columns={[
            { label: text.columns.number, width: 16, value: (form) => form.number },
            { label: text.columns.state, width: 10, value: (form) => nameOf(applicationFormStates, form.state) },
            { label: text.columns.person, width: 12, value: (form) => form.personName },
            { label: text.columns.day, kind: 'date', width: 12, value: (form) => form.settledOn },
            { label: text.columns.note, width: 24, value: (form) => form.note },
          ]}
        />
      </div>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <QueryView query={list}>
        {() =>
          forms.length === 0 ? (
            <p className="empty-note">{text.empty}</p>
          ) : (
            <div className="development-forms">
              <table className="plain-table">
                <thead>
                  <tr>
                    {Object.values(text.columns).map((label) => (
                      <th key={label} scope="col">
                        {label}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {forms.map((form) => (
                    <FormRow key={form.id} form={form} people={people} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryView>
    </Modal>
  )
}
