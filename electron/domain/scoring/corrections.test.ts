import { describe, expect, it } from 'vitest'
import { applyCorrection, applyCorrections, type Correction } from './corrections.ts'
import type { PeriodInput } from './input.ts'
import { prepareScheme } from './prepare-scheme.ts'

const input: PeriodInput = { period: '2025-03', manual: { 'a/b': { ratio: 0 } }, vetoes: [{ indicator: 'x' }, { indicator: 'y' }] }

function change(correction: Omit<Correction, 'seq'>): unknown {
  return applyCorrection(input, { seq: 1, ...correction })
}

describe('更正', () => {
  it.each<[string, Omit<Correction, 'seq'>, object]>([
    ['默认是替换,键名里的斜杠要转义', { path: '/manual/a~1b', value: { ratio: 1 } }, { manual: { 'a/b': { ratio: 1 } } }],
    ['沿途没有的现建', { path: '/exempt/c', value: 'r' }, { exempt: { c: 'r' } }],
    ['删掉数组里的一个', { op: 'remove', path: '/vetoes/0' }, { vetoes: [{ indicator: 'y' }] }],
    ['删掉一个键', { op: 'remove', path: '/manual/a~1b' }, { manual: {} }],
    ['追加', { op: 'append', path: '/vetoes', value: { indicator: 'z' } }, { vetoes: [{ indicator: 'x' }, { indicator: 'y' }, { indicator: 'z' }] }],
    ['没有数组就新建', { op: 'append', path: '/events', value: { indicator: 'e' } }, { events: [{ indicator: 'e' }] }],
    ['数组序号越界不留空洞', { path: '/vetoes/9', value: { indicator: 'z' } }, { vetoes: [{ indicator: 'x' }, { indicator: 'y' }, { indicator: 'z' }] }],
  ])('%s', (_name, correction, expected) => {
    const before = JSON.stringify(input)
    expect(change(correction)).toEqual({ ...input, ...expected })
    expect(JSON.stringify(input)).toBe(before)
  })

  it('按序号生效;未批准的、关账后没有重开人的,列出而不生效', () => {
    const prepared = prepareScheme({ dimensions: [{ id: 'd' }], indicators: [{ id: 'a', kind: 'base', dim: 'd', full: 100 }] })
    const set = (seq: number, ratio: string, more: Partial<Correction>): Correction => ({
      seq,
      at: '2025-04-05',
      state: 'approved',
      path: '/manual/a',
      value: { ratio },
      ...more,
    })
    const outcome = applyCorrections(
      prepared,
      { period: '2025-03' },
      [
        set(3, '0.3', { at: '2025-04-11', reopenedBy: 'p' }),
        set(2, '0.2', { at: '2025-04-11', reopenedBy: '' }),
        set(1, '0.1', { at: '2025-04-10' }),
        { seq: 4, path: '/manual/a' },
        set(5, '0.5', { state: 'rejected' }),
      ],
      '2025-04-10',
    )
    expect(outcome.revisions.map((one) => [one.revision, one.seq, one.result.total])).toEqual([
      [0, null, '0.00'],
      [1, 1, '10.00'],
      [2, 3, '30.00'],
    ])
    expect(outcome.skipped).toEqual([
      { seq: 2, why: 'closed' },
      { seq: 4, why: 'pending' },
      { seq: 5, why: 'rejected' },
    ])
  })
})
