import type { ReplyMessage, Transport } from '../../shared/rpc/messages.ts'

/** 会话变了的三种回绝:锁上了、要登录、该换口令。 */
const SESSION_CODES: readonly string[] = ['SESSION_LOCKED', 'SIGN_IN_FIRST', 'PASSWORD_DUE']
/** 读到坏页。 */
const DAMAGE_CODE = 'STORE_CORRUPT'
/** 回绝的回复很短;长的是数据,不必再解析一遍。 */
const LONGEST_REFUSAL = 1000

const refused = new Set<() => void>()
const damaged = new Set<() => void>()

/** 任何一次调用因会话被回绝时叫一声;返回取消函数。 */
export const onSessionRefusal = (listener: () => void): (() => void) => {
  refused.add(listener)
  return () => refused.delete(listener)
}
/** 任何一次调用读到坏页时叫一声(F05);返回取消函数。 */
export const onStoreDamage = (listener: () => void): (() => void) => {
  damaged.add(listener)
  return () => damaged.delete(listener)
}

const codeOf = (text: string): string | null => {
  if (text.length > LONGEST_REFUSAL || !text.includes('"ok":false')) return null
  const reply = JSON.parse(text) as ReplyMessage // 出自自己的核心
  return reply.ok ? null : reply.error.code
}

/** 在通道上旁听:推送漏了也能从回绝里知道已经锁上(F56),哪一页读到坏处都能马上提醒。 */
export const watchRefusals = (transport: Transport): Transport => ({
  ...transport,
  request: async (text, options) => {
    const reply = await transport.request(text, options)
    const code = codeOf(reply)
    if (code !== null && SESSION_CODES.includes(code)) for (const listener of refused) listener()
    if (code === DAMAGE_CODE) for (const listener of damaged) listener()
    return reply
  },
})
