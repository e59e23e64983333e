import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCHEME_TEMPLATES } from '../../electron/data/templates/index.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'

/** 示例单位的记录照每个模板评一遍;只试算,不发布。 */
let test: TestCore
beforeAll(async () => {
  test = await makeCore({ workspace: 'sample' })
}, 120_000)
afterAll(() => test.close())

/** 一年一评的看 12 月;按季的看季末;按月的看一个季度,季分至少要两个月。 */
const MONTHLY = ['2026-07', '2026-09'] as const
const QUARTERLY = ['2026-09', '2026-09'] as const
const YEARLY = ['2026-12', '2026-12'] as const
const spanOf = (key: string) => (key === 'wuwei' || key === 'four-powers' ? MONTHLY : key === 'eight-aspects' ? QUARTERLY : YEARLY)

it.each(SCHEME_TEMPLATES.map(({ key, body }) => [key, body] as const))('%s:起草、没有毛病、每个支部评得出分', async (key, { scheme }) => {
  const draft = await must(test.api.schemes.createFromTemplate({ template: key, name: `试评 ${key}` }))
  expect(draft.faults).toEqual([])
  expect(new Set(draft.sums.map(({ sum }) => sum))).toEqual(new Set([String(scheme.fullTotal)]))
  const [from, to] = spanOf(key)
  const { rows } = await must(test.api.schemes.rehearse({ id: draft.id, from, to }))
  expect(rows.length).toBeGreaterThan(10)
  const totals = rows.map(({ after }) => (after.total === null ? Number.NaN : Number(after.total)))
  expect(totals.every((total) => total >= 0 && total <= Number(scheme.fullTotal)), totals.join(' ')).toBe(true)
  // 还没有人评,分都来自记录:记录有好有差,分得出高低;纯加扣分的没有登记加扣,都是基准分。
  const distinct = new Set(totals)
  if (key === 'town-line') expect(distinct).toEqual(new Set([100]))
  else expect(distinct.size).toBeGreaterThan(1)
  // 承诺兑现还没有认定,哪一级也不评。
  if (key === 'six-classes') expect(new Set(rows.map(({ after }) => after.star))).toEqual(new Set([0]))
})
