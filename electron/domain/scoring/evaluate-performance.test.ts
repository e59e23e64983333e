import { describe, expect, it } from 'vitest'
import { evaluatePeriod } from './evaluate.ts'
import { add, parseNumber, rational } from './rational.ts'
import type { Scheme } from './scheme.ts'

const DIMS = ['d1', 'd2', 'd3'] as const

describe('评价的速度', () => {
  it('一千个支部、三十项指标在一秒之内', () => {
    const many: Scheme = {
      dimensions: DIMS.map((id) => ({ id })),
      normalise: true,
      indicators: Array.from({ length: 30 }, (_, index) => ({
        id: `i${index}`,
        kind: 'base' as const,
        dim: DIMS[index % 3] ?? 'd1',
        full: index + 1,
      })),
    }
    let checksum = rational(0n)
    const start = performance.now()
    for (let branch = 0; branch < 1000; branch += 1) {
      const manual = Object.fromEntries(
        many.indicators.map((one, index) => [one.id, { ratio: `${(branch * 7 + index * 13) % 101}%` }]),
      )
      checksum = add(checksum, parseNumber(evaluatePeriod(many, { period: '2025-03', manual }).totalExact))
    }
    expect(performance.now() - start).toBeLessThan(1000)
    expect(checksum.n).toBeGreaterThan(0n)
  })
})
