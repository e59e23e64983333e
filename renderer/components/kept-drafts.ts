import type { SaveStatus } from './save-state.tsx'

/** 没存上就离开的一份:回来时接着写。只在内存里,关窗口就没有;关窗口前浏览器会先问。 */
export interface KeptDraft {
  readonly fields: object
  readonly rev: number
  readonly status: SaveStatus
}

const drafts = new Map<string, KeptDraft>()

/** 按记录留着没存上的内容;`take` 取走即清。 */
export const keptDrafts = {
  keep: (key: string, draft: KeptDraft): void => void drafts.set(key, draft),
  take: (key: string): KeptDraft | undefined => {
    const draft = drafts.get(key)
    drafts.delete(key)
    return draft
  },
}
