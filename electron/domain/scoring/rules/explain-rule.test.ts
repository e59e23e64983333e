import { describe, expect, it } from 'vitest'
import { createRuleContext } from '../facts.ts'
import { explainRule } from './explain-rule.ts'

const ledger = {
  meeting: [
    { date: '2025-03-01', subtype: 'committee', attended: 4, expected: 5, recordedAt: '2025-03-02' },
    { date: '2025-03-03', subtype: 'committee', attended: 1, expected: 5 },
    { date: '2025-03-09', subtype: 'group', attended: 5, expected: 5 },
    { date: '2025-02-09', subtype: 'committee', attended: 5, expected: 5 },
    { date: '2025-03-29', subtype: 'committee', attended: 5, expected: 5 },
    { date: '2025-03-01', subtype: 'committee', attended: 5, expected: 5 },
    { date: '2025-03-05', subtype: 'committee', attended: 5, expected: 5 },
  ],
}
const context = createRuleContext({ ledger, period: '2025-03', asOf: '2025-03-20' })

describe('规则说明', () => {
  it('计了谁、退回了谁、为什么', () => {
    const explained = explainRule(
      {
        type: 'count',
        source: 'meeting',
        where: { subtype: 'committee' },
        validIf: [{ ratio: ['attended', 'expected'], gte: '1/2' }],
        distinctBy: ['day'],
        minGapDays: 7,
        required: 3,
      },
      context,
    )
    expect(explained).toEqual({
      type: 'count',
      state: 'ok',
      achievement: '1/3',
      figures: { n: '1', required: '3' },
      sets: [
        {
          role: 'facts',
          table: 'meeting',
          known: true,
          counted: [0],
          rejected: [
            { index: 1, reason: 'valid_if' },
            { index: 2, reason: 'where' },
            { index: 3, reason: 'window' },
            { index: 4, reason: 'as_of' },
            { index: 5, reason: 'distinct' },
            { index: 6, reason: 'min_gap' },
          ],
        },
      ],
      notes: [],
      parts: [],
    })
  })

  it('比率给出分子分母,组合逐部分说明,表不存在也说明', () => {
    const explained = explainRule(
      {
        type: 'composite',
        op: 'min',
        parts: [
          {
            rule: {
              type: 'ratio',
              num: { fn: 'sum', field: 'attended', source: 'meeting' },
              den: { fn: 'sum', field: 'expected', source: 'meeting' },
            },
          },
          { rule: { type: 'completeness', source: 'lesson', fields: ['plan'] } },
        ],
      },
      context,
    )
    expect(explained.state).toBe('missing')
    expect(explained.parts[0]).toMatchObject({ figures: { numerator: '20', denominator: '25', value: '0.8' } })
    expect(explained.parts[1]).toMatchObject({ state: 'missing', sets: [{ table: 'lesson', known: false }] })
  })

  it('及时规则逐条给出迟几天、得多少', () => {
    const explained = explainRule(
      { type: 'timeliness', source: 'task', due: 'due', done: 'done', lateBands: [{ maxDays: 3, credit: '0.8' }] },
      createRuleContext({
        ledger: { task: [{ due: '2025-03-01', done: '2025-03-03' }, { due: '2025-03-02' }] },
        period: '2025-03',
      }),
    )
    expect(explained.notes).toEqual([
      { index: 0, daysLate: 2, credit: '0.8', weight: '1' },
      { index: 1, daysLate: null, credit: '0', weight: '1' },
    ])
    expect(explained.figures).toEqual({ numerator: '0.8', denominator: '2' })
  })
})
