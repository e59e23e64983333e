import { keptDrafts } from '../components/kept-drafts.ts'
import { api } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'

/** 存草稿最多等这么久:锁屏要紧,核心忙着也得锁。 */
const PATIENCE_MILLISECONDS = 800

const keepWhatIsOpen = (): Promise<unknown> => Promise.race([keptDrafts.flush(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS))])

/** 锁屏:没存上的先存进核心,再锁。没设口令的工作区锁了也开着,不锁。 */
export const lockScreen = async (): Promise<void> => {
  if (useSession.getState().session.idleMinutes === null) return
  await keepWhatIsOpen()
  const result = await api.session.lock({ reason: 'person' })
  if (result.ok) useSession.getState().apply(result.value)
}

/** 退出:合上工作区,回到它的登录页。只看的副本合上就算:再打开它就不是只看的了。 */
export const signOut = async (): Promise<void> => {
  const { workspace, refresh } = useSession.getState()
  await keepWhatIsOpen()
  if (workspace?.readOnly === true) await api.system.closeWorkspace({})
  else await api.session.signOut({})
  refresh()
}

/** 换一个工作区:合上现在选定的,回到首次使用。 */
export const leaveWorkspace = async (): Promise<void> => {
  await api.system.closeWorkspace({})
  useSession.getState().refresh()
}
