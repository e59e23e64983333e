import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import type { NormCounts, NormRow } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { activityName, rateText } from '../../components/norm-cells.ts'

const text = handbookText.outcome
interface Line {
  readonly name: string
  readonly counts: NormCounts
}
const NONE: NormCounts = { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }
const KEYS = ['due', 'onTime', 'late', 'missing', 'exempt'] as const
const AFTER = ['returned', 'reviewed', 'firstPass'] as const

const OUTPUT: readonly OutputColumn<Line>[] = [
  { label: text.columns.activity, width: 26, value: (line) => line.name },
  ...KEYS.map((key): OutputColumn<Line> => ({ label: text.columns[key], kind: 'number', width: 9, value: ({ counts }) => counts[key] })),
  { label: text.columns.rate, width: 9, value: ({ counts }) => rateText(counts) },
  ...AFTER.map((key): OutputColumn<Line> => ({ label: text.columns[key], kind: 'number', width: 10, value: ({ counts }) => counts[key] })),
]

/** 按时、补录、缺、退回、一次通过分开数;补录的逐次列出真实的填报时间。 */
export const OutcomeCard = ({ norms, branchId, branchName, year, asOf }: { readonly norms: readonly NormRow[]; readonly branchId: string; readonly branchName: string; readonly year: number; readonly asOf: string }) => {
  const applicable = norms.filter((row) => row.applicable)
  const sum = { ...NONE }
  for (const { counts } of applicable) for (const key of [...KEYS, ...AFTER]) sum[key] += counts[key]
  const lines: readonly Line[] = [...applicable.map((row) => ({ name: activityName(row), counts: row.counts })), { name: text.total, counts: sum }]
  const late = applicable.flatMap((row) => row.periods.filter(({ entry }) => entry === 'late').map((period) => text.lateList(activityName(row), handbookText.norms.period(period.period), period.dueDay, period.enteredOn ?? '')))
  return (
    <Card title={text.title} extra={<ListActions list="norm-outcome" title={`${branchName}${text.title}`} subtitle={`${handbookText.year(year)}，${handbookText.norms.doneTo(asOf)}`} organisationId={branchId} columns={OUTPUT} rows={lines} />}>
      <p className="meta">{text.note}</p>
      <div className="norm-frame">
        <table className="plain-table outcome-table">
          <caption className="visually-hidden">{text.table}</caption>
          <thead>
            <tr>
              <th scope="col">{text.columns.activity}</th>
              {KEYS.map((key) => (
                <th key={key} scope="col">
                  {text.columns[key]}
                </th>
              ))}
              <th scope="col">{text.columns.rate}</th>
              {AFTER.map((key) => (
                <th key={key} scope="col">
                  {text.columns[key]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, counts }, index) => (
              <tr key={index} data-total={index === lines.length - 1 ? '' : undefined}>
                <th scope="row">{name}</th>
                {KEYS.map((key) => (
                  <td key={key} data-missing={key === 'missing' && counts.missing > 0 ? '' : undefined}>
                    {counts[key]}
                  </td>
                ))}
                <td>{rateText(counts)}</td>
                {AFTER.map((key) => (
                  <td key={key}>{counts[key]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {late.length > 0 && (
        <details className="outcome-late">
          <summary>
            {text.lateTitle}（{late.length}）
          </summary>
          <ul>
            {late.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}
