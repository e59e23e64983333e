import { expect, it } from 'vitest'
import { containsPattern, endsWithPattern, escapeLike } from './like.ts'

it.each([
  ['50%', '50\\%'],
  ['a_b', 'a\\_b'],
  ['a\\b', 'a\\\\b'],
  ['王', '王'],
])('%s 转义为 %s', (text, expected) => {
  expect(escapeLike(text)).toBe(expected)
  expect(containsPattern(text)).toBe(`%${expected}%`)
  expect(endsWithPattern(text)).toBe(`%${expected}`)
})
