import { describe, expect, it } from 'vitest'
import { runYearCase } from './golden/year-case.ts'
import type { Scheme } from './scheme.ts'

const scheme: Scheme = {
  dimensions: [{ id: 'd' }],
  indicators: [
    { id: 'a', kind: 'base', dim: 'd', full: 100, missing: 'block' },
    { id: 'out', kind: 'veto', effects: [{ type: 'disqualify_year' }] },
    { id: 'fail', kind: 'veto', effects: [{ type: 'fail_period' }] },
  ],
  rollup: { quarter: { minCount: 2 } },
  stars: { levels: [{ star: 1, min: 60 }, { star: 2, min: 80 }], promotion: { maxStep: 1 } },
  annual: { levels: [{ star: 1, min: 0 }, { star: 2, min: 80 }], rollup: { minCount: 2 } },
}

describe('一年', () => {
  it('不合格的月按 0 算,没有结果的月不算;月数不够的季不定级而起点不动', () => {
    const result = runYearCase(scheme, {
      year: 2025,
      months: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      branches: [{ id: 'B' }],
      columns: ['a'],
      ratios: { B: ['90', '90', '-', '-', '-', '90', '90', '90', '90'] },
      vetoes: [{ branch: 'B', month: 9, indicator: 'fail' }],
      prevStars: { B: 1 },
    })
    expect(result.months['2025-03']).toEqual({ status: ['blocked'], total: [null], rank: [null] })
    expect(result.quarters['2025-Q1']).toEqual({ total: ['90.00'], star: [2], reasons: [''], rank: [1] })
    expect(result.quarters['2025-Q2']).toEqual({ total: [null], star: [null], reasons: ['not_rated'], rank: [null] })
    expect(result.quarters['2025-Q3']).toEqual({ total: ['60.00'], star: [1], reasons: [''], rank: [1] })
    expect(result.annual).toEqual({ total: ['75.00'], level: [1], reasons: [''], rank: [1] })
  })

  it('取消评先资格从事发的季度到年底,年度没有等级', () => {
    const result = runYearCase(scheme, {
      year: 2025,
      months: [1, 2, 3, 4, 5, 6],
      branches: [{ id: 'B' }],
      columns: ['a'],
      ratios: { B: ['90', '90', '90', '90', '90', '90'] },
      vetoes: [{ branch: 'B', month: 2, indicator: 'out' }],
    })
    expect(Object.values(result.quarters).map((one) => [one.star[0], one.reasons[0]])).toEqual([
      [0, 'disqualified'],
      [0, 'disqualified'],
    ])
    expect([result.annual.level[0], result.annual.reasons[0]]).toEqual([0, 'disqualified'])
  })
})
