import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { firstDifference } from './compare.ts'
import { GOLDEN_KINDS, runCase, type GoldenCase } from './run-case.ts'

const folder = new URL('../../../../test/golden/open/', import.meta.url)

function readCases(): readonly GoldenCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
}

const cases = readCases()

describe('验收案例(外来数据,逐字段相等)', () => {
  it('每一种案例都有,且没有引擎不认识的种类', () => {
    const counts = new Map<string, number>()
    for (const one of cases) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1)
    expect([...counts.keys()].sort()).toEqual([...GOLDEN_KINDS].sort())
    for (const count of counts.values()) expect(count).toBeGreaterThan(0)
    expect(cases.length).toBe(102)
  })

  it.each(cases.map((one) => [`${one.id} ${one.kind}: ${one.title ?? ''}`, one] as const))('%s', (_name, one) => {
    expect(firstDifference(one.expected, runCase(one))).toBeNull()
  })
})

describe('案例运行器', () => {
  it('不认识的种类报错并指明', () => {
    expect(() => runCase({ id: 'x', kind: 'nonsense', input: {} })).toThrow('nonsense')
  })

  it('带小数的 JSON 数在关口就拒绝', () => {
    expect(runCase({ id: 'x', kind: 'round', input: { values: [1.5] } })).toEqual({ error: 'BAD_NUMBER', at: '1.5' })
  })

  it.each([
    ['年份以外的东西', '2025-13'],
    ['没有第五季度', '2025-Q5'],
    ['空', ''],
  ])('读不懂的周期拒绝:%s', (_name, period) => {
    const scheme = { dimensions: [], indicators: [] }
    expect(runCase({ id: 'x', kind: 'score', scheme, input: { period } })).toEqual({ error: 'BAD_PERIOD', at: period })
  })
})
