import type { ReplyMessage, Transport } from '../../shared/rpc/messages.ts'

/** 会话变了的三种回绝:锁上了、要登录、该换口令。 */
const REFUSALS: readonly string[] = ['SESSION_LOCKED', 'SIGN_IN_FIRST', 'PASSWORD_DUE']
/** 回绝的回复很短;长的是数据,不必再解析一遍。 */
const LONGEST_REFUSAL = 1000

const listeners = new Set<() => void>()

/** 任何一次调用因会话被回绝时叫一声;返回取消函数。 */
export const onSessionRefusal = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const isRefusal = (text: string): boolean => {
  if (text.length > LONGEST_REFUSAL || !text.includes('"ok":false')) return false
  const reply = JSON.parse(text) as ReplyMessage // 出自自己的核心
  return !reply.ok && REFUSALS.includes(reply.error.code)
}

/** 在通道上旁听:推送漏了也能从回绝里知道已经锁上(F56)。 */
export const watchRefusals = (transport: Transport): Transport => ({
  ...transport,
  request: async (text, options) => {
    const reply = await transport.request(text, options)
    if (isRefusal(reply)) for (const listener of listeners) listener()
    return reply
  },
})
