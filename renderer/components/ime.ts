import { useCallback, useRef, type CompositionEvent, type KeyboardEvent } from 'react'

interface KeyLike {
  readonly keyCode: number
  readonly isComposing?: boolean
  readonly nativeEvent?: { readonly isComposing?: boolean }
}

/** 这一下按键属于输入法(正在组字)。只看 isComposing 不够,有的输入法只给 229。 */
export const isImeKey = (event: KeyLike): boolean => event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === 229

export interface ImeSafeEnter {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onCompositionStart: (event: CompositionEvent) => void
  readonly onCompositionEnd: (event: CompositionEvent) => void
}

/**
 * 回车做事,但上屏用的那一下回车不算。把返回的三个属性放到输入框上。
 * 有的浏览器先发 compositionend 再发回车,所以组字标记晚一拍才清。
 */
export const useImeSafeEnter = (action: () => void): ImeSafeEnter => {
  const composing = useRef(false)
  const onCompositionStart = useCallback(() => {
    composing.current = true
  }, [])
  const onCompositionEnd = useCallback(() => {
    setTimeout(() => {
      composing.current = false
    })
  }, [])
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || composing.current || isImeKey(event)) return
      event.preventDefault()
      action()
    },
    [action],
  )
  return { onKeyDown, onCompositionStart, onCompositionEnd }
}
