import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CoreLink } from '../../core-worker/core-link.ts'
import { MAX_FILE_BYTES } from '../../services/file-exchange.ts'
import { readBody } from './read-body.ts'
import { sendJson } from './send-json.ts'

const TICKET = /^[A-Za-z0-9_-]{43}$/

const fileName = (header: string | string[] | undefined): string => {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : 'file'
  } catch {
    return 'file'
  }
}

/** 文件名按 RFC 5987 写,中文名各浏览器都认。 */
const disposition = (name: string): string => `attachment; filename="download"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`

export interface FileRoutes {
  /** 收一个文件,回凭据。 */
  receive(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** 按凭据给文件;一次性的凭据取时即作废,文件给完就删,途中断了也删。 */
  deliver(ticket: string, response: ServerResponse): Promise<void>
}

export const createFileRoutes = (files: CoreLink['files']): FileRoutes => {
  return {
    receive: async (request, response) => {
      const body = await readBody(request, MAX_FILE_BYTES)
      if (body === null) {
        response.writeHead(413, { connection: 'close' }).end()
        return
      }
      sendJson(response, await files.accept(fileName(request.headers['x-file-name']), body))
    },
    deliver: async (ticket, response) => {
      const held = TICKET.test(ticket) ? await files.take(ticket) : null
      if (held === null) {
        response.writeHead(404).end()
        return
      }
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': held.size, 'content-disposition': disposition(held.name), 'cache-control': 'no-store' })
      response.on('close', () => {
        if (held.oneTime) void files.discard(ticket).catch(() => undefined)
      })
      response.end(held.bytes)
    },
  }
}
