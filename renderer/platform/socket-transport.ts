import type { Progress, PushMessage, Transport } from '../../shared/rpc/messages.ts'
import { sessionKey } from './session-key.ts'

/**
 * 浏览器外壳的通道:一条 WebSocket。第一条消息是会话钥匙,之后:
 * 发 `{call, request}` 或 `{cancel}`;收 `{call, reply}`、`{call, progress}` 或 `{event, payload}`。
 */
type Incoming = { readonly call: string; readonly reply: string } | { readonly call: string; readonly progress: Progress } | PushMessage | { readonly ready: true }

interface PendingCall {
  readonly settle: (reply: string) => void
  readonly fail: (reason: Error) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

const RETRY_MILLISECONDS = 500

export const socketTransport = (): Transport => {
  const pending = new Map<string, PendingCall>()
  const pushListeners = new Set<(message: PushMessage | 'resync') => void>()
  let socket: Promise<WebSocket> | null = null
  let everOpened = false

  const dropped = (): void => {
    socket = null
    for (const call of pending.values()) call.fail(new Error('connection lost'))
    pending.clear()
  }
  const receive = (text: string): void => {
    const message = JSON.parse(text) as Incoming
    if ('event' in message) {
      for (const listener of pushListeners) listener(message)
      return
    }
    if (!('call' in message)) return
    const call = pending.get(message.call)
    if (call === undefined) return
    if ('progress' in message) call.onProgress?.(message.progress)
    else {
      pending.delete(message.call)
      call.settle(message.reply)
    }
  }
  const open = (): Promise<WebSocket> => {
    socket ??= (async () => {
      const key = await sessionKey()
      const opened = new WebSocket(`ws://${location.host}/rpc`)
      await new Promise<void>((resolve, reject) => {
        opened.addEventListener('error', () => reject(new Error('connection refused')), { once: true })
        opened.addEventListener('close', () => reject(new Error('connection closed')), { once: true })
        opened.addEventListener('open', () => opened.send(JSON.stringify({ key })), { once: true })
        opened.addEventListener('message', () => resolve(), { once: true })
      })
      opened.addEventListener('message', (event) => receive(String(event.data)))
      opened.addEventListener('close', () => {
        dropped()
        // 断线后自己重连,接上就让各页重取,免得漏了推送。
        setTimeout(() => void open().catch(() => undefined), RETRY_MILLISECONDS)
      })
      if (everOpened) for (const listener of pushListeners) listener('resync')
      everOpened = true
      return opened
    })()
    socket.catch(() => {
      socket = null
    })
    return socket
  }
  return {
    request: async (text, { signal, onProgress }) => {
      const channel = await open()
      const call = crypto.randomUUID()
      return new Promise<string>((settle, fail) => {
        pending.set(call, { settle, fail, onProgress })
        signal?.addEventListener('abort', () => channel.send(JSON.stringify({ cancel: call })), { once: true })
        channel.send(JSON.stringify({ call, request: text }))
      })
    },
    onPush: (listener) => {
      pushListeners.add(listener)
      void open().catch(() => undefined)
      return () => pushListeners.delete(listener)
    },
  }
}
