import { chartsText } from '../../../shared/i18n/zh-CN/charts.ts'
import { textWidth } from './radar-geometry.ts'

const OWN = '#B3181D'
const MEDIAN = '#0B56A3'

interface BarAxis {
  readonly id: string
  readonly name: string
  readonly value: string | null
  readonly median: string | null
}

/** 有值的维度不足三个,围不成形:改画条形,缺的写明。画在外层 svg 里。 */
export const SmallBars = ({ axes, width, height, gapWord, fontSize }: { readonly axes: readonly BarAxis[]; readonly width: number; readonly height: number; readonly gapWord: string; readonly fontSize: number }) => {
  const nameWidth = Math.min(width * 0.4, Math.max(0, ...axes.map((axis) => textWidth(axis.name, fontSize))))
  const left = nameWidth + 8
  const scale = Math.max(20, width - left - 56)
  const row = Math.min(40, (height - 34) / Math.max(1, axes.length))
  const empty = axes.every((axis) => axis.value === null)
  return (
    <g aria-hidden="true" fontSize={fontSize}>
      <text x={0} y={16} fill="#665F55">
        {empty ? chartsText.noValues : chartsText.tooFewAxes}
      </text>
      {axes.map((axis, index) => {
        const top = 30 + index * row
        const middle = top + row / 2
        return (
          <g key={axis.id}>
            <text x={0} y={middle + 5} fill="#1F1B16">
              {axis.name}
            </text>
            <rect x={left} y={middle - 6} width={scale} height={12} fill="none" stroke="#8A8378" strokeWidth={0.7} />
            {axis.value !== null && <rect data-series="own" x={left} y={middle - 6} width={(scale * Number(axis.value)) / 100} height={12} fill={OWN} />}
            {axis.median !== null && <line x1={left + (scale * Number(axis.median)) / 100} x2={left + (scale * Number(axis.median)) / 100} y1={middle - 9} y2={middle + 9} stroke={MEDIAN} strokeWidth={2} />}
            <text x={left + scale + 6} y={middle + 5} fill={axis.value === null ? '#665F55' : '#1F1B16'}>
              {axis.value ?? gapWord}
            </text>
          </g>
        )
      })}
    </g>
  )
}
