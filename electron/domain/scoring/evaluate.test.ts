import { describe, expect, it } from 'vitest'
import { dimensionLines } from './dimension-lines.ts'
import { evaluatePeriod } from './evaluate.ts'
import type { PeriodInput } from './input.ts'
import type { Indicator, Scheme } from './scheme.ts'

const base: Scheme = {
  dimensions: [{ id: 'd1' }, { id: 'd2' }],
  indicators: [
    { id: 'a', kind: 'base', dim: 'd1', full: 40 },
    { id: 'b', kind: 'base', dim: 'd1', full: 20 },
    { id: 'c', kind: 'base', dim: 'd2', full: 40 },
    { id: 'plus', kind: 'bonus', per: '1', levels: { top: 5 }, cap: 6 },
    { id: 'minus', kind: 'deduct', target: 'd2', unit: 'dimension100', per: 10 },
    { id: 'late', kind: 'deduct', per: 3 },
    { id: 'fail', kind: 'veto', effects: [{ type: 'fail_period' }] },
    { id: 'zero', kind: 'veto', effects: [{ type: 'zero_indicator', indicator: 'c' }, { type: 'revoke_star', lock: 2 }] },
    { id: 'flat', kind: 'veto', effects: [{ type: 'zero_dimension', dim: 'd1' }] },
    { id: 'other', kind: 'veto', categories: ['x'], effects: [{ type: 'fail_period' }] },
  ],
  bonus: { cap: 10 },
}

const full: PeriodInput = {
  branch: { id: 'B', category: 'y' },
  period: '2025-03',
  manual: { a: { ratio: 1 }, b: { points: 10 }, c: { ratio: '50%' } },
}

function withIndicator(id: string, change: Partial<Indicator>): Scheme {
  return { ...base, indicators: base.indicators.map((one) => (one.id === id ? { ...one, ...change } : one)) }
}

describe('达成度与缺项', () => {
  it('没有记录、免评、剔除、阻断、不到期、不适用,是六种不同的处境', () => {
    const states = (scheme: Scheme, input: Partial<PeriodInput>): string | undefined =>
      evaluatePeriod(scheme, { ...full, manual: { b: { ratio: 1 }, c: { ratio: 1 } }, ...input }).indicators['a']?.state
    expect(states(base, {})).toBe('zero_missing')
    expect(states(base, { exempt: { a: '' } })).toBe('exempt')
    expect(states(withIndicator('a', { missing: 'exclude' }), {})).toBe('excluded')
    expect(states(withIndicator('a', { missing: 'block' }), {})).toBe('blocked')
    expect(states(withIndicator('a', { period: 'quarter' }), {})).toBe('not_due')
    expect(states(withIndicator('a', { categories: ['x'] }), {})).toBe('not_applicable')
    expect(states(withIndicator('a', { missing: 'carry' }), { carry: { a: { ratio: '0.5', age: 1 } } })).toBe('carried')
    expect(states(withIndicator('a', { missing: 'carry' }), { carry: { a: { ratio: '0.5', age: 2 } } })).toBe('zero_missing')
  })

  it('不适用先于不到期,不到期先于免评', () => {
    const scheme = withIndicator('a', { period: 'year', categories: ['x'] })
    const input = { ...full, exempt: { a: 'r' } }
    expect(evaluatePeriod(scheme, input).indicators['a']?.state).toBe('not_applicable')
    expect(evaluatePeriod(withIndicator('a', { period: 'year' }), input).indicators['a']?.state).toBe('not_due')
  })

  it('全部免评:没有可用的指标,依据不足,覆盖率无从谈起', () => {
    const result = evaluatePeriod(base, { ...full, exempt: { a: 'r', b: 'r', c: 'r' } })
    expect(result).toMatchObject({ status: 'insufficient', coverage: null, total: null, lines: [] })
  })

  it('阻断先于依据不足先于不合格', () => {
    const input = { ...full, manual: {}, vetoes: [{ indicator: 'fail' }] }
    const low: Scheme = { ...base, missing: { minCoverage: '0.5' } }
    expect(evaluatePeriod(base, input).status).toBe('failed')
    expect(evaluatePeriod(low, input).status).toBe('insufficient')
    expect(evaluatePeriod({ ...low, missing: { minCoverage: '0.5', default: 'block' } }, input).status).toBe('blocked')
  })

  it('保底在前、佐证封顶在后;沿用的分两样都不管', () => {
    const scheme = withIndicator('a', { minRatio: '0.6', evidence: { required: 2, cap: '0.5' }, missing: 'carry' })
    const scored = evaluatePeriod(scheme, { ...full, manual: { a: { ratio: '0.1' } } }).indicators['a']
    expect(scored).toMatchObject({ achievement: '0.5', flags: ['no_evidence'] })
    const enough = evaluatePeriod(scheme, { ...full, manual: { a: { ratio: '0.1' } }, evidence: { a: 2 } })
    expect(enough.indicators['a']).toEqual({ state: 'scored', achievement: '0.6', full: '40', points: '24' })
    const carried = evaluatePeriod(scheme, { ...full, manual: {}, carry: { a: { ratio: '0.1', age: 1 } } })
    expect(carried.indicators['a']).toEqual({ state: 'carried', achievement: '0.1', full: '40', points: '4' })
  })

  it('佐证不足总要标明,即使没有压低', () => {
    const scheme = withIndicator('a', { evidence: { required: 1, cap: 1 } })
    expect(evaluatePeriod(scheme, full).indicators['a']).toMatchObject({ achievement: '1', flags: ['no_evidence'] })
  })
})

describe('混合评分', () => {
  const rule = { type: 'value', value: { param: 'v' } } as const
  const run = (hybrid: Indicator['hybrid'], manual: PeriodInput['manual'], v: string | null): unknown => {
    const scheme = withIndicator('a', { source: 'hybrid', rule, hybrid })
    const result = evaluatePeriod(scheme, { ...full, branch: { category: 'y', params: { v } }, manual })
    const { state, achievement, flags } = result.indicators['a'] ?? {}
    return [state, achievement, ...(flags ?? [])]
  }
  const reviewed = { a: { ratio: '0.5' } }
  it.each([
    ['系数', { mode: 'coefficient' }, reviewed, '0.8', ['scored', '0.4']],
    ['加权', { mode: 'weighted', autoShare: '0.7' }, reviewed, '0.8', ['scored', '0.71']],
    ['取小', { mode: 'min' }, reviewed, '0.8', ['scored', '0.5']],
    ['改判', { mode: 'override' }, reviewed, '0.8', ['scored', '0.5', 'overridden']],
    ['自动缺失,改判仍成立', { mode: 'override' }, reviewed, null, ['scored', '0.5', 'overridden']],
    ['自动缺失,其余随之缺', { mode: 'min', whenManualMissing: 'auto' }, reviewed, null, ['zero_missing', '0']],
    ['还没有人评:默认缺', { mode: 'coefficient' }, {}, '0.8', ['zero_missing', '0']],
    ['还没有人评:可暂取自动', { mode: 'min', whenManualMissing: 'auto' }, {}, '0.8', ['scored', '0.8', 'unreviewed']],
    ['草稿等于没有评', { mode: 'min', whenManualMissing: 'auto' }, { a: { ratio: 0, state: 'draft' } }, '0.8', ['scored', '0.8', 'unreviewed']],
  ] as const)('%s', (_name, hybrid, manual, v, expected) => {
    expect(run(hybrid, manual, v)).toEqual(expected)
  })
})

describe('拒绝而不截断', () => {
  it.each<[string, Partial<PeriodInput>, string, string]>([
    ['分数超过分值', { manual: { b: { points: '20.01' } } }, 'OUT_OF_RANGE', 'b'],
    ['比例为负', { manual: { a: { ratio: '-0.1' } } }, 'OUT_OF_RANGE', 'a'],
    ['带小数的 JSON 数', { manual: { a: { ratio: 0.5 } } }, 'BAD_NUMBER', '0.5'],
    ['方案里没有的否决', { vetoes: [{ indicator: 'nope' }] }, 'UNKNOWN_VETO', 'nope'],
    ['没有的等级', { events: [{ indicator: 'plus', level: 'none' }] }, 'UNKNOWN_EVENT_LEVEL', 'plus'],
    ['加分为负', { events: [{ indicator: 'plus', points: -1 }] }, 'OUT_OF_RANGE', 'plus'],
    ['周期', { period: '2025-1' }, 'BAD_PERIOD', '2025-1'],
  ])('%s', (_name, change, code, at) => {
    expect(() => evaluatePeriod(base, { ...full, ...change })).toThrow(expect.objectContaining({ code, at }))
  })

  it('草稿里的越界分不看', () => {
    const manual = { ...full.manual, a: { ratio: 9, state: 'draft' } as const }
    expect(evaluatePeriod(base, { ...full, manual }).indicators['a']?.state).toBe('zero_missing')
  })
})

describe('加分、扣分、否决', () => {
  it('事件:给定分数不乘次数;项目封顶;不认识的忽略', () => {
    const events = [{ indicator: 'plus', points: '0.5', count: 9 }, { indicator: 'plus', level: 'top', count: 2 }, { indicator: 'gone' }]
    const result = evaluatePeriod(base, { ...full, events })
    expect(result.bonus).toBe('6')
    expect(result.eventItems).toEqual([{ indicator: 'plus', kind: 'bonus', raw: '10.5', counted: '6' }])
  })

  it('同一事项只留最大的一次,跨项目;没有事项的都算', () => {
    const scheme: Scheme = { ...base, bonus: { noDuplicateMatter: true } }
    const events = [
      { indicator: 'plus', count: 1, matter: 'm' },
      { indicator: 'plus', points: 2, matter: 'm', date: '2025-03-09' },
      { indicator: 'plus', points: 2, matter: 'm', date: '2025-03-02' },
      { indicator: 'plus', count: 1 },
    ]
    const result = evaluatePeriod(scheme, { ...full, events })
    expect([result.bonus, result.droppedEvents]).toEqual(['3', [0, 1]])
  })

  it('维度百分制扣分按维度分值折算,扣完为止', () => {
    const result = evaluatePeriod(base, { ...full, events: [{ indicator: 'minus', count: 8 }] })
    expect(result.dimensions['d2']).toMatchObject({ base: '20', deduct: '-32', floor: '12', score: '0', ratio: '0' })
    expect([result.deductions, result.total]).toEqual(['32', '50.00'])
  })

  it('否决记首次出现的先后、各算一次,不适用的忽略', () => {
    const vetoes = ['zero', 'other', 'zero', 'flat'].map((indicator) => ({ indicator }))
    const result = evaluatePeriod(base, { ...full, vetoes })
    expect(result.vetoes).toEqual(['zero', 'flat'])
    expect(result.starEffects).toEqual([{ type: 'revoke_star', lock: 2 }])
    expect(result.indicators['c']).toEqual({ state: 'scored', achievement: '0', full: '40', points: '0', flags: ['vetoed'] })
    expect(result.dimensions['d1']).toMatchObject({ base: '50', veto: '-50', score: '0', ratio: '0' })
  })

  it('不合格:各行保留本来的分,由否决行拿走', () => {
    const result = evaluatePeriod(base, { ...full, vetoes: [{ indicator: 'fail' }], events: [{ indicator: 'plus', level: 'top' }] })
    expect([result.status, result.total, result.totalExact]).toEqual(['failed', '0.00', '0'])
    expect(result.lines.map((line) => line.shown)).toEqual(['50.00', '20.00', '0.00', '0.00', '5.00', '0.00', '-75.00'])
  })

  it('兜底在加分之后时,扣分可以吃掉加分', () => {
    const manual = { a: { ratio: 0 }, b: { ratio: 0 }, c: { ratio: 0 } }
    const events = [{ indicator: 'late', count: 3 }, { indicator: 'plus', level: 'top' }]
    expect(evaluatePeriod(base, { ...full, manual, events }).total).toBe('5.00')
    expect(evaluatePeriod({ ...base, total: { floorStage: 'afterBonus' } }, { ...full, manual, events }).total).toBe('0.00')
  })
})

describe('显示', () => {
  it('维度内部的显示行相加等于该维度公布的那一行', () => {
    const scheme: Scheme = {
      ...base,
      indicators: ['a', 'b', 'c'].map((id) => ({ id, kind: 'base', dim: 'd1', full: '100/3' })),
    }
    const result = evaluatePeriod(scheme, { ...full, manual: { a: { ratio: 1 }, b: { ratio: 1 }, c: { ratio: 1 } } })
    expect(dimensionLines(scheme, result, 'd1').map((line) => `${line.key} ${line.shown}`)).toEqual([
      'ind:a 33.34',
      'ind:b 33.33',
      'ind:c 33.33',
      'deduct 0.00',
      'floor 0.00',
      'veto 0.00',
    ])
  })

  it('等次标签看公布值;方案改为精确值则看精确值', () => {
    const manual = { a: { ratio: 1 }, b: { points: 20 }, c: { points: '29.995' } }
    const bands = [{ label: 'B', min: 0 }, { label: 'A', min: 90 }]
    expect(evaluatePeriod({ ...base, bands }, { ...full, manual })).toMatchObject({ total: '90.00', band: 'A' })
    expect(evaluatePeriod({ ...base, bands, decideOn: 'exact' }, { ...full, manual }).band).toBe('B')
    expect('band' in evaluatePeriod(base, full)).toBe(false)
  })
})
