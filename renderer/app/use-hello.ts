import { useEffect, useLayoutEffect, useRef } from 'react'
import { api } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import { onSessionRefusal, onStoreDamage } from '../platform/session-refusals.ts'
import { useSession, whoAndWhere } from '../platform/session.ts'
import { useQuery } from '../platform/use-query.ts'
import { landingPlace } from './nav-menu.tsx'

declare const __BAOLEI_BUILD__: string | undefined
/** 构建号由打包时写入;测试里没有,空串表示不核对。 */
const BUILD = typeof __BAOLEI_BUILD__ === 'string' ? __BAOLEI_BUILD__ : ''

/** 握手:有没有开着的工作区、谁在用、锁没锁、上次为什么没打开。工作区、会话变了就重来;哪一次调用因会话被回绝也重来。 */
export const useHello = () => {
  const query = useQuery(api.system.hello, { build: BUILD }, ['workspace.changed', 'session.changed'])
  const { data, reload } = query
  const update = useSession((session) => session.update)
  const who = useSession(whoAndWhere)
  const isOpen = useSession((session) => session.session.phase === 'open')
  const setDamage = useSession((session) => session.setDamage)
  useEffect(() => onSessionRefusal(reload), [reload])
  useEffect(() => onStoreDamage(() => useSession.getState().damage === 'none' && setDamage('seen')), [setDamage])
  // 换了人、换了工作区就从头一页开始:原来的页面和支部是别人的。锁屏后还是本人,回到原处。
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    // 锁着的时候看不到角色,到哪一页等开了再定。
    if (!isOpen || who === null || shown.current === who) return
    shown.current = who
    setDamage('none')
    useNavigation.setState({ place: landingPlace(useSession.getState().session), history: [], branchId: null })
  }, [isOpen, who, setDamage])
  useLayoutEffect(() => {
    if (data === null) return
    const { workspace, sealed, session, startError, today, build } = data
    update({ workspace, sealed, session, startError, today, build, refresh: reload })
  }, [data, reload, update])
  return query
}
