import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type Contract } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/model/files.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import type { Progress, PushMessage, ReplyMessage, Transport } from '../../shared/rpc/messages.ts'
import { DeclaredFailure } from '../../electron/rpc/handlers.ts'
import type { Printer } from '../../electron/services/ports.ts'
import { directTransport, makeCore, must, ONE_OFFICE } from '../support/make-core.ts'
import { makeHost, makeWorker, openSocket } from '../support/make-host.ts'

/** 印刷口:按测试的意思来。真的印刷另有测试。 */
let onPrint: Printer['renderPdf'] = () => Promise.reject(new Error('not set'))
const printer: Printer = { renderPdf: (page, model, options) => onPrint(page, model, options) }

interface Side {
  readonly transport: Transport
  readonly folder: string
  accept(name: string, bytes: Uint8Array): Promise<FileRef>
  close(): Promise<void>
}
const SIDES: Readonly<Record<string, () => Promise<Side>>> = {
  进程内: async () => {
    const made = await makeCore({ workspace: 'none', printer })
    return { transport: directTransport(made.core), folder: made.folder, accept: (name, bytes) => Promise.resolve(made.core.files.accept(name, bytes)), close: () => Promise.resolve(made.close()) }
  },
  工作线程: async () => {
    const { core, folder, close } = await makeWorker(printer)
    return { transport: { request: core.dispatch, onPush: core.onPush }, folder, accept: core.files.accept, close }
  },
  本机网页: async () => {
    const own = await makeHost({ printer })
    const key = await own.exchange()
    const socket = await openSocket(own.host.origin, key)
    const accept = async (name: string, bytes: Uint8Array): Promise<FileRef> => {
      const response = await fetch(`${own.host.origin}/files`, { method: 'POST', headers: { origin: own.host.origin, 'x-baolei-key': key, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }, body: new Uint8Array(bytes) })
      return (await response.json()) as FileRef
    }
    return { transport: socket, folder: own.folder, accept, close: own.close }
  },
}

describe.each(Object.keys(SIDES))('经「%s」到核心,样样一致', (name) => {
  let side: Side
  let api: Client<Contract>
  const pushed: (PushMessage | 'resync')[] = []
  let last = 0
  const raw = async (text: string): Promise<ReplyMessage> => JSON.parse(await side.transport.request(text, {})) as ReplyMessage
  const call = (path: string, input: unknown): Promise<ReplyMessage> => raw(JSON.stringify({ id: 'x', path, input }))
  beforeAll(async () => {
    const make = SIDES[name]
    if (make === undefined) throw new Error(name)
    side = await make()
    side.transport.onPush((message) => pushed.push(message))
    api = createClient(contract, side.transport, () => `call-${++last}`)
  })
  afterAll(() => side.close())

  test('没打开工作区:握手能用,办事的说还没打开', async () => {
    expect(await must(api.system.hello({ build: '' }))).toMatchObject({ workspace: null, startError: null })
    expect(await api.organisations.tree({})).toMatchObject({ ok: false, error: { code: 'NO_WORKSPACE', traceId: `call-${last}` } })
  })
  test('构建号不同的旧页面请它重开', async () => {
    expect(await api.system.hello({ build: 'old' })).toMatchObject({ ok: false, error: { code: 'RELOAD' } })
  })
  test.each([
    ['不是 JSON', 'x'],
    ['空', ''],
    ['数组', '[]'],
    ['多一个键', '{"id":"a","path":"system.hello","input":{},"more":1}'],
    ['编号太长', JSON.stringify({ id: 'a'.repeat(65), path: 'system.hello', input: {} })],
    ['一层层套一万层', `{"id":"a","path":"system.hello","input":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
  ])('坏消息(%s)回一条拒绝', async (_title, text) => {
    expect(await raw(text)).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  })
  test.each(['nothing.here', 'system', 'system.', '.hello', 'system.hello.more', '__proto__.toString', 'constructor.name', 'system.constructor', 'system.toString', 'desktop.pickFolder'])('没有的过程 %s', async (path) => {
    expect(await call(path, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_PROCEDURE' } })
  })
  test('输入多一个键、类型不对,说清哪里不对', async () => {
    expect(await call('system.hello', { build: '', more: 1 })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', data: { issues: [{ code: 'unrecognized_keys' }] } } })
    expect(await call('system.openWorkspace', { path: 3 })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', data: { issues: [{ path: ['path'] }] } } })
  })
  test('原型污染碰不到任何对象', async () => {
    await raw('{"id":"a","path":"system.hello","input":{"build":"","__proto__":{"polluted":1}}}')
    await raw('{"id":"a","path":"system.hello","input":{"build":"","constructor":{"prototype":{"polluted":1}}}}')
    expect(({} as { polluted?: number }).polluted).toBe(undefined)
    expect(await must(api.system.hello({ build: '' }))).not.toHaveProperty('polluted')
  })
  test('声明过的失败带着数据回来', async () => {
    expect(await api.system.openWorkspace({ path: join(side.folder, 'nothing') })).toMatchObject({ ok: false, error: { code: 'STORE_NOT_FOUND', data: { path: join(side.folder, 'nothing') } } })
    expect(await api.system.openWorkspace({ path: 'relative' })).toMatchObject({ ok: false, error: { code: 'STORE_FOLDER_UNSUITABLE' } })
  })
  test('写入:回结果,提交之后推送到,再读就有', async () => {
    const workspace = join(side.folder, 'workspace')
    expect(await must(api.system.createWorkspace({ path: workspace, name: '测试单位党委', people: ONE_OFFICE }))).toMatchObject({ workspace: { path: workspace, name: '测试单位党委', kind: 'office', setup: 'one_office' }, session: { phase: 'open' } })
    expect(existsSync(join(workspace, 'baolei.db'))).toBe(true)
    await expect.poll(() => pushed).toContainEqual({ event: 'workspace.changed', payload: {} })
    const root = (await must(api.organisations.tree({}))).nodes[0]
    const branch = await must(api.organisations.add({ parentId: root?.id ?? '', kind: 'branch', name: '第一党支部', shortName: '', code: '001', category: 'production' }))
    await expect.poll(() => pushed).toContainEqual({ event: 'organisations.changed', payload: { ids: [branch.id] } })
    expect((await must(api.organisations.tree({}))).nodes.map((node) => node.name)).toEqual(['测试单位党委', '第一党支部'])
    expect(await api.organisations.add({ parentId: root?.id ?? '', kind: 'branch', name: '第二党支部', shortName: '', code: '001', category: 'production' })).toMatchObject({ ok: false, error: { code: 'DUPLICATE_CODE', data: { code: '001' } } })
  })
  test('一百个同时发,各回各的', async () => {
    const replies = await Promise.all(Array.from({ length: 100 }, (_entry, index) => raw(JSON.stringify({ id: `many-${index}`, path: 'system.status', input: {} }))))
    expect(replies.map(({ id, ok }) => [id, ok])).toEqual(Array.from({ length: 100 }, (_entry, index) => [`many-${index}`, true]))
  })
  test('文件:凭据进,字节另走;用完一次不影响', async () => {
    const branch = (await must(api.organisations.tree({}))).nodes.find(({ kind }) => kind === 'branch')
    const file = await side.accept('名册.xlsx', readFileSync(join(import.meta.dirname, '..', 'fixtures', 'import', 'roster-clean.xlsx')))
    const progress: Progress[] = []
    const preview = await must(api.imports.preview({ kind: 'members', file, branchId: branch?.id ?? null }, { onProgress: (step) => progress.push(step) }))
    expect(preview).toMatchObject({ fileName: '名册.xlsx', counts: { total: 14, refused: 0 } })
    expect(await api.imports.preview({ kind: 'members', file: { ...file, ticket: 'A'.repeat(43) }, branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_EXPIRED' } })
    expect(await api.imports.preview({ kind: 'members', file: await side.accept('空.xlsx', new Uint8Array()), branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_EMPTY' } })
  })
  test('长活:报进度;做着的时候另一件说忙;能取消', async () => {
    const branch = (await must(api.organisations.tree({}))).nodes.find(({ kind }) => kind === 'branch')
    const started = Promise.withResolvers<void>()
    onPrint = (_page, _model, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error))
        started.resolve()
      })
    const controller = new AbortController()
    const progress: Progress[] = []
    const printing = api.print.handbook({ branchId: branch?.id ?? '', year: 2026 }, { signal: controller.signal, onProgress: (step) => progress.push(step) })
    await started.promise
    await expect.poll(() => progress[0]).toMatchObject({ done: 0, stage: 'measuring' })
    expect(await api.evaluation.scorePeriod({ period: '2026-09' })).toMatchObject({ ok: false, error: { code: 'BUSY' } })
    controller.abort()
    expect(await printing).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    expect((await api.evaluation.scorePeriod({ period: '2026-09' })).ok).toBe(true)
  })
  test('印刷口说得清的失败原样回来;说不清的只给编号', async () => {
    const branch = (await must(api.organisations.tree({}))).nodes.find(({ kind }) => kind === 'branch')
    onPrint = () => Promise.reject(new DeclaredFailure('BROWSER_TOO_OLD', { found: '109.0.1.2' }))
    expect(await api.print.handbook({ branchId: branch?.id ?? '', year: 2026 })).toMatchObject({ ok: false, error: { code: 'BROWSER_TOO_OLD', data: { found: '109.0.1.2' } } })
  })
  test('一发出就取消的,什么也不做', async () => {
    const reply = await api.evaluation.scorePeriod({ period: '2026-08' }, { signal: AbortSignal.abort() })
    expect(reply).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  })
  test('占用:另一个工作区关着时能开,开不了的不动原来的', async () => {
    writeFileSync(join(side.folder, 'file'), 'x')
    expect(await api.system.openWorkspace({ path: join(side.folder, 'file') })).toMatchObject({ ok: false })
    expect((await must(api.system.hello({ build: '' }))).workspace?.name).toBe('测试单位党委')
    await must(api.system.closeWorkspace({}))
    expect(await api.system.status({})).toMatchObject({ ok: false, error: { code: 'NO_WORKSPACE' } })
  })
})
