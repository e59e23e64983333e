import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, divide, multiply, parseNumber, rational, subtract, toText } from './rational.ts'
import { ScoringError } from './scoring-error.ts'

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 18n }))
  .map(([n, d]) => rational(n, d))

describe('精确有理数', () => {
  it.each([
    ['12', '12'],
    ['-0', '0'],
    ['12.50', '12.5'],
    ['7/9', '7/9'],
    ['2/4', '0.5'],
    ['-3/6', '-0.5'],
    ['85%', '0.85'],
    ['0.5%', '0.005'],
    ['.5', '0.5'],
    ['100/3', '100/3'],
    ['99.99499999999999999999', '99.99499999999999999999'],
  ])('读 %s 写成 %s', (text, canonical) => {
    expect(toText(parseNumber(text))).toBe(canonical)
  })

  it.each([[1.5], [Number.NaN], [2 ** 60], ['1/0'], ['1e3'], ['abc'], [''], [' 1'], ['.'], ['%'], [true], [null]])(
    '拒绝 %s',
    (value) => {
      expect(() => parseNumber(value)).toThrow(ScoringError)
    },
  )

  it('规范文本读回来是同一个数', () => {
    fc.assert(fc.property(anyRational, (a) => compare(parseNumber(toText(a)), a) === 0))
  })

  it('加减、乘除互逆,结果恒为最简', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0)
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a)
      }),
    )
  })
})
