import { describe, expect, it } from 'vitest'
import { findDelta } from './analysis/delta.ts'
import { evaluatePeriod } from './evaluate.ts'
import { relate } from './relation.ts'
import type { Scheme } from './scheme.ts'

const scheme: Scheme = {
  dimensions: [{ id: 'd' }],
  indicators: [{ id: 'a', kind: 'base', dim: 'd', full: 100, missing: 'block' }],
}
const at = (ratio: string | null) => evaluatePeriod(scheme, { period: '2025-03', manual: { a: { ratio } } })

describe('两次评价的关系', () => {
  it.each([
    ['equal', '0.5', '0.5', true],
    ['equal', '0.5', '0.6', false],
    ['not_less', '0.5', '0.6', true],
    ['not_greater', '0.5', '0.6', false],
    ['greater', '0.5', '0.5', false],
    ['equal', null, null, true],
    ['not_less', null, '0.5', false],
  ] as const)('%s:%s 与 %s', (relation, a, b, holds) => {
    expect(relate(at(a), at(b), relation).holds).toBe(holds)
  })

  it('可以比任一字段,也可以连各行一起比', () => {
    expect(relate(at('0.5'), at('0.6'), 'greater', 'dimensions.d.ratio')).toEqual({ a: '0.5', b: '0.6', holds: true })
    expect(relate(at('0.5'), at('0.5'), 'equal', 'totalExact', true).holds).toBe(true)
    expect(relate(at('0.5'), at('0.6'), 'equal', 'coverage', true).holds).toBe(false)
  })

  it('没有总分就没有变化可言', () => {
    expect(findDelta(at('0.5'), at(null))).toEqual({ total: null, lines: [] })
    expect(findDelta(at('0.5'), at('0.6')).lines[0]).toEqual({ key: 'dim:d', change: '10' })
  })
})
