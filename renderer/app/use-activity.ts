import { useEffect } from 'react'
import { api } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'

/** 隔这么久报一次:闲置最短三分钟就锁,半分钟一次够准,也不扰核心。 */
const TOUCH_MILLISECONDS = 30_000
const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** 有人动键盘、鼠标、触屏就告诉核心,闲置计时从头算(F56)。 */
export const useActivity = (): void => {
  const apply = useSession((session) => session.apply)
  const locksItself = useSession((session) => session.session.idleMinutes !== null)
  useEffect(() => {
    if (!locksItself) return undefined
    // 刚登录、刚解锁的那一下核心已经知道。
    let last = Date.now()
    const report = (): void => {
      const now = Date.now()
      // 时钟往回拨过,也照报。
      if (now - last < TOUCH_MILLISECONDS && now >= last) return
      last = now
      void api.session.touch({}).then((result) => result.ok && apply(result.value))
    }
    for (const kind of ACTIVITY) window.addEventListener(kind, report, { capture: true, passive: true })
    return () => {
      for (const kind of ACTIVITY) window.removeEventListener(kind, report, { capture: true })
    }
  }, [apply, locksItself])
}
