import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedStacks } from './changed-stacks.ts'
import { continuous, inSection, loosePages } from './page-labels.ts'
import { pageCounts, planVolume } from './plan-volume.ts'

const place = (key: string, onBack = false) => ({ key, onBack })

describe('册子版面:第二遍的页码与空白背面', () => {
  it('张落在左页就补一张空白背面,其后顺延;可以印在背面的接着印', () => {
    const counts = pageCounts([{ key: '#cover', page: 1 }, { key: '#contents', page: 3 }, { key: 'a', page: 4 }, { key: 'b', page: 5 }, { key: 'c', page: 6 }, { key: 'd', page: 8 }], 8)
    expect(planVolume({ front: ['#cover', '#contents'], leaves: [place('a'), place('b', true), place('c'), place('d')], counts, number: continuous() })).toEqual({
      labels: { a: ['1'], b: ['2'], c: ['3', '4'], d: ['5'] },
      contentsLabels: { a: '1', b: '2', c: '3', d: '5' },
      pages: { '#cover': 2, '#contents': 1, a: 1, b: 1, c: 2, d: 1 },
      blankAfter: ['#contents'],
      bodyPages: 5,
      totalPages: 9,
    })
  })
  it('任意分页:要从右页起的都在单数页,页码连着,最后一张之后不补', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ pages: fc.integer({ min: 1, max: 5 }), onBack: fc.boolean() }), { minLength: 1, maxLength: 30 }), (given) => {
        const leaves = given.map(({ onBack }, index) => place(`l${index}`, onBack && index > 0))
        const counts = new Map(given.map(({ pages }, index) => [`l${index}`, pages]))
        const plan = planVolume({ front: [], leaves, counts, number: continuous() })
        for (const { key, onBack } of leaves) if (!onBack) expect(Number(plan.labels[key]?.[0]) % 2).toBe(1)
        expect(leaves.flatMap(({ key }) => plan.labels[key] ?? [])).toEqual(Array.from({ length: plan.totalPages }, (_unused, index) => String(index + 1)))
        expect(plan.blankAfter).not.toContain(leaves.at(-1)?.key)
      }),
    )
  })
  it('单印一节的页码带节的序号', () => {
    const number = inSection('三', (numeral, page) => `${numeral}-${page}`)
    expect([number({ key: 'a', pages: 2 }), number({ key: 'b', pages: 1 })]).toEqual([['三-1', '三-2'], ['三-3']])
  })
})

describe('只打改动的页:装订好的页码不动', () => {
  const previous = new Map([
    ['a', ['1', '2']],
    ['b', ['3', '4']],
    ['c', ['5', '6']],
  ])
  const cases: readonly { readonly title: string; readonly order: readonly (readonly [string, number | null])[]; readonly labels: Readonly<Record<string, readonly string[]>> }[] = [
    { title: '改了,页数没变:原来的页码', order: [['a', null], ['b', 2], ['c', null]], labels: { a: ['1', '2'], b: ['3', '4'], c: ['5', '6'] } },
    { title: '长出来的是续页', order: [['a', 4], ['b', null], ['c', null]], labels: { a: ['1', '2', '2-1', '2-2'], b: ['3', '4'], c: ['5', '6'] } },
    { title: '短了只用前几页', order: [['a', 1], ['b', null], ['c', null]], labels: { a: ['1'], b: ['3', '4'], c: ['5', '6'] } },
    { title: '新的接在前一张之后', order: [['a', null], ['x', 2], ['b', null], ['c', null]], labels: { a: ['1', '2'], x: ['2-1', '2-2'], b: ['3', '4'], c: ['5', '6'] } },
    { title: '接着续页再插', order: [['a', 4], ['x', 2], ['b', null], ['c', null]], labels: { a: ['1', '2', '2-1', '2-2'], x: ['2-3', '2-4'], b: ['3', '4'], c: ['5', '6'] } },
    { title: '排在最前', order: [['x', 2], ['a', null], ['b', null], ['c', null]], labels: { x: ['0-1', '0-2'], a: ['1', '2'], b: ['3', '4'], c: ['5', '6'] } },
  ]
  it.each(cases)('$title', ({ order, labels }) => {
    const keys = order.map(([key]) => key)
    const number = loosePages(previous, keys, '附')
    expect(Object.fromEntries(order.map(([key, pages]) => [key, pages === null ? (previous.get(key) ?? []) : number({ key, pages })]))).toEqual(labels)
  })
  it('续页号已经被上次插的占了:另编,不重号', () => {
    const number = loosePages(new Map([['a', ['1', '2']], ['x', ['2-1', '2-2']], ['b', ['3', '4']]]), ['a', 'y', 'x', 'b'], '附')
    expect(number({ key: 'y', pages: 2 })).toEqual(['2附1', '2附2'])
  })
})

describe('哪几叠要换', () => {
  const leaf = (key: string, fingerprint: string, onBack = false) => ({ key, title: key, fingerprint, onBack })
  const printed = [
    { key: 'a', title: 'a', group: 'a', fingerprint: '1', labels: ['1'] },
    { key: 'b', title: 'b', group: 'a', fingerprint: '2', labels: ['2'] },
    { key: 'c', title: 'c', group: 'c', fingerprint: '3', labels: ['3', '4'] },
  ]
  const cases = [
    { title: '没有变', now: [leaf('a', '1'), leaf('b', '2', true), leaf('c', '3')], changed: [], removed: [] },
    { title: '背面的变了,整叠换', now: [leaf('a', '1'), leaf('b', 'x', true), leaf('c', '3')], changed: [['a', 'b']], removed: [] },
    { title: '新的一张', now: [leaf('a', '1'), leaf('b', '2', true), leaf('n', '9'), leaf('c', '3')], changed: [['n']], removed: [] },
    { title: '背面的没有了,那一叠换', now: [leaf('a', '1'), leaf('c', '3')], changed: [['a']], removed: [] },
    { title: '整叠没有了:抽掉', now: [leaf('a', '1'), leaf('b', '2', true)], changed: [], removed: [['c']] },
  ]
  it.each(cases)('$title', ({ now, changed, removed }) => {
    const found = changedStacks(now, printed)
    expect(found.changed.map((stack) => stack.map(({ key }) => key))).toEqual(changed)
    expect(found.removed.map((stack) => stack.map(({ key }) => key))).toEqual(removed)
  })
})
