import { memberStructureText as text } from '../../../shared/i18n/zh-CN/member-structure.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import type { StructureChart, StructurePrintModel } from '../../../shared/model/member-structure.ts'

const WIDTH = 100
const HEIGHT = 10

/** 一张图:左边名称,中间条形,右边人数与占比;数都写着,黑白打印也看得清。 */
const Chart = ({ chart, total }: { readonly chart: StructureChart; readonly total: number }) => {
  const bars = chart.bars.filter(({ key, count }) => key !== '' || count > 0)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return (
    <section className="structure-print-chart">
      <h2>{text.charts[chart.key]}</h2>
      <table>
        <tbody>
          {bars.map(({ key, count }) => (
            <tr key={key}>
              <th scope="row">{text.barLabel(chart.key, key)}</th>
              <td className="structure-print-bar">
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
                  {/* 未填的只画框:颜色分不清的也认得出。 */}
                  <rect x={0.4} y={1} width={count === 0 ? 0 : Math.max(1, (count / most) * (WIDTH - 1))} height={HEIGHT - 2} fill={key === '' ? 'none' : '#555'} stroke="#000" strokeWidth={0.5} vectorEffect="non-scaling-stroke" />
                </svg>
              </td>
              <td className="structure-print-number">{text.people(count)}</td>
              <td className="structure-print-number">{text.share(text.shareOf(count, total))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 党员队伍结构:一页看清年龄、性别、民族、学历、党龄、岗位。 */
export const StructureDocument = ({ model: { unitName, organisationName, day, printedOn, charts, totals } }: { readonly model: StructurePrintModel }) => (
  <article className="structure-print">
    <h1>{text.listTitle(organisationName)}</h1>
    <p className="structure-print-note">{[unitName, day === null ? text.asOf(printedOn) : text.asOfUndated(day)].join('\u3000')}</p>
    <p className="structure-print-totals">
      {rosterListText.totals(totals.total, totals.full, totals.probationary)}
      {totals.mix !== null && `\uff1b${rosterListText.totalsMore(totals.mix)}`}
    </p>
    <div className="structure-print-charts">
      {charts.map((chart) => (
        <Chart key={chart.key} chart={chart} total={totals.total} />
      ))}
    </div>
    <p className="structure-print-foot">{text.printed(printedOn)}</p>
  </article>
)
