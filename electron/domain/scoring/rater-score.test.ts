import { describe, expect, it } from 'vitest'
import { toText } from './rational.ts'
import { raterScore } from './rater-score.ts'
import type { Raters } from './scheme.ts'

const config: Raters = {
  scale: 10,
  groups: [
    { id: 'leader', weight: '0.6' },
    { id: 'peer', weight: '0.4', agg: 'trimmed' },
  ],
  minCount: { peer: 2 },
}

describe('多人评分', () => {
  it.each<[string, Raters, Readonly<Record<string, readonly (string | number)[]>>, string | null]>([
    ['组间加权', config, { leader: [8, 10], peer: [5, 7, 9] }, '0.82'],
    ['不足三个不去最高最低', config, { leader: [10], peer: [5, 6] }, '0.82'],
    ['人数不足:整项缺', config, { leader: [10], peer: [5] }, null],
    ['人数不足:可把权重分给其余', { ...config, missingGroup: 'renormalise' }, { leader: [9], peer: [5] }, '0.9'],
    ['一个人都没有', { ...config, missingGroup: 'renormalise' }, {}, null],
    ['中位数', { scale: 10, groups: [{ id: 'a', agg: 'median' }] }, { a: [1, 9, 2, 4] }, '0.3'],
  ])('%s', (_name, raters, scores, expected) => {
    const given = Object.entries(scores).map(([group, values]) => ({ group, scores: values }))
    const found = raterScore('x', raters, given)
    expect(found === null ? null : toText(found)).toBe(expected)
  })

  it.each([['10.5'], ['-1']])('超出量程的 %s 拒绝', (score) => {
    expect(() => raterScore('x', config, [{ group: 'peer', scores: [score] }])).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', at: 'x' }),
    )
  })
})
