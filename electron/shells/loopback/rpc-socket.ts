import { z } from 'zod'
import type { RawData, WebSocket } from 'ws'
import type { CoreLink } from '../../core-worker/core-link.ts'
import type { LaunchSession } from './launch-session.ts'
import type { Lifetime } from './lifetime.ts'

/** 关闭码:浏览器端的通道与测试都按它判断。 */
export const CLOSE_CODES = { badMessage: 4400, wrongKey: 4401, noKey: 4408, alreadyOpen: 4409, coreStopped: 4500 } as const

const KEY_MILLISECONDS = 3000
const PROBE_MILLISECONDS = 1500
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

interface SocketParts {
  readonly core: CoreLink
  readonly session: LaunchSession
  readonly lifetime: Lifetime
}

/** WebSocket 的一生:先交钥匙,再收发;同一时刻只有一个窗口,窗口断了它的长活就取消。 */
export const createRpcSockets = ({ core, session, lifetime }: SocketParts) => {
  let active: WebSocket | null = null

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
        socket.close(CLOSE_CODES.badMessage)
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
        socket.close(CLOSE_CODES.alreadyOpen)
        return
      }
      previous.terminate()
      if (active === previous) active = null
    }
    if (socket.readyState === OPEN) serve(socket)
  }

  return {
    /** 刚升级成 WebSocket 的连线。 */
    accept: (socket: WebSocket): void => {
      const late = setTimeout(() => socket.close(CLOSE_CODES.noKey), KEY_MILLISECONDS)
      socket.on('error', () => socket.terminate())
      socket.once('close', () => clearTimeout(late))
      socket.once('message', (data, isBinary) => {
        clearTimeout(late)
        if (session.isKey(parse(keyMessage, data, isBinary)?.key)) void admit(socket)
        else socket.close(CLOSE_CODES.wrongKey)
      })
    },
  }
}
