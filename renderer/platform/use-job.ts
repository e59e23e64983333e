import { useCallback, useRef, useState } from 'react'
import type { Progress } from '../../shared/rpc/messages.ts'
import type { Outcome } from './use-query.ts'

export interface JobState<I, O> {
  /** 正在做时的进度;没在做为 null。 */
  readonly progress: Progress | null
  readonly running: boolean
  start(input: I): Promise<Outcome<O>>
  cancel(): void
}

/** 长活:开始、看进度、取消。 */
export const useJob = <I, O>(call: (input: I, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<O>>): JobState<I, O> => {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [running, setRunning] = useState(false)
  const controller = useRef<AbortController | null>(null)
  const start = useCallback(
    async (input: I) => {
      const mine = new AbortController()
      controller.current = mine
      setRunning(true)
      try {
        return await call(input, { signal: mine.signal, onProgress: setProgress })
      } finally {
        setRunning(false)
        setProgress(null)
      }
    },
    [call],
  )
  const cancel = useCallback(() => controller.current?.abort(), [])
  return { progress, running, start, cancel }
}
