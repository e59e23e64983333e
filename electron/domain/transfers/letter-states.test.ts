import { describe, expect, it } from 'vitest'
import { canMove, isOverdue, letterNumber, validUntil } from './letter-states.ts'

describe('状态怎么走', () => {
  it.each([
    ['out', 'draft', 'issued', true],
    ['out', 'draft', 'received', false],
    ['out', 'issued', 'in_transit', true],
    ['out', 'issued', 'received', true],
    ['out', 'in_transit', 'received', true],
    ['out', 'in_transit', 'issued', false],
    ['out', 'suspended', 'in_transit', true],
    ['out', 'received', 'archived', true],
    ['out', 'received', 'returned', false],
    ['out', 'returned', 'in_transit', false],
    ['out', 'archived', 'issued', false],
    ['in', 'draft', 'received', true],
    ['in', 'draft', 'issued', false],
    ['in', 'received', 'archived', true],
  ] as const)('%s %s → %s:%s', (direction, from, to, allowed) => expect(canMove(direction, from, to)).toBe(allowed))
})
describe('有效期', () => {
  it.each([
    ['2026-11-01', 10, '2026-11-11'],
    ['2026-11-01', 90, '2027-01-30'],
    ['2028-02-20', 10, '2028-03-01'],
  ])('%s 开具,%i 天,到 %s', (issued, days, until) => expect(validUntil(issued, days)).toBe(until))
  it.each([
    ['issued', '2026-11-11', '2026-11-11', false],
    ['issued', '2026-11-11', '2026-11-12', true],
    ['in_transit', '2026-11-11', '2026-11-12', true],
    ['received', '2026-11-11', '2026-11-12', false],
    ['issued', null, '2026-11-12', false],
  ] as const)('%s 到 %s,今天 %s:逾期=%s', (state, until, today, overdue) => expect(isOverdue(state, until, today)).toBe(overdue))
})
it.each([
  [2026, 1, '2026001'],
  [2026, 999, '2026999'],
])('%i 年第 %i 封是 %s', (year, serial, number) => expect(letterNumber(year, serial)).toBe(number))
