import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DuesRuleBody, ItemAmount, PayerCategory, Rounding } from '../../../shared/model/dues.ts'
import { BUILT_IN_DUES_RULE } from './built-in-rule.ts'
import { computeBase } from './compute-base.ts'
import { monthlyDue } from './monthly-due.ts'
import { roundAmount } from './round-amount.ts'

const { body } = BUILT_IN_DUES_RULE
const due = (category: PayerCategory, baseFen: number, fixedFen: number | null = null, rule: DuesRuleBody = body): number => monthlyDue({ category, baseFen, fixedFen }, rule).monthlyFen

describe('应交:全额按一档(规定第一至六条)', () => {
  it.each([
    ['employed', 300_000, 1_500],
    ['employed', 300_001, 3_000],
    ['employed', 500_000, 5_000],
    ['employed', 500_001, 7_500],
    ['employed', 1_000_000, 15_000],
    ['employed', 1_000_001, 20_000],
    ['employed', 486_237, 4_862],
    ['retired', 500_000, 2_500],
    ['retired', 500_001, 5_000],
    ['annual_salary', 5_000_000, 100_000],
    ['self_employed', 300_000, 1_500],
    ['employed', 0, 0],
  ] as const)('%s 基数 %i 分,应交 %i 分', (category, base, expected) => expect(due(category, base)).toBe(expected))
  it('学生 4 个月 0.80 元', () => expect(4 * due('no_income', 0)).toBe(80))
  it.each([
    [null, 20],
    [10, 20],
    [50, 50],
    [300, 100],
  ])('农民定 %s 分,交 %i 分', (fixed, expected) => expect(due('farmer', 0, fixed)).toBe(expected))
})

describe('取整', () => {
  const cases: readonly (readonly [Rounding['unit'], Rounding['mode'], number])[] = [
    ['fen', 'half_up', 4_862],
    ['fen', 'up', 4_863],
    ['fen', 'down', 4_862],
    ['jiao', 'half_up', 4_860],
    ['jiao', 'up', 4_870],
    ['jiao', 'down', 4_860],
    ['yuan', 'half_up', 4_900],
    ['yuan', 'up', 4_900],
    ['yuan', 'down', 4_800],
  ]
  it.each(cases)('4862.37 元的 1%%,到 %s,%s:%i 分', (unit, mode, expected) => expect(roundAmount(486_237, 100, { unit, mode })).toBe(expected))
  it('正好一半往上', () => expect(roundAmount(50, 100, { unit: 'fen', mode: 'half_up' })).toBe(1))
})

const rounding = fc.record({ unit: fc.constantFrom('fen' as const, 'jiao' as const, 'yuan' as const), mode: fc.constantFrom('half_up' as const, 'up' as const, 'down' as const) })
const fen = fc.integer({ min: 0, max: 10_000_000_000 })
const amount: fc.Arbitrary<ItemAmount> = fc.record({ itemCode: fc.string({ minLength: 1, maxLength: 5 }), direction: fc.constantFrom('add' as const, 'deduct' as const), amountFen: fc.integer({ min: 0, max: 5_000_000 }) })

describe('性质', () => {
  it('取整差不到一个单位,且是单位的整数倍', () =>
    fc.assert(
      fc.property(fen, fc.integer({ min: 0, max: 10_000 }), rounding, (base, points, rule) => {
        const unit = { fen: 1, jiao: 10, yuan: 100 }[rule.unit]
        const result = roundAmount(base, points, rule)
        const scaled = BigInt(result) * 10_000n - BigInt(base) * BigInt(points)
        const distance = scaled < 0n ? -scaled : scaled
        const step = BigInt(unit) * 10_000n
        expect(result % unit).toBe(0)
        expect(rule.mode === 'half_up' ? distance * 2n <= step : distance < step).toBe(true)
        if (rule.mode === 'up') expect(scaled >= 0n).toBe(true)
        if (rule.mode === 'down') expect(scaled <= 0n).toBe(true)
      }),
    ))
  it('同一档里基数多,应交不少', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 300_000 }), rounding, (a, b, rule) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        expect(due('employed', less, null, { ...body, rounding: rule })).toBeLessThanOrEqual(due('employed', more, null, { ...body, rounding: rule }))
      }),
    ))
  it('跨档也不会少交:全额按更高的比例', () => fc.assert(fc.property(fen, fen, (a, b) => {
    expect(due('retired', Math.min(a, b))).toBeLessThanOrEqual(due('retired', Math.max(a, b)))
  })))
  it('基数 = 加项 − 减项,与次序无关,不为负', () =>
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 20 }), (amounts) => {
        const sum = (direction: string): number => amounts.filter((entry) => entry.direction === direction).reduce((total, entry) => total + entry.amountFen, 0)
        expect(computeBase(amounts)).toBe(Math.max(0, sum('add') - sum('deduct')))
        expect(computeBase(amounts.toReversed())).toBe(computeBase(amounts))
      }),
    ))
})
