import { App } from 'antd'
import { useEffect, useState } from 'react'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { keptDrafts } from '../components/kept-drafts.ts'
import { Loading } from '../components/loading.tsx'
import { api } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import type { OpenWorkspace } from '../platform/session.ts'
import { placeOfDraft } from './draft-places.ts'
import { Shell } from './shell.tsx'
import { useActivity } from './use-activity.ts'

/** 打字的时候窗口失去焦点、被盖住、被关上:没写进核心的马上写。 */
const useKeepOnLeaving = (): void => {
  useEffect(() => {
    const keep = (): void => void keptDrafts.flush()
    const targets = [
      [window, 'blur'],
      [window, 'pagehide'],
      [document, 'visibilitychange'],
    ] as const
    for (const [target, kind] of targets) target.addEventListener(kind, keep)
    return () => {
      for (const [target, kind] of targets) target.removeEventListener(kind, keep)
    }
  }, [])
}

/** 回到锁屏前的那份表单:它开在列表旁边的,直接替他打开。 */
const returnToForm = (): void => {
  const { place } = useNavigation.getState()
  const here = keptDrafts.unfinished().map(placeOfDraft).find((draftPlace) => draftPlace.screen === place.screen)
  if (here !== undefined) useNavigation.setState({ place: here })
}

/**
 * 登录之后、锁屏之前的一段。先取回本人没存上的草稿,再画各页,表单一打开就有;
 * 锁屏时整个卸下,界面内存里不留内容(F56)。换人、换工作区要换 key。
 */
export const OpenFrame = ({ workspace }: { readonly workspace: OpenWorkspace }) => {
  const { message } = App.useApp()
  const [ready, setReady] = useState(false)
  useActivity()
  useKeepOnLeaving()
  useEffect(() => {
    let left = false
    void api.session.drafts({}).then((result) => {
      if (left) return
      keptDrafts.load(result.ok ? result.value.drafts : [])
      returnToForm()
      setReady(true)
    })
    return () => {
      left = true
      keptDrafts.clear()
      // 「新增了某某」之类的提示也不留在锁屏上。
      message.destroy()
    }
  }, [message])
  return ready ? <Shell workspace={workspace} /> : <Loading words={shellText.starting} />
}
