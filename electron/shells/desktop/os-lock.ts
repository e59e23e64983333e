import type { Dispatch } from '../../rpc/dispatch.ts'
import type { Log } from '../../services/ports.ts'

/** 系统到了这些时刻就锁屏(F56):锁了桌面(Windows 切换用户也报这个)、合盖睡眠、macOS 切走用户。 */
export const LOCKING_MOMENTS = ['lock-screen', 'suspend', 'user-did-resign-active'] as const

interface OsLockParts {
  readonly dispatch: Dispatch
  readonly createId: () => string
  readonly log: Log
}

/**
 * 替系统锁屏:会话在核心里,窗口答不上来(页面卡住、崩了)也照样锁得上。
 *
 * @returns 系统事件来时叫它;锁不上记进日志,不抛。
 */
export const createOsLock = ({ dispatch, createId, log }: OsLockParts): (() => Promise<void>) => {
  return async () => {
    try {
      const reply = JSON.parse(await dispatch(JSON.stringify({ id: createId(), path: 'session.lock', input: { reason: 'os' } }))) as { readonly ok: boolean; readonly error?: { readonly code: string } }
      if (!reply.ok) log.write('error', 'os lock refused', { code: reply.error?.code ?? 'INTERNAL' })
    } catch (error) {
      log.write('error', 'os lock failed', { error })
    }
  }
}
