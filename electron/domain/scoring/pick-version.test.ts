import { describe, expect, it } from 'vitest'
import { pickVersion } from './pick-version.ts'

const versions = [
  { version: 1, effectiveFrom: '2025-01-01' },
  { version: 3, effectiveFrom: '2025-03-15' },
  { version: 2, effectiveFrom: '2025-03-15' },
  { version: 9, effectiveFrom: '2025-02-01', status: 'draft' as const },
]

describe('方案版本', () => {
  it.each([
    ['2025-03', 1],
    ['2025-04', 3],
    ['2025-Q1', 1],
    ['2025-Q2', 3],
    ['2025', 1],
  ])('%s 用第 %i 版', (period, version) => {
    expect(pickVersion(versions, period).version).toBe(version)
    expect(pickVersion([...versions].toReversed(), period).version).toBe(version)
  })

  it('没有已生效的版本就拒绝', () => {
    expect(() => pickVersion(versions, '2024-12')).toThrow(expect.objectContaining({ code: 'NO_SCHEME', at: '2024-12' }))
  })
})
