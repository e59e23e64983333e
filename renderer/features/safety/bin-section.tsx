import { App, Button } from 'antd'
import { useState } from 'react'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { Card } from '../../components/card.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { api } from '../../platform/api.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { momentOf } from './words.ts'

const text = safetyText.bin
const useBin = () => useQuery(api.bin.list, {}, ['members.changed', 'meetings.changed', 'development.changed'])
type Row = NonNullable<ReturnType<typeof useBin>['data']>['rows'][number]

type Restore = (one: Pick<Row, 'id' | 'rev'>) => ReturnType<typeof api.bin.restoreMeeting> | ReturnType<typeof api.bin.restoreEntry> | ReturnType<typeof api.bin.restoreMember>
const RESTORE: Readonly<Record<Row['table'], Restore>> = { member: (one) => api.bin.restoreMember(one), meeting: (one) => api.bin.restoreMeeting(one), development_person: (one) => api.bin.restoreCandidate(one), register_entry: (one) => api.bin.restoreEntry(one) }

/** 删掉的记录:看得到谁删的、为什么,一按就取回。 */
export const BinSection = () => {
  const { message } = App.useApp()
  const list = useBin()
  const [failure, setFailure] = useState<Failure | null>(null)
  const restore = async ({ table, id, rev, title }: Row): Promise<void> => {
    setFailure(null)
    const result = await RESTORE[table]({ id, rev })
    if (result.ok) void message.success(text.restored(title))
    else setFailure(result.error)
    list.reload()
  }
  return (
    <Card>
      <p>{text.intro}</p>
      {failure !== null && <ErrorNote failure={failure} />}
      {list.error !== null && <ErrorNote failure={list.error} onRetry={list.reload} />}
      <DataTable
        label={text.table}
        rows={list.data?.rows ?? []}
        rowKey={({ table, id }) => `${table} ${id}`}
        loading={list.loading}
        empty={<p className="empty-note">{text.empty}</p>}
        minWidth={900}
        columns={[
          { title: text.columns.title, render: (_, row) => `${text.kind[row.table]}：${row.title}` },
          { title: text.columns.branch, width: 200, render: (_, row) => row.branchName },
          { title: text.columns.when, width: 160, render: (_, row) => momentOf(row.deletedAt) },
          { title: text.columns.who, width: 110, render: (_, row) => row.deletedBy },
          { title: text.columns.why, width: 180, render: (_, row) => row.reason },
          { title: text.columns.action, width: 110, render: (_, row) => <Button onClick={() => void restore(row)}>{text.restore}</Button> },
        ]}
      />
    </Card>
  )
}
