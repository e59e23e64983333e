import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planLayout } from './plan-layout.ts'

const section = (id: string) => ({ id, level: 1 as const, startsOnRight: true })
const record = (id: string) => ({ id, level: 2 as const, startsOnRight: false })

describe('手册版面:第二遍的页码与空白背面', () => {
  it('节落在左页就补一页,其后顺延', () => {
    const measured = { frontPages: 4, totalPages: 9, pageOf: new Map([['a', 5], ['b', 6], ['b1', 7], ['c', 8]]) }
    expect(planLayout([section('a'), section('b'), record('b1'), section('c')], measured)).toEqual({
      pageOf: { a: 1, b: 3, b1: 4, c: 5 },
      blankBefore: ['b'],
      frontBlank: false,
      bodyPages: 6,
    })
  })
  it('前置页为单数时,正文第 1 页仍在右页', () => {
    const measured = { frontPages: 3, totalPages: 5, pageOf: new Map([['a', 4], ['b', 5]]) }
    expect(planLayout([section('a'), section('b')], measured)).toEqual({ pageOf: { a: 1, b: 3 }, blankBefore: ['b'], frontBlank: true, bodyPages: 3 })
  })
  it('标题没有落到任何一页:停下,不印错的目录', () => {
    expect(() => planLayout([section('a')], { frontPages: 2, totalPages: 3, pageOf: new Map() })).toThrow('a')
  })
  it('任意分页:每节都在单数页,页码不减,总页数等于原页数加补页', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.record({ pages: fc.integer({ min: 1, max: 5 }), right: fc.boolean() }), { minLength: 1, maxLength: 30 }), (frontPages, blocks) => {
        let page = frontPages + 1
        const pageOf = new Map<string, number>()
        const anchors = blocks.map(({ pages, right }, index) => {
          pageOf.set(`s${index}`, page)
          page += pages
          return { id: `s${index}`, level: 1 as const, startsOnRight: right || index === 0 }
        })
        const layout = planLayout(anchors, { frontPages, totalPages: page - 1, pageOf })
        let previous = 0
        for (const anchor of anchors) {
          const folio = layout.pageOf[anchor.id] ?? 0
          if (anchor.startsOnRight) expect(folio % 2).toBe(1)
          expect(folio).toBeGreaterThan(previous)
          previous = folio
        }
        // 首节不再补页:前置页已补成双数。
        expect(layout.blankBefore).not.toContain('s0')
        expect(layout.bodyPages).toBe(page - 1 - frontPages + layout.blankBefore.length)
      }),
    )
  })
})
