import { describe, expect, it } from 'vitest'
import { mayBeRoot, mayBeUnder } from './parent-rules.ts'

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
