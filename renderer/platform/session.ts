import { create } from 'zustand'
import type { Procedure } from '../../shared/contract/define.ts'
import type { OpenWorkspace, SessionState } from '../../shared/model/workspace.ts'

export type { OpenWorkspace } from '../../shared/model/workspace.ts'

/** 还没有握手时:什么都没有打开。 */
const NOBODY: SessionState = { phase: 'closed', user: null, grants: [], lockedBy: null, idleMinutes: null }

interface Greeting {
  /** 开着的工作区;没有打开时为 null,界面停在「首次使用」或登录。 */
  readonly workspace: OpenWorkspace | null
  /** 选定了、要登录才打开的。 */
  readonly sealed: { readonly path: string; readonly name: string } | null
  readonly session: SessionState
  /** 启动时打开上次的工作区失败的原因。 */
  readonly startError: { readonly code: string; readonly data: unknown; readonly path: string } | null
  /** 核心的今天 `YYYY-MM-DD`;界面不自己看钟,免得两边差一天。 */
  readonly today: string
  readonly build: string
  /** 重新握手(关闭工作区之后)。 */
  refresh(): void
}

/** 新给出的恢复码:只显示这一次,收好之前哪一步变化都不能把它换掉。 */
interface NewCodes {
  readonly codes: readonly string[]
  /** 还留着不要口令的旧备份几份。 */
  readonly openBackups: number
}

interface Session extends Greeting {
  /** 正在办第一次设置(恢复码只显示这一次):工作区已经建好也先不进去。 */
  readonly ceremony: boolean
  /** 打开着的库读到坏页:`seen` 提醒着,`rescuing` 正在看怎么恢复。 */
  readonly damage: 'none' | 'seen' | 'rescuing'
  /** 给已有的工作区设口令之后,等人收好的恢复码。 */
  readonly newCodes: NewCodes | null
  update(greeting: Greeting): void
  /** 登录、锁屏、换口令之后核心给的新状态,不等推送先用上。 */
  apply(session: SessionState, workspace?: OpenWorkspace): void
  setCeremony(ceremony: boolean): void
  setDamage(damage: Session['damage']): void
  /** 换钥匙时工作区会合上再开,原来的页面都卸下:恢复码交到这里,由最外层显示。 */
  offerCodes(codes: NewCodes | null): void
}

/** 握手得到的、各页都要用的几样东西;由 app/ 填入。会话本身在核心里,这里只是它的影子。 */
export const useSession = create<Session>((set) => ({
  workspace: null,
  sealed: null,
  session: NOBODY,
  startError: null,
  today: '',
  build: '',
  ceremony: false,
  damage: 'none',
  newCodes: null,
  refresh: () => undefined,
  update: (greeting) => set(greeting),
  apply: (session, workspace) => set(workspace === undefined ? { session } : { session, workspace }),
  setCeremony: (ceremony) => set({ ceremony }),
  setDamage: (damage) => set({ damage }),
  offerCodes: (newCodes) => set({ newCodes }),
}))

/** 眼下是谁、在哪个工作区;锁着时是锁屏前的人。换了就不能再用原来那个人的东西。 */
export const whoAndWhere = ({ workspace, session }: Pick<Greeting, 'workspace' | 'session'>): string | null => (workspace === null || session.user === null ? null : `${session.user.accountId} ${workspace.path}`)

/** 现在的人有没有做这件事的角色;只用来决定显示不显示,做不做得成由核心定。 */
export const mayCall = ({ grants }: SessionState, { roles }: Procedure): boolean => typeof roles === 'string' || grants.some(({ role }) => roles.includes(role))
