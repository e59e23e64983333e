import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankUnits } from './ranks.ts'
import type { StandingRules, TieBreak } from './scheme.ts'
import type { StandingUnit } from './standing.ts'

function ranks(rules: StandingRules, units: readonly StandingUnit[]): Readonly<Record<string, string>> {
  const found = Object.entries(rankUnits(rules, units))
  return Object.fromEntries(found.map(([id, one]) => [id, one === null ? '-' : `${one.rank}/${one.of}${one.tied ? '=' : ''}`]))
}

const four = ['90', '80', '80', '70'].map((total, index): StandingUnit => ({ id: `u${index}`, total }))

describe('名次', () => {
  it('跳号与连号', () => {
    expect(ranks({}, four)).toEqual({ u0: '1/4', u1: '2/4=', u2: '2/4=', u3: '4/4' })
    expect(ranks({ ranking: { method: 'dense' } }, four)).toEqual({ u0: '1/4', u1: '2/4=', u2: '2/4=', u3: '3/4' })
  })

  it('默认在类别内排;没有类别的自成一组;可改为全体', () => {
    const units = [{ id: 'a', category: 'x', total: 1 }, { id: 'b', category: 'y', total: 2 }, { id: 'c', total: 3 }]
    expect(ranks({}, units)).toEqual({ a: '1/1', b: '1/1', c: '1/1' })
    expect(ranks({ ranking: { scope: 'all' } }, units)).toEqual({ a: '3/3', b: '2/3', c: '1/3' })
  })

  it('总分照给定值比,不再舍入', () => {
    expect(ranks({}, [{ id: 'a', total: '79.995' }, { id: 'b', total: '80' }])).toEqual({ a: '2/2', b: '1/2' })
  })

  it.each<[string, TieBreak, Partial<StandingUnit>, Partial<StandingUnit>, readonly [string, string]]>([
    ['维度高者在前', { key: 'dimension', id: 'd' }, { dimScores: { d: 1 } }, { dimScores: { d: 2 } }, ['2/2', '1/2']],
    ['指标达成度', { key: 'indicator', id: 'i' }, { indicators: { i: '0.9' } }, { indicators: { i: '0.8' } }, ['1/2', '2/2']],
    ['扣分少者在前', { key: 'deductions' }, { deductions: 1 }, { deductions: 2 }, ['1/2', '2/2']],
    ['否决少者在前', { key: 'vetoCount' }, { vetoCount: 1 }, { vetoCount: 0 }, ['2/2', '1/2']],
    ['写明次序的按写明的', { key: 'bonus', order: 'asc' }, { bonus: 1 }, { bonus: 2 }, ['1/2', '2/2']],
    ['缺的最差,升序也一样', { key: 'deductions', order: 'asc' }, {}, { deductions: 9 }, ['2/2', '1/2']],
    ['两边都缺仍相等', { key: 'prevTotal' }, {}, {}, ['1/2=', '1/2=']],
    ['次序值按公布位数比', { key: 'bonus' }, { bonus: '1.001' }, { bonus: '1.002' }, ['1/2=', '1/2=']],
  ])('次序项:%s', (_name, tie, a, b, expected) => {
    const units = [{ id: 'a', total: 90, ...a }, { id: 'b', total: 90, ...b }]
    expect(Object.values(ranks({ ranking: { tiebreak: [tie] } }, units))).toEqual(expected)
  })

  it('以精确值定名次时,次序值不舍入', () => {
    const units = [{ id: 'a', total: 90, bonus: '1.001' }, { id: 'b', total: 90, bonus: '1.002' }]
    expect(ranks({ decideOn: 'exact', ranking: { tiebreak: [{ key: 'bonus' }] } }, units)).toEqual({ a: '2/2', b: '1/2' })
  })

  it('先后无所谓;同分必同名;提高自己的分不会降低自己的名次', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(totals, (values) => {
        const units = values.map((total, index): StandingUnit => ({ id: `u${index}`, total }))
        const before = rankUnits({}, units)
        expect(rankUnits({}, [...units].toReversed())).toEqual(before)
        for (const a of units) {
          for (const b of units) if (a.total === b.total) expect(before[a.id]?.rank).toBe(before[b.id]?.rank)
        }
        const raised = rankUnits({}, units.map((one) => (one.id === 'u0' ? { ...one, total: Number(one.total) + 2 } : one)))
        expect(raised['u0']?.rank).toBeLessThanOrEqual(before['u0']?.rank ?? 0)
      }),
    )
  })
})
