import { useCallback, useEffect, useRef, useState } from 'react'
import type { BrowsedGroup, BrowsedRow, ColumnKey, MemberQuery, MemberTotals } from '../../../shared/model/member-columns.ts'
import { api, onEvents } from '../../platform/api.ts'
import type { Failure } from '../../platform/use-query.ts'

/** 一次取多少人。 */
const PAGE = 100
/** 整本名册还在读时,隔这么久再问。 */
const READING_MILLISECONDS = 800

interface Loaded {
  readonly pages: ReadonlyMap<number, readonly BrowsedRow[]>
  readonly totals: MemberTotals | null
  readonly groups: readonly BrowsedGroup[]
}
export interface RosterWindow extends Loaded {
  readonly loading: boolean
  readonly error: Failure | null
  rowAt(place: number): BrowsedRow | undefined
  /** 看得见第 first 到 last 人。 */
  show(first: number, last: number): void
  reload(): void
}
const NOTHING: Loaded = { pages: new Map(), totals: null, groups: [] }

/** 名册一段一段地取:滚到哪里取哪里;筛选变了、有人改了就重取看得见的,旧的留着不闪。 */
export const useRosterWindow = (query: MemberQuery | null, columns: readonly ColumnKey[]): RosterWindow => {
  const [loaded, setLoaded] = useState<Loaded>(NOTHING)
  const [state, setState] = useState<{ readonly loading: boolean; readonly error: Failure | null }>({ loading: true, error: null })
  const key = query === null ? '' : JSON.stringify({ query, columns })
  const latest = useRef({ key, generation: 0, asked: new Set<number>(), first: 0, last: 0 })

  const fetchPage = useCallback(async (page: number, generation: number, fresh: boolean): Promise<void> => {
    const { current } = latest
    current.asked.add(page)
    const asked = JSON.parse(current.key) as { query: MemberQuery; columns: ColumnKey[] }
    const result = await api.roster.browse({ ...asked, offset: page * PAGE, limit: PAGE })
    if (generation !== current.generation) return
    if (!result.ok) {
      current.asked.delete(page)
      setState({ loading: false, error: result.error })
      return
    }
    const { rows, totals, groups } = result.value
    setLoaded((before) => ({ pages: new Map([...(fresh ? [] : before.pages), [page, rows]]), totals, groups }))
    setState({ loading: false, error: null })
  }, [])
  const restart = useCallback((): void => {
    const { current } = latest
    if (current.key === '') return
    current.generation += 1
    current.asked = new Set()
    setState((before) => ({ ...before, loading: true }))
    const [from, to] = [Math.floor(current.first / PAGE), Math.floor(Math.max(current.first, current.last - 1) / PAGE)]
    void fetchPage(from, current.generation, true).then(() => {
      for (let page = from + 1; page <= to; page += 1) if (!current.asked.has(page)) void fetchPage(page, current.generation, false)
    })
  }, [fetchPage])

  useEffect(() => {
    latest.current.key = key
    latest.current.first = 0
    latest.current.last = 0
    restart()
  }, [key, restart])
  useEffect(() => onEvents(['members.changed', 'organisations.changed', 'customFields.changed'], restart), [restart])

  // 刚打开,整本名册还在读:先看第一屏,过一会儿再要细的合计。
  const { totals } = loaded
  useEffect(() => {
    if (totals === null || totals.total === 0 || totals.mix !== null) return undefined
    const timer = setTimeout(restart, READING_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [totals, restart])

  const show = useCallback(
    (first: number, last: number): void => {
      const { current } = latest
      if (current.key === '') return
      current.first = first
      current.last = last
      for (let page = Math.floor(first / PAGE); page <= Math.floor(Math.max(first, last - 1) / PAGE); page += 1) if (!current.asked.has(page)) void fetchPage(page, current.generation, false)
    },
    [fetchPage],
  )
  const { pages } = loaded
  const rowAt = useCallback((place: number): BrowsedRow | undefined => pages.get(Math.floor(place / PAGE))?.[place % PAGE], [pages])
  return { ...loaded, ...state, rowAt, show, reload: restart }
}
