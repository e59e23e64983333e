import { describe, expect, it } from 'vitest'
import { layoutRadar, outlineRuns, pathOf, pointAt, textWidth, wrapName } from './radar-geometry.ts'

const centre = { x: 100, y: 100 }

describe('轴的方向:第一轴在 12 点,顺时针', () => {
  it.each([
    [0, 4, 100, 0],
    [1, 4, 200, 100],
    [2, 4, 100, 200],
    [3, 4, 0, 100],
  ])('四轴中第 %i 轴的满分点', (index, count, x, y) => {
    const point = pointAt(centre, 100, index, count, 100)
    expect(point.x).toBeCloseTo(x)
    expect(point.y).toBeCloseTo(y)
  })
  it('零分在圆心,半数在半径中点,刻度不随数据伸缩', () => {
    expect(pointAt(centre, 100, 2, 5, 0)).toEqual(centre)
    expect(pointAt(centre, 100, 0, 5, 50)).toEqual({ x: 100, y: 50 })
  })
})

describe('缺口:线断开,不到圆心', () => {
  it('各轴都有值才闭合', () => expect(outlineRuns([1, 2, 3])).toEqual({ closed: true, runs: [[0, 1, 2]] }))
  it('缺一轴:从它的下一轴绕到上一轴', () => expect(outlineRuns([90, 66.7, 81.5, null, 100])).toEqual({ closed: false, runs: [[4, 0, 1, 2]] }))
  it('缺两轴:拆成两段', () => expect(outlineRuns([1, null, 3, 4, null, 6])).toEqual({ closed: false, runs: [[2, 3], [5, 0]] }))
  it('孤零零的一点也留着', () => expect(outlineRuns([1, null, 3, null])).toEqual({ closed: false, runs: [[0], [2]] }))
  it('零不是缺', () => expect(outlineRuns([0, 0, 0])).toEqual({ closed: true, runs: [[0, 1, 2]] }))
  it('全缺', () => expect(outlineRuns([null, null, null])).toEqual({ closed: false, runs: [] }))
})

describe('名称与版面', () => {
  it('长名称折行', () => {
    expect(wrapName('星级队伍', 6)).toEqual(['星级队伍'])
    expect(wrapName('党员队伍建设与教育', 6)).toEqual(['党员队伍建', '设与教育'])
  })
  it('汉字一个字宽', () => expect(textWidth('星级', 14)).toBe(28))
  it.each([3, 5, 6, 9])('%i 轴:名称不出框,也不压圈', (count) => {
    const lines = Array.from({ length: count }, () => ['党员队伍建设', '100.0'])
    const { centre: middle, radius, labels } = layoutRadar(lines, 302, 302, 14)
    expect(radius).toBeGreaterThan(55)
    for (const label of labels) {
      const width = Math.max(...label.lines.map((line) => textWidth(line, 14)))
      const left = label.anchor === 'start' ? label.at.x : label.anchor === 'end' ? label.at.x - width : label.at.x - width / 2
      const top = label.at.y - 14
      const bottom = top + label.lines.length * 14 * 1.35
      expect(left).toBeGreaterThanOrEqual(-0.5)
      expect(left + width).toBeLessThanOrEqual(302.5)
      expect(top).toBeGreaterThanOrEqual(-0.5)
      expect(bottom).toBeLessThanOrEqual(302.5)
      const near = { x: Math.min(Math.max(middle.x, left), left + width), y: Math.min(Math.max(middle.y, top), bottom) }
      expect(Math.hypot(near.x - middle.x, near.y - middle.y)).toBeGreaterThan(radius * 0.8)
    }
  })
  it('路径', () => expect(pathOf([{ x: 0, y: 0 }, { x: 1, y: 2 }], true)).toBe('M0.00 0.00L1.00 2.00Z'))
})
