import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** 本机网页的门:地址、来源、口令。浏览器里任何别的网页、别的用户都可能来敲,一样样核对。 */
export interface OwnAddress {
  /** `127.0.0.1:端口`。 */
  readonly host: string
  /** `http://127.0.0.1:端口`。 */
  readonly origin: string
}

/** 长度不同也花一样的时间:先各取摘要再比。 */
export const sameSecret = (given: unknown, secret: string): boolean => {
  if (typeof given !== 'string') return false
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

const countHeader = (request: IncomingMessage, name: string): number => request.rawHeaders.filter((entry, index) => index % 2 === 0 && entry.toLowerCase() === name).length

/**
 * 主机名必须一字不差(挡 DNS 重绑定);来源若有必须是自己;写入与升级必须带来源。
 *
 * @param mustHaveOrigin 写入与 WebSocket 升级为真;浏览器对这两种必带 Origin。
 * @returns 该回的状态码;null 为放行。
 */
export const checkCaller = (request: IncomingMessage, own: OwnAddress, mustHaveOrigin: boolean): number | null => {
  const { headers } = request
  if (headers.host !== own.host || countHeader(request, 'host') !== 1) return 421
  if (headers.origin === undefined ? mustHaveOrigin : headers.origin !== own.origin || countHeader(request, 'origin') !== 1) return 403
  const site = headers['sec-fetch-site']
  // 地址栏打开是 none;本页自己发的是 same-origin;其余都是别的网页。
  if (site !== undefined && site !== 'same-origin' && (site !== 'none' || mustHaveOrigin)) return 403
  return null
}

/**
 * 浏览器从不这样发的请求(请求走私、占着连线慢慢喂):分块内容、没有用的内容、带改道标记的,一律不收。
 *
 * @returns 该回的状态码;null 为放行。
 */
export const checkShape = ({ httpVersion, method, headers }: IncomingMessage): number | null => {
  if (httpVersion !== '1.1') return 505
  if (headers['transfer-encoding'] !== undefined) return 411
  if (method !== 'POST' && (headers['content-length'] ?? '0') !== '0') return 400
  return null
}

/** 路径只认「/」开头的;完整网址、带空字节的一律不认。 */
export const readPath = (request: IncomingMessage): string | null => {
  const target = request.url ?? ''
  if (!target.startsWith('/') || target.startsWith('//')) return null
  try {
    const path = decodeURIComponent(target.split('?', 1)[0] ?? '')
    return path.includes('\0') || path.includes('\\') ? null : path
  } catch {
    return null
  }
}
