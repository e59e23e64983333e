import { useMemo, useState } from 'react'
import { shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { payerCategories } from '../../../shared/data/code-tables/payer-categories.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { AssessmentDrawer } from './assessment-drawer.tsx'
import type { AssessmentRow, AssessmentSheet } from './dues-types.ts'
import { ExemptionsCard } from './exemptions-card.tsx'

const text = duesText.assessment
const EVENTS = ['dues.changed', 'members.changed'] as const
const sumOf = (row: AssessmentRow, direction: 'add' | 'deduct'): number | null => (row.current === null ? null : row.current.fields.amounts.filter((amount) => amount.direction === direction).reduce((sum, { amountFen }) => sum + amountFen, 0))
const money = (fen: number | null | undefined): string => (fen == null ? duesText.none : yuanText(fen))
const rateWord = (row: AssessmentRow): string => (row.current === null ? duesText.none : row.current.basisPoints === null ? text.fixed : text.rate(row.current.basisPoints))

const columns: DataColumns<AssessmentRow> = [
  { title: text.columns.name, dataIndex: 'name', width: 100, fixed: 'left' },
  { title: text.columns.category, width: 110, render: (_value, row) => (row.current === null ? <StateTag tone="warning" word={text.notAssessed} /> : shortNameOf(payerCategories, row.current.fields.category)) },
  { title: text.columns.add, width: 110, align: 'right', render: (_value, row) => money(sumOf(row, 'add')) },
  { title: text.columns.deduct, width: 110, align: 'right', render: (_value, row) => money(sumOf(row, 'deduct')) },
  { title: text.columns.base, width: 110, align: 'right', render: (_value, row) => money(row.current?.baseFen) },
  { title: text.columns.rate, width: 76, align: 'right', render: (_value, row) => rateWord(row) },
  { title: text.columns.monthly, width: 100, align: 'right', render: (_value, row) => money(row.current?.monthlyFen) },
  { title: text.columns.from, width: 100, render: (_value, row) => row.current?.effectiveFrom ?? duesText.none },
  { title: text.columns.assessedOn, width: 120, render: (_value, row) => row.current?.fields.assessedOn ?? duesText.none },
  { title: text.columns.confirmedOn, width: 120, render: (_value, row) => row.current?.fields.confirmedOn ?? duesText.none },
]
/** 核算表:各科目一列,印出来给本人确认。 */
const sheetColumns = (sheet: AssessmentSheet): OutputColumn<AssessmentRow>[] => {
  const used = new Set(sheet.rows.flatMap(({ current }) => current?.fields.amounts.map(({ itemCode }) => itemCode) ?? []))
  return [
    { label: duesText.sheets.columns.order, kind: 'number', width: 5, value: (_row, index) => index + 1 },
    { label: text.columns.name, width: 10, value: (row) => row.name },
    { label: text.columns.category, width: 9, value: (row) => (row.current === null ? '' : shortNameOf(payerCategories, row.current.fields.category)) },
    ...sheet.items.filter(({ code }) => used.has(code)).map(({ code, name, direction }): OutputColumn<AssessmentRow> => ({ label: `${name}（${text.directions[direction]}）`, kind: 'money', width: 10, value: (row) => row.current?.fields.amounts.find(({ itemCode }) => itemCode === code)?.amountFen ?? null })),
    { label: text.columns.base, kind: 'money', width: 10, value: (row) => row.current?.baseFen ?? null },
    { label: text.columns.rate, width: 7, value: (row) => (row.current === null ? '' : rateWord(row)) },
    { label: text.columns.monthly, kind: 'money', width: 9, value: (row) => row.current?.monthlyFen ?? null },
    { label: text.columns.assessedOn, kind: 'date', width: 11, value: (row) => row.current?.fields.assessedOn ?? '' },
    { label: text.columns.confirmedOn, kind: 'date', width: 11, value: (row) => row.current?.fields.confirmedOn ?? '' },
  ]
}

/** 核定和减免:谁按什么基数、什么比例,从哪个月起交多少。 */
export const AssessmentPanel = ({ branchId }: { readonly branchId: string }) => {
  const today = useSession((session) => session.today)
  const month = today.slice(0, 7)
  const { nodes } = useOrganisations()
  const query = useQuery(api.dues.assessments, { branchId, month }, EVENTS)
  const [opened, setOpened] = useState<string | null>(null)
  const sheet = query.data
  const row = sheet?.rows.find(({ memberId }) => memberId === opened) ?? null
  const outputs = useMemo(() => (sheet === null ? [] : sheetColumns(sheet)), [sheet])
  const branchName = nodes.find(({ id }) => id === branchId)?.name ?? ''
  return (
    <QueryView query={query}>
      {(data) => (
        <div className="dues-panel">
          <div className="dues-tools">
            <strong>{text.table}</strong>
            <span>{text.countsNote(data.rows.filter(({ current }) => current !== null).length, data.rows.length)}</span>
            <span className="dues-gap" />
            <ListActions list="dues-assessment" personal title={duesText.sheets.assessment(branchName, duesText.yearMonth(month))} organisationId={branchId} columns={outputs} rows={data.rows} />
          </div>
          <div className="dues-frame">
            <DataTable label={text.table} columns={columns} rows={data.rows} rowKey={(entry) => entry.memberId} selectedKey={opened} onOpen={(entry) => setOpened(entry.memberId)} fill minWidth={1050} />
          </div>
          <ExemptionsCard branchId={branchId} exemptions={data.exemptions} members={data.rows} month={month} />
          <AssessmentDrawer branchId={branchId} row={row} items={data.items} rule={data.rule} today={today} onClose={() => setOpened(null)} />
        </div>
      )}
    </QueryView>
  )
}
