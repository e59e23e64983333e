import { api } from '../platform/api.ts'
import { useNavigation, type Place } from '../platform/navigation.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'

export type { UnfinishedDraft } from './draft-store.ts'

/**
 * 没存上的表单,全程序一份。写透到核心里加密存着:锁屏、换人、断电、结束进程都不丢,只有本人看得到(F56)。
 * 锁屏即从界面内存里清掉,本人回来再取。
 */
export const keptDrafts: DraftStore<Place> = createDraftStore<Place>({
  write: async (key, body) => {
    await api.session.keepDraft({ key, body })
  },
  place: () => useNavigation.getState().place,
})
