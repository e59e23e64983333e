import { useCallback, useEffect, useRef, useState } from 'react'

/** 最多退这么多步。 */
const MOST_STEPS = 50
/** 同一处接着打的字合成一步。 */
const TYPING_MILLISECONDS = 1500

interface Step<F> {
  readonly before: F
  readonly signature: string
  readonly at: number
}
export interface Undo<F> {
  /** 改,并记下改之前的样子。 */
  change(patch: Partial<F>): void
  /** 另一种改法(由核心改的)之前,记下现在的样子。 */
  remember(): void
  /** 退一步;没有可退的什么也不做。 */
  undo(): void
  /** 撤销的再做一步;又改过别的就没有了。 */
  redo(): void
  readonly steps: number
  readonly redoSteps: number
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable) || (target instanceof HTMLInputElement && !target.readOnly && !['checkbox', 'radio', 'button'].includes(target.type))

/**
 * 表单的撤销:每一步记下改之前的整份内容,退回时整份放回(照常自动保存)。
 * 光标在文字框里的 Ctrl+Z、Ctrl+Y 归浏览器,撤的是打的字;其余地方归这里。
 *
 * @param signatureOf 两次改动的签名相同且挨得近,算同一步(接着打字);空的自成一步。
 * @param enabled 只读时不管。
 */
export const useUndo = <F extends object>(fields: F, apply: (patch: Partial<F>) => void, signatureOf: (patch: Partial<F>, before: F) => string, enabled: boolean): Undo<F> => {
  const latest = useRef(fields)
  latest.current = fields
  const steps = useRef<Step<F>[]>([])
  const undone = useRef<F[]>([])
  const [count, setCount] = useState(0)
  const [redoCount, setRedoCount] = useState(0)

  const push = useCallback((signature: string): void => {
    const last = steps.current.at(-1)
    const at = performance.now()
    if (signature !== '' && last !== undefined && last.signature === signature && at - last.at < TYPING_MILLISECONDS) steps.current[steps.current.length - 1] = { ...last, at }
    else steps.current = [...steps.current, { before: latest.current, signature, at }].slice(-MOST_STEPS)
    undone.current = []
    setCount(steps.current.length)
    setRedoCount(0)
  }, [])
  const change = (patch: Partial<F>): void => {
    push(signatureOf(patch, latest.current))
    latest.current = { ...latest.current, ...patch }
    apply(patch)
  }
  const undo = (): void => {
    const step = steps.current.pop()
    setCount(steps.current.length)
    if (step === undefined) return
    undone.current.push(latest.current)
    setRedoCount(undone.current.length)
    latest.current = step.before
    apply(step.before)
  }
  const redo = (): void => {
    const after = undone.current.pop()
    setRedoCount(undone.current.length)
    if (after === undefined) return
    steps.current = [...steps.current, { before: latest.current, signature: '', at: performance.now() }]
    setCount(steps.current.length)
    latest.current = after
    apply(after)
  }
  const pressed = useRef({ undo, redo })
  pressed.current = { undo, redo }
  useEffect(() => {
    if (!enabled) return
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!event.ctrlKey || event.altKey || (key !== 'z' && !isRedo) || isTextField(event.target)) return
      // 开着对话框时光标在里面,那里的事没做完。
      if ((document.activeElement?.closest('[role="dialog"]') ?? null) !== null) return
      event.preventDefault()
      if (isRedo) pressed.current.redo()
      else pressed.current.undo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [enabled])
  return { change, remember: () => push(''), undo, redo, steps: count, redoSteps: redoCount }
}
