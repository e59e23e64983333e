import { App, Button } from 'antd'
import { useState } from 'react'
import { customFieldsText as text } from '../../../shared/i18n/zh-CN/custom-fields.ts'
import type { CustomField } from '../../../shared/model/custom-field.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { FieldDialog } from './field-dialog.tsx'

type Row = CustomField & { readonly used: number }
const nothing = {}
const OUTPUT: readonly OutputColumn<Row>[] = [
  { label: text.columns.name, width: 24, value: (row) => row.name },
  { label: text.columns.kind, width: 14, value: (row) => text.kinds[row.kind] },
  { label: text.columns.choices, width: 40, value: (row) => row.choices.join('\u3001') },
  { label: text.columns.used, kind: 'number', width: 12, value: (row) => row.used },
  { label: text.columns.state, width: 10, value: (row) => (row.isRetired ? text.states.retired : text.states.used) },
]

/** 自定义项目:办公室自己加,名册各处都用得上。 */
export const CustomFieldsScreen = () => {
  const { message } = App.useApp()
  const fields = useQuery(api.customFields.list, nothing, ['customFields.changed', 'members.changed'])
  const submit = useSubmit()
  const [editing, setEditing] = useState<Row | 'new' | null>(null)
  const setRetired = (row: Row, retired: boolean): void => void submit.run(() => api.customFields.setRetired({ id: row.id, rev: row.rev, retired }), () => void message.success(text.done))
  const columns: DataColumns<Row> = [
    { key: 'name', title: text.columns.name, width: 200, ellipsis: true, render: (_value, row) => row.name },
    { key: 'kind', title: text.columns.kind, width: 120, render: (_value, row) => text.kinds[row.kind] },
    { key: 'choices', title: text.columns.choices, ellipsis: true, render: (_value, row) => row.choices.join('\u3001') },
    { key: 'used', title: text.columns.used, width: 110, align: 'end', render: (_value, row) => row.used },
    { key: 'state', title: text.columns.state, width: 90, render: (_value, row) => (row.isRetired ? text.states.retired : text.states.used) },
    {
      key: 'actions',
      title: text.columns.actions,
      width: 210,
      render: (_value, row) => (
        <RowActions>
          {!row.isRetired && (
            <Button size="small" onClick={() => setEditing(row)}>
              {text.edit}
            </Button>
          )}
          {row.isRetired ? (
            <Button size="small" onClick={() => setRetired(row, false)}>
              {text.restore}
            </Button>
          ) : (
            <ConfirmButton label={text.retire} question={text.retireTitle(row.name)} {...(row.used === 0 ? {} : { consequence: text.retireNote(row.used) })} confirmLabel={text.retire} onConfirm={() => setRetired(row, true)} />
          )}
        </RowActions>
      ),
    },
  ]
  return (
    <Page
      title={text.title}
      section={{ group: 'members', current: 'custom-fields' }}
      actions={
        <>
          <ListActions list="custom-fields" title={text.title} rows={fields.data?.fields ?? []} columns={OUTPUT} />
          <Button type="primary" onClick={() => setEditing('new')}>
            {text.add}
          </Button>
        </>
      }
    >
      <p className="meta">{text.note}</p>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <QueryView query={fields}>{({ fields: rows }) => <DataTable label={text.table} columns={columns} rows={rows} rowKey={(row) => row.id} minWidth={900} empty={<p className="empty-note">{text.empty}</p>} />}</QueryView>
      {editing !== null && <FieldDialog field={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Page>
  )
}
