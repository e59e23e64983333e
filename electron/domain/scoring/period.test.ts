import { describe, expect, it } from 'vitest'
import { daysBetween, parsePeriod, readDate, windowOf } from './period.ts'

describe('周期', () => {
  it.each([
    ['2025-02', 'month', '2025-02-01', '2025-02-28'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2100-02', 'month', '2100-02-01', '2100-02-28'],
    ['2025-Q1', 'quarter', '2025-01-01', '2025-03-31'],
    ['2025-Q4', 'quarter', '2025-10-01', '2025-12-31'],
    ['2025', 'year', '2025-01-01', '2025-12-31'],
  ])('%s 是 %s:%s 到 %s', (text, kind, from, to) => {
    expect(parsePeriod(text)).toMatchObject({ kind, from, to })
  })

  it.each([['2025-00'], ['2025-13'], ['2025-Q0'], ['2025-3'], ['25'], ['2025-03-01']])('拒绝 %s', (text) => {
    expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ code: 'BAD_PERIOD', at: text }))
  })

  it.each([
    ['2025-05', 'period', '2025-05-01', '2025-05-31'],
    ['2025-05', 'quarter', '2025-04-01', '2025-06-30'],
    ['2025-05', 'half', '2025-01-01', '2025-06-30'],
    ['2025-Q3', 'half', '2025-07-01', '2025-12-31'],
    ['2025-05', 'year', '2025-01-01', '2025-12-31'],
    ['2025-05', 'ytd', '2025-01-01', '2025-05-31'],
    ['2025', 'quarter', '2025-10-01', '2025-12-31'],
  ] as const)('%s 的时间窗 %s', (text, name, from, to) => {
    expect(windowOf(parsePeriod(text), name)).toEqual({ from, to })
  })
})

describe('日期', () => {
  it.each([
    ['2025-03-01', '2025-03-01', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-02-28', '2025-03-01', 1],
    ['2024-12-31', '2025-01-01', 1],
    ['2025-03-10', '2025-03-03', -7],
    ['2000-01-01', '2025-01-01', 9132],
  ])('%s 到 %s 相隔 %i 天', (a, b, days) => {
    expect(daysBetween(a, b)).toBe(days)
  })

  it.each([
    ['2025-02-29', null],
    ['2025-04-31', null],
    ['2025-3-1', null],
    ['2025-03-01T08:00', '2025-03-01'],
    [null, null],
    [20250301, null],
  ])('读日期 %s', (value, expected) => {
    expect(readDate(value)).toBe(expected)
  })
})
