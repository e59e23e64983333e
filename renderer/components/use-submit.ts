import { useState } from 'react'
import type { Failure, Outcome } from '../platform/use-query.ts'

export interface Submit {
  readonly busy: boolean
  readonly failure: Failure | null
  /** 做一次;成了返回 true。 */
  run<O>(call: () => Promise<Outcome<O>>, done?: (value: O) => void): Promise<boolean>
  clear(): void
}

/** 对话框里按一次按钮:忙、失败、做完。 */
export const useSubmit = (): Submit => {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    busy,
    failure,
    run: async (call, done) => {
      setBusy(true)
      setFailure(null)
      const result = await call()
      setBusy(false)
      if (result.ok) done?.(result.value)
      else setFailure(result.error)
      return result.ok
    },
    clear: () => setFailure(null),
  }
}
