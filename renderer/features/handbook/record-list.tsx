import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { recordStates } from '../../../shared/data/code-tables/record-states.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import type { MeetingRow, MeetingType, RecordState } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'

const text = handbookText.records

const STATE_TONES: Record<RecordState, StateTone> = { draft: 'doing', finished: 'done', submitted: 'locked', approved: 'locked', evaluated: 'locked', returned: 'returned', voided: 'not_applicable' }

const COLUMNS: DataColumns<MeetingRow> = [
  { title: text.columns.day, dataIndex: 'startAt', width: 104, render: (startAt: string) => startAt.slice(0, 10) },
  { title: text.columns.type, dataIndex: 'meetingType', width: 96, render: (_type, row) => shortNameOf(meetingTypes, row.meetingType) },
  { title: text.columns.title, dataIndex: 'title' },
  { title: text.columns.place, dataIndex: 'place', width: 130, ellipsis: true },
  { title: text.columns.host, dataIndex: 'host', width: 80 },
  {
    title: text.columns.present,
    dataIndex: 'counts',
    width: 120,
    render: (_counts, row) => (
      <>
        {text.present(row.counts.present, row.counts.due)}
        {!row.quorumReached && row.state !== 'voided' && <StateTag tone="warning" word={text.notReached} />}
      </>
    ),
  },
  { title: text.columns.state, dataIndex: 'state', width: 100, render: (state: RecordState) => <StateTag tone={STATE_TONES[state]} word={nameOf(recordStates, state)} /> },
]

/** 一年的记录,新的在前;按类型、状态筛。 */
export const RecordList = ({ rows, year, loading, onOpen, onCreate }: { readonly rows: readonly MeetingRow[]; readonly year: number; readonly loading: boolean; readonly onOpen: (id: string) => void; readonly onCreate: () => void }) => {
  const [meetingType, setMeetingType] = useState<MeetingType | ''>('')
  const [state, setState] = useState<RecordState | ''>('')
  const shown = useMemo(
    () => rows.filter((row) => (meetingType === '' || row.meetingType === meetingType) && (state === '' || row.state === state)).toSorted((a, b) => (a.startAt < b.startAt ? 1 : -1)),
    [rows, meetingType, state],
  )
  return (
    <Card
      title={text.title}
      extra={
        <span className="record-filters">
          <span>{text.type}</span>
          <Select aria-label={text.type} value={meetingType} onChange={setMeetingType} options={[{ value: '' as const, label: text.all }, ...meetingTypes.map(({ code, name }) => ({ value: code, label: name }))]} popupMatchSelectWidth={false} />
          <span>{text.state}</span>
          <Select aria-label={text.state} value={state} onChange={setState} options={[{ value: '' as const, label: text.all }, ...recordStates.map(({ code, name }) => ({ value: code, label: name }))]} popupMatchSelectWidth={false} />
          <span className="meta">{text.count(shown.length, rows.length)}</span>
        </span>
      }
    >
      {rows.length === 0 && !loading ? (
        <EmptyNote sentence={text.empty(year)} actionLabel={handbookText.newRecord} onAction={onCreate} />
      ) : (
        <DataTable label={text.listOf(year)} columns={COLUMNS} rows={shown} rowKey={(row) => row.id} onOpen={(row) => onOpen(row.id)} loading={loading} empty={text.noMatch} minWidth={820} />
      )}
    </Card>
  )
}
