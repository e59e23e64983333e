import { expect, it } from 'vitest'
import { parseTypedTime } from './parse-typed-time.ts'

it.each([
  ['1500', '15:00'],
  ['15:00', '15:00'],
  ['15：05', '15:05'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['9:5', '09:05'],
  ['15.30', '15:30'],
  ['15点30分', '15:30'],
  ['15点', '15:00'],
  ['0000', '00:00'],
  ['2400', null],
  ['1260', null],
  ['', null],
  ['下午3点', null],
  ['15:00:00', null],
] as const)('%s → %s', (typed, time) => expect(parseTypedTime(typed)).toBe(time))
