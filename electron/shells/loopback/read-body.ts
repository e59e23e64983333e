import type { IncomingMessage } from 'node:http'

/** 超过上限后还肯替对方收完(丢掉)多少倍,好让浏览器看得到 413 而不是断线。 */
const DRAIN_FACTOR = 20

/**
 * 收完请求体。超过上限的不进内存,收完再说太大;大得离谱的、到时还没发完的直接断开。
 *
 * @param milliseconds 多久之内要发完;不给就只受整个请求的时限管。
 * @returns 内容;太大为 null。
 */
export const readBody = (request: IncomingMessage, limit: number, milliseconds: number | null = null): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const late = milliseconds === null ? undefined : setTimeout(() => request.destroy(new Error('body too slow')), milliseconds)
    request.once('close', () => clearTimeout(late))
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (size > limit * DRAIN_FACTOR) request.destroy(new Error('body far too large'))
    })
    request.on('end', () => {
      clearTimeout(late)
      resolve(size > limit ? null : Buffer.concat(chunks))
    })
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('request aborted')))
  })
