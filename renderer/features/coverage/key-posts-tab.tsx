import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { CoverageUnit, KeyPost } from '../../../shared/model/coverage.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { KeyPostDialog } from './key-post-dialog.tsx'

const text = coverageText.posts
const memberWord = ({ holderName, isPartyMember }: KeyPost): string => (holderName === '' ? '' : isPartyMember ? text.member : text.other)
const OUTPUT: readonly OutputColumn<KeyPost>[] = [
  { label: text.columns.unit, width: 24, value: (row) => row.unitName },
  { label: text.columns.name, width: 20, value: (row) => row.name },
  { label: text.columns.holder, width: 10, value: (row) => (row.holderName === '' ? text.vacant : row.holderName) },
  { label: text.columns.member, width: 10, value: memberWord },
  { label: text.columns.organisation, width: 26, value: (row) => row.organisationName },
  { label: text.columns.span, kind: 'date', width: 24, value: (row) => text.span(row.fromDay, row.toDay) },
]

/** 重要岗位:谁在岗、是不是党员,党员占几成。 */
export const KeyPostsTab = ({ posts, units }: { readonly posts: readonly KeyPost[]; readonly units: readonly CoverageUnit[] }) => {
  const session = useSession((state) => state.session)
  const today = useSession((state) => state.today)
  const mayEdit = mayCall(session, contract.coverage.saveKeyPost)
  const [editing, setEditing] = useState<KeyPost | 'new' | null>(null)
  const submit = useSubmit()
  const { message } = App.useApp()
  const open = posts.filter(({ fromDay, toDay }) => fromDay <= today && (toDay === null || toDay > today))
  const filled = open.filter(({ holderName }) => holderName !== '')
  const columns = useMemo((): DataColumns<KeyPost> => {
    const remove = ({ id, rev, organisationId }: KeyPost): void => void submit.run(() => api.coverage.removeKeyPost({ organisationId, keyPost: { id, rev } }), () => void message.success(coverageText.saved))
    return [
      { title: text.columns.unit, key: 'unit', width: 180, render: (_value, row) => row.unitName },
      { title: text.columns.name, key: 'name', width: 170, render: (_value, row) => row.name },
      { title: text.columns.holder, key: 'holder', width: 100, render: (_value, row) => (row.holderName === '' ? text.vacant : row.holderName) },
      { title: text.columns.member, key: 'member', width: 100, render: (_value, row) => memberWord(row) },
      { title: text.columns.organisation, key: 'organisation', width: 200, ellipsis: true, render: (_value, row) => row.organisationName },
      { title: text.columns.span, key: 'span', width: 190, render: (_value, row) => text.span(row.fromDay, row.toDay) },
      {
        title: text.columns.action,
        key: 'action',
        width: 180,
        render: (_value, row) =>
          mayEdit && (
            <RowActions
              edit={{ label: coverageText.edit, ariaLabel: coverageText.editLabel(row.name), onClick: () => setEditing(row) }}
              remove={{ label: text.remove, question: text.removeQuestion(row.name), consequence: text.removeConsequence, confirmLabel: text.removeConfirm, onConfirm: () => remove(row) }}
            />
          ),
      },
    ]
  }, [mayEdit, message, submit])
  return (
    <>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <div className="coverage-tools">
        <strong>{text.summary(open.length, filled.length, filled.filter(({ isPartyMember }) => isPartyMember).length)}</strong>
        <span className="coverage-gap" />
        <ListActions list="key-posts" title={text.list} columns={OUTPUT} rows={posts} personal />
        {mayEdit && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {text.add}
          </Button>
        )}
      </div>
      <DataTable label={text.list} columns={columns} rows={posts} rowKey={({ id }) => id} minWidth={1080} empty={text.empty} />
      {editing !== null && <KeyPostDialog key={editing === 'new' ? 'new' : editing.id} post={editing === 'new' ? null : editing} units={units} onClose={() => setEditing(null)} />}
    </>
  )
}
