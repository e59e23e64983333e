import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { duesStates } from '../../../shared/data/code-tables/dues-states.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { ChangeLine, LedgerRow } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { monthColumns, monthLines, monthTotals, type MonthLine } from './ledger-sheets.ts'
import { MonthInput } from './month-input.tsx'

const text = duesText.publish
const EVENTS = ['dues.changed', 'members.changed'] as const

/** 公示只有姓名、应交、实交,不带基数与收入。 */
const yearColumns: readonly OutputColumn<LedgerRow>[] = [
  { label: text.columns.order, kind: 'number', width: 6, value: (_row, index) => index + 1 },
  { label: text.columns.name, width: 12, value: (row) => row.name },
  { label: text.columns.months, kind: 'number', width: 10, value: (row) => row.cells.filter(({ fields }) => fields !== null && (fields.paidFen ?? 0) > 0).length },
  { label: text.columns.due, kind: 'money', width: 12, value: (row) => row.dueFen },
  { label: text.columns.paid, kind: 'money', width: 12, value: (row) => row.paidFen },
  { label: text.columns.note, width: 20, value: (row) => (row.cells.some(({ state }) => state === 'exempt') ? nameOf(duesStates, 'exempt') : '') },
]
const monthPublic: readonly OutputColumn<MonthLine>[] = [
  { label: text.columns.order, kind: 'number', width: 6, value: (_line, index) => index + 1 },
  { label: text.columns.name, width: 14, value: ({ row }) => row.name },
  { label: text.columns.due, kind: 'money', width: 14, value: ({ cell }) => cell.dueFen },
  { label: text.columns.paid, kind: 'money', width: 14, value: ({ cell }) => cell.fields?.paidFen ?? null },
  { label: text.columns.note, width: 20, value: ({ cell }) => (cell.state === 'paid' ? '' : nameOf(duesStates, cell.state)) },
]
const changeColumns: readonly OutputColumn<ChangeLine>[] = [
  { label: text.columns.order, kind: 'number', width: 6, value: (_line, index) => index + 1 },
  { label: text.columns.kind, width: 12, value: ({ kind }) => text.kinds[kind] },
  { label: text.columns.name, width: 12, value: ({ memberName }) => memberName },
  { label: text.columns.detail, width: 40, value: ({ detail }) => detail },
  { label: text.columns.amount, kind: 'money', width: 12, value: ({ amountFen }) => amountFen },
]
const total = (rows: readonly LedgerRow[], key: 'dueFen' | 'paidFen'): number => rows.reduce((sum, row) => sum + row[key], 0)

/** 公示(年、月)、月登记表、异动备案表。 */
export const PublishPanel = ({ branchId, year }: { readonly branchId: string; readonly year: number }) => {
  const today = useSession((session) => session.today)
  const [month, setMonth] = useState(today.startsWith(String(year)) ? today.slice(0, 7) : `${year}-12`)
  const inYear = month.startsWith(String(year)) ? month : `${year}-${month.slice(5)}`
  const ledger = useQuery(api.dues.ledger, { branchId, year }, EVENTS)
  const changes = useQuery(api.dues.changes, { branchId, month: inYear }, EVENTS)
  return (
    <div className="dues-cards">
      <div className="dues-tools">
        <Field compact label={duesText.monthLabel}>{(control) => <MonthInput {...control} value={inYear} onChange={setMonth} />}</Field>
      </div>
      <QueryView query={ledger}>
        {(data) => {
          const lines = monthLines(data, inYear)
          return (
            <>
              <Card title={text.cardYear} extra={<ListActions list="dues-publication-year" signatures={duesText.sheets.signatures} personal title={text.year(data.branchName, year)} subtitle={text.basis} organisationId={branchId} columns={yearColumns} rows={data.rows} totals={[null, null, null, total(data.rows, 'dueFen'), total(data.rows, 'paidFen'), null]} />}>
                <p className="dues-line">
                  <span>{`${text.columns.due} ${yuanText(total(data.rows, 'dueFen'))}`}</span>
                  <span>{`${text.columns.paid} ${yuanText(total(data.rows, 'paidFen'))}`}</span>
                  <span className="meta">{text.basis}</span>
                </p>
              </Card>
              <Card title={text.cardMonth} extra={<ListActions list="dues-publication-month" signatures={duesText.sheets.signatures} personal title={text.month(data.branchName, duesText.yearMonth(inYear))} organisationId={branchId} columns={monthPublic} rows={lines} totals={monthTotals(lines).slice(0, 5)} />}>
                <p className="dues-line">
                  <span>{`${text.columns.due} ${yuanText(lines.reduce((sum, { cell }) => sum + (cell.dueFen ?? 0), 0))}`}</span>
                  <span>{`${text.columns.paid} ${yuanText(lines.reduce((sum, { cell }) => sum + (cell.fields?.paidFen ?? 0), 0))}`}</span>
                </p>
              </Card>
              <Card title={duesText.sheets.monthCard} extra={<ListActions list="dues-month" signatures={duesText.sheets.signatures} personal title={duesText.sheets.month(data.branchName, duesText.yearMonth(inYear))} organisationId={branchId} columns={monthColumns} rows={lines} totals={monthTotals(lines)} />}>
                {null}
              </Card>
              <QueryView query={changes}>
                {({ lines: changed }) => (
                  <Card title={text.cardChanges} extra={<ListActions list="dues-changes" signatures={duesText.sheets.signatures} personal title={text.changesTitle(data.branchName, duesText.yearMonth(inYear))} organisationId={branchId} columns={changeColumns} rows={changed} />}>
                    {changed.length === 0 ? (
                      <p className="meta">{text.noChanges}</p>
                    ) : (
                      <table className="plain-table">
                        <thead>
                          <tr>
                            {[text.columns.kind, text.columns.name, text.columns.detail, text.columns.amount].map((label) => (
                              <th scope="col" key={label}>
                                {label}
                              </th>
                            ))}
                          </tr>
                        </thead>
                        <tbody>
                          {changed.map((line) => (
                            <tr key={`${line.kind} ${line.memberName} ${line.detail}`}>
                              <td>{text.kinds[line.kind]}</td>
                              <td>{line.memberName}</td>
                              <td>{line.detail}</td>
                              <td>{line.amountFen === null ? duesText.none : yuanText(line.amountFen)}</td>
                            </tr>
                          ))}
                        </tbody>
                      </table>
                    )}
                  </Card>
                )}
              </QueryView>
            </>
          )
        }}
      </QueryView>
    </div>
  )
}
