import { Button } from 'antd'
import { useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { Donation, Handover } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { Card } from '../../components/card.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { DonationDialog } from './donation-dialog.tsx'
import type { MoneyView } from './dues-types.ts'
import { HandoverDialog } from './handover-dialog.tsx'

const text = duesText.money
const EVENTS = ['dues.changed', 'members.changed'] as const
const months = ({ fields }: Handover): string => (fields.fromMonth === fields.toMonth ? fields.fromMonth : duesText.exemption.months(fields.fromMonth, fields.toMonth))

const handoverColumns: readonly OutputColumn<Handover>[] = [
  { label: text.columns.months, width: 20, value: months },
  { label: text.columns.handedOn, kind: 'date', width: 12, value: ({ fields }) => fields.handedOn },
  { label: text.columns.amount, kind: 'money', width: 12, value: ({ fields }) => fields.amountFen },
  { label: text.columns.collected, kind: 'money', width: 14, value: ({ collectedFen }) => collectedFen },
  { label: text.columns.payer, width: 12, value: ({ fields }) => fields.payerName },
  { label: text.columns.receiver, width: 12, value: ({ fields }) => fields.receiverName },
  { label: text.columns.receipt, width: 12, value: ({ fields }) => fields.receiptNumber },
]
const Heads = ({ names }: { readonly names: Readonly<Record<string, string>> }) => (
  <thead>
    <tr>
      {Object.values(names).map((label) => (
        <th scope="col" key={label}>
          {label}
        </th>
      ))}
    </tr>
  </thead>
)
/** 收的与交上去的对一对。 */
const Reconciled = ({ view }: { readonly view: MoneyView }) => {
  const rest = view.collectedFen - view.handedFen
  const open = view.months.filter(({ coveredBy, collectedFen }) => coveredBy === null && collectedFen > 0).map(({ month }) => duesText.month(month))
  return (
    <div className="dues-line" role="status">
      <span>{text.collected(yuanText(view.collectedFen))}</span>
      <span>{text.handed(yuanText(view.handedFen))}</span>
      <StateTag tone={rest === 0 ? 'done' : rest > 0 ? 'doing' : 'overdue'} word={rest === 0 ? text.level : rest > 0 ? text.inHand(yuanText(rest)) : text.over(yuanText(-rest))} />
      {open.length > 0 && <span>{text.notHanded(open.join(text.separators))}</span>}
    </div>
  )
}

/** 上交和多交。 */
export const MoneyPanel = ({ branchId, year }: { readonly branchId: string; readonly year: number }) => {
  const { nodes } = useOrganisations()
  const query = useQuery(api.dues.money, { branchId, year }, EVENTS)
  const submit = useSubmit()
  const [handover, setHandover] = useState<Handover | 'new' | null>(null)
  const [donation, setDonation] = useState<Donation | 'new' | null>(null)
  const branchName = nodes.find(({ id }) => id === branchId)?.name ?? ''
  return (
    <QueryView query={query}>
      {(view) => (
        <div className="dues-cards">
          {submit.failure !== null && <ErrorNote failure={submit.failure} />}
          <Card
            title={text.handovers}
            extra={
              <span className="dues-line">
                <ListActions list="dues-handover" signatures={duesText.sheets.signatures} title={duesText.sheets.handover(branchName, year)} organisationId={branchId} columns={handoverColumns} rows={view.handovers} totals={[null, null, view.handedFen, view.handovers.reduce((sum, { collectedFen }) => sum + collectedFen, 0), null, null, null]} />
                <Button type="primary" onClick={() => setHandover('new')}>
                  {text.add}
                </Button>
              </span>
            }
          >
            <Reconciled view={view} />
            {view.handovers.length === 0 ? (
              <p className="meta">{text.empty}</p>
            ) : (
              <table className="plain-table">
                <Heads names={text.columns} />
                <tbody>
                  {view.handovers.map((row) => (
                    <tr key={row.id}>
                      <td>{months(row)}</td>
                      <td>{row.fields.handedOn}</td>
                      <td>{yuanText(row.fields.amountFen)}</td>
                      <td>{yuanText(row.collectedFen)}</td>
                      <td>{row.fields.amountFen === row.collectedFen ? <StateTag tone="done" word={yuanText(0)} /> : <StateTag tone="warning" word={yuanText(row.fields.amountFen - row.collectedFen)} />}</td>
                      <td>{row.fields.payerName}</td>
                      <td>{row.fields.receiverName}</td>
                      <td>{row.fields.receiptNumber}</td>
                      <td>
                        <RowActions
                          edit={{ label: text.edit, onClick: () => setHandover(row) }}
                          remove={{ label: text.withdraw, question: text.withdrawQuestion, confirmLabel: text.withdrawConfirm, onConfirm: () => void submit.run(() => api.dues.withdrawHandover({ branchId, id: row.id, rev: row.rev })) }}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Card>
          <Card title={text.donations} extra={<Button onClick={() => setDonation('new')}>{text.addDonation}</Button>}>
            <p className="meta">{text.donationNote}</p>
            {view.donations.length === 0 ? (
              <p className="meta">{text.emptyDonations}</p>
            ) : (
              <table className="plain-table">
                <Heads names={text.donationColumns} />
                <tbody>
                  {view.donations.map((row) => (
                    <tr key={row.id}>
                      <td>{row.memberName}</td>
                      <td>{row.fields.paidOn}</td>
                      <td>{yuanText(row.fields.amountFen)}</td>
                      <td>{row.isLarge ? <StateTag tone="warning" word={text.large} /> : text.extra}</td>
                      <td>{row.fields.forwardedOn ?? duesText.none}</td>
                      <td>{row.fields.receiptNumber}</td>
                      <td>
                        <RowActions
                          edit={{ label: text.edit, onClick: () => setDonation(row) }}
                          remove={{ label: text.withdraw, question: text.withdrawQuestion, confirmLabel: text.withdrawConfirm, onConfirm: () => void submit.run(() => api.dues.withdrawDonation({ branchId, id: row.id, rev: row.rev })) }}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Card>
          {handover !== null && <HandoverDialog branchId={branchId} year={year} view={view} handover={handover === 'new' ? null : handover} onClose={() => setHandover(null)} />}
          {donation !== null && <DonationDialog branchId={branchId} members={view.members} donation={donation === 'new' ? null : donation} onClose={() => setDonation(null)} />}
        </div>
      )}
    </QueryView>
  )
}
