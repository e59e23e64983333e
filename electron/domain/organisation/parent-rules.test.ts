import { describe, expect, it } from 'vitest'
import { mayBeRoot, mayBeUnder, wouldMakeCycle } from './parent-rules.ts'

describe('谁可以在谁之下', () => {
  it.each([
    ['party_committee', 'party_committee', true],
    ['party_committee', 'general_branch', false],
    ['general_branch', 'party_committee', true],
    ['general_branch', 'general_branch', true],
    ['general_branch', 'branch', false],
    ['branch', 'party_committee', true],
    ['branch', 'general_branch', true],
    ['branch', 'branch', false],
    ['branch', 'party_group', false],
    ['party_group', 'branch', true],
    ['party_group', 'general_branch', false],
    ['party_group', 'party_group', false],
  ] as const)('%s 在 %s 之下:%s', (child, parent, expected) => expect(mayBeUnder(child, parent)).toBe(expected))
  it('党小组不能是最上级,其余可以', () => {
    expect(mayBeRoot('party_committee')).toBe(true)
    expect(mayBeRoot('general_branch')).toBe(true)
    expect(mayBeRoot('branch')).toBe(true)
    expect(mayBeRoot('party_group')).toBe(false)
  })
})

describe('划转不能绕成圈', () => {
  // a ← b ← c,d 单独
  const parentOf = new Map([
    ['b', 'a'],
    ['c', 'b'],
  ])
  it.each([
    ['a', 'a', true],
    ['a', 'b', true],
    ['a', 'c', true],
    ['b', 'c', true],
    ['c', 'a', false],
    ['b', 'd', false],
    ['d', 'c', false],
  ])('%s 放到 %s 之下绕圈:%s', (id, parent, expected) => expect(wouldMakeCycle(parentOf, id, parent)).toBe(expected))
  it('旧数据自带的圈不会让检查停不下来', () => {
    expect(wouldMakeCycle(new Map([['x', 'y'], ['y', 'x']]), 'a', 'x')).toBe(false)
  })
})
