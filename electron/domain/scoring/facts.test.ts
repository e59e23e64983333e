import { describe, expect, it } from 'vitest'
import { createRuleContext, selectFacts, type RejectedFact } from './facts.ts'
import type { Fact } from './input.ts'
import type { FactSelection } from './rule.ts'

function select(facts: readonly Fact[], selection: Omit<FactSelection, 'source'>, asOf?: string) {
  const rejected: RejectedFact[] = []
  const context = createRuleContext({ ledger: { t: facts }, period: '2025-03', asOf })
  const found = selectFacts({ source: 't', ...selection }, context, 'date', rejected)
  return {
    counted: found?.map((one) => one.index) ?? null,
    rejected: rejected.map((one) => `${one.index}:${one.reason}`),
  }
}

describe('取数', () => {
  it('表不存在是未知,空表是零', () => {
    const context = createRuleContext({ ledger: { t: [] }, period: '2025-03' })
    expect(selectFacts({ source: 'other' }, context, 'date', null)).toBeNull()
    expect(selectFacts({ source: 't' }, context, 'date', null)).toEqual([])
  })

  it('时间窗两端都算;截止日之后的不存在;没有日期的不在窗内', () => {
    const facts = [
      { date: '2025-02-28' },
      { date: '2025-03-01' },
      { date: '2025-03-31' },
      { date: '2025-04-01' },
      {},
      { date: '2025-03-20' },
    ]
    expect(select(facts, {})).toEqual({ counted: [1, 5, 2], rejected: ['0:window', '3:window', '4:window'] })
    expect(select(facts, {}, '2025-03-20').rejected).toContain('2:as_of')
  })

  it.each<[string, FactSelection['where'], readonly number[]]>([
    ['直接给值', { kind: 'a' }, [0]],
    ['数与文本按数值比', { n: '3' }, [0]],
    ['文本编号按原文比', { code: '01' }, [0]],
    ['清单取其一', { kind: ['b', 'c'] }, [1, 2]],
    ['in', { kind: { in: ['a', 'b'] } }, [0, 1]],
    ['ne 包括没有该字段的', { n: { ne: 3 } }, [1, 2]],
    ['大于', { n: { gt: 3 } }, [1]],
    ['区间', { n: { gte: 3, lt: '7/2' } }, [0]],
    ['日期按文本比', { when: { lte: '2025-03-02' } }, [0]],
    ['有没有', { n: { exists: false } }, [2]],
    ['null 等于没有', { n: null }, [2]],
    ['不认识的运算符不成立', { n: { like: 3 } as object }, []],
  ])('筛选:%s', (_name, where, counted) => {
    const facts = [
      { date: '2025-03-01', kind: 'a', n: 3, code: '01', when: '2025-03-02' },
      { date: '2025-03-02', kind: 'b', n: 5, code: '1', when: '2025-03-03' },
      { date: '2025-03-03', kind: 'c', code: '001' },
    ]
    expect(select(facts, { where }).counted).toEqual(counted)
  })

  it('有效性:比值除数为 0 或缺一个、相隔天数缺一个,都不成立', () => {
    const facts = [
      { date: '2025-03-01', a: 1, b: 2, r: '2025-03-08' },
      { date: '2025-03-02', a: 0, b: 0, r: '2025-03-10' },
      { date: '2025-03-03', a: 1 },
    ]
    expect(select(facts, { validIf: [{ ratio: ['a', 'b'], gte: '1/2' }] }).counted).toEqual([0])
    expect(select(facts, { validIf: [{ lag: ['date', 'r'], lte: 7 }] })).toEqual({
      counted: [0],
      rejected: ['1:valid_if', '2:valid_if'],
    })
    expect(select(facts, { validIf: [{ field: 'a', gte: 1 }] }).counted).toEqual([0, 2])
  })

  it('去重取最早的一条;月、日可由日期推出', () => {
    const facts = [{ date: '2025-03-09', g: 'x' }, { date: '2025-03-02', g: 'x' }, { date: '2025-03-02', g: 'y' }]
    expect(select(facts, { distinctBy: ['month'] })).toEqual({ counted: [1], rejected: ['2:distinct', '0:distinct'] })
    expect(select(facts, { distinctBy: ['day'] }).counted).toEqual([1, 0])
    expect(select(facts, { distinctBy: ['month', 'g'] }).counted).toEqual([1, 2])
  })

  it('间隔按上一条已计数的记录量', () => {
    const facts = ['2025-03-01', '2025-03-05', '2025-03-08', '2025-03-14', '2025-03-15'].map((date) => ({ date }))
    expect(select(facts, { minGapDays: 7 })).toEqual({ counted: [0, 2, 4], rejected: ['1:min_gap', '3:min_gap'] })
  })

  it('记录的先后不影响计数', () => {
    const facts = ['2025-03-15', '2025-03-01', '2025-03-08'].map((date) => ({ date }))
    expect(select(facts, { minGapDays: 7 }).counted).toEqual([1, 2, 0])
  })
})
