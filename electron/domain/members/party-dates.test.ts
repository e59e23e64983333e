import { describe, expect, it } from 'vitest'
import { partyBirthdayIn, partyStandingYears } from './party-dates.ts'

describe('政治生日是入党日期的月日', () => {
  it.each([
    ['2019-06-28', 2026, '2026-06-28'],
    ['2020-02-29', 2026, '2026-02-28'],
    ['2020-02-29', 2028, '2028-02-29'],
    ['2000-02-29', 2100, '2100-02-28'],
    ['2019-06', 2026, null],
    [null, 2026, null],
  ])('入党 %s,%i 年 → %s', (joinedOn, year, expected) => expect(partyBirthdayIn(joinedOn, year)).toBe(expected))
})

describe('党龄自转正之日起算', () => {
  it.each([
    ['2020-06-28', '2025-06-27', 4],
    ['2020-06-28', '2025-06-28', 5],
    ['2020-06-28', '2020-06-28', 0],
    ['2020-06-28', '2020-06-27', null],
    ['2020-02-29', '2025-02-27', 4],
    ['2020-02-29', '2025-02-28', 5],
    ['2020-02-29', '2024-02-28', 3],
    ['2020-02-29', '2024-02-29', 4],
    ['1998-07', '2026-06-30', 27],
    ['1998-07', '2026-07-01', 28],
    [null, '2026-11-20', null],
  ])('转正 %s,到 %s 党龄 %s', (regularOn, day, expected) => expect(partyStandingYears(regularOn, day)).toBe(expected))
})
