import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { BarList } from './bar-list.tsx'
import { heatStep, isWeak } from './heat-step.ts'
import { RadarChart } from './radar-chart.tsx'

afterEach(cleanup)

const axis = (name: string, value: string | null, median: string | null = null, vetoed = false) => ({ id: name, name, value, median, vetoed, full: value === null ? null : '20', score: value === null ? null : '10.00' })
const five = [axis('星级队伍', '90.0', '70.0'), axis('星级管理', '66.7', '80.0'), axis('星级业绩', '81.5', '85.0'), axis('星级品牌', null, '50.0'), axis('星级服务', '100.0', '97.5')]
const all = (container: HTMLElement, selector: string): Element[] => [...container.querySelectorAll(selector)]

describe('雷达图', () => {
  it('缺的轴断开并写明,圆心上没有点', () => {
    const { container } = render(<RadarChart axes={five} size={400} title="五维得分率" />)
    const own = all(container, 'path[data-series=own]')
    expect(own.length).toBe(1)
    expect(own[0]?.getAttribute('d')).not.toContain('Z')
    expect(all(container, 'circle[data-series=own]').length).toBe(4)
    expect(container.textContent).toContain('不适用')
    const spoke = container.querySelector('line')
    for (const circle of all(container, 'circle')) expect([circle.getAttribute('cx'), circle.getAttribute('cy')]).not.toEqual([spoke?.getAttribute('x1'), spoke?.getAttribute('y1')])
  })
  it('中位数有值的轴全画,虚线;不要时不画', () => {
    const { container, rerender } = render(<RadarChart axes={five} size={400} title="t" />)
    expect(all(container, 'path[data-series=median]')[0]?.getAttribute('d')).toContain('Z')
    expect(all(container, 'path[data-series=median]')[0]?.getAttribute('stroke-dasharray')).toBe('6 4')
    rerender(<RadarChart axes={five} size={400} title="t" showMedian={false} />)
    expect(all(container, '[data-series=median]').length).toBe(0)
  })
  it('全部有值时闭合;因否决为零的轴写明,不当缺口', () => {
    const { container } = render(<RadarChart axes={[axis('甲', '0.0', null, true), axis('乙', '80.0'), axis('丙', '80.0')]} size={302} title="t" />)
    expect(all(container, 'path[data-series=own]')[0]?.getAttribute('d')).toContain('Z')
    expect(container.textContent).toContain('0.0否决')
  })
  it('含缺项的轴画空心点并写缺几项,不当平常的低分', () => {
    const missing = { ...axis('甲', '0.0'), missingCount: 2 }
    const { container } = render(<RadarChart axes={[missing, axis('乙', '80.0'), axis('丙', '80.0')]} size={302} title="t" />)
    expect(all(container, 'circle[data-missing]').length).toBe(1)
    expect(all(container, 'circle[data-missing]')[0]?.getAttribute('fill')).toBe('#fff')
    expect(container.textContent).toContain('0.0缺 2 项')
    const table = render(<BarList axes={[missing]} caption="t" />)
    expect(table.container.textContent).toContain('缺 2 项')
  })
  it('读屏:role、标题、全部数字', () => {
    const { container } = render(<RadarChart axes={five} size={400} title="五维得分率" />)
    const svg = container.querySelector('svg')
    expect(svg?.getAttribute('role')).toBe('img')
    expect(container.querySelector('title')?.textContent).toBe('五维得分率')
    expect(container.querySelector('desc')?.textContent).toBe('得分率（百分数）：星级队伍 90.0，同类中位数 70.0；星级管理 66.7，同类中位数 80.0；星级业绩 81.5，同类中位数 85.0；星级品牌不适用，同类中位数 50.0；星级服务 100.0，同类中位数 97.5。')
  })
  it('圈的数字只标一处,只用给定的刻度', () => {
    const { container } = render(<RadarChart axes={five} size={400} title="t" />)
    expect(all(container, 'path[data-ring]').map((path) => path.getAttribute('data-ring'))).toEqual(['60', '80', '100'])
    expect(all(container, 'text').filter((text) => text.textContent === '60').length).toBe(1)
  })
  it('有值的不足三轴改画条形', () => {
    const { container } = render(<RadarChart axes={[axis('甲', '80.0'), axis('乙', '60.0'), axis('丙', null)]} size={302} title="t" />)
    expect(all(container, 'path[data-series=own]').length).toBe(0)
    expect(all(container, 'rect[data-series=own]').length).toBe(2)
    expect(container.textContent).toContain('改画条形图')
  })
})

describe('数表与分档', () => {
  it('缺项写词,低分有 ▼,次序同方案', () => {
    const { container } = render(<BarList axes={five} caption="数表" />)
    const rows = all(container, 'tbody tr').map((row) => row.textContent)
    expect(rows[1]).toContain('▼66.7')
    expect(rows[3]).toContain('不适用')
    expect(rows[0]).toContain('10.00 / 20')
  })
  it.each([
    [null, 'empty'],
    ['69.9', 'lowest'],
    ['70.0', 'low'],
    ['80.0', 'middle'],
    ['90.0', 'high'],
  ] as const)('%s 属于 %s', (value, step) => expect(heatStep(value)).toBe(step))
  it('缺项不算弱', () => expect(isWeak(null)).toBe(false))
})
