import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addYears, agrees, isBefore, readDate } from './read-date.ts'
import type { SheetCell } from './sheet.ts'

const read = (cell: SheetCell): string => {
  const reading = readDate(cell)
  return reading.ok ? reading.value : reading.reason
}

describe('日期的各种写法', () => {
  test.each([
    ['2015-07-01', '2015-07-01'],
    ['2015/7/1', '2015-07-01'],
    ['2015.7.1', '2015-07-01'],
    ['２０１５．０７．０１', '2015-07-01'],
    ['2015年7月1日', '2015-07-01'],
    ['2015年07月01号', '2015-07-01'],
    [' 2015 年 7 月 1 日 ', '2015-07-01'],
    ['2015—07—01', '2015-07-01'],
    ['2015、7、1', '2015-07-01'],
    ['2015-07-01 00:00:00', '2015-07-01'],
    ['2015-07-01T08:30:00.000Z', '2015-07-01'],
    ['20150701', '2015-07-01'],
    [20150701, '2015-07-01'],
    [39340, '2007-09-15'],
    ['39340', '2007-09-15'],
    [39340.75, '2007-09-15'],
    ['二〇一五年七月一日', '2015-07-01'],
    ['一九九八年十二月三十一日', '1998-12-31'],
    ['2016-02-29', '2016-02-29'],
    [{ kind: 'date', text: '2015-07-01' }, '2015-07-01'],
    [{ kind: 'formula', value: 39340 }, '2007-09-15'],
  ] as const)('到日:%j → %s', (cell, expected) => expect(read(cell)).toBe(expected))

  test.each([
    ['2015年7月', '2015-07'],
    ['2015.7', '2015-07'],
    ['2015-07', '2015-07'],
    ['1986.01', '1986-01'],
    [1986.01, '1986-01'],
    [2023.5, '2023-05'],
    [2023.12, '2023-12'],
    ['201507', '2015-07'],
    [201507, '2015-07'],
    ['2015年7月份', '2015-07'],
    ['二〇一五年十月', '2015-10'],
    [{ kind: 'date', text: '2015-07' }, '2015-07'],
  ] as const)('只到月:%j → %s', (cell, expected) => expect(read(cell)).toBe(expected))

  test.each([
    ['九八年夏天', 'unreadable'],
    ['2015-02-30', 'unreadable'],
    ['2015-13-01', 'unreadable'],
    ['2015.13', 'unreadable'],
    ['98.7.1', 'unreadable'],
    ['7/1/2015', 'unreadable'],
    ['约2015年', 'unreadable'],
    ['2015年7月1日入党', 'unreadable'],
    ['2015', 'year_only'],
    ['2015年', 'year_only'],
    [2015, 'year_only'],
    [2023.1, 'month_ambiguous'],
    [-5, 'unreadable'],
    [12, 'unreadable'],
    [1e20, 'unreadable'],
    [true, 'unreadable'],
    [{ kind: 'error', text: '#REF!' }, 'unreadable'],
  ] as const)('看不懂就不猜:%j → %s', (cell, expected) => expect(read(cell)).toBe(expected))

  test('同一天的每种写法读出同一个值', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1921-07-01'), max: new Date('2026-11-20'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-') as [string, string, string]
        const serial = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
        for (const cell of [day, serial, `${year}/${Number(month)}/${Number(dayOfMonth)}`, `${year}年${Number(month)}月${Number(dayOfMonth)}日`, `${year}${month}${dayOfMonth}`, Number(`${year}${month}${dayOfMonth}`)]) expect(read(cell)).toBe(day)
        for (const cell of [`${year}年${Number(month)}月`, `${year}.${month}`, `${year}${month}`]) expect(read(cell)).toBe(`${year}-${month}`)
      }),
      { numRuns: 200 },
    )
  })

  test('1904 系统的工作簿里,没有日期格式的序号按 1904 算;年份、文字不受影响', () => {
    const read1904 = (cell: SheetCell): string => {
      const reading = readDate(cell, true)
      return reading.ok ? reading.value : reading.reason
    }
    expect([read1904(35_246), read1904('35246'), read1904(2015), read1904('2015-07-01'), read1904(20150701)]).toEqual(['2000-07-01', '2000-07-01', 'year_only', '2015-07-01', '2015-07-01'])
  })

  test('比较只用两者共有的精度', () => {
    expect([isBefore('2015-07', '2015-07-31'), isBefore('2015-06', '2015-07-01'), isBefore('2015-07-02', '2015-07-01')]).toEqual([false, true, false])
    expect([agrees('1986-01', '1986-01-17'), agrees('1986-01', '1986-02-17')]).toEqual([true, false])
    expect([addYears('2020-02-29', 1), addYears('2019-06', 1)]).toEqual(['2021-02-28', '2020-06'])
  })
})
