import { describe, expect, it } from 'vitest'
import { firstDifference } from './compare.ts'

describe('比对预期与实际', () => {
  it.each([
    ['多出的字段不管', { a: '1' }, { a: '1', b: '2' }, true],
    ['数写法不同不算相等', { a: '1' }, { a: '1.0' }, false],
    ['缺字段', { a: null }, {}, false],
    ['null 不是 0', { a: null }, { a: '0' }, false],
    ['清单有先后', { reasons: ['a', 'b'] }, { reasons: ['b', 'a'] }, false],
    ['清单长短', { reasons: [] }, { reasons: ['b'] }, false],
    ['标记不论先后', { flags: ['a', 'b'] }, { flags: ['b', 'a'] }, true],
    ['没写标记就不许有', { state: 'scored', points: '1' }, { state: 'scored', points: '1', flags: ['vetoed'] }, false],
    ['拒绝只比代码', { error: 'BAD_NUMBER', at: 'x' }, { error: 'BAD_NUMBER', at: 'y' }, true],
    ['z 允许末位差一', { z: ['0.339666'] }, { z: ['0.339667'] }, true],
    ['z 差两位不行', { z: ['0.339666'] }, { z: ['0.339668'] }, false],
    ['robust 不放宽', { robust: ['0.339666'] }, { robust: ['0.339667'] }, false],
  ])('%s', (_name, expected, actual, same) => {
    expect(firstDifference(expected, actual) === null).toBe(same)
  })

  it('没有总分的评价只比状态', () => {
    const expected = {
      status: 'blocked',
      coverage: '0.85',
      vetoes: [],
      total: null,
      totalExact: null,
      lines: [],
      indicators: { M2: { state: 'scored', points: '1' } },
      bonus: '9',
    }
    const actual = { ...expected, bonus: '0', indicators: { M2: { state: 'scored', points: '2' } } }
    expect(firstDifference(expected, actual)).toBeNull()
    expect(firstDifference(expected, { ...actual, coverage: '0.8' })).toContain('/coverage')
  })
})
