import type { Progress, PushMessage, Transport } from '../../shared/rpc/messages.ts'

/** 预加载脚本露出的三个函数;与契约无关,加过程不必改它。 */
export interface Bridge {
  request(callId: string, text: string): Promise<string>
  cancel(callId: string): void
  onPush(listener: (text: string) => void): () => void
}

interface ProgressPush {
  readonly call: string
  readonly progress: Progress
}

export const bridgeTransport = (bridge: Bridge): Transport => {
  const progressListeners = new Map<string, (progress: Progress) => void>()
  const pushListeners = new Set<(message: PushMessage | 'resync') => void>()
  bridge.onPush((text) => {
    const message = JSON.parse(text) as PushMessage | ProgressPush
    if ('call' in message) progressListeners.get(message.call)?.(message.progress)
    else for (const listener of pushListeners) listener(message)
  })
  return {
    request: async (text, { signal, onProgress }) => {
      const callId = crypto.randomUUID()
      const cancel = (): void => bridge.cancel(callId)
      if (onProgress !== undefined) progressListeners.set(callId, onProgress)
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        return await bridge.request(callId, text)
      } finally {
        progressListeners.delete(callId)
        signal?.removeEventListener('abort', cancel)
      }
    },
    onPush: (listener) => {
      pushListeners.add(listener)
      return () => pushListeners.delete(listener)
    },
  }
}
