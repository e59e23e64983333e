import { describe, expect, it } from 'vitest'
import { createRuleContext, type RuleInput } from '../facts.ts'
import { toText } from '../rational.ts'
import type { Rule, Transform } from '../rule.ts'
import { evaluateRule } from './evaluate-rule.ts'

function run(rule: Rule, input: Partial<RuleInput> = {}): string {
  const outcome = evaluateRule(rule, createRuleContext({ period: '2025-03', ...input }))
  return outcome.achievement === null ? outcome.state : toText(outcome.achievement)
}

const two = { t: [{ date: '2025-03-01', v: 4 }, { date: '2025-03-02', v: '1/2' }, { date: '2025-03-03' }] }

describe('次数规则', () => {
  it.each<[string, Rule, Partial<RuleInput>, string]>([
    ['按比例', { type: 'count', source: 't', required: 4 }, { ledger: two }, '0.75'],
    ['多做不多得', { type: 'count', source: 't', required: 2 }, { ledger: two }, '1'],
    ['缺一次扣一份,到 0 为止', { type: 'count', source: 't', required: 9, score: { mode: 'deduct', per: '0.2' } }, { ledger: two }, '0'],
    ['全有全无', { type: 'count', source: 't', required: 4, score: { mode: 'all_or_nothing' } }, { ledger: two }, '0'],
    ['没有要求:默认不适用', { type: 'count', source: 't', required: 0 }, { ledger: two }, 'exempt'],
    ['没有要求:可算满', { type: 'count', source: 't', required: 0, emptyRequired: 'full' }, { ledger: two }, '1'],
    ['没有要求:可算零', { type: 'count', source: 't', required: 0, emptyRequired: 'zero' }, { ledger: two }, '0'],
    ['参数不存在是缺', { type: 'count', source: 't', required: { param: 'p' } }, { ledger: two }, 'missing'],
    ['参数', { type: 'count', source: 't', required: { param: 'p' } }, { ledger: two, params: { p: '6' } }, '0.5'],
    ['其余类别', { type: 'count', source: 't', required: { byCategory: { a: 1, '*': 6 } } }, { ledger: two, category: 'b' }, '0.5'],
    ['类别没有列出', { type: 'count', source: 't', required: { byCategory: { a: 1 } } }, { ledger: two, category: 'b' }, 'missing'],
    ['表不存在是缺', { type: 'count', source: 'x', required: 1 }, { ledger: two }, 'missing'],
  ])('%s', (_name, rule, input, expected) => {
    expect(run(rule, input)).toBe(expected)
  })
})

describe('比率与数值规则', () => {
  const source = { source: 't', field: 'v' } as const
  it.each<[string, Rule, string]>([
    ['合计比条数', { type: 'ratio', num: { fn: 'sum', ...source }, den: { fn: 'count', source: 't' }, transform: { mode: 'target', target: 3 } }, '0.5'],
    ['分母为 0 默认不适用', { type: 'ratio', num: { const: 1 }, den: { const: 0 } }, 'exempt'],
    ['分母为 0 可算满', { type: 'ratio', num: { const: 1 }, den: { const: 0 }, emptyDen: 'full' }, '1'],
    ['分母表不存在是缺', { type: 'ratio', num: { const: 1 }, den: { fn: 'count', source: 'x' } }, 'missing'],
    ['平均不算没有该字段的', { type: 'value', value: { fn: 'avg', ...source }, transform: { mode: 'target', target: '9/4' } }, '1'],
    ['最小', { type: 'value', value: { fn: 'min', ...source } }, '0.5'],
    ['最大,夹在 0 与 1 之间', { type: 'value', value: { fn: 'max', ...source } }, '1'],
    ['没有记录的平均是空,默认缺', { type: 'value', value: { fn: 'avg', source: 't', field: 'none' } }, 'missing'],
    ['没有记录的合计是 0', { type: 'value', value: { fn: 'sum', source: 't', field: 'none' } }, '0'],
    ['空可设为不适用', { type: 'value', value: { fn: 'max', source: 't', field: 'none' }, empty: 'exempt' }, 'exempt'],
  ])('%s', (_name, rule, expected) => {
    expect(run(rule, { ledger: two })).toBe(expected)
  })

  it.each<[string, Transform, string, string]>([
    ['直线', { mode: 'linear', lo: 2, hi: 6 }, '3', '0.25'],
    ['越低越好', { mode: 'linear', lo: 6, hi: 2 }, '3', '0.75'],
    ['直线之外夹住', { mode: 'linear', lo: 2, hi: 6 }, '9', '1'],
    ['下限档,次序无关', { mode: 'bands', bands: [{ min: 1, a: '0.2' }, { min: 3, a: '0.8' }] }, '3', '0.8'],
    ['没到任何档', { mode: 'bands', bands: [{ min: 1, a: '0.2' }] }, '0', '0'],
    ['上限档', { mode: 'bands', bands: [{ max: 2, a: '0.3' }, { max: 1, a: '0.6' }, { max: 0, a: 1 }] }, '1', '0.6'],
    ['超过全部上限', { mode: 'bands', bands: [{ max: 2, a: '0.3' }] }, '3', '0'],
    ['原样', { mode: 'identity' }, '-1', '0'],
  ])('变换:%s', (_name, transform, value, expected) => {
    expect(run({ type: 'value', value: { const: value }, transform })).toBe(expected)
  })
})

describe('及时与完整规则', () => {
  const rule: Rule = {
    type: 'timeliness',
    source: 'task',
    due: 'due',
    done: 'done',
    weightField: 'w',
    lateBands: [{ maxDays: 7, credit: '0.5' }, { maxDays: 0, credit: 1 }],
    beyond: '0.1',
    never: 0,
  }
  it.each<[string, readonly Record<string, unknown>[], string]>([
    ['提前', [{ due: '2025-03-10', done: '2025-02-01' }], '1'],
    ['迟七天', [{ due: '2025-03-10', done: '2025-03-17' }], '0.5'],
    ['更迟', [{ due: '2025-03-10', done: '2025-03-18' }], '0.1'],
    ['截止日之后完成等于没有完成', [{ due: '2025-03-31', done: '2025-04-01' }], '0'],
    ['加权', [{ due: '2025-03-01', done: '2025-03-01', w: 3 }, { due: '2025-03-02' }], '0.75'],
    ['没有到期的不适用', [{ due: '2025-04-01' }], 'exempt'],
  ])('%s', (_name, task, expected) => {
    expect(run(rule, { ledger: { task } })).toBe(expected)
  })

  it('截止日之后才到期的不看', () => {
    const task = [{ due: '2025-03-10', done: '2025-03-10' }, { due: '2025-03-25' }]
    expect(run({ ...rule, window: 'year' }, { ledger: { task }, asOf: '2025-03-20' })).toBe('1')
  })

  it('没有写迟交档时,按期记满', () => {
    const bare: Rule = { type: 'timeliness', source: 'task', due: 'due', done: 'done' }
    expect(run(bare, { ledger: { task: [{ due: '2025-03-10', done: '2025-03-10' }, { due: '2025-03-10', done: '2025-03-11' }] } })).toBe('0.5')
  })

  it('空文本、空清单、缺值不算填;0 与 false 算', () => {
    const t = [{ date: '2025-03-01', a: '', b: [], c: null, d: 0, e: false, f: 'x' }]
    expect(run({ type: 'completeness', source: 't', fields: ['a', 'b', 'c', 'd', 'e', 'f'] }, { ledger: { t } })).toBe('0.5')
    expect(run({ type: 'completeness', source: 't', fields: ['a'] }, { ledger: { t: [] } })).toBe('exempt')
  })
})

describe('组合规则', () => {
  const value = (v: string): Rule => ({ type: 'value', value: { const: v } })
  const exempt: Rule = { type: 'ratio', num: { const: 1 }, den: { const: 0 } }
  const missing: Rule = { type: 'value', value: { param: 'none' } }
  it.each<[string, 'weighted_mean' | 'min' | 'max' | 'product', readonly Rule[], string]>([
    ['平均', 'weighted_mean', [value('1'), value('0.5')], '0.75'],
    ['最小', 'min', [value('1'), value('0.5')], '0.5'],
    ['最大', 'max', [value('1'), value('0.5')], '1'],
    ['相乘', 'product', [value('0.5'), value('0.5')], '0.25'],
    ['不适用的退出', 'product', [value('0.5'), exempt], '0.5'],
    ['全不适用', 'min', [exempt], 'exempt'],
    ['缺一个就缺', 'max', [value('1'), exempt, missing], 'missing'],
  ])('%s', (_name, op, rules, expected) => {
    expect(run({ type: 'composite', op, parts: rules.map((rule) => ({ rule })) })).toBe(expected)
  })
})
