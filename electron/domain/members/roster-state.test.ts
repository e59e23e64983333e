import { expect, it } from 'vitest'
import { isOnRoster } from './roster-state.ts'

it.each([
  ['normal', true],
  ['kept', true],
  ['restored', true],
  ['stopped', false],
  ['expelled', false],
  ['left', false],
  ['deceased', false],
] as const)('党籍状态 %s 列入名册:%s', (state, expected) => expect(isOnRoster(state)).toBe(expected))
