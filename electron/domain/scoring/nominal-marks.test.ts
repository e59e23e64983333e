import { describe, expect, it } from 'vitest'
import { nominalMarks } from './nominal-marks.ts'
import { prepareScheme } from './prepare-scheme.ts'
import { toText } from './rational.ts'
import type { Scheme } from './scheme.ts'

function marks(scheme: Partial<Scheme>, category: string | null): Readonly<Record<string, string>> {
  const prepared = prepareScheme({ dimensions: [], indicators: [], ...scheme })
  return Object.fromEntries([...nominalMarks(prepared, category)].map(([id, full]) => [id, toText(full)]))
}

const indicators: Scheme['indicators'] = [
  { id: 'a', kind: 'base', dim: 'd1', full: 30, fullByCategory: { y: 10 }, weight: 1 },
  { id: 'b', kind: 'base', dim: 'd1', full: 10, weight: 2 },
  { id: 'c', kind: 'special', dim: 'd2', full: 20, categories: ['x'], weight: 5 },
]

describe('应有分值', () => {
  it('分值制:可按类别另定,可折算到满分', () => {
    expect(marks({ indicators }, 'x')).toEqual({ a: '30', b: '10', c: '20' })
    expect(marks({ indicators }, 'y')).toEqual({ a: '10', b: '10' })
    expect(marks({ indicators, normalise: true }, 'x')).toEqual({ a: '50', b: '50/3', c: '100/3' })
    expect(marks({ indicators, normalise: true, fullTotal: 10 }, null)).toEqual({ a: '7.5', b: '2.5' })
  })

  it('权重制:没有指标的维度不占份额', () => {
    const dimensions = [{ id: 'd1', weight: '0.6' }, { id: 'd2', weight: '0.4' }]
    expect(marks({ indicators, dimensions, mode: 'weights' }, 'x')).toEqual({ a: '20', b: '40', c: '40' })
    expect(marks({ indicators, dimensions, mode: 'weights' }, 'y')).toEqual({ a: '100/3', b: '200/3' })
  })
})
