import type { PasswordPolicySettings, SessionState } from '../../../shared/model/workspace.ts'
import type { Gate } from '../../rpc/dispatch.ts'
import type { Ports } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { PasswordTrial } from './confirmation.ts'

export type LockReason = NonNullable<SessionState['lockedBy']>

export interface SessionParts {
  readonly ports: Ports
  /** 开着的工作区;没开为 null。 */
  scope(): WorkspaceScope | null
  /** 选定了、要登录才打开的文件夹。 */
  sealedFolder(): string | null
  /** 试一次口令,计次数。 */
  tryPassword(userName: string, password: string): Promise<PasswordTrial>
  publishChanged(): void
}

/** 谁在用、锁没锁、凭什么做。核心里只有一份:一个工作区一个窗口。 */
export interface Session extends Gate {
  state(): SessionState
  /** 登录成功之后由登录流程调用。 */
  begin(accountId: string, now: number): void
  lock(reason: LockReason): void
  touch(): void
  /** 工作区就要合上:登录着的人由此退出,记一条。 */
  leave(): void
  /** 合上工作区:忘掉登录的人。 */
  forget(): void
  /** 当前使用人;没登录为 null。 */
  accountId(): string | null
  /** 现在坐在屏幕前的人;没登录、锁着屏为内置使用人。 */
  ownerNow(): string
  policy(): PasswordPolicySettings
  /** 规矩改了:重读。 */
  policyChanged(): void
  close(): void
}
