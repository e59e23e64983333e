import { Drawer } from 'antd'
import { registersText } from '../../../shared/i18n/zh-CN/registers.ts'
import type { StudyRow } from '../../../shared/model/register.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

const text = registersText.study
const HOUR = 60
const total = (row: StudyRow): number => row.meetingMinutes + row.trainingMinutes
const stateOf = (row: StudyRow): string => {
  const short = row.requiredHours * HOUR - total(row)
  const lacks = [...(short > 0 ? [text.short(short)] : []), ...(row.lacksCentral ? [text.lacksCentral] : [])]
  return lacks.length === 0 ? text.enough : lacks.join('，')
}
const nameOf = (row: StudyRow): string => (row.isLeading ? `${row.name}（${text.leading}）` : row.name)

const COLUMNS: DataColumns<StudyRow> = [
  { title: text.columns.name, key: 'name', width: 150, render: (_value, row) => nameOf(row) },
  { title: text.columns.meetings, key: 'meetings', width: 80, render: (_value, row) => text.hours(row.meetingMinutes) },
  { title: text.columns.training, key: 'training', width: 80, render: (_value, row) => text.hours(row.trainingMinutes) },
  { title: text.columns.total, key: 'total', width: 80, render: (_value, row) => text.hours(total(row)) },
  { title: text.columns.required, dataIndex: 'requiredHours', width: 80 },
  { title: text.columns.state, key: 'state', width: 190, render: (_value, row) => <StateTag tone={row.isEnough ? 'done' : 'warning'} word={stateOf(row)} /> },
]
const OUTPUT: readonly OutputColumn<StudyRow>[] = [
  { label: text.columns.name, width: 18, value: nameOf },
  { label: text.columns.meetings, kind: 'number', width: 10, value: (row) => row.meetingMinutes / HOUR },
  { label: text.columns.training, kind: 'number', width: 10, value: (row) => row.trainingMinutes / HOUR },
  { label: text.columns.total, kind: 'number', width: 10, value: (row) => total(row) / HOUR },
  { label: text.columns.required, kind: 'number', width: 10, value: (row) => row.requiredHours },
  { label: text.columns.state, width: 22, value: stateOf },
]

/** 一个支部一年的学时:会上的、培训的,对照每年的要求。 */
export const StudyDrawer = ({ branchId, year, onClose }: { readonly branchId: string | null; readonly year: number; readonly onClose: () => void }) => {
  const query = useQuery(api.registers.studyHours, branchId === null ? null : { branchId, year }, ['registers.changed', 'meetings.changed', 'members.changed'])
  const rows = query.data?.rows ?? []
  return (
    <Drawer open={branchId !== null} onClose={onClose} title={text.title} size={760} extra={<ListActions list="study-hours" title={text.title} subtitle={text.note(year)} organisationId={branchId} columns={OUTPUT} rows={rows} />}>
      <p className="meta">{text.note(year)}</p>
      <QueryView query={query}>{() => <DataTable label={text.list} columns={COLUMNS} rows={rows} rowKey={(row) => row.memberId} minWidth={600} empty={text.empty} />}</QueryView>
    </Drawer>
  )
}
