import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { duesMethods } from '../../../shared/data/code-tables/dues-methods.ts'
import { duesStates } from '../../../shared/data/code-tables/dues-states.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { ListCell } from '../../../shared/model/list-document.ts'
import type { DuesLedger, LedgerCell, LedgerRow } from '../../../shared/model/dues.ts'
import type { OutputColumn } from '../../components/list-actions.tsx'

const text = duesText.sheets.columns

/** 年表:姓名 × 十二个月,全年应交、实交。 */
export const yearColumns = (ledger: DuesLedger): OutputColumn<LedgerRow>[] => [
  { label: text.order, kind: 'number', width: 5, value: (_row, index) => index + 1 },
  { label: duesText.ledger.name, width: 10, value: (row) => row.name },
  { label: duesText.ledger.standard, kind: 'money', width: 9, value: (row) => row.monthlyFen },
  ...ledger.months.map(({ month }, index): OutputColumn<LedgerRow> => ({ label: duesText.month(month), kind: 'money', width: 9, value: (row) => row.cells[index]?.fields?.paidFen ?? null })),
  { label: duesText.ledger.due, kind: 'money', width: 10, value: (row) => row.dueFen },
  { label: duesText.ledger.paid, kind: 'money', width: 10, value: (row) => row.paidFen },
  { label: text.note, width: 10, value: (row) => (row.arrearsLevel === 'none' ? '' : duesText.ledger.arrears(row.arrearsMonths)) },
]
export const yearTotals = (ledger: DuesLedger): ListCell[] => [
  null,
  null,
  null,
  ...ledger.months.map(({ paidFen }) => paidFen),
  ledger.rows.reduce((sum, { dueFen }) => sum + dueFen, 0),
  ledger.rows.reduce((sum, { paidFen }) => sum + paidFen, 0),
  null,
]

export interface MonthLine {
  readonly row: LedgerRow
  readonly cell: LedgerCell
}
/** 这个月该在本支部交、或登记过的人。 */
export const monthLines = (ledger: DuesLedger, month: string): MonthLine[] =>
  ledger.rows.flatMap((row) => {
    const cell = row.cells.find((candidate) => candidate.month === month)
    return cell === undefined || (cell.state === 'not_obliged' && cell.rev === null) ? [] : [{ row, cell }]
  })
/** 月登记表:应交、实交、状态、日期、方式、代交人、收据号、经手人。 */
export const monthColumns: readonly OutputColumn<MonthLine>[] = [
  { label: text.order, kind: 'number', width: 5, value: (_line, index) => index + 1 },
  { label: duesText.ledger.name, width: 10, value: ({ row }) => row.name },
  { label: duesText.ledger.totals.due, kind: 'money', width: 9, value: ({ cell }) => cell.dueFen },
  { label: duesText.ledger.totals.paid, kind: 'money', width: 9, value: ({ cell }) => cell.fields?.paidFen ?? null },
  { label: text.state, width: 8, value: ({ cell }) => nameOf(duesStates, cell.state) },
  { label: text.paidOn, kind: 'date', width: 12, value: ({ cell }) => cell.fields?.paidOn ?? '' },
  { label: text.method, width: 6, value: ({ cell }) => (cell.fields === null || cell.fields.method === '' ? '' : nameOf(duesMethods, cell.fields.method)) },
  { label: text.proxy, width: 10, value: ({ cell }) => cell.fields?.proxyName ?? '' },
  { label: text.receipt, width: 12, value: ({ cell }) => cell.fields?.receiptNumber ?? '' },
  { label: text.handler, width: 10, value: ({ cell }) => cell.fields?.handler ?? '' },
  { label: text.note, width: 14, value: ({ cell }) => [cell.fields?.place ?? '', cell.fields?.note ?? ''].filter((part) => part !== '').join('，') },
]
export const monthTotals = (lines: readonly MonthLine[]): ListCell[] => [
  null,
  null,
  lines.reduce((sum, { cell }) => sum + (cell.dueFen ?? 0), 0),
  lines.reduce((sum, { cell }) => sum + (cell.fields?.paidFen ?? 0), 0),
  ...monthColumns.slice(4).map(() => null),
]
