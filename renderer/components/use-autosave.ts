import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import type { Outcome } from '../platform/use-query.ts'
import { keptDrafts } from './kept-drafts.ts'
import type { SaveStatus } from './save-state.tsx'

interface Saved {
  readonly rev: number
  readonly updatedAt?: number
}
export interface AutosaveOptions<F, D extends Saved> {
  /** 这份记录的名字,如 `meeting:…`:没存上就离开时按它留着,回来接着写。 */
  readonly draftKey: string
  readonly fields: F
  readonly rev: number
  /** 存一次;按当前修订号。 */
  readonly save: (fields: F, rev: number) => Promise<Outcome<D>>
  /** 不合要求时返回一句话,先不送去保存;null 为可以存。 */
  readonly check?: (fields: F) => string | null
  readonly onSaved?: (detail: D) => void
}
export interface Autosave<F> {
  /** 眼下屏幕上的内容。 */
  readonly fields: F
  readonly status: SaveStatus
  /** 改;两秒没有再动就存。 */
  change(patch: Partial<F>): void
  /** 马上存(离开一项、Ctrl+S);没有改动时什么也不做。成了返回 true。 */
  flush(): Promise<boolean>
  /** 放弃没存上的改动,以库里最新的为准(别处改过时用);随后应重取一次。 */
  discard(): void
}

const QUIET_MILLISECONDS = 2000

/**
 * 自动保存:离开一项或停手两秒就存;上一次没存完时排队,修订号接着用;卸下时把没存的存掉,
 * 存不掉(连接断了、填得不合要求、锁屏、断电)就留着,下次打开这份记录时照样在屏幕上,写明没有保存,并接着试存。
 * 用它的组件要以记录的 id 作 React 的 key:换记录即换组件,旧的自会存完。
 */
export const useAutosave = <F extends object, D extends Saved>({ draftKey, fields: initial, rev, save, check, onSaved }: AutosaveOptions<F, D>): Autosave<F> => {
  const [fields, setFields] = useState(initial)
  const [status, setStatus] = useState<SaveStatus>({ kind: 'idle' })
  const state = useRef({ fields: initial, rev, dirty: false })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const working = useRef<Promise<boolean> | null>(null)
  const mounted = useRef(true)
  /** 最近一次没存上的缘由,卸下以后也记着。 */
  const failed = useRef<SaveStatus | null>(null)
  const options = useRef({ save, check, onSaved })
  const latest = useRef({ fields: initial, rev })
  /** 打开表单时的那个人:换了人以后的收尾不写到别人名下。 */
  const since = useRef(keptDrafts.session())

  useLayoutEffect(() => {
    options.current = { save, check, onSaved }
    latest.current = { fields: initial, rev }
  })
  // 没有未存的改动而别处存了新版本:以新内容为准。在画到屏幕之前换好,不闪。
  useLayoutEffect(() => {
    if (state.current.dirty || working.current !== null || state.current.rev >= rev) return
    state.current = { fields: initial, rev, dirty: false }
    setFields(initial)
    setStatus((before) => (before.kind === 'saved' ? before : { kind: 'idle' }))
  }, [initial, rev])

  const flush = useCallback(async (): Promise<boolean> => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    // 排在前面的可能不止一次;都存完才轮到这一次,否则会拿旧修订号当已存完。
    while (working.current !== null) await working.current
    const target = state.current
    if (!target.dirty) return true
    const words = options.current.check?.(target.fields) ?? null
    if (words !== null) {
      failed.current = { kind: 'blocked', words }
      keptDrafts.keep(draftKey, { fields: target.fields, rev: target.rev, status: failed.current }, since.current)
      if (mounted.current) setStatus({ kind: 'blocked', words })
      return false
    }
    target.dirty = false
    if (mounted.current) setStatus({ kind: 'saving' })
    const run = (async () => {
      const result = await options.current.save(target.fields, target.rev)
      if (!result.ok) {
        target.dirty = true
        failed.current = { kind: 'unsaved', failure: result.error }
        if (state.current === target) keptDrafts.keep(draftKey, { fields: target.fields, rev: target.rev, status: failed.current }, since.current)
        if (mounted.current && state.current === target) setStatus({ kind: 'unsaved', failure: result.error })
        return false
      }
      target.rev = result.value.rev
      failed.current = null
      if (!target.dirty && state.current === target) keptDrafts.drop(draftKey, since.current)
      // 存的时候又改了:留着的那份也要用新的修订号。
      else if (state.current === target) keptDrafts.keep(draftKey, { fields: target.fields, rev: target.rev }, since.current)
      if (mounted.current && state.current === target) setStatus({ kind: 'saved', at: result.value.updatedAt ?? Date.now() })
      options.current.onSaved?.(result.value)
      return true
    })()
    working.current = run
    const done = await run
    if (working.current === run) working.current = null
    return done
  }, [draftKey])

  const change = useCallback(
    (patch: Partial<F>) => {
      const target = state.current
      target.fields = { ...target.fields, ...patch }
      target.dirty = true
      setFields(target.fields)
      keptDrafts.keep(draftKey, { fields: target.fields, rev: target.rev, status: failed.current ?? undefined }, since.current)
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), QUIET_MILLISECONDS)
    },
    [flush, draftKey],
  )

  const discard = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    state.current = { ...latest.current, dirty: false }
    keptDrafts.drop(draftKey, since.current)
    setFields(latest.current.fields)
    setStatus({ kind: 'idle' })
  }, [draftKey])

  useEffect(() => {
    mounted.current = true
    const kept = keptDrafts.take(draftKey)
    if (kept !== undefined && JSON.stringify(kept.fields) === JSON.stringify(latest.current.fields)) {
      // 存上了,只是没来得及去掉(正好断电)。
      keptDrafts.drop(draftKey, since.current)
    } else if (kept !== undefined) {
      // 留着的内容由同一份记录、同一个表单存下,形状与 F 相同。
      state.current = { fields: kept.fields as F, rev: kept.rev, dirty: true }
      setFields(kept.fields as F)
      setStatus(kept.status ?? { kind: 'blocked', words: shellText.drafts.restored })
      timer.current = setTimeout(() => void flush(), QUIET_MILLISECONDS)
    }
    return () => {
      mounted.current = false
      const leaving = state.current
      if (!leaving.dirty && working.current === null) return
      void flush()
    }
  }, [flush, draftKey])
  return { fields, status, change, flush, discard }
}
