import { describe, expect, it } from 'vitest'
import { ageOn } from './age.ts'

describe('周岁', () => {
  it.each([
    ['1990-11-20', '2026-11-20', 36],
    ['1990-11-21', '2026-11-20', 35],
    ['1990-11', '2026-11-01', 36],
    ['1990-12', '2026-11-30', 35],
    ['2000-02-29', '2026-02-28', 25],
    ['2000-02-29', '2026-03-01', 26],
  ])('%s 出生,到 %s 为 %i 岁', (birth, day, age) => {
    expect(ageOn(birth, day)).toBe(age)
  })
})
