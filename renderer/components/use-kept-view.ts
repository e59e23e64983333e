import { useCallback, useState } from 'react'
import { keptDrafts } from './kept-drafts.ts'
import { VIEW_PREFIX } from './draft-store.ts'

/**
 * 界面的样子(收起了哪些、选了哪几列):按工作区、按人记着,下次登录还在。不是没写完的表单,不提示接着写。
 *
 * @param name 哪一处的样子。
 */
export const useKeptView = <T extends object>(name: string, initial: T): { readonly value: T; change(next: T): void } => {
  const key = `${VIEW_PREFIX}${name}`
  // 同一处存下的,形状与 T 相同。
  const [value, setValue] = useState<T>(() => (keptDrafts.read(key)?.fields as T | undefined) ?? initial)
  const change = useCallback(
    (next: T) => {
      setValue(next)
      keptDrafts.keep(key, { fields: next, rev: 0 }, keptDrafts.session())
    },
    [key],
  )
  return { value, change }
}
