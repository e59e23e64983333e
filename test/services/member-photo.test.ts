import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BY_SELF } from '../support/audited-office.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'

let test: TestCore
let id = ''
const photoOf = (mark: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`照片内容${mark}`.repeat(50))])
const blobs = (): string[] => readdirSync(join(test.folder, 'workspace', 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
const rev = async (): Promise<number> => (await must(test.api.members.get({ id }))).rev
const put = async (bytes: Buffer) => test.api.members.setPhoto({ id, rev: await rev(), file: test.core.files.accept('photo.jpg', bytes) })
const sound = async (): Promise<boolean> => (await must(test.api.audit.verify({ externalHead: '' }))).sound

beforeEach(async () => {
  test = await makeCore()
  const branchId = await branchWithMembers(test, ['王建国'])
  id = (await must(test.api.members.list({ organisationId: branchId, search: '', memberType: null, offset: 0, limit: 1 }))).rows[0]?.id ?? ''
})
afterEach(() => test.close())

it('存下的封着,平时只说有没有;看一眼记一笔;换了、去掉了,没人要的文件收走', async () => {
  expect((await must(put(photoOf('甲')))).hasPhoto).toBe(true)
  const [file = ''] = blobs()
  expect(readFileSync(file).toString('latin1')).not.toContain(Buffer.from('照片内容').toString('latin1'))
  const seen = await must(test.api.members.photo({ id, purpose: '核对证件' }))
  expect([Buffer.from(seen.base64, 'base64').equals(photoOf('甲')), seen.type, seen.hideAfterSeconds]).toEqual([true, 'image/jpeg', 60])
  await must(put(photoOf('乙')))
  expect(blobs()).toHaveLength(1)
  // 表单改别的,照片不丢。
  const { fields, rev: now } = await must(test.api.members.get({ id }))
  await must(test.api.members.save({ id, rev: now, fields: { ...fields, mobile: '13800001111' } }))
  expect((await must(test.api.members.get({ id }))).hasPhoto).toBe(true)
  expect(await sound()).toBe(true)
  await must(test.api.members.setPhoto({ id, rev: await rev(), file: null }))
  expect([blobs().length, (await must(test.api.members.get({ id }))).hasPhoto, await sound()]).toEqual([0, false, true])
})

it('备份还记着的先不收,备份才完整;文件坏了、没了,从头核对说得出', async () => {
  await must(put(photoOf('甲')))
  await must(test.api.backups.make({}))
  await must(put(photoOf('乙')))
  expect(blobs()).toHaveLength(2)
  const { backups } = await must(test.api.backups.list({}))
  expect(await must(test.api.backups.verify({ id: backups[0]?.id ?? '' }))).toMatchObject({ problems: [] })
  for (const path of blobs()) writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, -1), Buffer.from([0])]))
  expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: false, altered: [{ table: 'member_personal', count: 1 }] })
  expect(await codeOf(test.api.members.photo({ id, purpose: '核对证件' }))).toBe('PHOTO_LOST')
  for (const path of blobs()) rmSync(path)
  expect(await sound()).toBe(false)
  // 重新存一张就好了。
  await must(put(photoOf('甲')))
  expect(await sound()).toBe(true)
})

it('不是图片的、太大的不收;擦除的人照片也没有了', async () => {
  expect(await codeOf(put(Buffer.from('%PDF-1.7')))).toBe('PHOTO_UNSUITABLE')
  expect(await codeOf(put(Buffer.concat([photoOf('甲'), Buffer.alloc(700 * 1024)])))).toBe('PHOTO_UNSUITABLE')
  await must(put(photoOf('甲')))
  await must(test.api.members.changeState({ id, rev: await rev(), state: 'left', day: '2026-11-20', document: '' }))
  await must(test.api.members.erase({ id, rev: await rev() }, BY_SELF))
  expect([blobs().length, await sound()]).toEqual([0, true])
})

it('党籍状态自哪天起、凭哪个文号;离开的从那天起不在名册上,从前的日子还在', async () => {
  test.clock.set('2026-12-20')
  await must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
  await must(test.api.members.changeState({ id, rev: await rev(), state: 'kept', day: '2026-12-01', document: '党办〔2026〕8 号' }))
  await must(test.api.members.changeState({ id, rev: await rev(), state: 'expelled', day: '2026-12-10', document: '党纪〔2026〕2 号' }))
  const { states, fields } = await must(test.api.members.get({ id }))
  expect(fields.membershipState).toBe('expelled')
  expect(states.map(({ state, fromDay, toDay, document }) => [state, fromDay, toDay, document])).toEqual([
    ['normal', '0001-01-01', '2026-12-01', ''],
    ['kept', '2026-12-01', '2026-12-10', '党办〔2026〕8 号'],
    ['expelled', '2026-12-10', null, '党纪〔2026〕2 号'],
  ])
  const on = async (day: string | null): Promise<number> => (await must(test.api.roster.browse({ query: { organisationId: null, day, search: '', presence: 'on_roster', filters: [], sort: [], groupBy: null }, columns: ['name'], offset: 0, limit: 10 }))).totals.total
  expect([await on('2026-12-09'), await on('2026-12-10'), await on(null)]).toEqual([1, 0, 0])
  expect(await test.api.members.changeState({ id, rev: await rev(), state: 'restored', day: '2026-12-05', document: '' })).toMatchObject({ ok: false, error: { code: 'STATE_DAY_UNSUITABLE', data: { day: '2026-12-10' } } })
  expect(await codeOf(test.api.members.changeState({ id, rev: await rev(), state: 'restored', day: '2027-01-01', document: '' }))).toBe('STATE_DAY_UNSUITABLE')
  expect(JSON.stringify(await must(test.api.history.member({ id, offset: 0 })))).toContain('开除（党纪〔2026〕2 号）')
  expect(await sound()).toBe(true)
})
