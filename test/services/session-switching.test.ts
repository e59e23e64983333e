import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { codeOf } from '../support/evaluation-calls.ts'
import { must } from '../support/make-core.ts'
import { makeSeparated, type SeparatedOffice, type TestOfficer } from '../support/separated-office.ts'

/** 一台共用的电脑:甲锁屏走开,乙登录,甲再回来。 */
let office: SeparatedOffice
let root: string
let branches: readonly [string, string]
let committee: TestOfficer
let secretary: TestOfficer
beforeEach(async () => {
  office = await makeSeparated()
  await office.signIn(office.officers.security)
  root = (await must(office.api.accounts.list({}))).units[0]?.id ?? ''
  committee = await office.addPerson('dangban', '何川', [{ role: 'committee_office', unitId: root }])
  const add = async (name: string, code: string) => (await must(office.api.organisations.add({ parentId: root, kind: 'branch', name, shortName: '', code, category: 'production' }))).id
  branches = [await add('第一党支部', '001'), await add('第二党支部', '002')]
  secretary = await office.addPerson('shuji', '梁书山', [{ role: 'branch_secretary', unitId: branches[0] }])
  await office.signIn(committee)
})
afterEach(() => office.close())
const roster = () => office.core.files.accept('名册.xlsx', readFileSync(join(import.meta.dirname, '..', 'fixtures', 'import', 'roster-clean.xlsx')))

it('没保存完的只有本人看得到;乙按乙的授权看,甲回来样样还在', async () => {
  await must(office.api.session.keepDraft({ key: 'meeting:1', body: '甲写到一半' }))
  await must(office.api.session.lock({ reason: 'person' }))
  await office.signIn(secretary)
  expect(await must(office.api.session.drafts({}))).toEqual({ drafts: [] })
  await must(office.api.session.keepDraft({ key: 'meeting:1', body: '乙的' }))
  const { nodes } = await must(office.api.organisations.tree({}))
  expect(nodes.map(({ name }) => name)).toEqual(['北岭钢铁集团党委', '第一党支部'])
  expect(await codeOf(office.api.organisations.get({ id: branches[1] }))).toBe('FORBIDDEN')
  expect(await codeOf(office.api.organisations.addCategory({ name: '乙加不了' }))).toBe('FORBIDDEN')
  await office.signIn(committee)
  expect((await must(office.api.session.drafts({}))).drafts).toMatchObject([{ key: 'meeting:1', body: '甲写到一半' }])
  expect((await must(office.api.organisations.tree({}))).nodes).toHaveLength(3)
  // 合上、重开、断电都不丢。
  await must(office.api.system.closeWorkspace({}))
  await must(office.api.system.openWorkspace({ path: office.path }))
  await office.signIn(committee)
  expect((await must(office.api.session.drafts({}))).drafts).toHaveLength(1)
})

it('甲选的文件、看过的预览、做好的文件,乙用不了', async () => {
  const file = roster()
  const preview = await must(office.api.imports.preview({ kind: 'members', file, branchId: branches[0] }))
  const offered = roster()
  await must(office.api.session.lock({ reason: 'person' }))
  await office.signIn(secretary)
  expect(await codeOf(office.api.imports.preview({ kind: 'members', file, branchId: branches[0] }))).toBe('FILE_EXPIRED')
  expect(await codeOf(office.api.imports.commit({ previewId: preview.previewId, skipRefused: true }))).toBe('PREVIEW_EXPIRED')
  expect(office.core.files.take(offered.ticket)).toBeNull()
  await office.signIn(committee)
  expect(office.core.files.take(offered.ticket)?.size).toBeGreaterThan(1000)
  expect((await must(office.api.imports.commit({ previewId: preview.previewId, skipRefused: true }))).written).toBe(14)
})

it('乙没登录成:屏幕还锁着,甲的不动', async () => {
  await must(office.api.session.lock({ reason: 'person' }))
  expect(await codeOf(office.api.session.signIn({ userName: secretary.userName, password: 'Wrong-Password-1' }))).toBe('PASSWORD_WRONG')
  expect(await office.state()).toMatchObject({ phase: 'locked', user: { userName: committee.userName } })
})

it('九十天没换口令:登录之后先换;换好接着用', async () => {
  office.clock.advance(91 * 86_400_000)
  expect((await office.signIn(secretary)).session).toMatchObject({ phase: 'password_due' })
  expect(await codeOf(office.api.organisations.tree({}))).toBe('PASSWORD_DUE')
  const newPassword = 'Meadow-Copper-913x'
  expect(await must(office.api.session.changePassword({ currentPassword: secretary.password, newPassword }))).toMatchObject({ phase: 'open' })
  expect(await codeOf(office.api.organisations.tree({}))).toBe('ok')
})
