import { useId } from 'react'
import { chartsText } from '../../../shared/i18n/zh-CN/charts.ts'
import { layoutRadar, outlineRuns, pathOf, pointAt, textWidth, wrapName, type Point } from './radar-geometry.ts'
import { SmallBars } from './small-bars.tsx'

/** 一轴要画的:value、median 是百分数文本,null 为缺口。契约里的 RadarAxis 直接可用。 */
export interface ChartAxis {
  readonly id: string
  readonly name: string
  readonly value: string | null
  readonly median: string | null
  readonly vetoed: boolean
  /** 缺项按零计的指标数;缺省 0。 */
  readonly missingCount?: number
}
export interface RadarChartProps {
  readonly axes: readonly ChartAxis[]
  /** 宽,CSS 像素(打印时 80 毫米约 302)。 */
  readonly size: number
  /** 高;缺省同宽。 */
  readonly height?: number
  readonly showMedian?: boolean
  readonly title: string
  /** 缺口处写的词;缺省「不适用」。 */
  readonly gapWord?: string
  /** 画哪几圈,百分数;数字只标在第一轴旁。 */
  readonly rings?: readonly number[]
  /** 名称与数值的字号,CSS 像素;圈上的数字小两号。 */
  readonly fontSize?: number
}

const OWN = '#B3181D'
const MEDIAN = '#0B56A3'
const INK = '#1F1B16'
const GREY = '#665F55'
const RING = '#8A8378'
/** 屏幕不小于 12 像素,纸面不小于 9 磅(12 像素)。 */
const DEFAULT_FONT = 14
const SMALLEST_FONT = 12
const NAME_LIMIT = 6
const DEFAULT_RINGS = [60, 80, 100] as const

const numberOf = (value: string | null): number | null => (value === null ? null : Math.min(100, Math.max(0, Number(value))))

/**
 * 雷达图,自己画的 SVG,屏幕与纸面同一个:三到九轴,第一轴在 12 点、顺时针,刻度恒为 0–100。
 * 本支部红实线圆点,同类中位数蓝虚线方点;缺的轴断开并写明,不画成零;含缺项(按零计)的轴画空心点并写缺几项;因否决为零的轴写「否决」。
 * 有值的轴不足三个时改画条形。不用脚本事件,不用外部样式,打印时原样可用。旁边必须另有数表。
 */
export const RadarChart = ({ axes, size, height = size, showMedian = true, title, gapWord = chartsText.gap, rings = DEFAULT_RINGS, fontSize = DEFAULT_FONT }: RadarChartProps) => {
  const id = useId()
  const lineHeight = fontSize * 1.35
  const smallFont = Math.max(fontSize - 2, SMALLEST_FONT)
  const own = axes.map((axis) => numberOf(axis.value))
  const medians = showMedian ? axes.map((axis) => numberOf(axis.median)) : []
  const count = axes.length
  const drawable = own.filter((value) => value !== null).length >= 3
  const description = chartsText.describe(axes.map((axis) => chartsText.describeAxis(axis.name, axis.value, showMedian ? axis.median : null, gapWord)))
  const frame = { role: 'img', 'aria-labelledby': `${id}t ${id}d`, width: size, height, viewBox: `0 0 ${size} ${height}`, fontFamily: 'inherit', style: { maxWidth: '100%' } }
  const heading = (
    <>
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{description}</desc>
    </>
  )
  if (!drawable)
    return (
      <svg {...frame}>
        {heading}
        <SmallBars axes={axes} width={size} height={height} gapWord={gapWord} fontSize={fontSize} />
      </svg>
    )

  // 否决、缺项各占一行:写在数值后面会把标签撑宽,图就小了。
  const marks = (axis: ChartAxis): readonly string[] => [...(axis.vetoed ? [chartsText.vetoed] : []), ...((axis.missingCount ?? 0) > 0 ? [chartsText.missing(axis.missingCount ?? 0)] : [])]
  const names = axes.map((axis) => wrapName(axis.name, NAME_LIMIT))
  const { centre, radius, labels } = layoutRadar(
    axes.map((axis, index) => [...(names[index] ?? []), axis.value ?? gapWord, ...(axis.value === null ? [] : marks(axis))]),
    size,
    height,
    fontSize,
  )
  const at = (index: number, value: number): Point => pointAt(centre, radius, index, count, value)
  const ring = (value: number): string =>
    pathOf(
      axes.map((_axis, index) => at(index, value)),
      true,
    )
  const outline = (values: readonly (number | null)[]): readonly string[] => {
    const { closed, runs } = outlineRuns(values)
    return runs
      .filter((run) => run.length > 1)
      .map((run) =>
        pathOf(
          run.map((index) => at(index, values[index] ?? 0)),
          closed,
        ),
      )
  }
  return (
    <svg {...frame}>
      {heading}
      <g aria-hidden="true">
        {rings.map((value) => (
          <path key={value} data-ring={value} d={ring(value)} fill="none" stroke={RING} strokeWidth={value === 100 ? 1 : 0.7} strokeDasharray={value === 100 ? undefined : '2 3'} />
        ))}
        {axes.map((axis, index) => {
          const end = at(index, 100)
          return <line key={axis.id} x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} stroke={RING} strokeWidth={0.7} strokeDasharray={axis.value === null ? '1 4' : undefined} />
        })}
        {outline(medians).map((d) => (
          <path key={d} data-series="median" d={d} fill="none" stroke={MEDIAN} strokeWidth={1.5} strokeDasharray="6 4" strokeLinejoin="round" />
        ))}
        {medians.map((value, index) => {
          if (value === null) return null
          const point = at(index, value)
          return <rect key={axes[index]?.id} data-series="median" x={point.x - 3} y={point.y - 3} width={6} height={6} fill="#fff" stroke={MEDIAN} strokeWidth={1.5} />
        })}
        {outline(own).map((d) => (
          <path key={d} data-series="own" d={d} fill="none" stroke={OWN} strokeWidth={2.5} strokeLinejoin="round" strokeLinecap="round" />
        ))}
        {own.map((value, index) => {
          if (value === null) return null
          const point = at(index, value)
          // 含缺项的轴画空心点:按零计不等于真的得了这么低。
          const hollow = (axes[index]?.missingCount ?? 0) > 0
          return <circle key={axes[index]?.id} data-series="own" data-missing={hollow ? true : undefined} cx={point.x} cy={point.y} r={4} fill={hollow ? '#fff' : OWN} stroke={hollow ? OWN : '#fff'} strokeWidth={hollow ? 2 : 1} />
        })}
        {rings.map((value) => {
          const point = at(0, value)
          return (
            // 衬一块白底让数字不被线穿过;不用文字描边,描边的字在 PDF 里会变成 Type 3。
            <g key={value}>
              <rect x={point.x + 6} y={point.y + 2} width={textWidth(String(value), smallFont)} height={smallFont - 1} fill="#fff" />
              <text x={point.x + 6} y={point.y + 12} fontSize={smallFont} fill={GREY}>
                {value}
              </text>
            </g>
          )
        })}
        {labels.map((label, index) => (
          <text key={axes[index]?.id} x={label.at.x} y={label.at.y} textAnchor={label.anchor} fontSize={fontSize} fill={INK}>
            {label.lines.map((line, row) => (
              <tspan key={`${row} ${line}`} x={label.at.x} dy={row === 0 ? 0 : lineHeight} {...(row >= (names[index]?.length ?? 0) ? { fontWeight: axes[index]?.value === null ? 400 : 700, fill: axes[index]?.value === null ? GREY : INK } : {})}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </svg>
  )
}
