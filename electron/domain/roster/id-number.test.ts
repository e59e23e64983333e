import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCodeOf, checkIdNumber, isKnownRegion } from './id-number.ts'

describe('公民身份号码', () => {
  test.each([
    ['53010219200508011X', { ok: true, birthDate: '1920-05-08', gender: '1', regionCode: '530102' }],
    ['53010219200508011x', { ok: true, birthDate: '1920-05-08', gender: '1', regionCode: '530102' }],
    ['11010519491231002X', { ok: true, birthDate: '1949-12-31', gender: '2', regionCode: '110105' }],
    ['530102192005080119', { ok: false, reason: 'check_digit' }],
    ['530102192013080119', { ok: false, reason: 'birth' }],
    ['530102190002290119', { ok: false, reason: 'birth' }],
    ['530102920508011', { ok: false, reason: 'length' }],
    ['5301021920050801X1', { ok: false, reason: 'length' }],
    ['', { ok: false, reason: 'length' }],
  ] as const)('%s', (text, expected) => expect(checkIdNumber(text)).toEqual(expected))

  test('改动任意一位数字都能发现', () => {
    const number = fc.tuple(fc.integer({ min: 0, max: 999999 }), fc.date({ min: new Date('1920-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), ([region, date, order], place, shift) => {
        const first17 = `${String(region).padStart(6, '0')}${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`
        const whole = first17 + checkCodeOf(first17)
        expect(checkIdNumber(whole).ok).toBe(true)
        if (whole[place] === 'X') return
        const changed = `${whole.slice(0, place)}${(Number(whole[place]) + shift) % 10}${whole.slice(place + 1)}`
        expect(checkIdNumber(changed).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  test('省份代码', () => {
    expect([isKnownRegion('230102'), isKnownRegion('990102')]).toEqual([true, false])
  })
})
