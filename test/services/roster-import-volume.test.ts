import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, ROSTER_BRANCHES, type RosterOffice } from '../support/roster-office.ts'
import { makeRosterWorkbook } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
})
afterAll(() => office.close())

const PEOPLE = 10_000
/** 常驻内存上限(MB);另有文件解析线程自己的上限。 */
const RSS_LIMIT = 700

/** 事件循环被占住的最长一段(毫秒)。 */
const longestBlock = () => {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 5)
    last = now
  }, 5)
  return () => {
    clearInterval(timer)
    return Math.round(longest)
  }
}

test('一万行:时间与内存有数,核对时不堵住别的请求', { timeout: 120_000 }, async () => {
  const bytes = await makeRosterWorkbook(PEOPLE, ROSTER_BRANCHES)
  const stages = new Set<string>()
  const stop = longestBlock()
  const start = performance.now()
  const file = office.core.files.accept('名册.xlsx', bytes)
  const preview = await must(office.api.members.previewImport({ file, branchId: null }, { onProgress: ({ stage }) => stages.add(stage) }))
  const checked = performance.now()
  const blocked = stop()
  expect(preview.counts).toMatchObject({ total: PEOPLE, refused: 0 })
  const result = await must(office.api.members.commitImport({ previewId: preview.previewId, skipRefused: false }, { onProgress: ({ stage }) => stages.add(stage) }))
  const written = performance.now()
  expect(result.written).toBe(PEOPLE)
  expect([...stages]).toEqual(['reading', 'checking', 'writing'])
  expect((await must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 1 }))).counts.total).toBe(PEOPLE)
  const rss = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`名册 ${PEOPLE} 行:核对 ${Math.round(checked - start)} ms(最长一段占住 ${blocked} ms),写入 ${Math.round(written - checked)} ms,常驻内存最高 ${rss} MB`)
  expect(rss).toBeLessThan(RSS_LIMIT)

  const again = await must(office.preview('名册.xlsx', bytes))
  expect(again.counts).toMatchObject({ same: PEOPLE, new: 0, changed: 0 })
})
