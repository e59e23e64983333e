import { describe, expect, it } from 'vitest'
import { toText } from './rational.ts'
import { rollUp } from './roll-up.ts'
import type { Num, RollUpSpec } from './scheme.ts'

describe('汇总', () => {
  it.each<[string, readonly (Num | null)[], RollUpSpec, Num | null, string]>([
    ['平均', ['90', '80.5', '85'], {}, null, '511/6'],
    ['略过缺的', ['90', null, '85'], { missing: 'skip' }, null, '87.5'],
    ['缺的按零', ['90', null, '90'], { missing: 'zero' }, null, '60'],
    ['有缺就阻断,先于最少月数', ['90', null, null], { missing: 'block', minCount: 3 }, null, 'blocked'],
    ['月数不够', ['90', null, null], { minCount: 2 }, null, 'insufficient'],
    ['按零时月数只数有值的', ['90', null, null], { minCount: 2, missing: 'zero' }, null, 'insufficient'],
    ['什么都没有', [null], { minCount: 0 }, null, 'insufficient'],
    ['加权,缺的权重重摊', [90, null, 84], { method: 'weighted', weights: [1, 2, 3] }, null, '85.5'],
    ['合计', [1, 2, 3], { method: 'sum' }, null, '6'],
    ['最小', [3, 1, 2], { method: 'min' }, null, '1'],
    ['最大', [3, 1, 2], { method: 'max' }, null, '3'],
    ['最近一期', [3, 1, null], { method: 'last' }, null, '1'],
    ['去掉最好最差', [0, 1, 9], { method: 'trimmed' }, null, '1'],
    ['两个值不去', [0, 1], { method: 'trimmed' }, null, '0.5'],
    ['自评验收', [90, 80, 85], { ownShare: '0.3' }, 90, '86.5'],
    ['没有自评验收就阻断', [90], { ownShare: '0.3' }, null, 'blocked'],
    ['份额为零不需要', [90], { ownShare: 0 }, null, '90'],
  ])('%s', (_name, values, spec, own, expected) => {
    const found = rollUp(values, spec, own)
    expect(found.exact === null ? found.status : toText(found.exact)).toBe(expected)
  })
})
