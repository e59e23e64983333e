/** 雷达图的几何。纯函数:给数,出坐标;不认识 React,也不认识颜色。 */

export interface Point {
  readonly x: number
  readonly y: number
}

/** 第几轴的方向:第一轴在 12 点,顺时针均分。角度从正上方起算,弧度。 */
export const axisAngle = (index: number, count: number): number => (2 * Math.PI * index) / count

/** 轴上某个值的位置。value 为 0–100;满刻度恒为 100,不随数据伸缩。 */
export const pointAt = (centre: Point, radius: number, index: number, count: number, value: number): Point => {
  const angle = axisAngle(index, count)
  const distance = (radius * value) / 100
  return { x: centre.x + distance * Math.sin(angle), y: centre.y - distance * Math.cos(angle) }
}

/**
 * 把一圈值拆成首尾相连的线。缺的轴是缺口:线在那里断开,绝不画到圆心(零与缺不是一回事)。
 *
 * @returns closed 为真时 runs 只有一段且首尾相接;否则每段是相邻有值的轴的序号,单独一个点也是一段。
 */
export const outlineRuns = (values: readonly (number | null)[]): { readonly closed: boolean; readonly runs: readonly (readonly number[])[] } => {
  const count = values.length
  const present = values.flatMap((value, index) => (value === null ? [] : [index]))
  if (present.length === 0) return { closed: false, runs: [] }
  if (present.length === count) return { closed: count >= 3, runs: [present] }
  // 从一个缺口的下一轴起绕一圈,跨过 12 点的一段才不会被切成两段。
  const start = values.findIndex((value, index) => value !== null && values[(index + count - 1) % count] === null)
  const runs: number[][] = []
  for (let step = 0; step < count; step++) {
    const index = (start + step) % count
    if (values[index] === null) continue
    const last = runs.at(-1)
    if (last !== undefined && last.at(-1) === (index + count - 1) % count) last.push(index)
    else runs.push([index])
  }
  return { closed: false, runs }
}

/** 文字宽度的估计,单位与字号相同:汉字一个字宽,其余约六成。排版前没有浏览器可量(打印、测试),估宽一点不碰边即可。 */
export const textWidth = (text: string, fontSize: number): number => [...text].reduce((width, character) => width + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.6), 0) * fontSize

/** 长名称折成几行,每行最多 limit 字。 */
export const wrapName = (name: string, limit: number): readonly string[] => {
  const characters = [...name]
  if (characters.length <= limit) return [name]
  const lines = Math.ceil(characters.length / limit)
  const size = Math.ceil(characters.length / lines)
  return Array.from({ length: lines }, (_unused, line) => characters.slice(line * size, (line + 1) * size).join(''))
}

export interface AxisLabel {
  readonly at: Point
  readonly anchor: 'start' | 'middle' | 'end'
  readonly lines: readonly string[]
}
export interface RadarLayout {
  readonly centre: Point
  readonly radius: number
  readonly labels: readonly AxisLabel[]
}

const LABEL_GAP = 8
const SIDE = 0.2

/**
 * 圆心、半径与各轴名称的位置:名称放在圈外,半径取各轴都放得下的最大值。
 *
 * @param labels 每轴的几行字(名称、数值)。
 */
export const layoutRadar = (labels: readonly (readonly string[])[], width: number, height: number, fontSize: number): RadarLayout => {
  const count = labels.length
  const lineHeight = fontSize * 1.35
  const sizes = labels.map((lines) => ({ width: Math.max(...lines.map((line) => textWidth(line, fontSize))), height: lines.length * lineHeight }))
  const upper = Math.max(...sizes.flatMap((size, index) => (Math.cos(axisAngle(index, count)) > SIDE ? [size.height] : [0])), fontSize)
  const lower = Math.max(...sizes.flatMap((size, index) => (Math.cos(axisAngle(index, count)) < -SIDE ? [size.height] : [0])), fontSize)
  const radius = Math.max(
    fontSize * 2,
    Math.min(
      ...sizes.map((size, index) => {
        const sine = Math.abs(Math.sin(axisAngle(index, count)))
        const spread = sine <= SIDE ? size.width / 2 : size.width
        return sine <= SIDE ? Number.POSITIVE_INFINITY : (width / 2 - spread - LABEL_GAP) / sine
      }),
      (height - upper - lower - 2 * LABEL_GAP) / (1 + Math.max(...sizes.map((_size, index) => -Math.cos(axisAngle(index, count))), 0)),
    ),
  )
  const lowest = Math.max(...labels.map((_lines, index) => -Math.cos(axisAngle(index, count))), 0) * radius
  const used = radius + lowest + upper + lower + 2 * LABEL_GAP
  const centre = { x: width / 2, y: upper + LABEL_GAP + radius + (height - used) / 2 }
  return {
    centre,
    radius,
    labels: labels.map((lines, index) => {
      const sine = Math.sin(axisAngle(index, count))
      const cosine = Math.cos(axisAngle(index, count))
      const edge = pointAt(centre, radius + LABEL_GAP, index, count, 100)
      const block = lines.length * lineHeight
      // 上方的名称底边贴圈,下方的顶边贴圈,两侧的居中;at 是第一行的基线。
      const top = edge.y - (block * (1 + cosine)) / 2
      return { at: { x: edge.x, y: top + fontSize }, anchor: Math.abs(sine) <= SIDE ? 'middle' : sine > 0 ? 'start' : 'end', lines }
    }),
  }
}

/** 坐标 → SVG 路径。 */
export const pathOf = (points: readonly Point[], closed: boolean): string => {
  const text = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${point.x.toFixed(2)} ${point.y.toFixed(2)}`).join('')
  return closed ? `${text}Z` : text
}
