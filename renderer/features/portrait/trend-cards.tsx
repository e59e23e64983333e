import { portraitText } from '../../../shared/i18n/zh-CN/portrait.ts'
import type { BranchTrend } from '../../../shared/model/evaluation.ts'
import { roundExact } from '../../../shared/util/exact-text.ts'
import { Card } from '../../components/card.tsx'
import { TrendLine } from '../../components/charts/trend-line.tsx'
import { useLabelSize } from '../../components/charts/use-label-size.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useNarrow } from '../../components/use-narrow.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

const text = portraitText.trend
const weak = portraitText.weaknesses
const EVENTS = ['evaluation.changed'] as const
const WIDTH = { wide: 640, narrow: 520 }
const HEIGHT = 230
type Weakness = BranchTrend['weaknesses'][number]

const percent = (value: string | null): string => (value === null ? '' : weak.percent(roundExact(value, 1, 100)))
const points = (value: string | null): string => (value === null ? '' : weak.points(roundExact(value, 2)))
const COLUMNS: DataColumns<Weakness> = [
  { title: weak.name, dataIndex: 'name', width: 200 },
  { title: weak.status, key: 'status', width: 80, render: (_value, row) => <strong>{weak.statuses[row.status]}</strong> },
  { title: weak.mean, key: 'mean', width: 110, render: (_value, row) => percent(row.mean) },
  { title: weak.potential, key: 'potential', width: 120, render: (_value, row) => points(row.potential) },
  { title: weak.gap, key: 'gap', width: 130, render: (_value, row) => points(row.gap) },
  { title: weak.why, key: 'why', render: (_value, row) => row.tests.map((test) => weak.tests[test]).join('、') },
]
const isBreak = (all: BranchTrend['points'], index: number): boolean => {
  const [own, before] = [all[index]?.comparable ?? '', all[index - 1]?.comparable ?? '']
  return index > 0 && own !== '' && before !== '' && own !== before
}

/** 走势与短板:近几期的总分、各维度往哪里走,哪几项一直低。 */
export const TrendCards = ({ branchId, branchName, period, full }: { readonly branchId: string; readonly branchName: string; readonly period: string; readonly full: number }) => {
  const query = useQuery(api.evaluation.branchTrend, { branchId, period }, EVENTS)
  const labelSize = useLabelSize()
  const narrow = useNarrow()
  return (
    <QueryView query={query}>
      {(trend) => (
        <>
          <Card title={text.title}>
            {trend.points.length === 0 ? (
              <p>{text.none}</p>
            ) : (
              <div className="portrait-trend">
                <TrendLine title={text.label(branchName)} width={narrow ? WIDTH.narrow : WIDTH.wide} height={HEIGHT} fontSize={labelSize} full={full} points={trend.points.map((point, index) => ({ key: point.period, label: text.month(point.period), value: point.total, breaks: isBreak(trend.points, index) }))} />
                <table className="portrait-table">
                  <caption className="visually-hidden">{text.label(branchName)}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{text.period}</th>
                      <th scope="col" className="portrait-number">
                        {text.total}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {trend.points.slice(-6).map((point, index, shown) => (
                      <tr key={point.period}>
                        <th scope="row">
                          {text.month(point.period)}
                          {isBreak(trend.points, trend.points.length - shown.length + index) && <span className="meta"> {text.newScheme}</span>}
                        </th>
                        <td className="portrait-number">{point.total ?? text.missing}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
            <p>
              <strong>{text.summary(text.labels[trend.total])}</strong> {trend.dimensions.map(({ name, label }) => text.dimension(name, text.labels[label])).join('；')}
            </p>
            <p className="meta">{text.note}</p>
          </Card>
          <Card title={weak.title}>
            <DataTable label={weak.title} columns={COLUMNS} rows={trend.weaknesses} rowKey={({ indicatorId }) => indicatorId} minWidth={760} empty={weak.none} />
            <p className="meta">{weak.note(trend.observed)}</p>
          </Card>
        </>
      )}
    </QueryView>
  )
}
