import { expect, it } from 'vitest'
import { branchCategoryCodeSchema } from '../../../shared/model/organisation.ts'
import { createCategoryCode } from './category-code.ts'

it.each([
  ['科研', [], 'keyan'],
  ['科研', ['keyan'], 'keyan_2'],
  ['科研', ['keyan', 'keyan_2'], 'keyan_3'],
  ['2 类支部', [], 'leizhibu'],
  ['A 类', [], 'alei'],
  ['①', [], 'category'],
  ['——', ['category'], 'category_2'],
  ['离退休职工党支部流动党员党支部', [], 'lituixiuzhigongdangzhibuliud'],
  ['绿色', [], 'lvse'],
])('%s(已用 %j)→ %s', (name, used, expected) => {
  const code = createCategoryCode(name, new Set(used))
  expect(code).toBe(expected)
  expect(branchCategoryCodeSchema.safeParse(code).success).toBe(true)
})
