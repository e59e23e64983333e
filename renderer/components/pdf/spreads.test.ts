import { expect, it } from 'vitest'
import { nextZoom, spreadsOf } from './spreads.ts'

it.each([
  [0, ''],
  [1, '-1'],
  [2, '-1 2-'],
  [3, '-1 2-3'],
  [4, '-1 2-3 4-'],
  [5, '-1 2-3 4-5'],
])('%i 页摊开', (pages, expected) => expect(spreadsOf(pages).map(({ left, right }) => `${left ?? ''}-${right ?? ''}`).join(' ')).toBe(expected))

it.each([
  [100, 1, 125],
  [100, -1, 75],
  [63, 1, 75],
  [63, -1, 50],
  [200, 1, 200],
  [50, -1, 50],
] as const)('%i%% 变 %i 级为 %i%%', (current, step, expected) => expect(nextZoom(current, step)).toBe(expected))
