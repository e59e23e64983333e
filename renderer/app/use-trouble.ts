import { useCallback, useEffect, useState } from 'react'
import type { Trouble } from '../features/start-trouble/trouble.ts'
import { useSession } from '../platform/session.ts'

interface TroubleState {
  /** 打不开的那一次;没有为 null。 */
  readonly trouble: Trouble | null
  report(trouble: Trouble): void
  /** 不看了(换位置、去恢复):同一个启动失败不再拦着。 */
  dismiss(): void
}

/** 打不开的缘由:启动时没打开的,随后打开、登录时遇到的,开着时读到坏页而人要去恢复的。开起来了就不再说。 */
export const useTrouble = (): TroubleState => {
  const startError = useSession((session) => session.startError)
  const phase = useSession((session) => session.session.phase)
  const damage = useSession((session) => session.damage)
  const openPath = useSession((session) => session.workspace?.path ?? '')
  const setDamage = useSession((session) => session.setDamage)
  const [reported, setReported] = useState<Trouble | null>(null)
  const [dismissed, setDismissed] = useState('')
  const key = startError === null ? '' : JSON.stringify(startError)
  useEffect(() => {
    if (phase === 'open') setReported(null)
  }, [phase])
  const fromStart = startError !== null && key !== dismissed && phase === 'closed' ? { ...startError, userName: '', password: '' } : null
  const fromDamage = damage === 'rescuing' ? { code: 'STORE_CORRUPT', data: {}, path: openPath, userName: '', password: '', isOpen: true } : null
  return {
    trouble: reported ?? fromStart ?? fromDamage,
    report: useCallback((trouble: Trouble) => setReported(trouble), []),
    dismiss: useCallback(() => {
      setReported(null)
      setDismissed(key)
      setDamage('none')
    }, [key, setDamage]),
  }
}
