import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LevelUnit } from './gates.ts'
import type { Gate, LevelConfig } from './scheme.ts'
import { decideLevels } from './star-levels.ts'
import { starSequence } from './star-sequence.ts'

const levels = [1, 2, 3, 4, 5].map((star) => ({ star, min: 40 + star * 10 }))

function decide(config: Omit<LevelConfig, 'levels'>, units: readonly Partial<LevelUnit>[]): readonly string[] {
  const named = units.map((unit, index): LevelUnit => ({ id: `u${index}`, total: 95, ...unit }))
  return decideLevels({ levels, ...config }, {}, named).map((one) => [one.star, ...one.reasons].join(' '))
}

describe('分数线与门槛', () => {
  it.each<[string, Gate, Partial<LevelUnit>, string]>([
    ['各维度得分率,没有值的维度不管', { star: 5, type: 'dim_ratio', min: '0.6' }, { dims: { a: '0.6', b: null } }, '5'],
    ['指定维度', { star: 5, type: 'dim_ratio', min: '0.6', dims: ['b'] }, { dims: { a: '0.1', b: '0.5' } }, '4 gate:dim_ratio'],
    ['低于界限的维度个数', { star: 5, type: 'dims_below', below: '0.6', max: 1 }, { dims: { a: '0.5', b: '0.5' } }, '4 gate:dims_below'],
    ['关键指标没有值就不过', { star: 5, type: 'indicator', id: 'k', min: '0.8' }, {}, '4 gate:indicator'],
    ['扣分上限,恰好等于可以', { star: 5, type: 'max_deductions', max: 3 }, { deductions: '3' }, '5'],
    ['上次星级', { star: 5, type: 'prev_star', min: 4 }, { prev: null }, '4 gate:prev_star'],
    ['凭证', { star: 5, type: 'flag', flag: 'ok' }, { flags: ['ok'] }, '5'],
    ['若干季度达到某星', { star: 5, type: 'quarters_star', star_level: 4, atLeast: 3 }, { quarterStars: [4, 5, 3, null] }, '4 gate:quarters_star'],
    ['没有星的季度也算低于', { star: 5, type: 'no_quarter_below', star_level: 1 }, { quarterStars: [4, null] }, '4 gate:no_quarter_below'],
    ['低级的门槛,高级也要过,一级一级退', { star: 4, type: 'flag', flag: 'ok' }, {}, '3 gate:flag gate:flag'],
  ])('%s', (_name, gate, unit, expected) => {
    expect(decide({ gates: [gate] }, [unit])).toEqual([expected])
  })
})

describe('归零与未定,按先后只记一条', () => {
  const revoke = { type: 'revoke_star', lock: 2 } as const
  it.each<[string, Partial<LevelUnit>, string]>([
    ['未定最先', { status: 'blocked', total: null, disqualified: true }, ' not_rated'],
    ['取消资格先于撤星', { disqualified: true, effects: [revoke] }, '0 disqualified'],
    ['撤星先于不合格', { status: 'failed', total: 0, effects: [revoke] }, '0 revoked'],
    ['不合格先于锁定', { status: 'failed', total: 0, lock: 1 }, '0 failed'],
    ['锁定', { lock: 1 }, '0 locked'],
  ])('%s', (_name, unit, expected) => {
    expect(decide({}, [unit])).toEqual([expected])
  })

  it('锁逐季减一,评没评都减;撤星至少锁它规定的期数', () => {
    const lockOf = (unit: Partial<LevelUnit>): number | undefined =>
      decideLevels({ levels }, {}, [{ id: 'u', total: 95, ...unit }])[0]?.lock
    expect(lockOf({ lock: 3 })).toBe(2)
    expect(lockOf({ lock: 3, status: 'insufficient', total: null })).toBe(2)
    expect(lockOf({ lock: 1, effects: [revoke] })).toBe(2)
    expect(lockOf({ lock: 5, effects: [revoke] })).toBe(4)
  })
})

describe('晋升、跌幅、直接定级、封顶', () => {
  it.each<[string, Omit<LevelConfig, 'levels'>, Partial<LevelUnit>, string]>([
    ['没有星从第一级起步', { promotion: { maxStep: 1 } }, { prev: null }, '1 step'],
    ['直接定级不受晋升限制', { promotion: { maxStep: 1 } }, { prev: 1, direct: 4, total: 65 }, '4 direct'],
    ['直接定级不抬高时也解除晋升限制', { promotion: { maxStep: 1 } }, { prev: 1, direct: 3 }, '5'],
    ['跌幅保护可以抬过分数线', { promotion: { maxDrop: 1 } }, { prev: 4, total: 55 }, '3 drop_limit'],
    ['封顶压过跌幅保护', { promotion: { maxDrop: 1 } }, { prev: 5, total: 55, effects: [{ type: 'cap_star', star: 2 }] }, '2 drop_limit veto_cap'],
    ['封顶压过直接定级', {}, { total: 55, direct: 5, effects: [{ type: 'cap_star', star: 3 }] }, '3 direct veto_cap'],
    ['封顶低于最低级就没有星', {}, { effects: [{ type: 'cap_star', star: 0 }] }, '0 veto_cap'],
  ])('%s', (_name, config, unit, expected) => {
    expect(decide(config, [unit])).toEqual([expected])
  })

  it('星级可以不从一星起', () => {
    const high = { levels: levels.slice(2), promotion: { maxStep: 1 } }
    expect(decideLevels(high, {}, [{ id: 'u', total: 95, prev: null }])[0]).toMatchObject({ star: 3, reasons: ['step'] })
  })
})

describe('名额', () => {
  it('基数是已评定的;至少留 min 个;未定的不给名额', () => {
    const units = [{}, { total: 94 }, { total: 93 }, { total: null, status: 'blocked' as const }]
    expect(decide({ quota: [{ star: 5, pct: '0.25' }] }, units).slice(0, 3)).toEqual(['4 quota', '4 quota', '4 quota'])
    expect(decide({ quota: [{ star: 5, pct: '0.25', min: 1 }] }, units)[0]).toBe('5')
    expect(decide({ quota: [{ star: 5, pct: '0.25' }], quotaBase: 'all' }, units)[0]).toBe('5')
    expect(decide({ quota: [{ star: 5, pct: '0.25', rounding: 'ceil' }] }, units)[0]).toBe('5')
    expect(decide({ quota: [{ star: 5, pct: '0.5', rounding: 'half' }] }, units).slice(0, 3)).toEqual(['5', '5', '4 quota'])
  })

  it('边界相等:都进或都不进', () => {
    const units = [{ total: 97 }, { total: 95 }, { total: 95 }, { total: 91 }]
    expect(decide({ quota: [{ star: 5, count: 2 }] }, units)).toEqual(['5', '5', '5', '4 quota'])
    expect(decide({ quota: [{ star: 5, count: 2 }], quotaTie: 'exclude' }, units)).toEqual(['5', '4 quota', '4 quota', '4 quota'])
  })

  it('落下来的在下一级继续竞争;正好站在直接定级上的不占名额', () => {
    const units = [{ total: 97, direct: 5 }, { total: 96 }, { total: 95 }, { total: 85 }]
    expect(decide({ quota: [{ star: 5, count: 1 }, { star: 4, count: 1 }] }, units)).toEqual(['5', '5', '4 quota', '3 quota'])
  })

  it('类别各算各的', () => {
    const units = [{ category: 'x' }, { category: 'x', total: 94 }, { category: 'y', total: 91 }]
    expect(decide({ quota: [{ star: 5, count: 1 }] }, units)).toEqual(['5', '4 quota', '5'])
    expect(decide({ quota: [{ star: 5, count: 1 }], quotaScope: 'all' }, units)).toEqual(['5', '4 quota', '4 quota'])
  })

  const crowd = fc.array(fc.integer({ min: 45, max: 99 }), { minLength: 1, maxLength: 12 })
  const quota = [{ star: 5, count: 1 }, { star: 4, pct: '0.3' }, { star: 3, count: 2 }]

  it('都不进时绝不超过名额;先后无所谓;同分同星', () => {
    fc.assert(
      fc.property(crowd, fc.constantFrom('include' as const, 'exclude' as const), (totals, quotaTie) => {
        const units = totals.map((total) => ({ total }))
        const stars = decide({ quota, quotaTie }, units)
        expect(decide({ quota, quotaTie }, [...units].toReversed())).toEqual([...stars].toReversed())
        for (const [i, a] of totals.entries()) for (const [j, b] of totals.entries()) if (a === b) expect(stars[i]).toBe(stars[j])
        if (quotaTie === 'exclude') expect(stars.filter((one) => one.startsWith('5')).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('都进时,提高自己的分不会降低自己的星', () => {
    const starOf = (totals: readonly number[]): number => Number(decide({ quota }, totals.map((total) => ({ total })))[0]?.[0])
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 30 }), ([own = 60, ...others], more) => {
        expect(starOf([own + more, ...others])).toBeGreaterThanOrEqual(starOf([own, ...others]))
      }),
    )
  })
})

describe('逐季', () => {
  const run = (quarters: Parameters<typeof starSequence>[3], prev: number | null = 3): readonly string[] =>
    starSequence({ levels, promotion: { maxStep: 1 } }, {}, prev, quarters).map((one) => [one.star, ...one.reasons].join(' '))

  it('未定级的季度不动起点', () => {
    expect(run([{ total: null, status: 'not_rated' }, { total: 95 }])).toEqual([' not_rated', '4 step'])
  })

  it('取消资格到新的一年为止,之后从没有星爬起', () => {
    const effects = [{ type: 'disqualify_year' }] as const
    expect(run([{ total: 95, effects }, { total: 95 }, { total: 95, newYear: true }])).toEqual([
      '0 disqualified',
      '0 disqualified',
      '1 step',
    ])
  })
})
