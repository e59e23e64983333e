import { describe, expect, it } from 'vitest'
import type { Indicator, Scheme } from './scheme.ts'
import { validateScheme } from './validate-scheme.ts'

const base: Scheme = {
  dimensions: [{ id: 'd', weight: 1 }],
  indicators: [{ id: 'a', kind: 'base', dim: 'd', full: 100, weight: 1 }],
}

function plus(...indicators: readonly Indicator[]): Scheme {
  return { ...base, indicators: [...base.indicators, ...indicators] }
}

// 第三列的值来自“外来文件”,类型上不可能,故意造出来检查。
const bad = (value: object): Indicator => value as Indicator

describe('发布前检查', () => {
  it.each<[string, Scheme, readonly string[]]>([
    ['没有问题', base, []],
    ['编号重复', plus({ id: 'a', kind: 'veto', effects: [{ type: 'fail_period' }] }), ['DUPLICATE_ID a']],
    ['维度不存在', plus({ id: 'b', kind: 'base', dim: 'x', full: 0 }), ['UNKNOWN_DIMENSION b']],
    ['扣分去向不存在', plus({ id: 'b', kind: 'deduct', target: 'x', per: 1 }), ['UNKNOWN_DIMENSION b']],
    ['负的分值', plus({ id: 'b', kind: 'base', dim: 'd', full: -5 }), ['NEGATIVE b']],
    ['负的等级分', plus({ id: 'b', kind: 'deduct', levels: { x: -1 } }), ['NEGATIVE b']],
    ['不认识的规则', plus(bad({ id: 'b', kind: 'base', dim: 'd', full: 0, source: 'auto', rule: { type: 'script' } })), ['UNKNOWN_RULE b']],
    ['组合里不认识的规则', plus(bad({ id: 'b', kind: 'base', dim: 'd', full: 0, source: 'auto', rule: { type: 'composite', op: 'min', parts: [{ rule: { type: 'x' } }] } })), ['UNKNOWN_RULE b']],
    ['自动指标没有规则', plus({ id: 'b', kind: 'base', dim: 'd', full: 0, source: 'hybrid' }), ['RULE_MISSING b']],
    ['不认识的否决效果', plus(bad({ id: 'b', kind: 'veto', effects: [{ type: 'explode' }] })), ['UNKNOWN_EFFECT b']],
    ['否决没有效果', plus({ id: 'b', kind: 'veto', effects: [] }), ['VETO_WITHOUT_EFFECT b']],
    ['否决指向不存在的指标', plus({ id: 'b', kind: 'veto', effects: [{ type: 'zero_indicator', indicator: 'x' }] }), ['UNKNOWN_INDICATOR b']],
    ['否决指向不存在的维度', plus({ id: 'b', kind: 'veto', effects: [{ type: 'zero_dimension', dim: 'x' }] }), ['UNKNOWN_DIMENSION b']],
    ['类别不存在', plus({ id: 'b', kind: 'special', dim: 'd', full: 0, categories: ['z'] }), ['UNKNOWN_CATEGORY b']],
    ['某类别没有指标,不再报它的分值', { ...base, indicators: [{ id: 'a', kind: 'special', dim: 'd', full: 100, categories: ['x'] }] }, ['NO_REGULAR_INDICATOR y']],
    ['分值不足', { ...base, indicators: [{ id: 'a', kind: 'base', dim: 'd', full: 99, fullByCategory: { y: 100 } }] }, ['FULL_SUM x']],
    ['折算时不查分值之和', { ...base, normalise: true, indicators: [{ id: 'a', kind: 'base', dim: 'd', full: 7 }] }, []],
    ['权重之和', { ...base, mode: 'weights', dimensions: [{ id: 'd', weight: '0.9' }] }, ['WEIGHT_SUM dimensions']],
    ['前面有问题就不查和', { ...base, indicators: [{ id: 'a', kind: 'base', dim: 'x', full: 1 }] }, ['UNKNOWN_DIMENSION a']],
    ['有加分没有封顶', plus({ id: 'b', kind: 'bonus', per: 1 }), ['BONUS_CAP_MISSING bonus']],
    ['级不上升', { ...base, stars: { levels: [{ star: 1, min: 60 }, { star: 2, min: 60 }] } }, ['LEVEL_ORDER 2']],
    ['某类别的级不上升', { ...base, annual: { levels: [{ star: 1, min: 60 }, { star: 2, min: 70, minByCategory: { x: 50 } }] } }, ['LEVEL_ORDER 2']],
    ['名额超过全部', { ...base, stars: { levels: [{ star: 1, min: 60 }], quota: [{ star: 1, pct: '0.6' }, { star: 1, pct: '50%' }] } }, ['QUOTA_SUM stars']],
    ['名额的级不存在', { ...base, stars: { levels: [{ star: 1, min: 60 }], quota: [{ star: 5, count: 1 }] } }, ['UNKNOWN_LEVEL 5']],
    ['全部一次报齐并排序', plus({ id: 'b', kind: 'base', dim: 'x', full: -1 }, { id: 'a', kind: 'bonus', per: 1 }), ['BONUS_CAP_MISSING bonus', 'DUPLICATE_ID a', 'NEGATIVE b', 'UNKNOWN_DIMENSION b']],
  ])('%s', (_name, scheme, expected) => {
    expect(validateScheme(scheme, ['x', 'y']).map((one) => one.join(' '))).toEqual(expected)
  })
})
