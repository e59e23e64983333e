import { App, Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { contactKinds, visitPeriods } from '../../../shared/data/code-tables/leading-group.ts'
import { contactsText } from '../../../shared/i18n/zh-CN/contacts.ts'
import type { Contact } from '../../../shared/model/contact.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { VisitDialog } from './visit-dialog.tsx'

const text = contactsText.contacts
const ruleOf = ({ period, minimum }: Contact): string => text.rule(nameOf(visitPeriods, period), minimum)
const standingWords = ({ standings }: Contact): string => standings.map(({ name, thisPeriod, missing }) => text.standing(name, thisPeriod, missing)).join(text.separator)
const OUTPUT: readonly OutputColumn<Contact>[] = [
  { label: text.columns.name, width: 10, value: (row) => row.name },
  { label: text.columns.kind, width: 12, value: (row) => nameOf(contactKinds, row.kind) },
  { label: text.fromUnit, width: 18, value: (row) => row.fromUnit },
  { label: text.columns.objects, width: 46, value: standingWords },
  { label: text.columns.rule, width: 16, value: ruleOf },
  { label: text.columns.span, kind: 'date', width: 24, value: (row) => contactsText.span(row.fromDay, row.toDay) },
  { label: text.duties, width: 30, value: (row) => row.duties },
  { label: text.grade, width: 10, value: (row) => row.grade },
]
const Standings = ({ contact }: { readonly contact: Contact }) => (
  <ul className="contacts-lines">
    {contact.standings.map(({ name, thisPeriod, missing, missedBefore, lastVisit }) => (
      <li key={name}>
        {contact.current !== null && contact.minimum > 0 ? <StateTag tone={missing === 0 ? 'done' : 'warning'} word={text.standing(name, thisPeriod, missing)} /> : <span>{name}</span>}
        {missedBefore > 0 && <StateTag tone="overdue" word={text.missedBefore(missedBefore)} />}
        <span className="meta">{text.lastVisit(lastVisit)}</span>
      </li>
    ))}
  </ul>
)

/** 党建指导员、领导联系点等:联系谁、多久至少几次、去了没有。 */
export const ContactsTab = ({ rows }: { readonly rows: readonly Contact[] }) => {
  const session = useSession((state) => state.session)
  const [mayEdit, mayVisit] = [mayCall(session, contract.contacts.saveContact), mayCall(session, contract.contacts.saveVisit)]
  const [onlyOpen, setOnlyOpen] = useState(true)
  const [editing, setEditing] = useState<Contact | 'new' | null>(null)
  const [visiting, setVisiting] = useState<string | null>(null)
  const submit = useSubmit()
  const { message } = App.useApp()
  const shown = onlyOpen ? rows.filter(({ current }) => current !== null) : rows
  const short = shown.flatMap(({ standings }) => standings).filter(({ missing }) => missing > 0).length
  const columns = useMemo((): DataColumns<Contact> => {
    const remove = ({ id, rev, organisationId }: Contact): void => void submit.run(() => api.contacts.removeContact({ organisationId, contact: { id, rev } }), () => void message.success(contactsText.saved))
    return [
      { title: text.columns.name, key: 'name', width: 110, render: (_value, row) => row.name },
      { title: text.columns.kind, key: 'kind', width: 120, render: (_value, row) => nameOf(contactKinds, row.kind) },
      { title: text.columns.objects, key: 'objects', width: 460, render: (_value, row) => <Standings contact={row} /> },
      { title: text.columns.rule, key: 'rule', width: 140, render: (_value, row) => ruleOf(row) },
      { title: text.columns.span, key: 'span', width: 130, render: (_value, row) => contactsText.span(row.fromDay, row.toDay) },
      {
        title: text.columns.action,
        key: 'action',
        width: 250,
        render: (_value, row) => (
          <RowActions
            edit={mayEdit ? { label: contactsText.edit, ariaLabel: contactsText.editLabel(row.name), onClick: () => setEditing(row) } : undefined}
            remove={mayEdit ? { label: contactsText.remove, question: contactsText.removeQuestion(row.name), consequence: contactsText.removeConsequence, confirmLabel: contactsText.removeConfirm, onConfirm: () => remove(row) } : undefined}
          >
            {mayVisit && (
              <Button aria-label={text.visitLabel(row.name)} onClick={() => setVisiting(row.id)}>
                {text.visit}
              </Button>
            )}
          </RowActions>
        ),
      },
    ]
  }, [mayEdit, mayVisit, message, submit])
  const visited = rows.find(({ id }) => id === visiting)
  return (
    <>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <div className="contacts-tools">
        <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
          {contactsText.onlyOpen}
        </Checkbox>
        {short > 0 && <StateTag tone="warning" word={text.shortfall(short)} />}
        <span className="contacts-gap" />
        <ListActions list="contacts" title={contactsText.tabs.contacts} columns={OUTPUT} rows={shown} />
        {mayEdit && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {text.add}
          </Button>
        )}
      </div>
      <DataTable label={text.list} columns={columns} rows={shown} rowKey={({ id }) => id} minWidth={1150} empty={text.empty} />
      {editing !== null && <ContactDialog key={editing === 'new' ? 'new' : editing.id} contact={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {visited !== undefined && <VisitDialog key={visited.id} contact={visited} onClose={() => setVisiting(null)} />}
    </>
  )
}
