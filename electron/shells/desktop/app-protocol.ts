import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import type { CoreLink } from '../../core-worker/core-link.ts'
import { listStaticFiles } from '../../printing/static-pages.ts'
import { MAX_FILE_BYTES } from '../../services/file-exchange.ts'
import { CONTENT_SECURITY_POLICY, ORIGIN, SCHEME, SCHEMES } from './policy.ts'
import type { PrintJobs } from './print-jobs.ts'

const TICKET = /^[A-Za-z0-9_-]{43}$/
const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const

/** 自有协议要在 app 就绪之前登记。 */
export const registerAppScheme = (): void => protocol.registerSchemesAsPrivileged(SCHEMES)

const refuse = (status: number): Response => new Response(null, { status, headers: HEADERS })
const reply = (body: ConstructorParameters<typeof Response>[0], type: string, extra: Readonly<Record<string, string>> = {}): Response => new Response(body, { headers: { ...HEADERS, 'content-type': type, ...extra } })

const fileName = (header: string | null): string => {
  try {
    return header === null ? 'file' : decodeURIComponent(header)
  } catch {
    return 'file'
  }
}
const disposition = (name: string): string => `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`

interface ProtocolParts {
  readonly rendererFolder: string
  readonly files: CoreLink['files']
  readonly printJobs: PrintJobs
}

/**
 * `app://baolei/` 的全部应答:界面文件、收文件、给文件、打印数据。只按文件表取,走不出界面文件夹。
 */
export const createAppHandler = ({ rendererFolder, files, printJobs }: ProtocolParts): ((request: Request) => Promise<Response>) => {
  const pages = listStaticFiles(rendererFolder)

  const receive = async (request: Request): Promise<Response> => {
    if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) return refuse(413)
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (bytes.byteLength > MAX_FILE_BYTES) return refuse(413)
    return reply(JSON.stringify(await files.accept(fileName(request.headers.get('x-file-name')), bytes)), 'application/json')
  }
  const deliver = async (ticket: string): Promise<Response> => {
    const held = TICKET.test(ticket) ? await files.take(ticket) : null
    if (held === null) return refuse(404)
    if (held.oneTime) await files.discard(ticket)
    return reply(new Uint8Array(held.bytes), 'application/octet-stream', { 'content-disposition': disposition(held.name) })
  }
  const printPage = async (job: string, path: string): Promise<Response> => {
    const html = await readFile(path, 'utf8')
    // 数据脚本排在页面脚本之前;页面自己不取数据。
    return reply(html.replace('<head>', `<head><script src="/print-model/${job}.js"></script>`), 'text/html; charset=utf-8')
  }
  return async (request) => {
    const address = new URL(request.url)
    if (address.protocol !== `${SCHEME}:` || `${address.protocol}//${address.host}` !== ORIGIN) return refuse(403)
    const { pathname } = address
    if (pathname === '/files') return request.method === 'POST' ? receive(request) : refuse(405)
    if (request.method !== 'GET') return refuse(405)
    if (pathname.startsWith('/files/')) return deliver(pathname.slice('/files/'.length))
    if (pathname.startsWith('/print-model/')) {
      const script = printJobs.take(pathname.slice('/print-model/'.length, -'.js'.length))
      return script === null ? refuse(404) : reply(script, 'text/javascript; charset=utf-8')
    }
    const page = pages.get(pathname)
    if (page === undefined) return refuse(404)
    const job = address.searchParams.get('job')
    if (pathname === '/print.html' && job !== null && printJobs.has(job)) return printPage(job, page.path)
    return reply(await readFile(page.path), page.type)
  }
}

export const serveAppProtocol = (session: Session, parts: ProtocolParts): void => session.protocol.handle(SCHEME, createAppHandler(parts))
