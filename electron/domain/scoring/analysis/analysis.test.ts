import { describe, expect, it } from 'vitest'
import { parseNumber, toText } from '../rational.ts'
import { percentileRanks } from './percentile.ts'
import { radarAxes } from './radar.ts'
import { createDraws } from './random.ts'
import { rankFirmness } from './smaa.ts'
import { criticalS, findTrend, type TrendPoint } from './trend.ts'
import { findWeaknesses } from './weakness.ts'
import { zScores } from './z-score.ts'

describe('百分位与标准分', () => {
  it('独一份的最差为 0、最好为 100;只有一个值没有百分位', () => {
    const texts = (values: readonly string[]): readonly (string | null)[] =>
      percentileRanks(values.map(parseNumber)).map((one) => (one === null ? null : toText(one)))
    expect(texts(['3', '1', '2'])).toEqual(['100', '0', '50'])
    expect(texts(['1', '1'])).toEqual(['50', '50'])
    expect(texts(['1'])).toEqual([null])
  })

  it('没有离散时为 0;中位绝对差为 0 时改用平均绝对差', () => {
    expect(zScores(['5', '5'].map(parseNumber))).toEqual({ z: ['0.000000', '0.000000'], robust: ['0.000000', '0.000000'] })
    expect(zScores(['5', '5', '5', '9'].map(parseNumber)).robust).toEqual(['0.000000', '0.000000', '0.000000', '3.191539'])
    expect(zScores([parseNumber('1'), null, parseNumber('3')]).z).toEqual(['-0.707107', null, '0.707107'])
  })
})

describe('趋势', () => {
  it.each([[3, null], [4, 6], [5, 8], [6, 11], [7, 13], [8, 16], [9, 18], [10, 21], [11, 23], [12, 26]])(
    'n = %i 的界限是 %s',
    (n, expected) => {
      expect(criticalS(n)).toBe(expected)
    },
  )

  const series = (values: readonly (string | null)[], key = 'v'): readonly TrendPoint[] => values.map((value) => ({ value, key }))

  it('缺口占位置;不足四点不下结论;口径变了不比', () => {
    expect(findTrend(series(['1', null, '3', '4', '5']))).toMatchObject({ n: 4, slope: '1', S: 6, label: 'up' })
    expect(findTrend(series(['1', '2', '3']))).toEqual({ n: 3, slope: null, S: null, critical: null, label: 'insufficient' })
    expect(findTrend([...series(['9', '8', '7', '6'], 'old'), ...series(['1', '2'])]).n).toBe(2)
    expect(findTrend(series(['9', '1', '2', '3', '4']), { last: 4 })).toMatchObject({ n: 4, label: 'up' })
  })

  it('斜率太小算平', () => {
    expect(findTrend(series(['1', '1.1', '1.2', '1.3']), { minSlope: '0.5' }).label).toBe('flat')
    expect(findTrend(series(['4', '3', '2', '1']), { minSlope: '0.5' }).label).toBe('down')
  })
})

describe('短板', () => {
  it('没有最近一期就不下结论;排序按轻重、丢分、编号', () => {
    const found = findWeaknesses([
      { id: 'b', full: 10, own: ['0.1', '0.1', '0.1'] },
      { id: 'a', full: 10, own: ['0.1', '0.1', '0.1'] },
      { id: 'c', full: 20, own: ['0.1', '0.1', '0.1'] },
      { id: 'd', full: 90, own: ['0.1', '0.1', '0.1', null] },
      { id: 'e', full: 90, own: ['0.1', '0.9', '0.9'] },
    ])
    expect(found.map((one) => `${one.id} ${one.status} ${one.tests.join('+')}`)).toEqual([
      'c weak absolute+persistent',
      'a weak absolute+persistent',
      'b weak absolute+persistent',
      'e ok ',
      'd insufficient ',
    ])
  })
})

describe('雷达图', () => {
  it('缺口不是零;不足三轴不画', () => {
    const radar = radarAxes(['a', 'b', 'c'], { a: '0.125', b: '0' }, [])
    expect(radar.axes.map((axis) => axis.value)).toEqual(['12.5', '0.0', null])
    expect([radar.drawable, radar.closed]).toEqual([false, false])
  })
})

describe('名次牢不牢', () => {
  it('随机数序列固定', () => {
    const draw = createDraws(1)
    expect([draw(), draw(), draw()]).toEqual([270369, 67634689, 2647435461])
  })

  it('处处更好的总在前;相等的同名', () => {
    const found = rankFirmness({
      branches: ['a', 'b', 'c'],
      matrix: [['0.9', '0.8'], ['0.5', '0.4'], ['0.5', '0.4']],
      nominalWeights: ['0.7', '0.3'],
      sampler: { type: 'noise', delta: '0.3', seed: 42, n: 50 },
    })
    expect(found.n).toBe(50)
    expect(found.branches['a']).toMatchObject({ nominalRank: 1, rankCounts: [50, 0, 0], low: 1, high: 1, firstShare: '1' })
    expect(found.branches['b']).toEqual(found.branches['c'])
    expect(found.branches['c']).toMatchObject({ nominalRank: 2, meanRank: '2', topKShare: '0' })
  })
})
