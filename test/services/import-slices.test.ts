import { afterEach, beforeEach, expect, test } from 'vitest'
import { PREVIEW_PAGE } from '../../shared/model/roster-import.ts'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, ROSTER_BRANCHES, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeEach(async () => {
  office = await makeRosterOffice()
})
afterEach(() => office.close())

const PEOPLE = 600
const sheet = (): Uint8Array =>
  new TextEncoder().encode(['姓名,身份证号,人员类别,入党日期,转正日期,所在党支部', ...Array.from({ length: PEOPLE }, (_, index) => `王建国,${madeIdNumber(index)},正式,1999-07-01,2000-07-01,${ROSTER_BRANCHES[index % ROSTER_BRANCHES.length] ?? ''}`)].join('\r\n'))
const total = async (): Promise<number> => (await must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 1 }))).counts.total
/** 写入当中,看一眼各时刻的人数。 */
const commit = async (options: { readonly signal?: AbortSignal; readonly during?: () => Promise<void> }) => {
  const { previewId } = await must(office.preview('名册.csv', sheet()))
  const state = { isOver: false }
  const running = office.api.imports.commit({ previewId, skipRefused: false }, options.signal === undefined ? {} : { signal: options.signal }).finally(() => {
    state.isOver = true
  })
  const seen = new Set<number>()
  let looks = 0
  while (!state.isOver) {
    seen.add(await total())
    looks += 1
    if (looks === 3) await options.during?.()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { reply: await running, seen, looks }
}

test('写入当中照常应答,看到的不是从前的样子就是写完的样子', async () => {
  const { reply, seen, looks } = await commit({})
  expect(reply.ok).toBe(true)
  expect(looks).toBeGreaterThan(3)
  expect([...seen].filter((count) => count !== 0 && count !== PEOPLE)).toEqual([])
  expect(await total()).toBe(PEOPLE)
  expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
})

test('写入当中有人存别的:先写完导入再存,两样都在,两条链都连着', async () => {
  const top = (await must(office.api.organisations.tree({}))).nodes.find((node) => node.parentId === null)
  const { reply } = await commit({
    during: async () => {
      await must(office.api.organisations.add({ parentId: top?.id ?? '', kind: 'branch', name: '后来的党支部', shortName: '', code: '901', category: 'production' }))
    },
  })
  expect(reply.ok).toBe(true)
  expect(await total()).toBe(PEOPLE)
  expect((await must(office.api.organisations.tree({}))).nodes.some(({ name }) => name === '后来的党支部')).toBe(true)
  expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  expect(await must(office.api.imports.undo({ batchId: (await must(office.api.imports.history({}))).batches[0]?.id ?? '' }))).toMatchObject({ removed: PEOPLE })
})

test('写入当中叫停:一个人也没有,之后照样能导入', async () => {
  const controller = new AbortController()
  const { reply } = await commit({ signal: controller.signal, during: () => Promise.resolve(controller.abort()) })
  // 机器快得来不及叫停,就是写完了:也只有这两种。
  expect([[false, 0], [true, PEOPLE]]).toContainEqual([reply.ok, await total()])
  expect((await commit({})).reply.ok).toBe(true)
  expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
})

test('预览一页一页地取:合起来就是全部,次序照文件;写完了就取不到', async () => {
  const long = new TextEncoder().encode(['姓名,身份证号,人员类别,入党日期,转正日期,所在党支部', ...Array.from({ length: PREVIEW_PAGE + 20 }, (_, index) => `王建国,${madeIdNumber(index)},正式,1999-07-01,2000-07-01,${ROSTER_BRANCHES[0]}`)].join('\r\n'))
  const { previewId, rows, counts } = await must(office.preview('名册.csv', long))
  expect([rows.length, counts.total]).toEqual([PREVIEW_PAGE, PREVIEW_PAGE + 20])
  const rest = await must(office.api.imports.previewRows({ previewId, offset: rows.length }))
  expect([...rows, ...rest.rows].map(({ row }) => row)).toEqual(Array.from({ length: counts.total }, (_, index) => index + 2))
  expect((await must(office.api.imports.previewRows({ previewId, offset: counts.total }))).rows).toEqual([])
  await must(office.api.imports.commit({ previewId, skipRefused: false }))
  expect(await office.api.imports.previewRows({ previewId, offset: 0 })).toMatchObject({ ok: false, error: { code: 'PREVIEW_EXPIRED' } })
})
