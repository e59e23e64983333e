import { describe, expect, it } from 'vitest'
import { compareExact, isExact, multiplyExact, roundExact, shortExact } from './exact-text.ts'

describe('取位:四舍五入,不经浮点', () => {
  it.each([
    ['2/3', 1, 100, '66.7'],
    ['0.815', 1, 100, '81.5'],
    ['0.8005', 1, 100, '80.1'],
    ['1', 1, 100, '100.0'],
    ['0', 1, 100, '0.0'],
    ['1.005', 2, 1, '1.01'],
    ['-1.005', 2, 1, '-1.01'],
    ['-0.001', 2, 1, '0.00'],
    ['10/3', 2, 1, '3.33'],
    ['7', 0, 1, '7'],
    ['看不懂', 2, 1, '看不懂'],
  ])('%s 取 %i 位(乘 %i)= %s', (text, places, scale, expected) => expect(roundExact(text, places, scale)).toBe(expected))
  it.each([
    ['20', '20'],
    ['3.50', '3.5'],
    ['100', '100'],
    ['10/3', '3.33'],
    ['0', '0'],
  ])('%s 写成 %s', (text, expected) => expect(shortExact(text)).toBe(expected))
})

it('相乘不丢位', () => expect(compareExact(multiplyExact('2/3', '4.5'), '3')).toBe(0))

describe('比较', () => {
  it.each([
    ['1/3', '0.3333', 1],
    ['3.5', '7/2', 0],
    ['-1', '0', -1],
    ['4', '3.999999999999999999', 1],
  ] as const)('%s 与 %s', (a, b, expected) => expect(compareExact(a, b)).toBe(expected))
  it('不是精确数就报错,不悄悄当零', () => expect(() => compareExact('a', '1')).toThrow(RangeError))
  it.each([
    ['1', true],
    ['1.', false],
    ['.5', false],
    ['1e3', false],
    ['1/0', false],
    ['', false],
  ])('%s 是精确数:%s', (text, expected) => expect(isExact(text)).toBe(expected))
})
