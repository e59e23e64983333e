import type { Duplex } from 'node:stream'
import { z } from 'zod'
import type { RawData, WebSocket } from 'ws'
import type { CoreLink } from '../../core-worker/core-link.ts'
import type { LaunchSession } from './launch-session.ts'
import type { Lifetime } from './lifetime.ts'

/** 关闭码:浏览器端的通道与测试都按它判断。 */
export const CLOSE_CODES = { badMessage: 4400, wrongKey: 4401, noKey: 4408, alreadyOpen: 4409, coreStopped: 4500 } as const

/** 交钥匙的那一条消息连帧头远不到这么长;没交钥匙的人塞不进大块内容。 */
const MAX_KEY_BYTES = 1024
const PROBE_MILLISECONDS = 1500
/** 说了关闭码之后,对方不应答也只等这么久。 */
const PARTING_MILLISECONDS = 1000
const MAX_RUNNING = 200
const OPEN = 1

const keyMessage = z.strictObject({ key: z.string().max(100) })
const callId = z.string().min(1).max(64)
const clientMessage = z.union([z.strictObject({ call: callId, request: z.string() }), z.strictObject({ cancel: callId })])

const asText = (data: RawData): string => (data instanceof ArrayBuffer ? Buffer.from(data) : Array.isArray(data) ? Buffer.concat(data) : data).toString('utf8')
const parse = <T>(schema: z.ZodType<T>, data: RawData, isBinary: boolean): T | null => {
  if (isBinary) return null
  try {
    const parsed = schema.safeParse(JSON.parse(asText(data)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const dismiss = (socket: WebSocket, code: number): void => {
  socket.close(code)
  const timer = setTimeout(() => socket.terminate(), PARTING_MILLISECONDS)
  socket.once('close', () => clearTimeout(timer))
}

interface SocketParts {
  readonly core: CoreLink
  readonly session: LaunchSession
  readonly lifetime: Lifetime
  /** 连上之后多久要交钥匙。 */
  readonly keyMilliseconds: number
}

/** WebSocket 的一生:先交钥匙,再收发;同一时刻只有一个窗口,窗口断了它的长活就取消。 */
export const createRpcSockets = ({ core, session, lifetime, keyMilliseconds }: SocketParts) => {
  let active: WebSocket | null = null
  let waiting = 0

  const serve = (socket: WebSocket): void => {
    active = socket
    lifetime.opened()
    const running = new Map<string, AbortController>()
    const send = (message: unknown): void => {
      if (socket.readyState === OPEN) socket.send(JSON.stringify(message))
    }
    const run = async (call: string, request: string): Promise<void> => {
      const controller = new AbortController()
      running.set(call, controller)
      try {
        send({ call, reply: await core.dispatch(request, { signal: controller.signal, onProgress: (progress) => send({ call, progress }) }) })
      } catch {
        socket.close(CLOSE_CODES.coreStopped)
      } finally {
        running.delete(call)
      }
    }
    const unsubscribe = core.onPush(send)
    socket.on('message', (data, isBinary) => {
      const message = parse(clientMessage, data, isBinary)
      if (message === null || ('call' in message && (running.has(message.call) || running.size >= MAX_RUNNING))) {
        dismiss(socket, CLOSE_CODES.badMessage)
        return
      }
      if ('cancel' in message) running.get(message.cancel)?.abort()
      else void run(message.call, message.request)
    })
    socket.on('close', () => {
      unsubscribe()
      for (const controller of running.values()) controller.abort()
      if (active === socket) active = null
      lifetime.closed()
    })
    send({ ready: true })
  }

  /** 刷新时旧连线可能还没断净:探一下,答不上来就算断了。 */
  const isAlive = (socket: WebSocket): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (alive: boolean) => (): void => {
        clearTimeout(timer)
        socket.off('pong', onPong)
        socket.off('close', onClose)
        resolve(alive)
      }
      const onPong = settle(true)
      const onClose = settle(false)
      const timer = setTimeout(onClose, PROBE_MILLISECONDS)
      socket.once('pong', onPong)
      socket.once('close', onClose)
      socket.ping()
    })
  const admit = async (socket: WebSocket): Promise<void> => {
    while (active !== null) {
      const previous: WebSocket = active
      if (previous.readyState === OPEN && (await isAlive(previous))) {
        dismiss(socket, CLOSE_CODES.alreadyOpen)
        return
      }
      previous.terminate()
      if (active === previous) active = null
    }
    if (socket.readyState === OPEN) serve(socket)
  }

  return {
    /** 连上了还没交钥匙的有几条。 */
    waiting: (): number => waiting,
    /** 刚升级成 WebSocket 的连线;wire 是它底下的线,数没交钥匙之前收了多少字节。 */
    accept: (socket: WebSocket, wire: Duplex): void => {
      waiting++
      let received = 0
      const count = (chunk: Buffer): void => {
        received += chunk.length
        if (received > MAX_KEY_BYTES) socket.terminate()
      }
      const settle = (): void => {
        clearTimeout(late)
        wire.off('data', count)
        socket.off('close', settle)
        socket.off('message', receiveKey)
        waiting--
      }
      const receiveKey = (data: RawData, isBinary: boolean): void => {
        settle()
        if (session.isKey(parse(keyMessage, data, isBinary)?.key)) void admit(socket)
        else dismiss(socket, CLOSE_CODES.wrongKey)
      }
      const late = setTimeout(() => dismiss(socket, CLOSE_CODES.noKey), keyMilliseconds)
      wire.on('data', count)
      socket.on('error', () => socket.terminate())
      // 网页发不出 ping;会发的不是自己的窗口,不陪它一问一答。
      socket.on('ping', () => socket.terminate())
      socket.on('close', settle)
      socket.on('message', receiveKey)
    },
  }
}
