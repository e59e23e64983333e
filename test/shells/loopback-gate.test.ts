import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeHost, type TestHost } from '../support/make-host.ts'
import { rawRequest } from '../support/raw-request.ts'

let own: TestHost
let key = ''
beforeAll(async () => {
  own = await makeHost()
})
afterAll(() => own.close())

interface Shape {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | null>>
  readonly body?: string
}
/** 先按本页正常发出的样子写,再换掉要试的那一处;值为 null 表示不写这一头。 */
const send = ({ method = 'GET', path = '/', headers = {}, body = '' }: Shape) => {
  const all: Record<string, string | null> = { host: `127.0.0.1:${own.port}`, connection: 'close', ...(body === '' && method !== 'POST' ? {} : { 'content-length': String(Buffer.byteLength(body)) }), ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value.replaceAll('PORT', String(own.port))}`]))
  return rawRequest(own.port, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}
const json = { 'content-type': 'application/json', origin: 'http://127.0.0.1:PORT' }
const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', origin: 'http://127.0.0.1:PORT' }
const upload = { origin: 'http://127.0.0.1:PORT', 'content-type': 'application/octet-stream', 'x-file-name': 'a.xlsx' }

const HOSTILE: readonly (readonly [string, Shape, number])[] = [
  // 主机名:DNS 重绑定
  ['主机名是域名', { headers: { host: 'evil.example' } }, 421],
  ['主机名是域名带端口', { headers: { host: 'evil.example:PORT' } }, 421],
  ['localhost', { headers: { host: 'localhost:PORT' } }, 421],
  ['没有端口', { headers: { host: '127.0.0.1' } }, 421],
  ['别的端口', { headers: { host: '127.0.0.1:1' } }, 421],
  ['点结尾', { headers: { host: '127.0.0.1.:PORT' } }, 421],
  ['0.0.0.0', { headers: { host: '0.0.0.0:PORT' } }, 421],
  ['IPv6', { headers: { host: '[::1]:PORT' } }, 421],
  ['带用户名', { headers: { host: 'x@127.0.0.1:PORT' } }, 421],
  ['没有主机名', { headers: { host: null } }, 400],
  ['两个主机名', { headers: { Host: 'evil.example' } }, 421],
  ['空主机名', { headers: { host: '' } }, 421],
  // 来源:别的网页
  ['别的网页读首页', { headers: { origin: 'http://evil.example' } }, 403],
  ['别的端口的网页', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
  ['localhost 的网页', { headers: { origin: 'http://localhost:PORT' } }, 403],
  ['https 来源', { headers: { origin: 'https://127.0.0.1:PORT' } }, 403],
  ['来源 null', { headers: { origin: 'null' } }, 403],
  ['来源前缀相同', { headers: { origin: 'http://127.0.0.1:PORT.evil.example' } }, 403],
  ['跨站取首页', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['同站不同端口', { headers: { 'sec-fetch-site': 'same-site' } }, 403],
  ['换钥匙没有来源', { method: 'POST', path: '/session', headers: { 'content-type': 'application/json' }, body: '{}' }, 403],
  ['换钥匙来源不对', { method: 'POST', path: '/session', headers: { ...json, origin: 'http://evil.example' }, body: '{}' }, 403],
  ['换钥匙跨站', { method: 'POST', path: '/session', headers: { ...json, 'sec-fetch-site': 'cross-site' }, body: '{}' }, 403],
  ['换钥匙像地址栏打开的', { method: 'POST', path: '/session', headers: { ...json, 'sec-fetch-site': 'none' }, body: '{}' }, 403],
  ['上传没有来源', { method: 'POST', path: '/files', headers: { 'content-type': 'application/octet-stream' }, body: 'x' }, 403],
  ['上传来源不对', { method: 'POST', path: '/files', headers: { ...upload, origin: 'http://evil.example' }, body: 'x' }, 403],
  // 换钥匙:类型、内容、启动码
  ['表单', { method: 'POST', path: '/session', headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' }, body: 'code=1' }, 415],
  ['纯文本', { method: 'POST', path: '/session', headers: { ...json, 'content-type': 'text/plain' }, body: '{}' }, 415],
  ['没写类型', { method: 'POST', path: '/session', headers: { origin: json.origin }, body: '{}' }, 415],
  ['类型带字符集', { method: 'POST', path: '/session', headers: { ...json, 'content-type': 'application/json; charset=utf-8' }, body: '{}' }, 415],
  ['不是 JSON', { method: 'POST', path: '/session', headers: json, body: '{' }, 400],
  ['空内容', { method: 'POST', path: '/session', headers: json }, 400],
  ['没有启动码', { method: 'POST', path: '/session', headers: json, body: '{}' }, 403],
  ['null', { method: 'POST', path: '/session', headers: json, body: 'null' }, 403],
  ['启动码是数组', { method: 'POST', path: '/session', headers: json, body: '{"code":["x"]}' }, 403],
  ['启动码错', { method: 'POST', path: '/session', headers: json, body: '{"code":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}' }, 403],
  ['启动码空', { method: 'POST', path: '/session', headers: json, body: '{"code":""}' }, 403],
  ['启动码放在 __proto__ 里', { method: 'POST', path: '/session', headers: json, body: '{"__proto__":{"code":"x"}}' }, 403],
  ['内容太大', { method: 'POST', path: '/session', headers: json, body: `{"code":"${'x'.repeat(2000)}"}` }, 413],
  // 上传:钥匙
  ['上传没有钥匙', { method: 'POST', path: '/files', headers: upload, body: 'x' }, 401],
  ['上传钥匙空', { method: 'POST', path: '/files', headers: { ...upload, 'x-baolei-key': '' }, body: 'x' }, 401],
  ['上传钥匙错', { method: 'POST', path: '/files', headers: { ...upload, 'x-baolei-key': 'A'.repeat(43) }, body: 'x' }, 401],
  // 下载:凭据
  ['凭据不存在', { path: `/files/${'A'.repeat(43)}` }, 404],
  ['凭据太短', { path: '/files/AAAA' }, 404],
  ['凭据里有路径', { path: '/files/..%2f..%2foutside.js' }, 404],
  ['凭据为空', { path: '/files/' }, 404],
  // 路径:走出界面文件夹
  ['上级文件夹', { path: '/../outside.js' }, 404],
  ['编码的上级', { path: '/%2e%2e/outside.js' }, 404],
  ['双重编码', { path: '/%252e%252e/outside.js' }, 404],
  ['反斜杠', { path: '/..\\outside.js' }, 400],
  ['编码的反斜杠', { path: '/..%5coutside.js' }, 400],
  ['空字节', { path: '/index.html%00.js' }, 400],
  ['坏编码', { path: '/%zz' }, 400],
  ['绝对路径', { path: '//etc/passwd' }, 400],
  ['完整网址', { path: 'http://evil.example/' }, 400],
  ['文件夹', { path: '/assets/' }, 404],
  ['不认得的类型', { path: '/notes.secret' }, 404],
  ['没有的页', { path: '/nothing.js' }, 404],
  ['页名大小写', { path: '/INDEX.HTML' }, 404],
  // 方法
  ['PUT', { method: 'PUT', headers: { origin: json.origin } }, 405],
  ['DELETE', { method: 'DELETE', path: '/files' }, 405],
  ['OPTIONS 预检', { method: 'OPTIONS', path: '/session', headers: { origin: json.origin } }, 405],
  ['TRACE', { method: 'TRACE' }, 405],
  ['POST 首页', { method: 'POST', headers: json, body: '{}' }, 405],
  ['GET 换钥匙', { path: '/session' }, 405],
  ['POST 下载地址', { method: 'POST', path: '/files/x', headers: json, body: '{}' }, 405],
  ['POST 走 /rpc', { method: 'POST', path: '/rpc', headers: json, body: '{}' }, 405],
  ['不认得的方法', { method: 'HACK' }, 400],
  // WebSocket 升级
  ['升级没有来源', { path: '/rpc', headers: { ...upgrade, origin: null } }, 403],
  ['升级来源不对', { path: '/rpc', headers: { ...upgrade, origin: 'http://evil.example' } }, 403],
  ['升级来源 null', { path: '/rpc', headers: { ...upgrade, origin: 'null' } }, 403],
  ['升级主机不对', { path: '/rpc', headers: { ...upgrade, host: 'evil.example' } }, 421],
  ['升级 localhost', { path: '/rpc', headers: { ...upgrade, host: 'localhost:PORT' } }, 421],
  ['升级跨站', { path: '/rpc', headers: { ...upgrade, 'sec-fetch-site': 'cross-site' } }, 403],
  ['升级别的路径', { path: '/other', headers: upgrade }, 404],
  ['POST 升级', { method: 'POST', path: '/rpc', headers: { ...upgrade, 'content-length': '0' } }, 405],
  ['不升级读 /rpc', { path: '/rpc' }, 404],
  // 长度与格式
  ['头太长', { headers: { 'x-long': 'a'.repeat(20_000) } }, 431],
  ['网址太长', { path: `/${'a'.repeat(20_000)}` }, 431],
  ['头里有坏字符', { headers: { 'x-bad': 'a\u0000b' } }, 400],
  ['长度是负数', { method: 'POST', path: '/session', headers: { ...json, 'content-length': '-1' } }, 400],
  ['两种长度(请求走私)', { method: 'POST', path: '/session', headers: { ...json, 'transfer-encoding': 'chunked' }, body: '{}' }, 400],
]

describe('本机网页的门:每一种不该放行的样子', () => {
  test.each(HOSTILE)('%s', async (_name, shape, status) => {
    expect((await send(shape)).status).toBe(status)
  })
  test('没有一种拒绝的回复带内容、cookie 或跨站许可', async () => {
    for (const [, shape] of HOSTILE) {
      const { headers, body } = await send(shape)
      expect(body).not.toContain('secret')
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-') || name === 'set-cookie')).toEqual([])
    }
  })
  test('只听本机:从本机的其他地址连不上', async () => {
    const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []).find(({ family, internal }) => family === 'IPv4' && !internal)
    if (outside === undefined) return
    const { status } = await rawRequest(own.port, `GET / HTTP/1.1\r\nhost: 127.0.0.1:${own.port}\r\n\r\n`, { address: outside.address, milliseconds: 1000 })
    expect(status).toBe(0)
  })
  test('半截请求不占着:头迟迟不来就断开', async () => {
    const started = Date.now()
    const { status } = await rawRequest(own.port, 'GET / HTTP/1.1\r\nhost: 127', { milliseconds: 20_000 })
    expect(status).toBe(408)
    expect(Date.now() - started).toBeLessThan(10_000)
  }, 25_000)
})

describe('该放行的样子', () => {
  test('首页带齐安全头,不缓存', async () => {
    const { status, headers, body } = await send({ headers: { 'sec-fetch-site': 'none' } })
    expect(status).toBe(200)
    expect(body).toContain('<title>test</title>')
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${own.port}; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
  })
  test('资源文件', async () => {
    expect(await send({ path: '/assets/main-1.js?v=1' })).toMatchObject({ status: 200, body: 'export {}', headers: { 'content-type': 'text/javascript; charset=utf-8' } })
  })
  test('HEAD 只回头', async () => {
    expect(await send({ method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })
  test('启动码换一次钥匙,第二次不给', async () => {
    const shape = { method: 'POST', path: '/session', headers: { ...json, 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ code: own.code }) }
    const first = await send(shape)
    expect(first.status).toBe(200)
    key = (JSON.parse(first.body) as { key: string }).key
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(key).not.toBe(own.code)
    expect((await send(shape)).status).toBe(403)
  })
  test('上传得到凭据,文件在核心手里', async () => {
    const { status, body } = await send({ method: 'POST', path: '/files', headers: { ...upload, 'x-baolei-key': key, 'x-file-name': encodeURIComponent('../名册.xlsx') }, body: 'hello' })
    expect(status).toBe(200)
    const ref = JSON.parse(body) as { ticket: string; name: string; size: number }
    expect(ref).toMatchObject({ name: '名册.xlsx', size: 5 })
    expect((await own.core.files.take(ref.ticket))?.size).toBe(5)
  })
  test('启动码当钥匙用不行', async () => {
    expect((await send({ method: 'POST', path: '/files', headers: { ...upload, 'x-baolei-key': own.code }, body: 'x' })).status).toBe(401)
  })
  test('超过 30 MB 的文件收完再说太大,内存里不留', async () => {
    const response = await fetch(`${own.host.origin}/files`, { method: 'POST', headers: { origin: own.host.origin, 'x-baolei-key': key, 'content-type': 'application/octet-stream', 'x-file-name': 'big.xlsx' }, body: new Uint8Array(31 * 1024 * 1024) })
    expect(response.status).toBe(413)
  })
})
