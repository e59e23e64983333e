import { create } from 'zustand'
import type { MemberFilter } from '../../shared/model/member-columns.ts'
import type { ImportKind } from '../../shared/model/roster-import.ts'

/** 全部页面与各自的参数。功能之间只经这里互相跳转,不互相引用。 */
export type Place =
  | { readonly screen: 'home' }
  | { readonly screen: 'handbook'; readonly branchId?: string; readonly year?: number }
  | { readonly screen: 'meeting'; readonly meetingId: string }
  | { readonly screen: 'registers'; readonly register?: string; readonly branchId?: string }
  | { readonly screen: 'first-topics' }
  | { readonly screen: 'follow-ups' }
  | { readonly screen: 'completeness' }
  | { readonly screen: 'month-agenda' }
  | { readonly screen: 'norm-decisions' }
  | { readonly screen: 'members'; readonly organisationId?: string; readonly memberId?: string; readonly filters?: readonly MemberFilter[]; readonly day?: string }
  | { readonly screen: 'member-structure' }
  | { readonly screen: 'custom-fields' }
  | { readonly screen: 'dues'; readonly branchId?: string; readonly year?: number; readonly view?: 'ledger' | 'assessment' | 'money' | 'publish' | 'summary' | 'arrears' | 'rules' }
  | { readonly screen: 'import'; readonly kind?: ImportKind; readonly branchId?: string }
  | { readonly screen: 'import-history' }
  | { readonly screen: 'organisations'; readonly organisationId?: string; readonly day?: string }
  | { readonly screen: 'organisation-events' }
  | { readonly screen: 'development' }
  | { readonly screen: 'development-person'; readonly personId: string }
  | { readonly screen: 'transfers'; readonly tab?: 'out' | 'in' | 'floating' | 'lost' | 'contact' }
  | { readonly screen: 'care' }
  | { readonly screen: 'work-calendar' }
  | { readonly screen: 'terms' }
  | { readonly screen: 'contacts' }
  | { readonly screen: 'health' }
  | { readonly screen: 'coverage' }
  | { readonly screen: 'norms' }
  | { readonly screen: 'evaluation'; readonly period?: string }
  | { readonly screen: 'standings'; readonly period?: string }
  | { readonly screen: 'periods'; readonly year?: number }
  | { readonly screen: 'appeals'; readonly year?: number }
  | { readonly screen: 'schemes' }
  | { readonly screen: 'scheme'; readonly schemeId: string }
  | { readonly screen: 'score-sheet'; readonly branchId: string; readonly period: string }
  | { readonly screen: 'portrait'; readonly branchId: string; readonly period: string }
  | { readonly screen: 'print'; readonly branchId?: string; readonly year?: number }
  | { readonly screen: 'safety'; readonly section?: 'backups' | 'accounts' | 'audit' | 'bin' | 'support' }
  | { readonly screen: 'about' }

interface Navigation {
  readonly place: Place
  readonly history: readonly Place[]
  /** 工作中的支部:各页共用,换页不丢。 */
  readonly branchId: string | null
  go(place: Place): void
  back(): void
  chooseBranch(branchId: string | null): void
}

export const useNavigation = create<Navigation>((set) => ({
  place: { screen: 'home' },
  history: [],
  branchId: null,
  go: (place) => set((state) => ({ place, history: [...state.history, state.place].slice(-50) })),
  back: () => set((state) => ({ place: state.history.at(-1) ?? { screen: 'home' }, history: state.history.slice(0, -1) })),
  chooseBranch: (branchId) => set({ branchId }),
}))
