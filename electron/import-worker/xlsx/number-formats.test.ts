import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateCellOf, numberFormatOf } from './number-formats.ts'

const show = (format: number | string, serial: number, is1904 = false): string => {
  const found = typeof format === 'number' ? numberFormatOf(format, new Map()) : numberFormatOf(200, new Map([[200, format]]))
  return found.kind === 'date' ? dateCellOf(serial, found, is1904).text : `number ${found.decimals ?? ''}`.trim()
}
/** 2015-07-01 与 2015-07-15、2015-01-01。 */
const [FIRST, FIFTEENTH, NEW_YEAR] = [42_186, 42_200, 42_005]

test.each([
  [0, 'number'], [1, 'number'], [2, 'number 2'], [9, 'number'], [11, 'number'], [49, 'number'], [48, 'number'],
  [14, '2015-07-01'], [15, '2015-07-01'], [22, '2015-07-01'], [30, '2015-07-01'], [31, '2015-07-01'],
  [17, '2015-07'], [27, '2015-07'], [36, '2015-07'], [50, '2015-07'], [52, '2015-07'], [57, '2015-07'],
  [16, '07-01'], [28, '07-01'], [29, '07-01'], [51, '07-01'], [53, '07-01'], [54, '07-01'], [58, '07-01'],
  [18, '00:00'], [32, '00:00'], [33, '00:00'], [34, '00:00'], [35, '00:00'], [45, '00:00'], [47, '00:00'], [55, '00:00'], [56, '00:00'],
  ['yyyy"年"m"月"d"日"', '2015-07-01'], ['[$-804]yyyy"年"m"月";@', '2015-07'], ['yyyy.mm', '2015-07'], ['yyyy\\-mm', '2015-07'], ['e"年"m"月"', '2015-07'], ['[DBNum1]yyyy"年"m"月"', '2015-07'], ['yyyy/m/d\\ h:mm', '2015-07-01'], ['aaaa', 'number'],
  ['[h]:mm', '00:00'], ['上午/下午h"时"mm"分"', '00:00'], ['m"月"d"日"', '07-01'], ['0.00E+00', 'number'], ['#,##0.00_);[Red](#,##0.00)', 'number'], ['"yyyy"0', 'number'], ['General', 'number'], ['G/通用格式', 'number'], ['@', 'number'], ['0.00_ ', 'number 2'], ['0.0', 'number 1'],
] as const)('格式 %s 显示 %s', (format, text) => expect(show(format, FIRST)).toBe(text))

test('只显示年月而不是 1 日、只显示年而不是 1 月 1 日的:人填过整天', () => {
  expect([show(57, FIFTEENTH), show('yyyy.mm', FIFTEENTH), show('yyyy"年"', FIRST), show('yyyy"年"', NEW_YEAR)]).toEqual(['2015-07-15', '2015-07-15', '2015-07-01', '2015'])
})

test('两种日期系统里的同一天;并不存在的那一天、负的、大得没边的显示不出', () => {
  expect([show(14, 1), show(14, 59), show(14, 61), show(14, 0, true), show(14, 2_958_465)]).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', '1904-01-01', '9999-12-31'])
  for (const serial of [0, 60, -1, 2_958_466, 1e300, Number.NaN]) expect(show(14, serial)).toBe('#####')
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 70_000 }), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (serial, time) => {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
      // 序号带多少时刻都还是那一天,不会进到第二天。
      expect([show(31, serial), show(31, serial + time)]).toEqual([day, day])
      if (serial > 1_462) expect(show(31, serial - 1_462, true)).toBe(day)
    }),
    { seed: 20_261_120 },
  )
})
