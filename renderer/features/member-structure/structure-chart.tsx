import { memberStructureText as text } from '../../../shared/i18n/zh-CN/member-structure.ts'
import type { MemberFilter } from '../../../shared/model/member-columns.ts'
import type { StructureChart } from '../../../shared/model/member-structure.ts'

const BAR_HEIGHT = 18
const STEP = 32
const WIDTH = 260

interface StructureChartViewProps {
  readonly chart: StructureChart
  readonly total: number
  readonly onOpen: (filters: readonly MemberFilter[]) => void
}

/** 一张结构图:左边条形,右边是同样的数;每一条点开就是背后的人。没有人的「未填」不画。 */
export const StructureChartView = ({ chart, total, onOpen }: StructureChartViewProps) => {
  const bars = chart.bars.filter(({ key, count }) => key !== '' || count > 0)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const title = text.charts[chart.key]
  return (
    <section className="structure-chart card" aria-label={title}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.columns.bar}</th>
            <th scope="col" className="structure-number">
              {text.columns.count}
            </th>
            <th scope="col" className="structure-number">
              {text.columns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => {
            const label = text.barLabel(chart.key, bar.key)
            const width = (bar.count / most) * WIDTH
            return (
              <tr key={bar.key}>
                <th scope="row">
                  <button type="button" className="structure-open" disabled={bar.count === 0} title={text.open(title, label, bar.count)} onClick={() => onOpen(bar.filters)}>
                    {label}
                    <svg viewBox={`0 0 ${WIDTH} ${STEP}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
                      <rect x={0} y={(STEP - BAR_HEIGHT) / 2} width={WIDTH} height={BAR_HEIGHT} className="structure-track" />
                      <rect x={0} y={(STEP - BAR_HEIGHT) / 2} width={bar.count === 0 ? 0 : Math.max(2, width)} height={BAR_HEIGHT} className={bar.key === '' ? 'structure-blank' : 'structure-fill'} />
                    </svg>
                  </button>
                </th>
                <td className="structure-number">{bar.count}</td>
                <td className="structure-number">{text.share(text.shareOf(bar.count, total))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
