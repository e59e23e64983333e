import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { CoreLink } from '../../core-worker/core-link.ts'
import { listStaticFiles, type StaticFile } from '../../printing/static-pages.ts'
import { createFileRoutes } from './file-routes.ts'
import { checkCaller, checkShape, readPath, type OwnAddress } from './gate.ts'
import { createLaunchSession } from './launch-session.ts'
import { createLifetime, type Lifetime } from './lifetime.ts'
import { readBody } from './read-body.ts'
import { sendJson } from './send-json.ts'
import { createRpcSockets } from './rpc-socket.ts'
import { securityHeaders } from './security-headers.ts'

const SESSION_BODY_BYTES = 1024
const MAX_SOCKET_BYTES = 32 * 1024 * 1024
const MAX_CONNECTIONS = 64
/** 同时只容这么多条还没交钥匙的连线。 */
const MAX_WAITING = 8
/** 各种慢与拖的时限,毫秒;测试用短的。 */
const HOST_LIMITS = { headers: 5000, request: 120_000, sessionBody: 5000, idle: 30_000, key: 3000 } as const
type HostLimits = { readonly [K in keyof typeof HOST_LIMITS]: number }
/** 打包时文件名里带内容摘要的,内容不会变;首页每次都重取。 */
const HASHED = /^\/assets\//

export interface LoopbackHost {
  readonly origin: string
  /** 打开窗口的地址,启动码在 # 之后,不进任何日志与请求行。 */
  readonly launchAddress: string
  /** 宿主结束(窗口都关了,或被关掉)。 */
  readonly ended: Promise<void>
  readonly lifetime: Lifetime
  close(): void
}
export interface HostOptions {
  readonly core: CoreLink
  readonly rendererFolder: string
  /** 最后一个窗口关闭后多久结束;null 为不自己结束。 */
  readonly lingerMilliseconds: number | null
  readonly limits?: HostLimits
}

/** 在 127.0.0.1 的随机端口上开一个只给本窗口用的宿主。 */
export const startHost = async ({ core, rendererFolder, lingerMilliseconds, limits = HOST_LIMITS }: HostOptions): Promise<LoopbackHost> => {
  const pages = listStaticFiles(rendererFolder)
  const session = createLaunchSession()
  const files = createFileRoutes(core.files)
  const ended = Promise.withResolvers<void>()
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: limits.headers, requestTimeout: limits.request, keepAliveTimeout: 5000, connectionsCheckingInterval: Math.min(1000, limits.headers) })
  server.maxConnections = MAX_CONNECTIONS
  // 既不收也不发的连线断开;WebSocket 升级后不受它管。
  server.timeout = limits.idle
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // 监听的是 TCP 端口
  const own: OwnAddress = { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` }
  const headers = securityHeaders(own)

  const openSession = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.headers['content-type'] !== 'application/json') return void response.writeHead(415).end()
    const body = await readBody(request, SESSION_BODY_BYTES, limits.sessionBody)
    if (body === null) return void response.writeHead(413, { connection: 'close' }).end()
    let code: unknown
    try {
      code = (JSON.parse(body.toString('utf8')) as { code?: unknown } | null)?.code
    } catch {
      return void response.writeHead(400).end()
    }
    const key = session.exchange(code)
    if (key === null) return void response.writeHead(403).end()
    sendJson(response, { key })
  }
  const sendPage = (path: string, file: StaticFile, withBody: boolean, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.size, ...(HASHED.test(path) ? { 'cache-control': 'private, max-age=86400, immutable' } : {}) })
    if (!withBody) return void response.end()
    createReadStream(file.path).on('error', () => response.destroy()).pipe(response)
  }
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const { method = '' } = request
    const path = readPath(request)
    const isPost = method === 'POST'
    const refused = checkCaller(request, own, isPost) ?? checkShape(request)
    if (refused !== null) return void response.writeHead(refused, { connection: 'close' }).end()
    if (path === null) return void response.writeHead(400, { connection: 'close' }).end()
    const accepts = path === '/session' || path === '/files' ? ['POST'] : path.startsWith('/files/') ? ['GET'] : ['GET', 'HEAD']
    if (!accepts.includes(method)) return void response.writeHead(405, { allow: accepts.join(', '), connection: 'close' }).end()
    if (path === '/session') return openSession(request, response)
    if (path === '/files') {
      if (!session.isKey(request.headers['x-baolei-key'])) return void response.writeHead(401, { connection: 'close' }).end()
      return files.receive(request, response)
    }
    if (path.startsWith('/files/')) return files.deliver(path.slice('/files/'.length), response)
    const page = pages.get(path)
    if (page === undefined) return void response.writeHead(404).end()
    sendPage(path, page, method === 'GET', response)
  }

  const lifetime = createLifetime(lingerMilliseconds ?? 0, () => lingerMilliseconds !== null && close())
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_SOCKET_BYTES, perMessageDeflate: false, autoPong: false })
  const rpc = createRpcSockets({ core, session, lifetime, keyMilliseconds: limits.key })
  const refuseUpgrade = (socket: Duplex, status: number): void => void socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  const close = (): void => {
    lifetime.stop()
    for (const client of sockets.clients) client.terminate()
    server.close(() => ended.resolve())
    server.closeAllConnections()
  }

  server.on('request', (request, response) => {
    route(request, response).catch(() => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { connection: 'close' }).end()
    })
  })
  // 浏览器从不先问能不能发。
  server.on('checkContinue', (_request, response: ServerResponse) => void response.writeHead(417, { connection: 'close' }).end())
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const refused = checkCaller(request, own, true) ?? (request.method === 'GET' ? null : 405) ?? checkShape(request) ?? (readPath(request) === '/rpc' ? null : 404) ?? (rpc.waiting() < MAX_WAITING ? null : 503)
    if (refused === null) sockets.handleUpgrade(request, socket, head, (opened) => rpc.accept(opened, socket))
    else refuseUpgrade(socket, refused)
  })
  core.onStopped(close)
  return { origin: own.origin, launchAddress: `${own.origin}/#code=${session.code}`, ended: ended.promise, lifetime, close }
}
