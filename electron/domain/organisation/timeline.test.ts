import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planSetFrom, segmentOn, type Segment } from './timeline.ts'

type Line = Segment<string>
const isSame = (a: string, b: string): boolean => a === b
const apply = (segments: readonly Line[], day: string, value: string): Line[] => {
  let next = [...segments]
  for (const step of planSetFrom(segments, day, value, isSame)) {
    if (step.step === 'insert') next.push({ id: `n${next.length}`, from: step.from, to: step.to, value: step.value })
    else next = next.map((segment) => (segment.id !== step.id ? segment : step.step === 'trim' ? { ...segment, from: step.from, to: step.to } : { ...segment, value: step.value }))
  }
  return next.sort((a, b) => (a.from < b.from ? -1 : 1))
}
const shown = (segments: readonly Line[]): string => segments.map(({ from, to, value }) => `${value} ${from}~${to ?? ''}`).join(',')
const BASE: Line[] = [{ id: 'a', from: '2020-01-01', to: null, value: '甲' }]

describe('自某日起改', () => {
  it.each([
    ['后来的', '2024-03-01', '甲 2020-01-01~2024-03-01,乙 2024-03-01~'],
    ['登记那天', '2020-01-01', '甲 2019-12-31~2020-01-01,乙 2020-01-01~'],
    ['登记之前', '2010-05-01', '甲 2010-04-30~2010-05-01,乙 2010-05-01~'],
  ])('%s', (_title, day, expected) => expect(shown(apply(BASE, day, '乙'))).toBe(expected))
  it('补记从前的,不冲掉后来的', () => {
    const twice = apply(apply(BASE, '2024-03-01', '丙'), '2022-01-01', '乙')
    expect(shown(twice)).toBe('甲 2020-01-01~2022-01-01,乙 2022-01-01~2024-03-01,丙 2024-03-01~')
  })
  it('同一天再改,以后来的为准;改成一样的不动', () => {
    const changed = apply(BASE, '2024-03-01', '乙')
    expect(shown(apply(changed, '2024-03-01', '丙'))).toBe('甲 2020-01-01~2024-03-01,丙 2024-03-01~')
    expect(planSetFrom(changed, '2025-01-01', '乙', isSame)).toEqual([])
  })
  it('空档里的补到下一段之前', () => {
    const gap: Line[] = [
      { id: 'a', from: '2020-01-01', to: '2021-01-01', value: '甲' },
      { id: 'b', from: '2023-01-01', to: null, value: '乙' },
    ]
    expect(shown(apply(gap, '2022-01-01', '丙'))).toBe('甲 2020-01-01~2021-01-01,丙 2022-01-01~2023-01-01,乙 2023-01-01~')
  })
  it('任意次序的改动:哪一天看,都是到那天为止日期最晚的一次', () => {
    const days = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}-10`)
    fc.assert(
      fc.property(fc.array(fc.record({ day: fc.constantFrom(...days), value: fc.constantFrom('甲', '乙', '丙', '丁') }), { maxLength: 12 }), (changes) => {
        let line = [...BASE]
        const told = new Map<string, string>()
        for (const { day, value } of changes) {
          // 与那天已有的一样,就没有这次变动。
          if (segmentOn(line, day)?.value === value) continue
          line = apply(line, day, value)
          told.set(day, value)
        }
        for (const day of ['2019-01-01', ...days, '2030-01-01']) {
          const latest = [...told.keys()].filter((each) => each <= day).sort().at(-1)
          expect(segmentOn(line, day)?.value).toBe(latest === undefined ? '甲' : told.get(latest))
        }
      }),
    )
  })
})
