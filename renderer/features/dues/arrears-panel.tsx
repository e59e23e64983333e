import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import type { ArrearsRow } from './dues-types.ts'

const text = duesText.arrears
const EVENTS = ['dues.changed', 'members.changed', 'norms.changed'] as const

const columns: DataColumns<ArrearsRow> = [
  { title: text.columns.branch, dataIndex: 'branchName', width: 240 },
  { title: text.columns.name, dataIndex: 'name', width: 120 },
  { title: text.columns.months, width: 120, align: 'right', render: (_value, row) => text.months(row.months) },
  { title: text.columns.level, width: 320, render: (_value, row) => <StateTag tone={row.level === 'yellow' ? 'warning' : 'overdue'} word={text.levels[row.level]} /> },
  { title: text.columns.owed, width: 120, align: 'right', render: (_value, row) => yuanText(row.owedFen) },
]
const outputs: readonly OutputColumn<ArrearsRow>[] = [
  { label: text.columns.branch, width: 28, value: (row) => row.branchName },
  { label: text.columns.name, width: 12, value: (row) => row.name },
  { label: text.columns.months, kind: 'number', width: 10, value: (row) => row.months },
  { label: text.columns.level, width: 34, value: (row) => text.levels[row.level] },
  { label: text.columns.owed, kind: 'money', width: 12, value: (row) => row.owedFen },
]

/** 连续欠交的人:黄、红、满六个月(规定第十三条)。 */
export const ArrearsPanel = ({ onOpen }: { readonly onOpen: (branchId: string) => void }) => {
  const query = useQuery(api.dues.arrears, { organisationId: null }, EVENTS)
  return (
    <QueryView query={query}>
      {({ rows }) => {
        const worst = rows.toSorted((a, b) => b.months - a.months)
        return (
          <div className="dues-panel">
            <div className="dues-tools">
              <span className="meta">{text.note}</span>
              <span className="dues-gap" />
              <ListActions list="dues-arrears" personal title={duesText.sheets.arrears} columns={outputs} rows={worst} />
            </div>
            <div className="dues-frame">
              <DataTable label={text.table} columns={columns} rows={worst} rowKey={(row) => `${row.branchId} ${row.memberId}`} onOpen={(row) => onOpen(row.branchId)} empty={<EmptyNote sentence={text.empty} />} fill minWidth={920} />
            </div>
          </div>
        )
      }}
    </QueryView>
  )
}
