import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluatePeriod } from './evaluate.ts'
import type { ManualEntry, PeriodInput, ScoreEvent } from './input.ts'
import { compare, parseNumber, rational, subtract, sum, type Rational } from './rational.ts'
import type { PeriodResult } from './result.ts'
import type { RoundingMode } from './rounding.ts'
import type { Indicator, MissingRule, Redistribution, Scheme } from './scheme.ts'

const DIMS = ['d1', 'd2', 'd3'] as const

const indicator = fc.record({
  dim: fc.constantFrom(...DIMS),
  full: fc.integer({ min: 1, max: 30 }),
  isSpecial: fc.boolean(),
  missing: fc.constantFrom<MissingRule>('zero', 'exclude'),
})

const FIXED: readonly Indicator[] = [
  { id: 'plus', kind: 'bonus', per: '1.5', cap: 6 },
  { id: 'minus', kind: 'deduct', per: '0.7', cap: 5 },
  { id: 'local', kind: 'deduct', target: 'd1', unit: 'dimension100', per: 7 },
  { id: 'v1', kind: 'veto', effects: [{ type: 'zero_dimension', dim: 'd2' }] },
  { id: 'v2', kind: 'veto', effects: [{ type: 'cap_total', value: '59.99' }] },
  { id: 'v3', kind: 'veto', effects: [{ type: 'fail_period' }] },
  { id: 'v4', kind: 'veto', effects: [{ type: 'zero_indicator', indicator: 'i0' }] },
]

const scheme = fc
  .record({
    regular: fc.array(indicator, { minLength: 1, maxLength: 8 }),
    redistribute: fc.constantFrom<Redistribution>('dimension', 'total', 'none'),
    mode: fc.constantFrom<RoundingMode>('half_up', 'half_even', 'down', 'up'),
    floorStage: fc.constantFrom('beforeBonus' as const, 'afterBonus' as const),
  })
  .map(
    ({ regular, redistribute, mode, floorStage }): Scheme => ({
      dimensions: DIMS.map((id) => ({ id })),
      normalise: true,
      indicators: [
        ...regular.map(
          ({ dim, full, isSpecial, missing }, index): Indicator => ({
            id: `i${index}`,
            kind: isSpecial ? 'special' : 'base',
            dim,
            full,
            missing,
            ...(isSpecial && index > 0 ? { categories: [index % 2 === 0 ? 'x' : 'y'] } : {}),
          }),
        ),
        ...FIXED,
      ],
      missing: { redistribute },
      bonus: { cap: 5 },
      rounding: { decimals: 2, mode },
      total: { floorStage },
    }),
  )

const entry = fc.option(
  fc.integer({ min: 0, max: 21 }).map((n): ManualEntry => ({ ratio: `${n}/21` })),
  { nil: undefined },
)
const event = fc.record({
  indicator: fc.constantFrom('plus', 'minus', 'local'),
  count: fc.integer({ min: 0, max: 9 }),
})

const input = fc
  .record({
    entries: fc.array(entry, { minLength: 8, maxLength: 8 }),
    exempt: fc.subarray(['i0', 'i1', 'i2', 'i3']),
    events: fc.array(event, { maxLength: 5 }),
    vetoes: fc.subarray(['v1', 'v2', 'v3', 'v4']),
  })
  .map(
    ({ entries, exempt, events, vetoes }): PeriodInput => ({
      branch: { category: 'x' },
      period: '2025-03',
      manual: Object.fromEntries(entries.map((one, index) => [`i${index}`, one])),
      exempt: Object.fromEntries(exempt.map((id) => [id, 'r'])),
      events,
      vetoes: vetoes.map((indicator) => ({ indicator })),
    }),
  )

function total(result: PeriodResult): Rational {
  return parseNumber(result.totalExact)
}

function hasTotal(result: PeriodResult): boolean {
  return result.totalExact !== null
}

const RUNS = { numRuns: 300 }

describe('评价的不变式', () => {
  it('总分在 0 与满分加加分封顶之间,维度得分率在 0 与 1 之间', () => {
    fc.assert(
      fc.property(scheme, input, (s, i) => {
        const result = evaluatePeriod(s, i)
        if (hasTotal(result)) {
          expect(total(result).n >= 0n).toBe(true)
          expect(compare(total(result), rational(105n))).toBeLessThanOrEqual(0)
        }
        for (const dim of Object.values(result.dimensions)) {
          if (dim.ratio === null) continue
          expect(compare(parseNumber(dim.ratio), rational(0n))).toBeGreaterThanOrEqual(0)
          expect(compare(parseNumber(dim.ratio), rational(1n))).toBeLessThanOrEqual(0)
        }
      }),
      RUNS,
    )
  })

  it('精确行相加等于精确总分,显示行相加等于公布总分,每行相差不到一个单位', () => {
    fc.assert(
      fc.property(scheme, input, (s, i) => {
        const result = evaluatePeriod(s, i)
        if (!hasTotal(result)) return
        expect(sum(result.lines.map((line) => parseNumber(line.exact)))).toEqual(total(result))
        expect(sum(result.lines.map((line) => parseNumber(line.shown)))).toEqual(parseNumber(result.total))
        for (const line of result.lines) {
          const distance = subtract(parseNumber(line.shown), parseNumber(line.exact))
          expect(compare(distance.n < 0n ? subtract(rational(0n), distance) : distance, rational(1n, 100n))).toBeLessThan(0)
        }
        for (const dim of Object.values(result.dimensions)) {
          const parts = [dim.base, dim.deduct, dim.floor, dim.veto].map(parseNumber)
          expect(sum(parts)).toEqual(parseNumber(dim.score))
        }
      }),
      RUNS,
    )
  })

  it('挪分不改变总满分(不挪分的方案除外)', () => {
    fc.assert(
      fc.property(scheme, input, (s, i) => {
        const result = evaluatePeriod(s, i)
        if (!hasTotal(result) || s.missing?.redistribute === 'none') return
        expect(sum(Object.values(result.dimensions).map((dim) => parseNumber(dim.full)))).toEqual(rational(100n))
      }),
      RUNS,
    )
  })

  it('单调:提高一项达成度、多一次加分不会降低总分;多一次扣分、多一个否决不会提高', () => {
    const change = fc.constantFrom<'raise' | 'bonus' | 'deduct' | 'veto'>('raise', 'bonus', 'deduct', 'veto')
    fc.assert(
      fc.property(scheme, input, change, fc.integer({ min: 0, max: 3 }), (s, i, what, pick) => {
        const before = evaluatePeriod(s, i)
        if (!hasTotal(before)) return
        const id = `i${pick}`
        const more = (event: ScoreEvent): PeriodInput => ({ ...i, events: [...(i.events ?? []), event] })
        const changed: Readonly<Record<typeof what, PeriodInput>> = {
          raise: i.manual?.[id] ? { ...i, manual: { ...i.manual, [id]: { ratio: 1 } } } : i,
          bonus: more({ indicator: 'plus', count: 1 }),
          deduct: more({ indicator: pick % 2 === 0 ? 'minus' : 'local', count: 1 }),
          veto: { ...i, vetoes: [...(i.vetoes ?? []), { indicator: `v${pick + 1}` }] },
        }
        const sign = compare(total(evaluatePeriod(s, changed[what])), total(before))
        expect(what === 'raise' || what === 'bonus' ? sign >= 0 : sign <= 0).toBe(true)
      }),
      RUNS,
    )
  })

  it('输入的先后无所谓:指标、事件、否决倒过来,结果一样', () => {
    fc.assert(
      fc.property(scheme, input, (s, i) => {
        const a = evaluatePeriod(s, i)
        const b = evaluatePeriod(
          { ...s, indicators: [...s.indicators].toReversed() },
          { ...i, events: [...(i.events ?? [])].toReversed(), vetoes: [...(i.vetoes ?? [])].toReversed() },
        )
        expect(b).toMatchObject({ lines: a.lines, total: a.total, indicators: a.indicators, coverage: a.coverage })
        expect(new Set(b.vetoes)).toEqual(new Set(a.vetoes))
      }),
      RUNS,
    )
  })

  it('独立:别的类别的指标怎样改,都不影响本支部', () => {
    fc.assert(
      fc.property(scheme, input, fc.integer({ min: 1, max: 50 }), (s, i, full) => {
        const changed: Scheme = {
          ...s,
          indicators: [
            ...s.indicators.map((one) => (one.categories?.includes('y') ? { ...one, full } : one)),
            { id: 'extra', kind: 'special', dim: 'd3', full, categories: ['y'] },
          ],
        }
        const { indicators, ...rest } = evaluatePeriod(changed, i)
        const before = evaluatePeriod(s, i)
        expect(rest).toMatchObject({ lines: before.lines, status: before.status, coverage: before.coverage })
        expect(indicators['extra']?.state).toBe('not_applicable')
      }),
      RUNS,
    )
  })

  it('分值制与权重制:分值相同,结果就相同', () => {
    fc.assert(
      fc.property(scheme, input, (s, i) => {
        const regular = s.indicators.filter((one) => one.dim !== undefined)
        const weightOf = (dim: string): Rational =>
          sum(
            regular
              .filter((one) => one.dim === dim && (one.categories?.includes('x') ?? true))
              .map((one) => parseNumber(one.full)),
          )
        const weights: Scheme = {
          ...s,
          mode: 'weights',
          dimensions: s.dimensions.map((dim) => {
            const weight = weightOf(dim.id)
            return { id: dim.id, weight: `${weight.n}/${weight.d}` }
          }),
          indicators: s.indicators.map((one) => ({ ...one, weight: one.full })),
        }
        expect(evaluatePeriod(weights, i)).toEqual(evaluatePeriod(s, i))
      }),
      RUNS,
    )
  })

  it('同样的输入给出同样的字节,且不改动输入', () => {
    fc.assert(
      fc.property(scheme, input, (s, i) => {
        const frozen = JSON.stringify([s, i])
        expect(JSON.stringify(evaluatePeriod(s, i))).toBe(JSON.stringify(evaluatePeriod(s, i)))
        expect(JSON.stringify([s, i])).toBe(frozen)
      }),
      { numRuns: 50 },
    )
  })
})
