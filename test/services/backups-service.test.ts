import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await makeCore()
})
afterEach(() => test.close())
const person = { userName: TEST_PERSON.userName, password: TEST_PERSON.password }
const confirm = { reason: '恢复演练', password: TEST_PERSON.password }
const workspace = (): string => join(test.folder, 'workspace')
const categories = async (): Promise<string[]> => (await must(test.api.organisations.categories({}))).categories.map(({ name }) => name)
const codeOf = async (result: Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>): Promise<string> => (await result).error?.code ?? 'ok'

describe('做与列', () => {
  it('做一份:核对过才列出来,状态页看得到;审计里有一条', async () => {
    expect((await must(test.api.backups.overview({}))).last).toBeNull()
    const made = await must(test.api.backups.make({}))
    expect(made).toMatchObject({ kind: 'manual', place: 'workspace', problems: [] })
    expect(made.verifiedAt).not.toBeNull()
    expect((await must(test.api.backups.list({}))).backups).toEqual([made])
    expect(await must(test.api.backups.overview({}))).toMatchObject({ last: made, secondState: 'never', running: false, problems: [] })
  }, 60_000)
  it('第二处:拷到工作区之外,天数从那天算起;工作区里、不存在的地方不收', async () => {
    const stick = join(test.folder, 'stick')
    expect(await codeOf(test.api.backups.makeSecond({ path: stick }))).toBe('STORE_FOLDER_UNSUITABLE')
    mkdirSync(stick)
    const made = await must(test.api.backups.makeSecond({ path: stick }))
    expect(made).toMatchObject({ kind: 'second_place', place: 'second', problems: [] })
    expect(readdirSync(stick)).toHaveLength(1)
    expect(await codeOf(test.api.backups.makeSecond({ path: join(workspace(), 'backups') }))).toBe('STORE_FOLDER_UNSUITABLE')
    expect(await must(test.api.backups.overview({}))).toMatchObject({ secondAgeDays: 0, secondState: 'fine', secondPlace: stick })
    test.clock.set('2026-11-28')
    await must(test.api.session.signIn(person))
    expect(await must(test.api.backups.overview({}))).toMatchObject({ secondState: 'overdue' })
  }, 60_000)
  it('坏了的:核对查得出来,恢复不用它', async () => {
    const made = await must(test.api.backups.make({}))
    const file = join(workspace(), 'backups', made.id, 'baolei.db')
    const bytes = readFileSync(file)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect((await must(test.api.backups.verify({ id: made.id }))).problems).toContain('file_changed')
    expect(await codeOf(test.api.backups.restore({ id: made.id }, { confirm }))).toBe('BACKUP_DAMAGED')
    expect(await codeOf(test.api.backups.verify({ id: '../../etc' }))).toBe('BACKUP_NOT_FOUND')
    expect(await codeOf(test.api.backups.verify({ id: '/etc' }))).toBe('BACKUP_NOT_FOUND')
  }, 60_000)
})

describe('恢复', () => {
  it('先说清会少什么,要口令和理由;恢复之前另存一份,审计记下,登录的人照旧,以后的提交照常', async () => {
    await must(test.api.organisations.addCategory({ name: '早的分类' }))
    const made = await must(test.api.backups.make({}))
    await must(test.api.organisations.addCategory({ name: '晚的分类' }))
    const said = await must(test.api.backups.consequences({ id: made.id }))
    expect(said.lost).toContainEqual(expect.objectContaining({ table: 'branch_category', label: '分类名称', count: 1, examples: ['晚的分类'] }))
    expect(await codeOf(test.api.backups.restore({ id: made.id }))).toBe('CONFIRMATION_REQUIRED')
    expect(await codeOf(test.api.backups.restore({ id: made.id }, { confirm: { ...confirm, password: 'wrong' } }))).toBe('CONFIRMATION_WRONG')
    expect(await categories()).toContain('晚的分类')
    await must(test.api.backups.restore({ id: made.id }, { confirm }))
    expect((await must(test.api.session.state({}))).phase).toBe('open')
    expect(await categories()).toContain('早的分类')
    expect(await categories()).not.toContain('晚的分类')
    expect((await must(test.api.backups.list({}))).backups.map(({ kind }) => kind)).toContain('before_restore')
    await must(test.api.organisations.addCategory({ name: '再来的分类' }))
    await must(test.api.system.closeWorkspace({}))
    await must(test.api.system.openWorkspace({ path: workspace() }))
    await must(test.api.session.signIn(person))
    expect(await categories()).toContain('再来的分类')
  }, 60_000)
  it('恢复之前那一份也能恢复回来', async () => {
    const made = await must(test.api.backups.make({}))
    await must(test.api.organisations.addCategory({ name: '晚的分类' }))
    await must(test.api.backups.restore({ id: made.id }, { confirm }))
    const before = (await must(test.api.backups.list({}))).backups.find(({ kind }) => kind === 'before_restore')
    await must(test.api.backups.restore({ id: before?.id ?? '' }, { confirm }))
    expect(await categories()).toContain('晚的分类')
  }, 60_000)
})

describe('打不开时', () => {
  const claim = () => ({ path: workspace(), userName: TEST_PERSON.userName, password: TEST_PERSON.password })
  it('库文件坏了:凭口令列备份、恢复;坏文件留在 damaged', async () => {
    await must(test.api.organisations.addCategory({ name: '早的分类' }))
    const made = await must(test.api.backups.make({}))
    await must(test.api.system.closeWorkspace({}))
    const file = join(workspace(), 'baolei.db')
    const bytes = readFileSync(file)
    bytes.fill(7, 4096, 8192)
    bytes.fill(7, 0, 1024)
    writeFileSync(file, bytes)
    await must(test.api.system.openWorkspace({ path: workspace() }))
    expect(await codeOf(test.api.session.signIn(person))).toBe('STORE_CORRUPT')
    expect(await codeOf(test.api.rescue.backups({ ...claim(), password: 'wrong' }))).toBe('PASSWORD_WRONG')
    const { backups } = await must(test.api.rescue.backups(claim()))
    expect(backups.map(({ id }) => id)).toContain(made.id)
    await must(test.api.rescue.restore({ ...claim(), id: made.id, reason: '磁盘坏道' }))
    expect(await categories()).toContain('早的分类')
    expect(readdirSync(join(workspace(), 'damaged'))).toHaveLength(1)
  }, 60_000)
  it('库文件不见了:不当首次使用,能恢复', async () => {
    const made = await must(test.api.backups.make({}))
    await must(test.api.system.closeWorkspace({}))
    rmSync(join(workspace(), 'baolei.db'))
    expect(await codeOf(test.api.system.openWorkspace({ path: workspace() }))).toBe('STORE_FILE_MISSING')
    expect(existsSync(join(workspace(), 'baolei.db'))).toBe(false)
    await must(test.api.rescue.restore({ ...claim(), id: made.id, reason: '误删' }))
    expect((await must(test.api.session.state({}))).phase).toBe('open')
  }, 60_000)
  it('最近的保存不见了(WAL 被删):说出几次,接受之后照常用,记入审计', async () => {
    await must(test.api.organisations.addCategory({ name: '收进主文件的' }))
    await must(test.api.system.closeWorkspace({}))
    const database = readFileSync(join(workspace(), 'baolei.db'))
    await must(test.api.system.openWorkspace({ path: workspace() }))
    await must(test.api.session.signIn(person))
    await must(test.api.organisations.addCategory({ name: '只在新文件里的' }))
    await must(test.api.system.closeWorkspace({}))
    writeFileSync(join(workspace(), 'baolei.db'), database)
    await must(test.api.system.openWorkspace({ path: workspace() }))
    const refused = await test.api.session.signIn(person)
    // 登录、加分类、退出。
    expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_BEHIND_MARK', data: { missing: 3 } } })
    await must(test.api.rescue.acceptLoss({ ...claim(), reason: '确认过' }))
    expect(await categories()).toContain('收进主文件的')
    expect(await categories()).not.toContain('只在新文件里的')
    await must(test.api.organisations.addCategory({ name: '接着用' }))
    await must(test.api.system.closeWorkspace({}))
    await must(test.api.system.openWorkspace({ path: workspace() }))
    await must(test.api.session.signIn(person))
    expect(await categories()).toContain('接着用')
  }, 60_000)
  it('只看的副本:看得到,改不了,原来的一个字节不动', async () => {
    await must(test.api.organisations.addCategory({ name: '看得到的' }))
    await must(test.api.system.closeWorkspace({}))
    const before = readFileSync(join(workspace(), 'baolei.db'))
    expect(await must(test.api.rescue.openCopy(claim()))).toMatchObject({ readOnly: true })
    expect(await categories()).toContain('看得到的')
    expect(await codeOf(test.api.organisations.addCategory({ name: '改不了' }))).toBe('READ_ONLY_COPY')
    expect(readFileSync(join(workspace(), 'baolei.db')).equals(before)).toBe(true)
  }, 60_000)
})

describe('日程', () => {
  it('演练:在临时位置恢复、重算、比对;结果显示在状态里', async () => {
    await must(test.api.backups.make({}))
    expect(await must(test.api.backups.drill({}))).toMatchObject({ sound: true, problems: [] })
    expect((await must(test.api.backups.overview({}))).lastDrill).toMatchObject({ sound: true })
  }, 60_000)
  it('关闭之前:有改动就备份一份', async () => {
    await must(test.api.organisations.addCategory({ name: '关之前改的' }))
    await test.core.beforeClose()
    expect((await must(test.api.backups.list({}))).backups.map(({ kind }) => kind)).toEqual(['at_close'])
  }, 60_000)
})
