import { describe, expect, it } from 'vitest'
import { createUuidV7, systemClock } from './system-ports.ts'

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
const isAscending = (ids: readonly string[]): boolean => ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)

describe('UUIDv7(RFC 9562)', () => {
  it('样子与时间都对', () => {
    const ids = createUuidV7(() => 1_790_000_000_123)
    for (let index = 0; index < 1000; index++) expect(ids.next()).toMatch(UUID_V7)
    expect(timeOf(createUuidV7(() => 1_790_000_000_123).next())).toBe(1_790_000_000_123)
  })
  it('同一毫秒里一万个:各不相同,按文本排就是先后', () => {
    const ids = createUuidV7(() => 1_790_000_000_000)
    const made = Array.from({ length: 10_000 }, () => ids.next())
    expect(new Set(made).size).toBe(10_000)
    expect(isAscending(made)).toBe(true)
    expect(made.every((id) => UUID_V7.test(id))).toBe(true)
  })
  it('时钟往回拨:先后不乱;追上之后又按真时间', () => {
    const times = [5000, 5001, 4000, 4000, 1, 5001, 5002, 9000]
    let index = 0
    const ids = createUuidV7(() => times[index++] ?? 0)
    const made = times.map(() => ids.next())
    expect(isAscending(made)).toBe(true)
    expect(made.map(timeOf)).toEqual([5000, 5001, 5001, 5001, 5001, 5001, 5002, 9000])
  })
  it('随机部分取自所给的随机源,变体位不被盖掉', () => {
    expect(createUuidV7(() => 1, (size) => new Uint8Array(size).fill(0xff)).next()).toBe('00000000-0001-7000-bfff-ffffffffffff')
    expect(createUuidV7(() => 1, (size) => new Uint8Array(size)).next()).toBe('00000000-0001-7000-8000-000000000000')
  })
})

it('当地今天', () => {
  expect(systemClock.today()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000)
})
