import { useMemo, useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { DuesSummaryRow } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'

const text = duesText.summary
const EVENTS = ['dues.changed', 'members.changed', 'organisations.changed'] as const
const MONTHS = Array.from({ length: 12 }, (_, index) => index)
type Key = 'dueFen' | 'paidFen' | 'collectedFen' | 'handedFen'
const total = (rows: readonly DuesSummaryRow[], key: Key): number => rows.reduce((sum, row) => sum + row[key], 0)

const columnsFor = (thisMonth: string): DataColumns<DuesSummaryRow> => [
  { title: text.columns.branch, dataIndex: 'branchName', width: 190, fixed: 'left' },
  { title: text.columns.people, dataIndex: 'people', width: 64, align: 'right' },
  ...MONTHS.map((index) => ({
    title: duesText.month(`0000-${String(index + 1).padStart(2, '0')}`),
    width: 92,
    align: 'right' as const,
    render: (_value: unknown, row: DuesSummaryRow) => {
      const month = row.months[index]
      if (month === undefined || (month.dueFen === 0 && !month.recorded)) return duesText.none
      if (!month.recorded) return month.month <= thisMonth ? <StateTag tone="todo" word={text.unrecorded} /> : duesText.none
      return month.unpaidPeople === 0 ? yuanText(month.paidFen) : <span title={text.cell(yuanText(month.paidFen), month.unpaidPeople)}><StateTag tone="warning" word={yuanText(month.paidFen)} /></span>
    },
  })),
  { title: text.columns.due, width: 110, align: 'right', render: (_value, row) => yuanText(row.dueFen) },
  { title: text.columns.paid, width: 110, align: 'right', render: (_value, row) => yuanText(row.paidFen) },
  { title: text.columns.handed, width: 110, align: 'right', render: (_value, row) => yuanText(row.handedFen) },
  { title: text.columns.difference, width: 110, align: 'right', render: (_value, row) => yuanText(row.collectedFen - row.handedFen) },
  { title: text.columns.arrears, width: 84, render: (_value, row) => (row.arrearsPeople === 0 ? duesText.none : <StateTag tone="overdue" word={text.arrears(row.arrearsPeople)} />) },
]
/** 上交汇总表(F55):支部、人数、应交、实交、已上交。 */
const sheetColumns: readonly OutputColumn<DuesSummaryRow>[] = [
  { label: duesText.sheets.columns.order, kind: 'number', width: 6, value: (_row, index) => index + 1 },
  { label: text.columns.parent, width: 20, value: (row) => row.parentName },
  { label: text.columns.branch, width: 26, value: (row) => row.branchName },
  { label: text.columns.people, kind: 'number', width: 8, value: (row) => row.people },
  { label: text.columns.due, kind: 'money', width: 12, value: (row) => row.dueFen },
  { label: text.columns.paid, kind: 'money', width: 12, value: (row) => row.paidFen },
  { label: text.columns.collected, kind: 'money', width: 12, value: (row) => row.collectedFen },
  { label: text.columns.handed, kind: 'money', width: 12, value: (row) => row.handedFen },
  { label: duesText.sheets.columns.note, width: 12, value: (row) => (row.arrearsPeople === 0 ? '' : `${text.columns.arrears}${text.arrears(row.arrearsPeople)}`) },
]

/** 各支部汇总:支部 × 月份;点一行进它的登记表。 */
export const SummaryPanel = ({ year, onOpen }: { readonly year: number; readonly onOpen: (branchId: string) => void }) => {
  const today = useSession((session) => session.today)
  const [organisationId, setOrganisationId] = useState<string | null>(null)
  const query = useQuery(api.dues.summary, { organisationId, year }, EVENTS)
  const columns = useMemo(() => columnsFor(today.slice(0, 7)), [today])
  return (
    <div className="dues-panel">
      <div className="dues-tools">
        <Field compact label={text.organisation}>
          {(control) => <BranchPicker {...control} aria-label={text.organisation} kinds={['party_committee', 'general_branch', 'branch']} value={organisationId} onChange={setOrganisationId} placeholder={text.whole} allowClear />}
        </Field>
        <span className="meta">{text.hint}</span>
        <span className="dues-gap" />
        {query.data !== null && (
          <ListActions
            list="dues-summary"
            title={duesText.sheets.summary(year)}
            organisationId={organisationId}
            columns={sheetColumns}
            rows={query.data.rows}
            totals={[null, null, null, query.data.rows.reduce((sum, { people }) => sum + people, 0), total(query.data.rows, 'dueFen'), total(query.data.rows, 'paidFen'), total(query.data.rows, 'collectedFen'), total(query.data.rows, 'handedFen'), null]}
          />
        )}
      </div>
      <QueryView query={query}>
        {({ rows }) => (
          <>
            <p className="dues-line" role="status">
              <span>{`${text.columns.due} ${yuanText(total(rows, 'dueFen'))}`}</span>
              <span>{`${text.columns.paid} ${yuanText(total(rows, 'paidFen'))}`}</span>
              <span>{`${text.columns.handed} ${yuanText(total(rows, 'handedFen'))}`}</span>
            </p>
            <div className="dues-frame">
              <DataTable label={text.table} columns={columns} rows={rows} rowKey={(row) => row.branchId} onOpen={(row) => onOpen(row.branchId)} empty={<EmptyNote sentence={text.empty} />} fill minWidth={1960} />
            </div>
          </>
        )}
      </QueryView>
    </div>
  )
}
