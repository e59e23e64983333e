import { chartsText } from '../../../shared/i18n/zh-CN/charts.ts'
import { shortExact } from '../../../shared/util/exact-text.ts'
import './charts.css'
import { isWeak } from './heat-step.ts'

export interface BarListAxis {
  readonly id: string
  readonly name: string
  readonly value: string | null
  readonly median: string | null
  /** 精确数文本。 */
  readonly full: string | null
  readonly score: string | null
  readonly vetoed: boolean
  readonly missingCount?: number
}

/** 雷达图旁必有的数表:看数就看这里。条是本支部,竖线是同类中位数;次序同方案,不按分数排。 */
export const BarList = ({ axes, caption, gapWord = chartsText.gap }: { readonly axes: readonly BarListAxis[]; readonly caption: string; readonly gapWord?: string }) => (
  <table className="bar-list">
    <caption className="visually-hidden">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{chartsText.dimension}</th>
        <th scope="col" className="bar-list-number">
          {chartsText.own}
        </th>
        <th scope="col" className="bar-list-number">
          {chartsText.median}
        </th>
        <th scope="col" className="bar-list-number">
          {chartsText.score}/{chartsText.full}
        </th>
        <th scope="col" className="bar-list-scale" aria-hidden="true">
          <span>0</span>
          <span>50</span>
          <span>100</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {axes.map((axis) => (
        <tr key={axis.id}>
          <th scope="row">{axis.name}</th>
          <td className="bar-list-number">
            {isWeak(axis.value) && <span title={chartsText.weakNote}>{chartsText.weakMark}</span>}
            {axis.value ?? gapWord}
            {axis.vetoed && <span className="bar-list-veto">{chartsText.vetoed}</span>}
            {(axis.missingCount ?? 0) > 0 && (
              <span className="bar-list-missing" title={chartsText.missingNote}>
                {chartsText.missing(axis.missingCount ?? 0)}
              </span>
            )}
          </td>
          <td className="bar-list-number">{axis.median ?? chartsText.noMedian}</td>
          <td className="bar-list-number">{axis.score === null || axis.full === null ? chartsText.noMedian : `${axis.score} / ${shortExact(axis.full)}`}</td>
          <td aria-hidden="true">
            <span className="bar-list-track">
              {axis.value !== null && <span className="bar-list-bar" style={{ width: `${axis.value}%` }} />}
              {axis.median !== null && <span className="bar-list-tick" style={{ left: `${axis.median}%` }} />}
            </span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
