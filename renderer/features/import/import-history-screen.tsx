import { App } from 'antd'
import type { Contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/contract/define.ts'
import { importDoctorText } from '../../../shared/i18n/zh-CN/import-doctor.ts'
import { importHistoryText as text } from '../../../shared/i18n/zh-CN/import-history.ts'
import { localTime } from '../../../shared/util/local-time.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'

type Batch = OutputOf<Contract['imports']['history']>['batches'][number]
const rowKey = (batch: Batch): string => batch.id
const stateOf = ({ undone }: Batch): string => (undone === null ? '' : text.undone(undone.by, localTime(undone.at)))

/** 导入过的各次:谁、何时、哪个文件、写了多少;没人动过的可以整批撤销。 */
export const ImportHistoryScreen = () => {
  const { message } = App.useApp()
  const go = useNavigation((navigation) => navigation.go)
  const query = useQuery(api.imports.history, {}, ['members.changed', 'organisations.changed', 'development.changed', 'dues.changed'])
  const submit = useSubmit()
  const batches = query.data?.batches ?? []
  const undo = (batch: Batch): void =>
    void submit.run(
      () => api.imports.undo({ batchId: batch.id }),
      ({ restored, removed }) => {
        void message.success(text.done(restored, removed))
        query.reload()
      },
    )
  const columns: DataColumns<Batch> = [
    { key: 'at', title: text.columns.at, width: 150, render: (_value, batch) => localTime(batch.at) },
    { key: 'kind', title: text.columns.kind, width: 100, render: (_value, batch) => importDoctorText.kinds[batch.kind] },
    { key: 'file', title: text.columns.file, width: 220, ellipsis: true, render: (_value, batch) => batch.fileName },
    { key: 'owner', title: text.columns.owner, width: 180, ellipsis: true, render: (_value, batch) => batch.ownerName },
    { key: 'by', title: text.columns.by, width: 110, ellipsis: true, render: (_value, batch) => batch.by },
    { key: 'counts', title: text.columns.counts, width: 220, render: (_value, batch) => text.counts(batch.written, batch.counts) },
    {
      key: 'state',
      fixed: 'right' as const,
      title: text.columns.state,
      width: 170,
      render: (_value, batch) =>
        batch.undone === null ? (
          <ConfirmButton label={text.undo} question={text.question(batch.fileName === '' ? importDoctorText.kinds[batch.kind] : batch.fileName)} consequence={text.consequence} confirmLabel={text.undo} loading={submit.busy} onConfirm={() => undo(batch)} />
        ) : (
          <StateTag tone="not_applicable" word={stateOf(batch)} />
        ),
    },
  ]
  return (
    <Page
      title={text.title}
      section={{ group: 'members', current: 'import-history' }}
      fixed
      actions={
        <ListActions
          list="import-history"
          title={text.title}
          rows={batches}
          columns={[
            { label: text.columns.at, kind: 'date', width: 17, value: (batch) => localTime(batch.at) },
            { label: text.columns.kind, width: 12, value: (batch) => importDoctorText.kinds[batch.kind] },
            { label: text.columns.file, width: 26, value: (batch) => batch.fileName },
            { label: text.columns.owner, width: 24, value: (batch) => batch.ownerName },
            { label: text.columns.by, width: 12, value: (batch) => batch.by },
            { label: text.columns.counts, width: 30, value: (batch) => text.counts(batch.written, batch.counts) },
            { label: text.columns.state, width: 26, value: stateOf },
          ]}
        />
      }
    >
      {query.error !== null && <ErrorNote failure={query.error} onRetry={query.reload} />}
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <DataTable label={text.title} columns={columns} rows={batches} rowKey={rowKey} loading={query.loading} fill minWidth={1200} empty={query.data === null ? '' : <EmptyNote sentence={text.empty} actionLabel={text.toImport} onAction={() => go({ screen: 'import' })} />} />
    </Page>
  )
}
