import type { Procedure } from '../../../shared/contract/define.ts'
import type { Role, WorkspaceSetup } from '../../../shared/model/workspace.ts'
import type { ConfirmationGiven } from '../../../shared/rpc/messages.ts'
import type { Refusal } from '../../rpc/dispatch.ts'
import { DeclaredFailure } from '../../rpc/handlers.ts'
import type { AccountRepo, AccountRow } from '../../store/repos/account-repo.ts'

/** 试一次口令的结果:`blocked` 是这一次错过之后(或早先)停用了。 */
export type PasswordTrial = 'right' | 'wrong' | 'blocked'

interface ConfirmationParts {
  readonly setup: WorkspaceSetup
  readonly self: { readonly accountId: string; readonly userName: string }
  readonly accounts: Pick<AccountRepo, 'findByName' | 'grantsOf'>
  /** 试口令,计次数:确认框也不能拿来猜口令(F55)。 */
  tryPassword(userName: string, password: string): Promise<PasswordTrial>
  audit(actor: string, detail: Readonly<Record<string, unknown>>): void
  /** 猜得太多:锁屏。 */
  lock(): void
}

const refuse = (code: string, data: unknown = {}): Refusal => ({ code, data })

/**
 * 第二个人要有的角色之一。缺省是另一名安全保密管理员;他自己要做的事,由审计员在场:
 * 三员各一人的单位没有第二名安全保密管理员,系统管理员又可能正是得好处的人。
 */
const approversFor = (role: Role | ''): readonly Role[] => (role === 'security_admin' ? ['security_admin', 'auditor'] : ['security_admin'])

/**
 * 要口令、要两个人的步骤:核对本人口令,分立的再核对第二个人的。
 *
 * @param role 凭哪个角色做。
 * @returns 不许做的缘由;可以做为 null。
 */
export const checkConfirmation = async (parts: ConfirmationParts, procedure: Procedure, role: Role | '', given: ConfirmationGiven): Promise<Refusal | null> => {
  const { setup, self, accounts, audit } = parts
  const attempt = async (userName: string, password: string): Promise<PasswordTrial | Refusal> => {
    try {
      return await parts.tryPassword(userName, password)
    } catch (error) {
      // 钥匙文件坏了、丢了:照实说,不说成口令不对。
      if (error instanceof DeclaredFailure) return refuse(error.code, error.data)
      throw error
    }
  }
  const own = await attempt(self.userName, given.password)
  if (typeof own === 'object') return own
  if (own !== 'right') {
    audit(self.accountId, { action: 'confirmation_failed', outcome: own })
    if (own === 'wrong') return refuse('CONFIRMATION_WRONG', { who: 'self' })
    parts.lock()
    return refuse('SESSION_LOCKED')
  }
  // 两个人确认只在三员分立时要;一个办公室以再输一次口令加理由代替。
  if (procedure.confirmation !== 'two_people' || setup !== 'separated') return null
  const wrong = refuse('CONFIRMATION_WRONG', { who: 'second' })
  const second = given.second === undefined ? undefined : accounts.findByName(given.second.userName)
  const mayApprove = ({ id, state }: AccountRow): boolean => id !== self.accountId && state === 'active' && accounts.grantsOf(id).some((grant) => approversFor(role).includes(grant.role))
  if (given.second === undefined || second === undefined || !mayApprove(second)) return wrong
  const other = await attempt(second.userName, given.second.password)
  if (typeof other === 'object') return other
  if (other !== 'right') {
    audit(second.id, { action: 'second_confirmation_failed', outcome: other, for: self.accountId })
    return wrong
  }
  audit(second.id, { action: 'second_confirmation', for: self.accountId })
  return null
}
