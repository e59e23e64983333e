import { useRef, type FormEvent, type KeyboardEvent } from 'react'
import { isImeKey } from './ime.ts'

export interface ImeSafeForm {
  readonly noValidate: true
  readonly onSubmit: (event: FormEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
}

/**
 * 放到 <form> 上:在一行框里回车就提交,拼音上屏的那一下不算。
 * 浏览器自带的「回车提交」分不清组字,所以不用它。
 */
export const useImeSafeForm = (submit: () => void): ImeSafeForm => {
  const composing = useRef(false)
  const latest = useRef(submit)
  latest.current = submit
  return {
    noValidate: true,
    onSubmit: (event) => {
      event.preventDefault()
      submit()
    },
    onKeyDown: (event) => {
      // 按钮、单选上的回车照旧。
      // 展开着的下拉框里,回车是选一项。
      if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement) || !['text', 'password'].includes(event.target.type) || event.target.getAttribute('aria-expanded') === 'true') return
      event.preventDefault()
      // 日期框在这一下里才读出打的字;等它交出来再提交,不然交的是上一次的日期。
      if (!composing.current && !isImeKey(event)) queueMicrotask(() => latest.current())
    },
    onCompositionStart: () => {
      composing.current = true
    },
    // 有的浏览器先发 compositionend 再发回车,所以晚一拍才清。
    onCompositionEnd: () => {
      setTimeout(() => {
        composing.current = false
      })
    },
  }
}
