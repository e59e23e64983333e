import { chartsText } from '../../../shared/i18n/zh-CN/charts.ts'
import './charts.css'

const STARS = [1, 2, 3, 4, 5] as const
const SHAPE = 'm8 1.6 2 4.1 4.5.6-3.3 3.1.8 4.5L8 11.7l-4 2.2.8-4.5L1.5 6.3l4.5-.6Z'

/** 星级:五颗有轮廓的星,旁边必写「四星」。null 为不评。 */
export const StarMark = ({ star }: { readonly star: number | null }) => (
  <span className="star-mark">
    {star !== null && (
      <svg width="78" height="14" viewBox="0 0 92 16" aria-hidden="true">
        {STARS.map((each) => (
          <path key={each} d={SHAPE} transform={`translate(${(each - 1) * 18.5} 0)`} fill={each <= star ? '#E2A712' : '#fff'} stroke="#8A6100" strokeWidth="1" strokeLinejoin="round" />
        ))}
      </svg>
    )}
    <span>{star === null ? chartsText.noStar : chartsText.stars(star)}</span>
  </span>
)
