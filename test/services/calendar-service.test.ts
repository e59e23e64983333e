import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeCore, must, type TestCore } from '../support/make-core.ts'

let core: TestCore
beforeAll(async () => {
  core = await makeCore()
})
afterAll(() => core.close())
const yearOf = async (year: number) => (await must(core.api.calendar.years({}))).years.find((entry) => entry.year === year)

it('自带三年,之后的照实说没有装入', async () => {
  const { years } = await must(core.api.calendar.years({}))
  expect(years.map(({ year, state, workingDays }) => [year, state, workingDays])).toEqual([
    [2024, 'built_in', 251],
    [2025, 'built_in', 248],
    [2026, 'built_in', 248],
    [2027, 'none', 261],
    [2028, 'none', 260],
  ])
})
it('装入一年:读粘贴来的,存下,换掉原来的', async () => {
  const read = await must(core.api.calendar.readText({ year: 2027, text: '2027-01-01至2027-01-03 元旦 放假\n看不懂的' }))
  expect(read.problems.map(({ line, reason }) => [line, reason])).toEqual([[2, 'no_date']])
  await must(core.api.calendar.saveYear({ year: 2027, source: '某号通知', days: read.days }))
  expect(await yearOf(2027)).toMatchObject({ state: 'edited', source: '某号通知', workingDays: 260 })
})
it('自带的也能改,改了以本单位的为准', async () => {
  const before = await yearOf(2026)
  await must(core.api.calendar.saveYear({ year: 2026, source: '', days: [...(before?.days ?? []), { day: '2026-11-23', kind: 'holiday', name: '厂庆' }] }))
  expect(await yearOf(2026)).toMatchObject({ state: 'edited', workingDays: 247 })
})
it.each([
  [[{ day: '2028-01-01', kind: 'holiday', name: '' }], '2028-01-01'],
  [
    [
      { day: '2027-01-01', kind: 'holiday', name: '' },
      { day: '2027-01-01', kind: 'workday', name: '' },
    ],
    '2027-01-01',
  ],
] as const)('不在这一年的、写了两次的不收 %#', async (days, day) => {
  expect(await core.api.calendar.saveYear({ year: 2027, source: '', days: [...days] })).toMatchObject({ ok: false, error: { code: 'CALENDAR_DAYS_UNSUITABLE', data: { day } } })
})
