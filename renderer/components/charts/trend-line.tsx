import { textWidth } from './radar-geometry.ts'

export interface TrendLinePoint {
  readonly key: string
  readonly label: string
  /** 公布的数;没有成绩为 null,线在这里断开。 */
  readonly value: string | null
  /** 与前一点不可比(换了方案):线也断开,画一道竖线。 */
  readonly breaks: boolean
}

const OWN = '#B3181D'
const LEFT = 40
const RIGHT = 16
const TOP = 18
const GRIDS = [0, 20, 40, 60, 80, 100]

/**
 * 折线:刻度固定从 0 到满分(有超过满分的按最高的取整),从不自己缩放;灰度打印看得清,数在点旁边,表在图旁边。
 */
export const TrendLine = ({ points, full, width, height, fontSize, title }: { readonly points: readonly TrendLinePoint[]; readonly full: number; readonly width: number; readonly height: number; readonly fontSize: number; readonly title: string }) => {
  const highest = Math.max(full, ...points.map(({ value }) => Number(value ?? 0)))
  const most = Math.ceil(highest / 10) * 10
  const bottom = height - fontSize - 14
  const at = (index: number): number => LEFT + (points.length < 2 ? 0 : ((width - LEFT - RIGHT) * index) / (points.length - 1))
  const level = (value: number): number => bottom - ((bottom - TOP) * value) / most
  // 月份的字挤得下才写,挤不下隔一个写一个。
  const widest = Math.max(0, ...points.map(({ label }) => textWidth(label, fontSize)))
  const every = Math.max(1, Math.ceil((widest + 8) / Math.max(1, (width - LEFT - RIGHT) / Math.max(1, points.length - 1))))
  const runs: { readonly index: number; readonly value: number }[][] = []
  for (const [index, { value, breaks }] of points.entries()) {
    if (value === null) {
      runs.push([])
      continue
    }
    if (breaks || runs.length === 0) runs.push([])
    runs.at(-1)?.push({ index, value: Number(value) })
  }
  return (
    <svg role="img" aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="trend-line" fontSize={fontSize}>
      {GRIDS.filter((percent) => percent <= 100).map((percent) => {
        const value = (full * percent) / 100
        return (
          <g key={percent}>
            <line x1={LEFT} x2={width - RIGHT} y1={level(value)} y2={level(value)} stroke="#D8D2C6" strokeWidth={1} strokeDasharray={percent === 60 || percent === 80 ? '4 3' : undefined} />
            <text x={LEFT - 6} y={level(value) + 5} textAnchor="end" fill="#665F55">
              {Math.round(value)}
            </text>
          </g>
        )
      })}
      {points.map(({ key, label, breaks, value }, index) => (
        <g key={key}>
          {breaks && index > 0 && <line x1={(at(index - 1) + at(index)) / 2} x2={(at(index - 1) + at(index)) / 2} y1={TOP} y2={bottom} stroke="#665F55" strokeDasharray="2 4" />}
          {(index % every === 0 || index === points.length - 1) && (
            <text x={at(index)} y={height - 4} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'} fill="#665F55">
              {label}
            </text>
          )}
          {value !== null && (
            <>
              <circle cx={at(index)} cy={level(Number(value))} r={4} fill={OWN} />
              {(index % every === 0 || index === points.length - 1) && (
                <text x={at(index)} y={level(Number(value)) - 8} textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'} fill="#1F1B16">
                  {value}
                </text>
              )}
            </>
          )}
        </g>
      ))}
      {runs
        .filter((run) => run.length > 1)
        .map((run) => (
          <polyline key={run[0]?.index} points={run.map(({ index, value }) => `${at(index)},${level(value)}`).join(' ')} fill="none" stroke={OWN} strokeWidth={2} />
        ))}
    </svg>
  )
}
