import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { contract } from '../../shared/contract/index.ts'
import { createClient } from '../../shared/rpc/client.ts'
import { createFileExchange } from '../../electron/services/file-exchange.ts'
import type { Printer } from '../../electron/services/ports.ts'
import { makeHost, openSocket, type TestHost, type TestSocket } from '../support/make-host.ts'
import { must, ONE_OFFICE } from '../support/make-core.ts'

let own: TestHost | null = null
afterEach(async () => {
  await own?.close()
  own = null
})
const start = async (options: Parameters<typeof makeHost>[0] = {}): Promise<TestHost> => (own = await makeHost(options))
let last = 0
const clientOf = (socket: TestSocket) => createClient(contract, socket, () => `t${++last}`)

/** 连上之后发第一条,看以什么关闭码收场。 */
const closeCode = (host: TestHost, first: string | Buffer | null): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${host.host.origin.replace('http', 'ws')}/rpc`, { origin: host.host.origin })
    socket.once('open', () => first !== null && socket.send(first))
    socket.once('close', resolve)
    socket.once('error', reject)
  })

describe('交钥匙', () => {
  test('不交、交错、交得不像样,各有各的关闭码', async () => {
    const host = await start()
    const beforeExchange = await closeCode(host, JSON.stringify({ key: host.code }))
    expect(beforeExchange).toBe(4401)
    const key = await host.exchange()
    expect(await closeCode(host, JSON.stringify({ key: `${key}x` }))).toBe(4401)
    expect(await closeCode(host, JSON.stringify({ key: [key] }))).toBe(4401)
    expect(await closeCode(host, JSON.stringify({ key, more: 1 }))).toBe(4401)
    expect(await closeCode(host, Buffer.from(JSON.stringify({ key })))).toBe(4401)
    expect(await closeCode(host, 'not json')).toBe(4401)
    expect(await closeCode(host, null)).toBe(4408)
  })
  test('第二个窗口拿着抄来的钥匙也进不来,先开的照常用', async () => {
    const host = await start()
    const key = await host.exchange()
    const first = await openSocket(host.host.origin, key)
    expect(await closeCode(host, JSON.stringify({ key }))).toBe(4409)
    expect((await clientOf(first).system.hello({ build: '' })).ok).toBe(true)
  })
  test('刷新:断开之后同一把钥匙能再连', async () => {
    const host = await start()
    const key = await host.exchange()
    const first = await openSocket(host.host.origin, key)
    first.close()
    await first.closed
    const second = await openSocket(host.host.origin, key)
    expect((await clientOf(second).system.hello({ build: '' })).ok).toBe(true)
  })
  test('旧连线没断净(对面已经没人)时,新连线顶替它', async () => {
    const host = await start()
    const key = await host.exchange()
    const first = await openSocket(host.host.origin, key)
    // 不再读,也就答不了探问:像一个卡死的旧页面。
    first.socket.pause()
    const second = await openSocket(host.host.origin, key)
    expect((await clientOf(second).system.hello({ build: '' })).ok).toBe(true)
  })
})

describe('收发', () => {
  test('不像样的消息断开;核心不受影响', async () => {
    const host = await start()
    const key = await host.exchange()
    for (const bad of ['{}', '[]', 'null', '{"call":1,"request":"x"}', '{"call":"a"}', '{"call":"a","request":"x","more":1}', '{"cancel":""}', Buffer.from([1, 2, 3])]) {
      const socket = await openSocket(host.host.origin, key)
      socket.socket.send(bad)
      expect(await socket.closed).toBe(4400)
    }
    const socket = await openSocket(host.host.origin, key)
    expect((await clientOf(socket).system.hello({ build: '' })).ok).toBe(true)
  })
  test('请求内容是乱码,照样回一条拒绝', async () => {
    const host = await start()
    const socket = await openSocket(host.host.origin, await host.exchange())
    expect(JSON.parse(await socket.request('garbage', {}))).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } })
  })
  test('超过上限的一条消息断开', async () => {
    const host = await start()
    const socket = await openSocket(host.host.origin, await host.exchange())
    socket.socket.on('error', () => undefined)
    socket.socket.send('x'.repeat(33 * 1024 * 1024))
    expect([1009, 1006]).toContain(await socket.closed)
  })
  test('窗口关了,它的长活取消', async () => {
    const stopped = Promise.withResolvers<boolean>()
    const printer: Printer = {
      renderPdf: (_page, _model, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped.resolve(true)
            reject(new Error('stopped'))
          })
        }),
    }
    const host = await start({ printer })
    const socket = await openSocket(host.host.origin, await host.exchange())
    const api = clientOf(socket)
    await must(api.system.createWorkspace({ path: join(host.folder, 'workspace'), name: '测试党委', people: ONE_OFFICE }))
    const root = (await must(api.organisations.tree({}))).nodes[0]
    const branch = await must(api.organisations.add({ parentId: root?.id ?? '', kind: 'branch', name: '第一党支部', shortName: '', code: '001', category: 'production' }))
    void api.print.handbook({ branchId: branch.id, year: 2026 })
    await wait(300)
    socket.close()
    expect(await stopped.promise).toBe(true)
  })
})

describe('文件', () => {
  test('一次性凭据只给第一个人,给完文件就删', async () => {
    const files = createFileExchange()
    const host = await start({ files })
    const { ticket } = files.offer('手册.pdf', Buffer.alloc(3_000_000, 7), true)
    const { path } = files.open(ticket)
    const replies = await Promise.all([1, 2, 3].map(() => fetch(`${host.host.origin}/files/${ticket}`)))
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404])
    const given = replies.find(({ status }) => status === 200)
    expect((await given?.arrayBuffer())?.byteLength).toBe(3_000_000)
    await expect.poll(() => existsSync(path)).toBe(false)
    expect((await fetch(`${host.host.origin}/files/${ticket}`)).status).toBe(404)
    files.close()
  })
  test('取到一半断开,一次性的也作废', async () => {
    const files = createFileExchange()
    const host = await start({ files })
    const { ticket } = files.offer('手册.pdf', Buffer.alloc(20_000_000, 7), true)
    const { path } = files.open(ticket)
    const controller = new AbortController()
    await fetch(`${host.host.origin}/files/${ticket}`, { signal: controller.signal })
    controller.abort()
    await expect.poll(() => existsSync(path)).toBe(false)
    files.close()
  })
  test('预览凭据可反复取;名字按 UTF-8 写', async () => {
    const host = await start()
    const key = await host.exchange()
    const upload = async (name: string): Promise<string> => {
      const response = await fetch(`${host.host.origin}/files`, { method: 'POST', headers: { origin: host.host.origin, 'x-baolei-key': key, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }, body: 'content' })
      return ((await response.json()) as { ticket: string }).ticket
    }
    const ticket = await upload('第一党支部(2026)手册.pdf')
    const first = await fetch(`${host.host.origin}/files/${ticket}`)
    expect(await first.text()).toBe('content')
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="download"; filename*=UTF-8''${encodeURIComponent('第一党支部')}%282026%29${encodeURIComponent('手册')}.pdf`)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect((await fetch(`${host.host.origin}/files/${ticket}`)).status).toBe(200)
    expect((await fetch(`${host.host.origin}/files/${ticket}`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  })
})

describe('活多久', () => {
  test('第一个窗口连上之前一直等;最后一个断开后过一会儿结束', async () => {
    const host = await start({ lingerMilliseconds: 300 })
    let ended = false
    void host.host.ended.then(() => (ended = true))
    await wait(600)
    expect(ended).toBe(false)
    const key = await host.exchange()
    const first = await openSocket(host.host.origin, key)
    await wait(500)
    expect(ended).toBe(false)
    first.close()
    await wait(100)
    const again = await openSocket(host.host.origin, key)
    await wait(500)
    expect(ended).toBe(false)
    again.close()
    await host.host.ended
  })
  test('核心线程没了,宿主也结束,连线断开', async () => {
    const host = await start()
    const socket = await openSocket(host.host.origin, await host.exchange())
    await host.core.close()
    host.host.close()
    expect(await socket.closed).toBe(1006)
  })
})

test('界面文件夹之外的文件,知道名字也取不到', async () => {
  const host = await start()
  writeFileSync(join(host.folder, 'later.js'), 'secret')
  expect((await fetch(`${host.host.origin}/later.js`)).status).toBe(404)
})
