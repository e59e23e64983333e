import { describe, expect, it } from 'vitest'
import { checkPoints, readPoints } from './points-input.ts'

describe('分数的写法', () => {
  it.each([
    ['3.5', '3.5'],
    [' 3.5 ', '3.5'],
    ['３．５', '3.5'],
    ['3。5', '3.5'],
    ['.5', '0.5'],
    ['3.', '3'],
    ['三', '三'],
  ])('%s 读作 %s', (typed, expected) => expect(readPoints(typed)).toBe(expected))
})

describe('能不能存(满分 4)', () => {
  it.each([
    ['满分不必写原因', '4', '', null, { kind: 'save', points: '4', reason: '' }],
    ['低于满分没有原因', '3.5', ' ', null, { kind: 'refused', field: 'reason' }],
    ['低于满分有原因', '3.5', '缺一次', null, { kind: 'save', points: '3.5', reason: '缺一次' }],
    ['超过满分:说清楚,不夹取', '7.0', '', null, { kind: 'refused', field: 'points', words: '7.0 超过满分 4 分，请改成 0 到 4 之间' }],
    ['负数', '-1', 'x', null, { kind: 'refused', field: 'points' }],
    ['不是数', '三分', 'x', null, { kind: 'refused', field: 'points', words: '请填数字，如 3.5' }],
    ['没填过也没填', '', '', null, { kind: 'unchanged' }],
    ['清空已存的等于撤回', '', '', { points: '3', reason: 'x' }, { kind: 'withdraw' }],
    ['同一个数换一种写法不算改', '3.50', '缺一次', { points: '3.5', reason: '缺一次' }, { kind: 'unchanged' }],
    ['只改原因也要存', '3.5', '缺两次', { points: '3.5', reason: '缺一次' }, { kind: 'save', points: '3.5', reason: '缺两次' }],
  ] as const)('%s', (_title, typed, reason, saved, expected) => expect(checkPoints(typed, reason, '4', saved)).toMatchObject(expected))
})
