import { describe, expect, it } from 'vitest'
import type { NormEntry } from './norm-entry.ts'
import { defaultNorms, findNorm, NORM_GROUPS, normsFrom, readNormText } from './norm-registry.ts'

const entries: readonly NormEntry[] = NORM_GROUPS.flatMap(({ entries: group }) => group as readonly NormEntry[])

describe('登记表', () => {
  it('键不重;缺省在范围之内;法定的都固定;都写了出处', () => {
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    for (const entry of entries) {
      expect(readNormText(entry, String(entry.default)), entry.key).toBe(entry.default)
      expect(entry.basis, entry.key).not.toBe('')
      if (entry.fixed === true) expect(entry.source, entry.key).toBe('law')
    }
  })
})

describe('取值', () => {
  it.each([
    ['lecture_cycle', 'month', 'month'],
    ['lecture_cycle', 'weekly', 'quarter'],
    ['lecture_cycle', '', 'quarter'],
    ['branch_members_max', '80', 50],
  ] as const)('%s 存着“%s”→ %s', (key, stored, expected) => expect(normsFrom(() => stored)(key)).toBe(expected))
  it('没改过的用缺省', () => expect(defaultNorms('branch_committee_from')).toBe(7))
  it.each(['-1', '1.5', '１', ' 3', '9999999999', 'x'])('“%s”不是一个数', (text) => expect(readNormText({ kind: 'number', key: 'k', label: '', unit: '', default: 1, min: 0, max: 100, source: 'assumed', basis: '' }, text)).toBeNull())
  it('没有这个键', () => expect(findNorm('nothing')).toBeUndefined())
})
