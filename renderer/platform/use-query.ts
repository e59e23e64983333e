import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventName } from '../../shared/contract/events.ts'
import { onEvents } from './api.ts'

/** 失败的样子;文字由 shared/i18n/zh-CN/errors.ts 按代码给出。 */
export interface Failure {
  readonly code: string
  readonly data: unknown
  readonly traceId: string
}
export type Outcome<O> = { readonly ok: true; readonly value: O } | { readonly ok: false; readonly error: Failure }

export interface QueryState<O> {
  readonly data: O | null
  readonly error: Failure | null
  /** 第一次还没回来;重取时旧数据仍在,不闪空。 */
  readonly loading: boolean
  reload(): void
}

/**
 * 读数据:输入变了、所列事件来了、断线重连了,都会重取;晚到的旧回复丢弃。
 *
 * @param call 契约里的调用(`api.x.y`,引用稳定;不要在渲染里现写函数)。
 * @param input null 表示暂不查询。
 */
export const useQuery = <I, O>(call: (input: I) => Promise<Outcome<O>>, input: I | null, on: readonly EventName[] = []): QueryState<O> => {
  const [state, setState] = useState<{ readonly data: O | null; readonly error: Failure | null; readonly loading: boolean }>({ data: null, error: null, loading: input !== null })
  const sequence = useRef(0)
  const key = JSON.stringify(input)
  const events = on.join(' ')

  const load = useCallback(() => {
    const mine = ++sequence.current
    if (key === 'null') {
      setState({ data: null, error: null, loading: false })
      return
    }
    void call(JSON.parse(key) as I).then((result) => {
      if (mine !== sequence.current) return
      setState((before) => (result.ok ? { data: result.value, error: null, loading: false } : { data: before.data, error: result.error, loading: false }))
    })
  }, [call, key])

  useEffect(() => {
    setState((before) => ({ ...before, loading: before.data === null }))
    load()
    const abandon = (): void => {
      sequence.current++
    }
    return abandon
  }, [load])
  useEffect(() => (events === '' ? undefined : onEvents(events.split(' ') as EventName[], load)), [events, load])
  return { ...state, reload: load }
}
