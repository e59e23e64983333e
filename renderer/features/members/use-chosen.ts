import { useCallback, useRef, useState } from 'react'
import type { BrowsedRow, MemberQuery } from '../../../shared/model/member-columns.ts'
import { api } from '../../platform/api.ts'
import type { Failure } from '../../platform/use-query.ts'
import type { Places } from './group-places.ts'

export interface Chosen {
  readonly ids: ReadonlySet<string>
  readonly all: boolean
  readonly failure: Failure | null
  /** 选上或去掉一人;range 为真时连同上一次点的到这一个。 */
  choose(id: string, range: boolean): void
  /** 全选筛出来的(不只看得见的),再按一次全不选。 */
  chooseAll(): void
  clear(): void
}
const NONE: ReadonlySet<string> = new Set()

export const useChosen = (query: MemberQuery, places: Places, rowAt: (place: number) => BrowsedRow | undefined): Chosen => {
  const key = JSON.stringify(query)
  const [state, setState] = useState<{ readonly key: string; readonly ids: ReadonlySet<string>; readonly all: boolean }>({ key, ids: NONE, all: false })
  const [failure, setFailure] = useState<Failure | null>(null)
  const last = useRef<string | null>(null)
  // 换了筛选,选中的不再作数:看不见的人不该被一起改。
  const current = state.key === key ? state : { key, ids: NONE, all: false }
  const set = (ids: ReadonlySet<string>, all = false): void => setState({ key, ids, all })

  const between = (from: string, to: string): string[] => {
    const seen: { readonly id: string; readonly place: number }[] = []
    for (let index = 0; index < places.count; index += 1) {
      const placed = places.at(index)
      const id = placed.kind === 'person' ? rowAt(placed.place)?.id : undefined
      if (id !== undefined) seen.push({ id, place: index })
    }
    const [start, end] = [seen.findIndex(({ id }) => id === from), seen.findIndex(({ id }) => id === to)]
    return start === -1 || end === -1 ? [to] : seen.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id)
  }
  const clear = useCallback(() => setState((before) => ({ ...before, ids: NONE, all: false })), [])
  return {
    ids: current.ids,
    all: current.all,
    failure,
    choose: (id, range) => {
      setFailure(null)
      const next = new Set(current.ids)
      if (range && last.current !== null) for (const one of between(last.current, id)) next.add(one)
      else if (next.has(id)) next.delete(id)
      else next.add(id)
      last.current = id
      set(next)
    },
    chooseAll: () => {
      setFailure(null)
      if (current.all) {
        set(NONE)
        return
      }
      void api.roster.ids({ query }).then((result) => {
        if (result.ok) set(new Set(result.value.ids), true)
        else setFailure(result.error)
      })
    },
    clear,
  }
}
