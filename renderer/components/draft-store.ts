import type { SaveStatus } from './save-state.tsx'

/** 没存上的一份。status 只在本次运行里有;从核心取回来的没有。 */
export interface KeptDraft {
  readonly fields: object
  readonly rev: number
  readonly status?: SaveStatus | undefined
}
/** 上次没弄完、等人接着写的一份。 */
export interface UnfinishedDraft<P> {
  readonly key: string
  /** 写它的时候在哪一页。 */
  readonly place: P
  readonly at: number
}

/** 一次登录期间的凭据:换了人、换了工作区,旧的就不认了,晚到的内容不会写进别人的名下。 */
export type DraftSession = symbol

export interface DraftStore<P> {
  session(): DraftSession
  /** 正在写的:记下,最多一秒写进核心一次。since 为打开表单时的凭据。 */
  keep(key: string, draft: KeptDraft, since: DraftSession): void
  /** 打开表单时取回上次没存上的;取走后仍在核心里,存上了才由 drop 去掉。 */
  take(key: string): KeptDraft | undefined
  /** 只看,不算打开过。 */
  read(key: string): KeptDraft | undefined
  /** 存上了,或不要了。 */
  drop(key: string, since: DraftSession): void
  /** 等着写的马上写;全部写完才回来。 */
  flush(): Promise<void>
  /** 登录之后放入核心里存着的;此前的一概清掉。 */
  load(drafts: readonly { readonly key: string; readonly body: string; readonly at: number }[]): void
  /** 锁屏、换人、关工作区:界面内存里不留。 */
  clear(): void
  /** 上次没弄完、还没有打开过的,最近的在前。引用不变就是没变。 */
  unfinished(): readonly UnfinishedDraft<P>[]
  subscribe(listener: () => void): () => void
}

interface DraftStoreParts<P> {
  /** 写进核心;body 为 null 即丢弃。 */
  write(key: string, body: string | null): Promise<void>
  place(): P
}

/** 界面的样子也存在这里,名字以它开头;不是没弄完的表单。 */
export const VIEW_PREFIX = 'view:'
/** 一直打字也最多隔这么久写一次:停电时丢的不超过它。 */
const WRITE_MILLISECONDS = 1000
/** 契约里一份草稿的上限;再长的只留在内存里。 */
const LONGEST_BODY = 200_000

interface Body<P> {
  readonly fields: object
  readonly rev: number
  readonly place: P
}

const readBody = <P>(text: string): Body<P> | null => {
  try {
    const body = JSON.parse(text) as Partial<Body<P>>
    return typeof body.fields === 'object' && body.fields !== null && typeof body.rev === 'number' && body.place !== undefined ? (body as Body<P>) : null
  } catch {
    // 旧版本写的、写坏的:当作没有。
    return null
  }
}

export const createDraftStore = <P>({ write, place }: DraftStoreParts<P>): DraftStore<P> => {
  let session: DraftSession = Symbol('drafts')
  let unfinished: readonly UnfinishedDraft<P>[] = []
  const drafts = new Map<string, KeptDraft & { readonly place: P }>()
  /** 核心里有的:存上以后要去掉。 */
  const inCore = new Set<string>()
  /** 改了还没写进核心的。 */
  const waiting = new Set<string>()
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let writing: Promise<void> = Promise.resolve()

  const setUnfinished = (next: readonly UnfinishedDraft<P>[]): void => {
    if (next.length === 0 && unfinished.length === 0) return
    unfinished = next
    for (const listener of listeners) listener()
  }
  const opened = (key: string): void => setUnfinished(unfinished.filter((each) => each.key !== key))
  /** 一份接一份地写:同一份的先后不能乱。写不成的不声张:表单自己会说没有保存。 */
  const send = (key: string, body: string | null): void => {
    writing = writing.then(() => write(key, body)).catch(() => undefined)
  }
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const key of waiting) {
      const draft = drafts.get(key)
      if (draft === undefined) continue
      const body = JSON.stringify({ fields: draft.fields, rev: draft.rev, place: draft.place } satisfies Body<P>)
      if (body.length > LONGEST_BODY) continue
      inCore.add(key)
      send(key, body)
    }
    waiting.clear()
    return writing
  }
  const clear = (): void => {
    session = Symbol('drafts')
    if (timer !== null) clearTimeout(timer)
    timer = null
    waiting.clear()
    drafts.clear()
    inCore.clear()
    setUnfinished([])
  }
  return {
    session: () => session,
    keep: (key, draft, since) => {
      if (since !== session) return
      drafts.set(key, { ...draft, place: place() })
      waiting.add(key)
      timer ??= setTimeout(() => void flush(), WRITE_MILLISECONDS)
    },
    take: (key) => {
      opened(key)
      return drafts.get(key)
    },
    read: (key) => drafts.get(key),
    drop: (key, since) => {
      if (since !== session) return
      drafts.delete(key)
      waiting.delete(key)
      opened(key)
      // 不等:存上了还留着旧的,下次会把它当没存上的拿出来。
      if (inCore.delete(key)) send(key, null)
    },
    flush,
    load: (stored) => {
      clear()
      const found: UnfinishedDraft<P>[] = []
      for (const { key, body, at } of stored) {
        inCore.add(key)
        const read = readBody<P>(body)
        if (read === null) continue
        drafts.set(key, { fields: read.fields, rev: read.rev, place: read.place })
        if (!key.startsWith(VIEW_PREFIX)) found.push({ key, place: read.place, at })
      }
      setUnfinished(found.sort((one, other) => other.at - one.at))
    },
    clear,
    unfinished: () => unfinished,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
