import { useEffect, useState } from 'react'

export interface TypedValue {
  /** 框里现在的字;读不懂时原样留着。 */
  readonly text: string
  /** 读不懂,没有交出去。 */
  readonly problem: boolean
  type(text: string): void
  /** 离开或回车:读懂就交出规范写法,空的交 null,读不懂就标出来。 */
  settle(): void
  /** 直接换成一个值(方向键加减)。 */
  take(value: string): void
}

/** 打字录入的日期、时间框共用:屏幕上是打的字,交出去的是读懂之后的值。 */
export const useTypedValue = (value: string | null, onChange: (value: string | null) => void, parse: (text: string) => string | null): TypedValue => {
  const [text, setText] = useState(value ?? '')
  const [problem, setProblem] = useState(false)
  useEffect(() => {
    setText(value ?? '')
    setProblem(false)
  }, [value])
  const settle = (): void => {
    if (text.trim() === '') {
      setProblem(false)
      if (value !== null) onChange(null)
      return
    }
    const parsed = parse(text)
    setProblem(parsed === null)
    if (parsed === null) return
    setText(parsed)
    if (parsed !== value) onChange(parsed)
  }
  const take = (taken: string): void => {
    setText(taken)
    setProblem(false)
    onChange(taken)
  }
  return { text, problem, type: setText, settle, take }
}
