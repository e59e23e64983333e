import { memo } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { DuesLedger, LedgerRow } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { Icon } from '../../components/icon.tsx'
import { LedgerCellInput, type CellActions } from './ledger-cell.tsx'
import './ledger-grid.css'

const text = duesText.ledger

const Row = memo(({ row, index, thisMonth, actions }: { readonly row: LedgerRow; readonly index: number; readonly thisMonth: string; readonly actions: CellActions }) => (
  <tr>
    <th scope="row" className="dues-name">
      {row.name}
      {row.memberType === 'probationary' && <small>{duesText.memberTypes.probationary}</small>}
      {row.arrearsLevel !== 'none' && (
        <span className="dues-arrears" data-level={row.arrearsLevel} title={text.arrearsLevels[row.arrearsLevel]}>
          <Icon name="alert" />
          {text.arrears(row.arrearsMonths)}
        </span>
      )}
    </th>
    <td className="dues-money">{row.monthlyFen === null ? duesText.none : yuanText(row.monthlyFen)}</td>
    {row.cells.map((cell, column) => (
      <LedgerCellInput key={cell.month} memberId={row.memberId} name={row.name} cell={cell} row={index} column={column} thisMonth={thisMonth} actions={actions} />
    ))}
    <td className="dues-money dues-sum dues-sum-due">{yuanText(row.dueFen)}</td>
    <td className="dues-money dues-sum">{yuanText(row.paidFen)}</td>
  </tr>
))

const TOTALS = [
  { key: 'due', value: ({ dueFen }: DuesLedger['months'][number]) => yuanText(dueFen) },
  { key: 'unpaid', value: ({ recorded, unpaidPeople }: DuesLedger['months'][number]) => (recorded ? String(unpaidPeople) : duesText.none) },
  { key: 'paid', value: ({ paidFen }: DuesLedger['months'][number]) => yuanText(paidFen) },
] as const

/** 姓名 × 十二个月;表头、姓名不动,格子始终能打字。 */
export const LedgerGrid = ({ ledger, actions }: { readonly ledger: DuesLedger; readonly actions: CellActions }) => {
  const thisMonth = ledger.today.slice(0, 7)
  const sums = { due: ledger.rows.reduce((sum, { dueFen }) => sum + dueFen, 0), paid: ledger.rows.reduce((sum, { paidFen }) => sum + paidFen, 0) }
  return (
    <div className="dues-frame">
      <table className="dues-grid">
        <caption className="visually-hidden">{text.grid}</caption>
        <thead>
          <tr>
            <th scope="col" className="dues-name">
              {text.name}
            </th>
            <th scope="col">{text.standard}</th>
            {ledger.months.map(({ month }) => (
              <th scope="col" key={month} data-now={month === thisMonth ? '' : undefined}>
                {duesText.month(month)}
              </th>
            ))}
            <th scope="col" className="dues-sum dues-sum-due">
              {text.due}
            </th>
            <th scope="col" className="dues-sum">
              {text.paid}
            </th>
          </tr>
        </thead>
        <tbody>
          {ledger.rows.map((row, index) => (
            <Row key={row.memberId} row={row} index={index} thisMonth={thisMonth} actions={actions} />
          ))}
        </tbody>
        <tfoot>
          {TOTALS.map(({ key, value }) => (
            <tr key={key}>
              <th scope="row" className="dues-name">
                {text.totals[key]}
              </th>
              <td>{duesText.none}</td>
              {ledger.months.map((month) => (
                <td key={month.month} className="dues-money">
                  {value(month)}
                </td>
              ))}
              <td className="dues-money dues-sum dues-sum-due">{key === 'due' ? yuanText(sums.due) : ''}</td>
              <td className="dues-money dues-sum">{key === 'paid' ? yuanText(sums.paid) : ''}</td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  )
}
