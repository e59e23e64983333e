import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rawRequest } from '../support/raw-request.ts'
import { LEAK, makeGuardedHost, type GuardedHost } from './guarded-host.ts'
import { CLOSE, get, HOST, ORIGIN, session, SHAPES, sized, upload } from './hostile-shapes.ts'

/**
 * 本机网页的门:一个字节一个字节写出来的恶意请求(F61–F65、F69、G16)。
 * 正主先连上;每一种样子之后都看:核心一次也没被叫到、一个文件也没收、正主照常用。
 */
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

describe('逐字节写出的恶意请求', () => {
  test('名字不重样,不少于六十种', () => {
    const names = SHAPES.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(SHAPES.map(([, text]) => text)).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(60)
  })
  test.each(SHAPES)('%s', async (_name, text, statuses) => {
    const { status, headers, body } = await rawRequest(own.port, own.fill(text), { milliseconds: 2500 })
    expect(statuses).toContain(status)
    expect(`${JSON.stringify(headers)}${body}`).not.toMatch(LEAK)
    // 一个请求最多一个回话:拒绝之后塞进来的不理。
    expect(body).not.toContain('HTTP/1.1')
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-') || name === 'set-cookie' || name === 'x-powered-by' || name === 'server')).toEqual([])
  })
})

describe('每个回复都带的头', () => {
  test.each([
    ['首页', get('/'), 200],
    ['没有的页', get('/nothing.js'), 404],
    ['来源不对', get('/', 'Origin: http://evil.example\r\n'), 403],
    ['主机不对', `GET / HTTP/1.1\r\nHost: evil.example\r\n${CLOSE}\r\n`, 421],
    ['方法不对', `PUT / HTTP/1.1\r\n${HOST}${ORIGIN}${CLOSE}\r\n`, 405],
    ['类型不对', session(`Content-Type: text/plain\r\n${sized('{}')}`, '{}'), 415],
    ['没有钥匙', upload(''), 401],
  ])('%s:不缓存、不猜类型、不许嵌、不许跨源', async (_name, text, status) => {
    const reply = await rawRequest(own.port, own.fill(text), { milliseconds: 2500 })
    expect(reply.status).toBe(status)
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer' })
    expect(reply.headers['content-security-policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
  })
})
