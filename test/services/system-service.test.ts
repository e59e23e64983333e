import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { createClient } from '../../shared/rpc/client.ts'
import { createCore, type Core, type CoreOptions } from '../../electron/core.ts'
import { createKeyKeeper } from '../../electron/services/session/key-keeper.ts'
import { createWorkspaceSlot } from '../../electron/services/workspace-slot.ts'
import { createWorkspaceRegistry } from '../../electron/services/workspace-registry.ts'
import { directTransport, makeCore, must, ONE_OFFICE, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { snapshot } from '../support/store-snapshot.ts'

let test: TestCore
const cores: Core[] = []
beforeEach(async () => {
  test = await makeCore()
})
afterEach(() => {
  for (const core of cores.splice(0)) core.close()
  test.close()
})
const workspace = (): string => join(test.folder, 'workspace')
const codeOf = async (result: Promise<{ ok: boolean; error?: { code: string } }>): Promise<string> => {
  const settled = await result
  return settled.ok ? 'ok' : (settled.error?.code ?? '')
}
const another = (openAtStart: CoreOptions['openAtStart']) => {
  const logged: string[] = []
  const core = createCore({ ports: { ...test.ports, log: { write: (level, message, detail) => logged.push(`${level} ${message} ${JSON.stringify(detail)}`) } }, openAtStart })
  cores.push(core)
  return { core, logged, api: createClient(contract, directTransport(core), () => test.ports.ids.next()) }
}
const signIn = (api: TestCore['api'] = test.api) => api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password })
const tree = async (): Promise<number> => (await must(test.api.organisations.tree({}))).nodes.length

describe('握手', () => {
  it('说明开着什么、有哪些角色、今天几号;构建号不同回 RELOAD', async () => {
    expect(await must(test.api.system.hello({ build: 'test' }))).toMatchObject({ build: 'test', workspace: { path: workspace(), name: '测试单位党委', kind: 'office' }, startError: null, today: '2026-11-20' })
    expect(await codeOf(test.api.system.hello({ build: 'older' }))).toBe('RELOAD')
    expect(await codeOf(test.api.system.hello({ build: '' }))).toBe('ok')
  })
  it('状态:位置、名称、版本、最近保存时刻', async () => {
    const before = await must(test.api.system.status({}))
    expect(before).toMatchObject({ path: workspace(), name: '测试单位党委', version: '0.0.0-test' })
    await must(test.api.organisations.addCategory({ name: '新增的分类' }))
    const after = await must(test.api.system.status({}))
    expect(after.lastSavedAt).toBeGreaterThan(before.lastSavedAt ?? 0)
  })
})

describe('打不开别的,原来的照常用', () => {
  const cases: readonly (readonly [string, string, (place: string) => void])[] = [
    ['不存在', 'STORE_NOT_FOUND', () => undefined],
    ['没有库的文件夹', 'STORE_NOT_FOUND', (place) => mkdirSync(place)],
    ['不相干的文件', 'STORE_KEY_MISSING', (place) => (mkdirSync(place), writeFileSync(join(place, 'baolei.db'), 'x'.repeat(5000)))],
    ['钥匙丢了的', 'STORE_KEY_MISSING', (place) => (cpSync(workspace(), place, { recursive: true }), rmSync(join(place, 'keys'), { recursive: true }))],
    ['钥匙簿坏了的', 'STORE_KEY_DAMAGED', (place) => (cpSync(workspace(), place, { recursive: true }), writeFileSync(join(place, 'keys', 'keyring.json'), '{'))],
  ]
  it.each(cases)('%s → %s', async (_what, code, prepare) => {
    const place = join(test.folder, 'other')
    prepare(place)
    const before = existsSync(place) ? snapshot(place) : null
    const pushes = test.pushed.length
    expect(await codeOf(test.api.system.openWorkspace({ path: place }))).toBe(code)
    expect(existsSync(place) ? snapshot(place) : null).toEqual(before)
    expect(test.pushed.length).toBe(pushes)
    expect((await must(test.api.system.hello({ build: '' }))).workspace?.path).toBe(workspace())
    await must(test.api.organisations.addCategory({ name: '照常保存' }))
    expect(await tree()).toBe(1)
  })
  // 要口令的,登录才打得开:这时才看得出来。选了它,原来的就合上了;退回去再登录,什么也没少。
  const sealedCases: readonly (readonly [string, string, (place: string) => Promise<void> | void])[] = [
    ['更新版本的库', 'STORE_FROM_FUTURE', async (place) => ((raw) => (raw.pragma('user_version = 990'), raw.close()))(openRaw(place, await keyOf(place)))],
    ['没建成的库', 'STORE_NOT_FOUND', async (place) => ((raw) => (raw.exec('DELETE FROM workspace'), raw.close()))(openRaw(place, await keyOf(place)))],
    ['坏了的库', 'STORE_CORRUPT', (place) => writeFileSync(join(place, 'baolei.db'), Buffer.alloc(40_960, 1))],
  ]
  it.each(sealedCases)('登录之后才看得出的:%s → %s', async (_what, code, prepare) => {
    const place = join(test.folder, 'other')
    cpSync(workspace(), place, { recursive: true })
    await prepare(place)
    const before = snapshot(place)
    expect(await must(test.api.system.openWorkspace({ path: place }))).toMatchObject({ workspace: null, session: { phase: 'sealed', user: null, grants: [] } })
    expect(await codeOf(test.api.organisations.tree({}))).toBe('SIGN_IN_FIRST')
    expect(await codeOf(signIn())).toBe(code)
    expect(snapshot(place)).toEqual(before)
    expect(await must(test.api.system.hello({ build: '' }))).toMatchObject({ workspace: null, sealed: { path: place }, session: { phase: 'sealed' } })
    await must(test.api.system.openWorkspace({ path: workspace() }))
    await must(signIn())
    await must(test.api.organisations.addCategory({ name: '照常保存' }))
    expect(await tree()).toBe(1)
  })
  it('相对路径、写不了的位置', async () => {
    expect(await codeOf(test.api.system.openWorkspace({ path: 'relative' }))).toBe('STORE_FOLDER_UNSUITABLE')
    expect(await codeOf(test.api.system.createWorkspace({ path: './relative', name: 'a', people: ONE_OFFICE }))).toBe('STORE_FOLDER_UNSUITABLE')
    expect(await codeOf(test.api.system.createWorkspace({ path: join(test.folder, 'a\0b'), name: 'a', people: ONE_OFFICE }))).toBe('STORE_FOLDER_UNSUITABLE')
    expect(await codeOf(test.api.system.createWorkspace({ path: workspace(), name: 'a', people: ONE_OFFICE }))).toBe('STORE_EXISTS')
    expect(await tree()).toBe(1)
  })
  it('被另一个核心占着:说出是谁', async () => {
    const { api } = another('none')
    const refused = await api.system.openWorkspace({ path: workspace() })
    expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_LOCKED' } })
    expect(JSON.stringify(refused)).toContain('@')
  })
  it('再打开正开着的那个:不动它', async () => {
    expect(await must(test.api.system.openWorkspace({ path: `${workspace()}/` }))).toMatchObject({ workspace: { path: workspace() } })
    expect(await must(test.api.system.openWorkspace({ path: join(workspace(), 'baolei.db') }))).toMatchObject({ workspace: { path: workspace() } })
    expect(await tree()).toBe(1)
  })
})

describe('换、关、再开', () => {
  it('换到新建的:旧的放开,别处能开;处理函数跟着换', async () => {
    const second = join(test.folder, 'second')
    await must(test.api.system.createWorkspace({ path: second, name: '第二个单位', people: ONE_OFFICE }))
    expect((await must(test.api.organisations.tree({}))).nodes[0]?.name).toBe('第二个单位')
    const { api } = another('none')
    expect(await codeOf(api.system.openWorkspace({ path: workspace() }))).toBe('ok')
  })
  it('关上之后:要工作区的回 NO_WORKSPACE,锁已放开,再开内容都在', async () => {
    await must(test.api.organisations.addCategory({ name: '留着的分类' }))
    await must(test.api.system.closeWorkspace({}))
    expect(existsSync(join(workspace(), 'owner.json'))).toBe(false)
    expect(await codeOf(test.api.organisations.tree({}))).toBe('NO_WORKSPACE')
    expect(await codeOf(test.api.system.status({}))).toBe('NO_WORKSPACE')
    expect(await must(test.api.system.hello({ build: '' }))).toMatchObject({ workspace: null, sealed: null, session: { phase: 'closed' } })
    await must(test.api.system.openWorkspace({ path: workspace() }))
    expect(await codeOf(test.api.organisations.categories({}))).toBe('SIGN_IN_FIRST')
    await must(signIn())
    expect((await must(test.api.organisations.categories({}))).categories.map(({ name }) => name)).toContain('留着的分类')
  })
  it('每换一次只通知一次', async () => {
    const count = (): number => test.pushed.filter(({ event }) => event === 'workspace.changed').length
    const before = count()
    await must(test.api.system.createWorkspace({ path: join(test.folder, 'second'), name: '第二个单位', people: ONE_OFFICE }))
    expect(count()).toBe(before + 1)
    await must(test.api.system.closeWorkspace({}))
    expect(count()).toBe(before + 2)
  })
  it('一个窗口收推送时出错,不影响保存,也不影响别的窗口', async () => {
    const seen: string[] = []
    const core = test.core
    const log = console.error
    console.error = () => undefined
    try {
      core.onPush(() => {
        throw new Error('window gone')
      })
      core.onPush(({ event }) => seen.push(event))
      await must(test.api.organisations.addCategory({ name: '有窗口坏了' }))
    } finally {
      console.error = log
    }
    expect(seen).toContain('organisations.changed')
  })
})

describe('示例', () => {
  it('没有就造,有就开;内容相同', async () => {
    const path = join(test.folder, 'sample')
    expect(await must(test.api.system.openSample({ path }))).toMatchObject({ workspace: { path, kind: 'sample', setup: 'open' }, session: { phase: 'open' } })
    const nodes = (await must(test.api.organisations.tree({}))).nodes.length
    expect(nodes).toBeGreaterThan(5)
    await must(test.api.system.openWorkspace({ path: workspace() }))
    await must(test.api.system.openSample({ path }))
    expect((await must(test.api.organisations.tree({}))).nodes.length).toBe(nodes)
  }, 60_000)
  it('里面是别的文件就不造', async () => {
    const path = join(test.folder, 'sample')
    mkdirSync(path)
    writeFileSync(join(path, 'a.txt'), 'a')
    expect(await codeOf(test.api.system.openSample({ path }))).toBe('STORE_EXISTS')
    expect(readdirSync(path)).toEqual(['a.txt'])
  })
})

describe('造到一半出错', () => {
  it('不留文件夹,原来的照常;再造就成', async () => {
    const sealed = { setup: 'one_office' as const, keys: await createKeyKeeper(2).sealNew([{ userName: 'wang', password: 'x' }], 1), populate: () => undefined }
    const path = join(test.folder, 'half')
    let broken = true
    const slot = createWorkspaceSlot({
      ports: test.ports,
      registry: createWorkspaceRegistry(test.ports.folders.config),
      publish: () => undefined,
      populateNew: (scope, name) => {
        scope.write('workspace', 'system.createWorkspace', (transaction) => transaction.audit({ ownerUnit: null, table: 'workspace', recordId: '', detail: { length: name.length } }))
        if (broken) throw new Error('half-way')
        return ''
      },
      leaving: () => undefined,
      changed: () => undefined,
      populateSample: () => undefined,
      sampleName: '示例',
    })
    expect(() => slot.create(path, '单位', sealed)).toThrow('half-way')
    expect(existsSync(path)).toBe(false)
    expect(slot.summary()).toBeNull()
    broken = false
    expect(slot.create(path, '单位', sealed)).toMatchObject({ path, name: '单位' })
    slot.close()
  })
})

describe('启动时打开上次的', () => {
  it('要口令的:停在登录,说得出是哪个单位;登录就能用', async () => {
    await must(test.api.system.closeWorkspace({}))
    const { api } = another('last')
    expect(await must(api.system.hello({ build: '' }))).toMatchObject({ workspace: null, sealed: { path: workspace(), name: '测试单位党委' }, session: { phase: 'sealed' }, startError: null })
    expect(await must(signIn(api))).toMatchObject({ workspace: { path: workspace() }, session: { phase: 'open', user: { userName: TEST_PERSON.userName } } })
  })
  it('不要口令的(示例):直接可用', async () => {
    const path = join(test.folder, 'sample')
    await must(test.api.system.openSample({ path }))
    await must(test.api.system.closeWorkspace({}))
    const { api } = another('last')
    expect(await must(api.system.hello({ build: '' }))).toMatchObject({ workspace: { path }, session: { phase: 'open' }, startError: null })
  }, 60_000)
  it('要口令的,库坏了:照样停在登录,登录时说明原因', async () => {
    test.core.close()
    writeFileSync(join(workspace(), 'baolei.db'), Buffer.alloc(40_960, 1))
    const { api } = another('last')
    expect(await must(api.system.hello({ build: '' }))).toMatchObject({ workspace: null, sealed: { path: workspace() }, startError: null })
    expect(await codeOf(api.organisations.tree({}))).toBe('SIGN_IN_FIRST')
    expect(await codeOf(signIn(api))).toBe('STORE_CORRUPT')
  })
  it.each<[string, string, () => void]>([
    ['被占着', 'STORE_LOCKED', () => undefined],
    ['不见了', 'STORE_NOT_FOUND', () => (test.core.close(), rmSync(workspace(), { recursive: true }))],
    ['钥匙丢了', 'STORE_KEY_MISSING', () => (test.core.close(), rmSync(join(workspace(), 'keys'), { recursive: true }))],
    ['锁文件坏了', 'STORE_CORRUPT', () => (test.core.close(), writeFileSync(join(workspace(), 'lock.db'), Buffer.alloc(40_960, 1)))],
  ])('%s:程序照样起来,hello 说明原因,其余回 NO_WORKSPACE', async (_what, code, spoil) => {
    spoil()
    const { api, logged } = another('last')
    expect((await must(api.system.hello({ build: '' }))).startError).toMatchObject({ code, path: workspace() })
    expect(await codeOf(api.organisations.tree({}))).toBe('NO_WORKSPACE')
    expect(await codeOf(api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 10 }))).toBe('NO_WORKSPACE')
    expect(logged.some((line) => line.includes(code))).toBe(true)
    const place = join(test.folder, 'fresh')
    await must(api.system.createWorkspace({ path: place, name: '重新来过', people: ONE_OFFICE }))
    expect((await must(api.system.hello({ build: '' }))).startError).toBeNull()
  })
  it('第一次用,没有上次:不算出错', async () => {
    rmSync(test.ports.folders.config, { recursive: true })
    const { api } = another('last')
    expect(await must(api.system.hello({ build: '' }))).toMatchObject({ workspace: null, startError: null })
  })
})

describe('最近用过的', () => {
  it('新的在前,不重复,不见了的说明不在', async () => {
    const second = join(test.folder, 'second')
    await must(test.api.system.createWorkspace({ path: second, name: '第二个单位', people: ONE_OFFICE }))
    await must(test.api.system.openWorkspace({ path: workspace() }))
    await must(signIn())
    rmSync(join(second, 'baolei.db'))
    const { recent } = await must(test.api.system.startOptions({}))
    expect(recent.map(({ name, exists }) => [name, exists])).toEqual([['测试单位党委', true], ['第二个单位', false]])
  })
  it('清单坏了、写不进去,都不妨碍打开', async () => {
    const list = join(test.ports.folders.config, 'workspaces.json')
    writeFileSync(list, '{"version":1,"recent":[{"path":3}]}')
    expect((await must(test.api.system.startOptions({}))).recent).toEqual([])
    rmSync(test.ports.folders.config, { recursive: true })
    writeFileSync(test.ports.folders.config, 'a file in the way')
    expect(await codeOf(test.api.system.createWorkspace({ path: join(test.folder, 'second'), name: '第二个单位', people: ONE_OFFICE }))).toBe('ok')
  })
})

it('一次真实往返的开销(打印,不作断言)', async () => {
  for (let index = 0; index < 200; index++) await must(test.api.system.status({}))
  const from = performance.now()
  for (let index = 0; index < 2000; index++) await must(test.api.system.status({}))
  const empty = (performance.now() - from) / 2000
  const written = performance.now()
  for (let index = 0; index < 50; index++) await must(test.api.organisations.addCategory({ name: `分类${index}` }))
  console.log(`经核心往返一次 ${(empty * 1000).toFixed(1)} 微秒;写入一次(含审计、落盘)${((performance.now() - written) / 50).toFixed(2)} 毫秒`)
})
