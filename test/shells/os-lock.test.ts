import { describe, expect, test } from 'vitest'
import { sessionContract } from '../../shared/contract/session.contract.ts'
import { requestMessageSchema } from '../../shared/rpc/messages.ts'
import { createOsLock, LOCKING_MOMENTS } from '../../electron/shells/desktop/os-lock.ts'

/** F56:系统锁屏、睡眠、切走用户,一秒之内锁上(G21)。 */
const lockWith = (answer: () => Promise<string>) => {
  const sent: string[] = []
  const logged: unknown[][] = []
  const lock = createOsLock({
    dispatch: (text) => {
      sent.push(text)
      return answer()
    },
    createId: () => 'id-1',
    log: { write: (...entry) => void logged.push(entry) },
  })
  return { lock, sent, logged }
}

describe('跟着系统锁屏', () => {
  test('发给核心的是契约里的 session.lock,理由 os', async () => {
    const { lock, sent, logged } = lockWith(() => Promise.resolve('{"id":"id-1","ok":true,"value":{}}'))
    await lock()
    const message = requestMessageSchema.parse(JSON.parse(sent[0] ?? ''))
    expect(message.path).toBe('session.lock')
    expect(sessionContract.lock.input.parse(message.input)).toEqual({ reason: 'os' })
    // 没登录、没打开工作区、已经锁着时叫它也不能被调度器挡下。
    expect(sessionContract.lock).toMatchObject({ roles: 'anyone', withoutWorkspace: true, whenLocked: true })
    expect(logged).toEqual([])
  })
  test('锁不上:进日志,只有代码,不抛', async () => {
    const refused = lockWith(() => Promise.resolve('{"id":"id-1","ok":false,"error":{"code":"INTERNAL","data":{"name":"王建国"},"traceId":"x"}}'))
    await refused.lock()
    expect(refused.logged).toEqual([['error', 'os lock refused', { code: 'INTERNAL' }]])
    const stopped = lockWith(() => Promise.reject(new Error('/srv/someone/secret')))
    await stopped.lock()
    expect(stopped.logged.map(([level, message]) => [level, message])).toEqual([['error', 'os lock failed']])
  })
  test('系统的三个时刻,都是 Electron 认得的事件', () => expect(LOCKING_MOMENTS).toEqual(['lock-screen', 'suspend', 'user-did-resign-active']))
})
