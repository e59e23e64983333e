import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WHOLE_ROSTER } from '../../shared/model/member-columns.ts'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { readPdfPositions } from '../../electron/services/print/pdf-positions.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { idNumberOf, memberFields } from '../support/office.ts'
import { readPdf } from '../support/read-pdf.ts'

const RENDERER = join(import.meta.dirname, '..', '..', 'out', 'renderer')
/** 一个像素的 JPEG:只看印没印上。 */
const PIXEL = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=', 'base64')
let printer: BrowserPrinter
let test: TestCore
let branchId: string
beforeAll(async () => {
  printer = createBrowserPrinter(RENDERER)
  test = await makeCore({ printer })
  branchId = await branchWithMembers(test, [])
})
afterAll(async () => {
  test.close()
  await printer.close()
})
const bytesOf = (name: string, ticket: string): Uint8Array => {
  const bytes = test.core.files.take(ticket)?.bytes ?? new Uint8Array()
  mkdirSync(join(RENDERER, '..', 'screenshots'), { recursive: true })
  writeFileSync(join(RENDERER, '..', 'screenshots', `${name}.pdf`), bytes)
  return bytes
}
const plain = (text: string): string => text.replaceAll(/\s+/g, '')
const long = (words: string, most: number): string => words.repeat(Math.ceil(most / words.length)).slice(0, most)
const addPerson = async (name: string, serial: number, changes: Parameters<typeof memberFields>[1] = {}): Promise<string> =>
  (await must(test.api.members.add({ fields: memberFields(branchId, { name, idNumber: idNumberOf('1976-03-12', serial), mobile: '13804590217', address: '望月路七百三十一号', joinedIn: '炼铁作业区党支部', resume: '1996.07—1998.06　炼铁厂　炉前工\n1998.07—至今　炼铁厂　作业长', sponsors: '王建国、李敏', ...changes }) }))).id

it('一个人:两面,各项、何时何地入党、简历、奖惩、签名盖章处都在;遮着的不印证号、不印照片', async () => {
  const id = await addPerson('㛃䶮新', 101)
  const { rev } = await must(test.api.members.get({ id }))
  await must(test.api.members.setPhoto({ id, rev, file: test.core.files.accept('photo.jpg', PIXEL) }))
  await must(test.api.care.add({ branchId, memberId: id, fields: { kind: 'award', subject: '某某', fromDay: '2024-06-28', toDay: null, code: '2', title: '优秀共产党员', authority: '公司党委', documentNumber: '', amountFen: null, detail: '' } }))
  const made = await must(test.api.members.printForm({ id, purpose: '填报材料', full: false }))
  expect([made.pages, made.people]).toEqual([2, 1])
  const pdf = await readPdf(bytesOf('member-form', made.file.ticket))
  const text = plain(pdf.pageTexts.join(''))
  for (const words of ['党员登记表', '㛃䶮新', '何时何地入党', '1998年7月1日，炼铁作业区党支部', '入党介绍人', '王建国、李敏', '1996.07—1998.06炼铁厂炉前工', '优秀共产党员', '本人签名', '党支部意见', '（盖章）', '用途：填报材料']) expect(text).toContain(words)
  expect(text).not.toContain(idNumberOf('1976-03-12', 101))
  expect(text).not.toContain('13804590217')
  for (const size of pdf.sizes) expect(Math.abs(size.width - 594.96)).toBeLessThan(1)
  const full = await must(test.api.members.printForm({ id, purpose: '核对信息', full: true }))
  const shown = plain((await readPdf(bytesOf('member-form-full', full.file.ticket))).pageTexts.join(''))
  for (const words of [idNumberOf('1976-03-12', 101), '13804590217', '望月路七百三十一号']) expect(shown).toContain(words)
  expect(shown).not.toContain('（近期免冠）')
})

it('几个人一份:人人两面,书签按人;各项都填满也不多出一面,一行不丢;印全的要口令', async () => {
  const crowded = { nativePlace: long('黑龙江省大庆市让胡路区', 40), birthPlace: long('内蒙古自治区呼伦贝尔市', 40), graduatedFrom: long('中国石油大学（华东）', 60), major: long('石油与天然气工程', 60), post: long('炼铁作业区高炉炉前', 60), administrativePost: long('副总工程师兼主任', 60), professionalTitle: long('正高级工程师', 60), note: long('备注内容', 500), joinedIn: long('某某油田某某采油厂某某作业区党支部', 80), transferredFrom: long('某某石油管理局某某公司党支部', 80), transferredInOn: '2015-07-01', address: long('让胡路区西宾路', 120), sponsors: long('欧阳建国、', 60), resume: Array.from({ length: 60 }, (_, line) => `19${String(90 + (line % 10))}.07　第${line}段经历写得长一些`).join('\n').slice(0, 1500) } as const
  const ids = [await addPerson('赵满', 201, crowded), await addPerson('钱空', 202, { resume: '', joinedIn: '' })]
  for (let year = 2010; year < 2022; year++) await must(test.api.care.add({ branchId, memberId: ids[0] ?? '', fields: { kind: 'award', subject: '某某', fromDay: `${year}-06-28`, toDay: null, code: '2', title: long('优秀共产党员标兵', 80), authority: long('某某石油管理局党委', 80), documentNumber: '', amountFen: null, detail: '' } }))
  const seen: number[] = []
  const made = await must(test.api.members.printForms({ memberIds: ids, purpose: '上报上级' }, { onProgress: ({ done }) => seen.push(done) }))
  expect([made.pages, made.people, seen.length > 0]).toEqual([4, 2, true])
  const bytes = bytesOf('member-forms', made.file.ticket)
  const text = plain((await readPdf(bytes)).pageTexts.join(''))
  expect(text).toContain('另有5条，见名册')
  // 最下面的一格、盖章处也都在:没有被截掉。
  expect(text.split('备注内容')).toHaveLength(126)
  expect(text.split('上级党组织审核')).toHaveLength(3)
  expect(text.split('2021-06-28')).toHaveLength(2)
  for (let line = 0; line < 50; line += 7) expect(text).toContain(`第${line}段经历`)
  expect(Buffer.from(bytes).includes('/Outlines')).toBe(true)
  expect((await readPdfPositions(bytes)).totalPages).toBe(4)
  expect(await test.api.members.printFullForms({ memberIds: ids, purpose: '上报上级' })).toMatchObject({ error: { code: 'CONFIRMATION_REQUIRED' } })
  expect((await must(test.api.members.printFullForms({ memberIds: ids, purpose: '上报上级' }, { confirm: { reason: '年报', password: TEST_PERSON.password } }))).people).toBe(2)
})

it('取消得了;没有人可印说得清', async () => {
  const stop = new AbortController()
  stop.abort()
  expect(await test.api.members.printForms({ memberIds: [await addPerson('孙停', 301)], purpose: '上报上级' }, { signal: stop.signal })).toMatchObject({ error: { code: 'CANCELLED' } })
  expect(await test.api.members.printForms({ memberIds: ['018f0000-0000-7000-8000-000000000000'], purpose: '上报上级' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
})

it('队伍结构印成一页:每条有数有占比,看以前的日子说明哪些是现在填的', async () => {
  const made = await must(test.api.roster.printStructure({ query: { ...WHOLE_ROSTER, organisationId: branchId, day: '2026-01-01' } }))
  const text = plain((await readPdf(bytesOf('member-structure', made.file.ticket))).pageTexts.join(''))
  expect(made.pages).toBe(1)
  for (const words of ['炼铁作业区党支部党员队伍结构', '年龄', '性别', '民族', '学历', '党龄', '岗位类别', '人员类别', '100.0%', '没有起止日期，是现在填的']) expect(text).toContain(words)
})
