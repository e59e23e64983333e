import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { rawRequest } from '../support/raw-request.ts'
import { makeGuardedHost, type GuardedHost } from './guarded-host.ts'
import { get, handshake, HOST, JSON_TYPE, ORIGIN } from './hostile-shapes.ts'

/** 本机网页的门:慢的、多的、连上之后才使坏的(F63、F65、G16)。 */
let own: GuardedHost
beforeAll(async () => {
  own = await makeGuardedHost()
})
afterAll(() => own.close())
/** 恶意的一次也没到过核心;正主还能用。 */
afterEach(async () => {
  expect(own.reached).toEqual([])
  expect([Object.keys(Object.prototype), ({} as { code?: unknown }).code]).toEqual([[], undefined])
  await own.ownerCalls()
  expect((await fetch(`${own.origin}/`)).status).toBe(200)
})

/**
 * 连上、送几段字节,等对方断开。
 *
 * @param options.unread 先这么久不读(毫秒);不读的一方看不见对方断开,到时再读,应当马上到头。
 * @returns 从能看见起过了多久(毫秒)、收到多少字节。
 */
const linger = (pieces: readonly (string | Buffer)[], options: { readonly gap?: number; readonly unread?: number } = {}): Promise<{ readonly took: number; readonly bytes: number }> =>
  new Promise((resolve, reject) => {
    let from = Date.now()
    const socket = connect({ port: own.port, host: '127.0.0.1' })
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error('still open'))
    }, 10_000)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ took: Date.now() - from, bytes: socket.bytesRead })
    })
    socket.pause()
    setTimeout(() => {
      from = Date.now()
      socket.resume()
    }, options.unread ?? 0)
    void (async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return
        socket.write(typeof piece === 'string' ? own.fill(piece) : piece)
        if (options.gap !== undefined) await wait(options.gap)
      }
    })()
  })

/** 一帧 WebSocket;浏览器发的都有掩码。 */
const frame = (opcode: number, payload: Buffer | string, { masked = true, first = 0x80, claimed = null as number | null } = {}): Buffer => {
  const body = Buffer.from(payload)
  const length = claimed ?? body.length
  const head = length < 126 ? Buffer.from([first | opcode, (masked ? 0x80 : 0) | length]) : Buffer.alloc(10)
  if (length >= 126) {
    head[0] = first | opcode
    head[1] = (masked ? 0x80 : 0) | 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return Buffer.concat([head, ...(masked ? [Buffer.alloc(4)] : []), body])
}

describe('慢的、多的、连上之后才使坏的', () => {
  test('头一个字一个字地送', async () => expect((await linger([...'GET / HTTP/1.1\r\nX: aaaaaaaaaaaaaaaaaaaaaaaaaaaaa'].map(String), { gap: 50 })).took).toBeLessThan(4000))
  test('头送一半不送了', async () => expect((await linger(['GET / HTTP/1.1\r\nHost: 127'])).took).toBeLessThan(4000))
  test('连上一言不发', async () => expect((await linger([])).took).toBeLessThan(5000))
  test('换钥匙的内容一个字一个字地送', async () => expect((await linger([`POST /session HTTP/1.1\r\n${HOST}${ORIGIN}${JSON_TYPE}Content-Length: 1000\r\n\r\n`, ...Array.from({ length: 30 }, () => ' ')], { gap: 50 })).took).toBeLessThan(2000))
  test('要一个大文件,却不读:到时断开,不替它占着', async () => {
    const { took, bytes } = await linger([get('/assets/big-1.js')], { unread: 3500 })
    expect(took).toBeLessThan(1000)
    expect(bytes).toBeLessThan(25_000_000)
  })
  test('一百条空连线占着:过了时限就放开', async () => {
    const sockets = Array.from({ length: 100 }, () => connect({ port: own.port, host: '127.0.0.1' }).on('error', () => undefined))
    await wait(200)
    // 正主已经连着,不受影响。
    await own.ownerCalls()
    await expect.poll(() => fetch(`${own.origin}/`).then(({ status }) => status, () => 0), { timeout: 8000 }).toBe(200)
    for (const socket of sockets) socket.destroy()
  }, 15_000)
  test('四十条连线同时握手、都不交钥匙:只容八条等着,过时断开,之后照常', async () => {
    const outcomes = await Promise.all(
      Array.from(
        { length: 40 },
        () =>
          new Promise<string>((resolve) => {
            const socket = new WebSocket(`ws://127.0.0.1:${own.port}/rpc`, { origin: own.origin })
            socket.once('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
            socket.once('close', (closed: number) => resolve(`closed ${closed}`))
            socket.on('error', () => undefined)
          }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'closed 4408').length).toBe(8)
    expect(new Set(outcomes)).toEqual(new Set(['closed 4408', '503']))
  })

  /** 看一眼就知道不是正主的,当场断开;其余等它应答关闭码,不超过一秒多。 */
  const AT_ONCE = 900
  const SOON = 2500
  const WIRE: readonly (readonly [name: string, frames: () => readonly Buffer[], within: number])[] = [
    ['先发请求,不交钥匙', () => [frame(1, '{"call":"1","request":"{\\"id\\":\\"1\\",\\"path\\":\\"system.hello\\",\\"input\\":{}}"}')], SOON],
    ['钥匙是猜的', () => [frame(1, `{"key":"${'A'.repeat(43)}"}`)], SOON],
    ['拿用过的启动码当钥匙', () => [frame(1, own.fill('{"key":"CODE"}'))], SOON],
    ['钥匙对,但夹带别的', () => [frame(1, own.fill('{"key":"KEY","admin":true}'))], SOON],
    ['钥匙对,写在原型里', () => [frame(1, own.fill('{"__proto__":{"key":"KEY"}}'))], SOON],
    ['钥匙对,但是二进制', () => [frame(2, own.fill('{"key":"KEY"}'))], SOON],
    ['钥匙对,但没有掩码', () => [frame(1, own.fill('{"key":"KEY"}'), { masked: false })], SOON],
    ['钥匙对,后面跟着四千字空格', () => [frame(1, own.fill('{"key":"KEY"}') + ' '.repeat(4000))], AT_ONCE],
    ['第一帧五兆', () => [frame(1, Buffer.alloc(5_000_000, 0x61))], AT_ONCE],
    ['第一帧声称两个 G', () => [frame(1, 'x', { claimed: 2 ** 31 })], SOON],
    ['第一帧声称天文数字', () => [frame(1, 'x', { claimed: Number.MAX_SAFE_INTEGER })], SOON],
    ['一千个碎帧', () => [frame(1, 'x', { first: 0 }), ...Array.from({ length: 1000 }, () => frame(0, 'x', { first: 0 }))], AT_ONCE],
    ['没有开头的续帧', () => [frame(0, 'x')], SOON],
    ['不认得的帧', () => [frame(3, 'x')], SOON],
    ['声称压缩', () => [frame(1, 'x', { first: 0xc0 })], SOON],
    ['坏的 UTF-8', () => [frame(1, Buffer.from([0xff, 0xfe]))], SOON],
    ['只发 ping', () => [frame(9, 'x')], AT_ONCE],
    ['ping 发一万个', () => Array.from({ length: 10_000 }, () => frame(9, Buffer.alloc(100))), AT_ONCE],
    ['pong 发一万个', () => Array.from({ length: 10_000 }, () => frame(10, Buffer.alloc(100))), AT_ONCE],
    ['控制帧太长', () => [frame(9, Buffer.alloc(200))], SOON],
    ['马上关', () => [frame(8, Buffer.from([0x03, 0xe8]))], SOON],
    ['关闭码不合规', () => [frame(8, Buffer.from([0x00, 0x01]))], SOON],
  ]
  test.each(WIRE)('升级之后:%s', async (_name, frames, within) => {
    expect((await linger([handshake('/rpc'), ...frames()])).took).toBeLessThan(within)
  })
  test('ping 发一万个、一个应答也不读:断开,不替它攒着', async () => {
    expect((await linger([handshake('/rpc'), ...Array.from({ length: 10_000 }, () => frame(9, Buffer.alloc(100)))], { unread: 1500 })).took).toBeLessThan(1000)
  })
  test('正主的钥匙被抄走,再连一条:先来的不受影响,后来的进不来', async () => {
    const second = new WebSocket(`ws://127.0.0.1:${own.port}/rpc`, { origin: own.origin })
    second.once('open', () => second.send(JSON.stringify({ key: own.key })))
    expect(await new Promise((resolve) => second.once('close', resolve))).toBe(4409)
  })
  test('拒绝之后的连线不能接着用', async () => {
    const { body } = await rawRequest(own.port, own.fill(`GET /files/x HTTP/1.1\r\nHost: evil.example\r\n\r\n${get('/')}`), { milliseconds: 2500 })
    expect(body).not.toContain('<title>')
  })
})
