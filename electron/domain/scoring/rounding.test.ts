import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.ts'
import { compare, parseNumber, rational, subtract, sum, type Rational } from './rational.ts'
import { roundText, roundToInteger, type RoundingMode } from './rounding.ts'

describe('舍入表', () => {
  //  值             half_up   half_even  down     up
  it.each([
    ['1.005', '1.01', '1.00', '1.00', '1.01'],
    ['1.015', '1.02', '1.02', '1.01', '1.02'],
    ['2.675', '2.68', '2.68', '2.67', '2.68'],
    ['89.995', '90.00', '90.00', '89.99', '90.00'],
    ['-0.125', '-0.13', '-0.12', '-0.12', '-0.13'],
    ['-0.004', '0.00', '0.00', '0.00', '-0.01'],
    ['1/3', '0.33', '0.33', '0.33', '0.34'],
    ['2/3', '0.67', '0.67', '0.66', '0.67'],
    ['5', '5.00', '5.00', '5.00', '5.00'],
    ['0', '0.00', '0.00', '0.00', '0.00'],
  ])('%s → %s / %s / %s / %s', (value, ...expected) => {
    const modes: readonly RoundingMode[] = ['half_up', 'half_even', 'down', 'up']
    expect(modes.map((mode) => roundText(parseNumber(value), { decimals: 2, mode }))).toEqual(expected)
  })

  it.each([
    ['1.5', 1n, 2n, 2n],
    ['2', 2n, 2n, 2n],
    ['0.4', 0n, 1n, 0n],
    ['0', 0n, 0n, 0n],
  ])('名额取整 %s', (value, floor, ceil, half) => {
    const number = parseNumber(value)
    expect([roundToInteger(number, 'floor'), roundToInteger(number, 'ceil'), roundToInteger(number, 'half')]).toEqual([
      floor,
      ceil,
      half,
    ])
  })
})

describe('最大余数法', () => {
  it.each([
    ['三个三分之一', ['100/3', '100/3', '100/3'], '100.00', ['33.34', '33.33', '33.33']],
    ['余数大的先得', ['10.001', '10.009', '10.005'], '30.02', ['10.00', '10.01', '10.01']],
    ['负数也先向下取,余数相同给靠前的', ['-1.005', '3.005'], '2.00', ['-1.00', '3.00']],
    ['空', [], '0.00', []],
  ])('%s', (_name, parts, total, shown) => {
    expect(allocate(parts.map(parseNumber), { decimals: 2, mode: 'half_up' })).toEqual({ total, shown })
  })

  const parts = fc.array(
    fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 97 })).map(
      ([n, d]): Rational => rational(BigInt(n), BigInt(d)),
    ),
    { maxLength: 12 },
  )
  const rounding = fc.record({
    decimals: fc.integer({ min: 0, max: 3 }),
    mode: fc.constantFrom<RoundingMode>('half_up', 'half_even', 'down', 'up'),
  })

  it('显示行之和等于显示总数,每行与精确值相差不到一个单位', () => {
    fc.assert(
      fc.property(parts, rounding, (values, how) => {
        const found = allocate(values, how)
        expect(compare(sum(found.shown.map(parseNumber)), parseNumber(found.total))).toBe(0)
        const unit = rational(1n, 10n ** BigInt(how.decimals))
        for (const [index, text] of found.shown.entries()) {
          const distance = subtract(parseNumber(text), values[index] ?? rational(0n))
          expect(compare(distance, unit)).toBeLessThan(0)
          expect(compare(subtract(rational(0n), distance), unit)).toBeLessThan(0)
        }
      }),
    )
  })
})
