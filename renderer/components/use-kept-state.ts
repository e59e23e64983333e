import { useCallback, useEffect, useRef, useState } from 'react'
import { keptDrafts } from './kept-drafts.ts'

export interface KeptState<T> {
  readonly value: T
  /** 填它的时候记录的修订号;存的时候用它,别处改过就说得出。 */
  readonly rev: number
  /** 人改的:一边改一边留着。 */
  change(next: T): void
  /** 存上了、不要了:换成给的内容,留着的去掉。 */
  forget(next: T): void
}

/**
 * 填好一次交的表单(不自动存):填了一半锁屏、断电、离开,回来还在。
 *
 * @param key 这份表单的名字,如 `member:new`;同一时刻只开一份。
 * @param rev 记录现在的修订号;新增的为 0。
 */
export const useKeptState = <T extends object>(key: string, rev: number, initial: () => T): KeptState<T> => {
  const since = useRef(keptDrafts.session())
  // 留着的内容由同一个表单存下,形状与 T 相同。
  const [state, setState] = useState(() => {
    const kept = keptDrafts.read(key)
    return kept === undefined ? { value: initial(), rev: null } : { value: kept.fields as T, rev: kept.rev }
  })
  useEffect(() => void keptDrafts.take(key), [key])
  const usedRev = state.rev ?? rev
  const change = useCallback(
    (next: T) => {
      setState({ value: next, rev: usedRev })
      keptDrafts.keep(key, { fields: next, rev: usedRev }, since.current)
    },
    [key, usedRev],
  )
  const forget = useCallback(
    (next: T) => {
      setState({ value: next, rev: null })
      keptDrafts.drop(key, since.current)
    },
    [key],
  )
  return { value: state.value, rev: usedRev, change, forget }
}
