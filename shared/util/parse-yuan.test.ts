import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseYuan, plainYuan } from './parse-yuan.ts'

it.each([
  ['48.62', 4_862],
  ['48.6', 4_860],
  ['48', 4_800],
  ['48.', 4_800],
  [' 1,000.00 元', 100_000],
  ['¥48', 4_800],
  ['４８．６２', 4_862],
  ['0', 0],
  ['48.625', null],
  ['-48', null],
  ['', null],
  ['=48', null],
  ['四十八', null],
  ['1e3', null],
])('%s 是 %s 分', (typed, expected) => expect(parseYuan(typed)).toBe(expected))
it('写出来再读回来不变', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (fen) => {
      expect(parseYuan(plainYuan(fen))).toBe(fen)
    }),
  ))
