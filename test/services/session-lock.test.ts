import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReplyMessage } from '../../shared/rpc/messages.ts'
import { DeclaredFailure } from '../../electron/rpc/handlers.ts'
import type { Printer } from '../../electron/services/ports.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { everyProcedure, probe } from '../support/contract-walk.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'

const MINUTE = 60_000
let test: TestCore
let onPrint: Printer['renderPdf'] = () => Promise.reject(new Error('not set'))
const printer: Printer = { renderPdf: (page, model, options) => onPrint(page, model, options) }
beforeEach(async () => {
  test = await makeCore({ printer })
})
afterEach(() => {
  vi.useRealTimers()
  test.close()
})
const state = () => must(test.api.session.state({}))
const unlock = () => must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))

describe('锁屏(F56)', () => {
  it('闲置十分钟自动锁:看的、后台重取的不算有人在用;键盘鼠标、写入算', async () => {
    test.clock.advance(9 * MINUTE)
    await must(test.api.organisations.tree({}))
    await must(test.api.session.touch({}))
    test.clock.advance(9 * MINUTE)
    await must(test.api.organisations.addCategory({ name: '新的分类' }))
    test.clock.advance(9 * MINUTE)
    for (let turn = 0; turn < 3; turn++) await must(test.api.organisations.tree({}))
    expect((await state()).phase).toBe('open')
    test.clock.advance(MINUTE)
    expect(await codeOf(test.api.organisations.tree({}))).toBe('SESSION_LOCKED')
    expect(await state()).toMatchObject({ phase: 'locked', lockedBy: 'idle', grants: [], user: { userName: TEST_PERSON.userName } })
    // 锁上以后,动鼠标解不开。
    await must(test.api.session.touch({}))
    expect((await state()).phase).toBe('locked')
    expect((await unlock()).session).toMatchObject({ phase: 'open', lockedBy: null })
  })
  it('退出:合上工作区,还选定着它;谁退出记了一条,合上也算退出', async () => {
    expect(await must(test.api.session.signOut({}))).toMatchObject({ phase: 'sealed', user: null })
    expect(await codeOf(test.api.organisations.tree({}))).toBe('SIGN_IN_FIRST')
    await unlock()
    await must(test.api.system.closeWorkspace({}))
    await must(test.api.system.openWorkspace({ path: join(test.folder, 'workspace') }))
    await unlock()
    const { rows } = await must(test.api.audit.search({ fromDay: null, toDay: null, kind: 'session', accountId: null, search: '', beforeSeq: null, limit: 500 }))
    expect(rows.filter(({ procedure }) => procedure === 'session.signOut')).toHaveLength(2)
  })
  it('没有任何调用也会自己锁,并推给界面', async () => {
    test.close()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    test = await makeCore({ printer })
    const before = test.pushed.length
    test.clock.advance(11 * MINUTE)
    expect(test.pushed.length).toBe(before)
    vi.advanceTimersByTime(6000)
    expect(test.pushed.slice(before)).toContainEqual({ event: 'session.changed', payload: {} })
    expect((await state()).lockedBy).toBe('idle')
  })
  it('一直有人在用,十二小时也要重新输一次口令', async () => {
    for (let minutes = 0; minutes < 12 * 60; minutes += 9) {
      await must(test.api.session.touch({}))
      test.clock.advance(9 * MINUTE)
    }
    expect(await state()).toMatchObject({ phase: 'locked', lockedBy: 'expired' })
  })
  it('时钟往回拨:从那时重新计,不会永远不锁', async () => {
    test.clock.advance(-30 * 24 * 60 * MINUTE)
    await must(test.api.organisations.tree({}))
    test.clock.advance(10 * MINUTE)
    expect((await state()).lockedBy).toBe('idle')
    await unlock()
    test.clock.advance(-30 * 24 * 60 * MINUTE)
    for (let minutes = 0; minutes <= 12 * 60; minutes += 9) {
      await must(test.api.session.touch({}))
      test.clock.advance(9 * MINUTE)
    }
    expect((await state()).lockedBy).toBe('expired')
  })
  it.each(['person', 'os'] as const)('手动锁、系统锁(%s):当场锁,记一条审计', async (reason) => {
    expect(await must(test.api.session.lock({ reason }))).toMatchObject({ phase: 'locked', lockedBy: reason })
    const path = join(test.folder, 'workspace')
    const raw = openRaw(path, await keyOf(path))
    expect(JSON.parse(raw.prepare("SELECT detail FROM audit_log WHERE procedure = 'session.lock'").pluck().get() as string)).toEqual({ action: 'lock', reason })
    raw.close()
  })
  it('锁着屏:契约里的每个过程都回 SESSION_LOCKED,只有声明过的例外', async () => {
    await must(test.api.session.lock({ reason: 'person' }))
    const passed: string[] = []
    for (const { path, procedure } of everyProcedure) {
      const code = await probe(test.core, path)
      if (code === 'passed') passed.push(path)
      else expect(code, path).toBe('SESSION_LOCKED')
      expect(code === 'passed', path).toBe(procedure.roles === 'anyone' && procedure.whenLocked === true)
    }
    // 例外只有这几样,都不涉及业务数据;多出来一个,要有人看过。
    expect(passed.toSorted()).toEqual(['session.lock', 'session.recover', 'session.signIn', 'session.signOut', 'session.state', 'session.touch', 'support.preview', 'support.save', 'system.closeWorkspace', 'system.createWorkspace', 'system.hello', 'system.openSample', 'system.openWorkspace', 'system.startOptions'])
  })
  it('换上假的 keys 文件夹,骗不开锁着的屏', async () => {
    const other = join(test.folder, 'other')
    const forged = await makeCore({ workspace: 'none' })
    const password = 'Forged-Anchor-77x'
    await must(forged.api.system.createWorkspace({ path: other, name: '别的单位', people: { setup: 'one_office', person: { ...TEST_PERSON, password } } }))
    forged.close()
    await must(test.api.session.lock({ reason: 'person' }))
    const keys = join(test.folder, 'workspace', 'keys')
    cpSync(keys, join(test.folder, 'kept'), { recursive: true })
    rmSync(keys, { recursive: true })
    cpSync(join(other, 'keys'), keys, { recursive: true })
    expect(await codeOf(test.api.session.signIn({ userName: TEST_PERSON.userName, password }))).toBe('STORE_KEY_WRONG')
    expect((await state()).phase).toBe('locked')
    rmSync(keys, { recursive: true })
    cpSync(join(test.folder, 'kept'), keys, { recursive: true })
    await unlock()
  })
})

describe('长活做着的时候', () => {
  /** 读名册要另起线程,总得几十毫秒:其间锁屏、换人都来得及;来不及的话 isDone 会说。 */
  const startPreview = async () => {
    const branchId = await branchWithMembers(test, ['张小川'])
    const file = test.core.files.accept('名册.xlsx', readFileSync(join(import.meta.dirname, '..', 'fixtures', 'import', 'roster-clean.xlsx')))
    let isDone = false
    const job = test.api.imports.preview({ kind: 'members', file, branchId })
    void job.then(() => {
      isDone = true
    })
    return { job, isDone: () => isDone }
  }
  const startPrint = async () => {
    const branchId = await branchWithMembers(test, ['张小川'])
    const started = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<Uint8Array>()
    onPrint = () => {
      started.resolve()
      return finish.promise
    }
    const job = test.api.print.handbook({ branchId, year: 2026 })
    await started.promise
    return { job, fail: () => finish.reject(new DeclaredFailure('BROWSER_TOO_OLD', { found: '109.0.1.2' })) }
  }

  it('锁得上、解得开;锁着时做完的,结果不给锁着的屏', async () => {
    const { job, isDone } = await startPreview()
    expect(await must(test.api.session.lock({ reason: 'os' }))).toMatchObject({ phase: 'locked' })
    // 换工作区、关工作区还是要等。
    expect(await codeOf(test.api.system.closeWorkspace({}))).toBe('BUSY')
    expect(isDone()).toBe(false)
    const reply = (await job) as unknown as ReplyMessage
    expect(reply).toMatchObject({ ok: false, error: { code: 'SESSION_LOCKED', data: {} } })
    await unlock()
    expect(await codeOf(test.api.organisations.tree({}))).toBe('ok')
  })
  it('锁了又解开的同一个人:结果照给', async () => {
    const { job, isDone } = await startPreview()
    await must(test.api.session.lock({ reason: 'os' }))
    await unlock()
    expect(isDone()).toBe(false)
    expect((await must(job)).counts.total).toBe(14)
  })
  it('换了人:原来那个人的结果不给', async () => {
    const password = 'Pebble-Anchor-31x'
    const { accounts } = await must(test.api.accounts.add({ userName: 'li', displayName: '李闻', password }))
    expect(accounts).toHaveLength(2)
    const { job, isDone } = await startPreview()
    await must(test.api.session.signIn({ userName: 'li', password }))
    expect(isDone()).toBe(false)
    expect(await codeOf(job)).toBe('SESSION_LOCKED')
  })
  it('失败的缘由也一样:锁着不给,没锁照给', async () => {
    const locked = await startPrint()
    await must(test.api.session.lock({ reason: 'os' }))
    locked.fail()
    expect(await codeOf(locked.job)).toBe('SESSION_LOCKED')
  })
  it('进来的文件、做好的文件:锁着屏取不到,解开了还是他的', async () => {
    const file = test.core.files.accept('名册.xlsx', new Uint8Array([1, 2, 3]))
    await must(test.api.session.lock({ reason: 'person' }))
    expect(test.core.files.take(file.ticket)).toBeNull()
    await unlock()
    expect(test.core.files.take(file.ticket)?.bytes).toEqual(new Uint8Array([1, 2, 3]))
    await must(test.api.system.closeWorkspace({}))
    expect(test.core.files.take(file.ticket)).toBeNull()
  })
})
