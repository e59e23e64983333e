import { useEffect, useRef } from 'react'
import { api } from '../platform/api.ts'
import { useNavigation } from '../platform/navigation.ts'
import { useSession } from '../platform/session.ts'
import { useQuery } from '../platform/use-query.ts'

declare const __BAOLEI_BUILD__: string | undefined
/** 构建号由打包时写入;测试里没有,空串表示不核对。 */
const BUILD = typeof __BAOLEI_BUILD__ === 'string' ? __BAOLEI_BUILD__ : ''

/** 握手:有没有开着的工作区、今天是几号、上次为什么没打开。工作区换了就重来。 */
export const useHello = () => {
  const query = useQuery(api.system.hello, { build: BUILD }, ['workspace.changed'])
  const update = useSession((session) => session.update)
  const path = query.data?.workspace?.path ?? null
  // 换了工作区就从首页开始:原来的页面和支部是另一个工作区的。
  const shownPath = useRef<string | null>(null)
  useEffect(() => {
    if (shownPath.current === path) return
    shownPath.current = path
    useNavigation.setState({ place: { screen: 'home' }, history: [], branchId: null })
  }, [path])
  useEffect(() => {
    if (query.data !== null) update({ workspace: query.data.workspace, today: query.data.today, build: query.data.build, refresh: query.reload })
  }, [query.data, query.reload, update])
  return query
}
