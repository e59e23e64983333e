import { useEffect, useRef, useState } from 'react'
import type { MemberLayout, SavedView } from '../../../shared/model/member-view.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { DEFAULT_LAYOUT } from './roster-columns.ts'

const nothing = {}
const SETTLE_MILLISECONDS = 800

export interface LayoutState {
  readonly layout: MemberLayout
  readonly saved: readonly SavedView[]
  /** 上次的样子取来之前不取名册,免得取两遍。 */
  readonly ready: boolean
  change(patch: Partial<MemberLayout>): void
  reloadViews(): void
}

/** 列表的样子:打开时是上次离开时的,改了就记在本人名下。@param given 从别处带着条件来的,这一次不用上次的条件。 */
export const useLayout = (given: Partial<MemberLayout> | undefined): LayoutState => {
  const views = useQuery(api.roster.views, nothing)
  const [layout, setLayout] = useState<MemberLayout | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const loaded = views.data ?? (views.error === null ? null : { current: null, saved: [] })
  if (layout === null && loaded !== null) setLayout({ ...(loaded.current ?? DEFAULT_LAYOUT), ...given })
  useEffect(() => () => clearTimeout(timer.current ?? undefined), [])
  return {
    layout: layout ?? DEFAULT_LAYOUT,
    saved: loaded?.saved ?? [],
    ready: layout !== null,
    change: (patch) => {
      const next = { ...(layout ?? DEFAULT_LAYOUT), ...patch }
      setLayout(next)
      clearTimeout(timer.current ?? undefined)
      timer.current = setTimeout(() => void api.roster.keepLayout({ layout: next }), SETTLE_MILLISECONDS)
    },
    reloadViews: views.reload,
  }
}
