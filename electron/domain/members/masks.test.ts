import { expect, it } from 'vitest'
import { maskIdNumber, mobileTail } from './masks.ts'

it.each([
  ['230102197603123456', '2301**********3456'],
  ['23010219760312345X', '2301**********345X'],
  ['12345678', '********'],
  ['', ''],
])('证号 %s → %s', (idNumber, expected) => expect(maskIdNumber(idNumber)).toBe(expected))

it.each([
  ['13812345678', '5678'],
  ['123', '123'],
  ['', ''],
])('手机 %s → %s', (mobile, expected) => expect(mobileTail(mobile)).toBe(expected))
