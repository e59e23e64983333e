import { chartsText } from '../../../shared/i18n/zh-CN/charts.ts'
import './charts.css'

/** 图例:线型不同,黑白也认得。 */
export const RadarLegend = ({ showMedian }: { readonly showMedian: boolean }) => (
  <ul className="radar-legend">
    <li>
      <svg width="40" height="12" aria-hidden="true">
        <line x1="0" y1="6" x2="40" y2="6" stroke="#B3181D" strokeWidth="2.5" />
        <circle cx="20" cy="6" r="4" fill="#B3181D" />
      </svg>
      {chartsText.own}
    </li>
    {showMedian && (
      <li>
        <svg width="40" height="12" aria-hidden="true">
          <line x1="0" y1="6" x2="40" y2="6" stroke="#0B56A3" strokeWidth="1.5" strokeDasharray="6 4" />
          <rect x="17" y="3" width="6" height="6" fill="#fff" stroke="#0B56A3" strokeWidth="1.5" />
        </svg>
        {chartsText.median}
      </li>
    )}
  </ul>
)
