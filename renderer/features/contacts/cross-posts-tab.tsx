import { App, Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { crossDirections } from '../../../shared/data/code-tables/leading-group.ts'
import { contactsText as text } from '../../../shared/i18n/zh-CN/contacts.ts'
import type { CrossPost } from '../../../shared/model/contact.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { CrossPostDialog } from './cross-post-dialog.tsx'

const { columns: heads } = text.crossPosts
const OUTPUT: readonly OutputColumn<CrossPost>[] = [
  { label: heads.name, width: 10, value: (row) => row.name },
  { label: heads.partyPost, width: 18, value: (row) => row.partyPost },
  { label: heads.administrativePost, width: 18, value: (row) => row.administrativePost },
  { label: heads.direction, width: 24, value: (row) => nameOf(crossDirections, row.direction) },
  { label: heads.document, width: 20, value: (row) => row.document },
  { label: heads.span, kind: 'date', width: 24, value: (row) => text.span(row.fromDay, row.toDay) },
  { label: heads.organisation, width: 24, value: (row) => row.organisationName },
]

/** 双向进入、交叉任职一览。 */
export const CrossPostsTab = ({ rows }: { readonly rows: readonly CrossPost[] }) => {
  const session = useSession((state) => state.session)
  const today = useSession((state) => state.today)
  const mayEdit = mayCall(session, contract.contacts.saveCrossPost)
  const [onlyOpen, setOnlyOpen] = useState(true)
  const [editing, setEditing] = useState<CrossPost | 'new' | null>(null)
  const submit = useSubmit()
  const { message } = App.useApp()
  const shown = onlyOpen ? rows.filter(({ toDay }) => toDay === null || toDay > today) : rows
  const columns = useMemo((): DataColumns<CrossPost> => {
    const remove = ({ id, rev, organisationId }: CrossPost): void => void submit.run(() => api.contacts.removeCrossPost({ organisationId, crossPost: { id, rev } }), () => void message.success(text.saved))
    return [
      { title: heads.name, key: 'name', width: 100, render: (_value, row) => row.name },
      { title: heads.partyPost, key: 'partyPost', width: 150, render: (_value, row) => row.partyPost },
      { title: heads.administrativePost, key: 'administrativePost', width: 150, render: (_value, row) => row.administrativePost },
      { title: heads.direction, key: 'direction', width: 100, render: (_value, row) => <span title={nameOf(crossDirections, row.direction)}>{shortNameOf(crossDirections, row.direction)}</span> },
      { title: heads.document, key: 'document', width: 170, render: (_value, row) => row.document },
      { title: heads.span, key: 'span', width: 200, render: (_value, row) => text.span(row.fromDay, row.toDay) },
      { title: heads.organisation, key: 'organisation', width: 200, ellipsis: true, render: (_value, row) => row.organisationName },
      {
        title: heads.action,
        key: 'action',
        width: 190,
        render: (_value, row) =>
          mayEdit && (
            <RowActions
              edit={{ label: text.edit, ariaLabel: text.editLabel(row.name), onClick: () => setEditing(row) }}
              remove={{ label: text.remove, question: text.removeQuestion(row.name), consequence: text.removeConsequence, confirmLabel: text.removeConfirm, onConfirm: () => remove(row) }}
            />
          ),
      },
    ]
  }, [mayEdit, message, submit])
  return (
    <>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <div className="contacts-tools">
        <Checkbox checked={onlyOpen} onChange={(event) => setOnlyOpen(event.target.checked)}>
          {text.onlyOpen}
        </Checkbox>
        <span className="contacts-gap" />
        <ListActions list="cross-posts" title={text.crossPosts.dialog} columns={OUTPUT} rows={shown} />
        {mayEdit && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {text.crossPosts.add}
          </Button>
        )}
      </div>
      <DataTable label={text.crossPosts.list} columns={columns} rows={shown} rowKey={({ id }) => id} minWidth={1100} empty={text.crossPosts.empty} />
      {editing !== null && <CrossPostDialog key={editing === 'new' ? 'new' : editing.id} crossPost={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  )
}
