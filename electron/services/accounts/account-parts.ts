import type { PasswordPolicySettings } from '../../../shared/model/workspace.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { KeyBundle } from '../../store/keys/key-slots.ts'
import { createAccountRepo, type AccountRepo, type AccountRow } from '../../store/repos/account-repo.ts'
import { createUnitSubtree } from '../../store/repos/unit-subtree.ts'
import type { FileExchange } from '../file-exchange.ts'
import type { Ports } from '../ports.ts'
import type { KeyKeeper } from '../session/key-keeper.ts'
import type { Session } from '../session/session.ts'
import type { SignIn } from '../session/sign-in.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { WorkspaceSlot } from '../workspace-slot.ts'
import type { createWorkspaceRegistry } from '../workspace-registry.ts'

/** 账号一组过程要用的。它们不随工作区生灭:恢复单在登录之前就要印。 */
export interface AccountParts {
  readonly ports: Ports
  readonly slot: WorkspaceSlot
  readonly keeper: KeyKeeper
  readonly session: Session
  readonly signIn: SignIn
  readonly files: FileExchange
  readonly registry: Pick<ReturnType<typeof createWorkspaceRegistry>, 'recent'>
}

/** 眼下开着的工作区里的账号。 */
export interface OpenAccounts {
  readonly scope: WorkspaceScope
  readonly folder: string
  readonly accounts: AccountRepo
  /** 最上级的组织;三员的角色都授在这里。 */
  readonly top: string
  readonly policy: PasswordPolicySettings
  /** @throws DeclaredFailure NOT_FOUND */
  require(id: string): AccountRow
  /**
   * 封新槽时装进去的。
   *
   * @throws DeclaredFailure NO_PASSWORDS 没设口令的工作区没有槽。
   */
  bundle(): KeyBundle
}

export const openAccounts = ({ slot, session, signIn }: AccountParts): OpenAccounts => {
  const scope = slot.scope() ?? failWith('NO_WORKSPACE')
  const accounts = createAccountRepo(scope.store.db)
  return {
    scope,
    folder: scope.store.paths.folder,
    accounts,
    top: createUnitSubtree(scope.store.db).top() ?? failWith('NOT_FOUND'),
    policy: session.policy(),
    require: (id) => accounts.find(id) ?? failWith('NOT_FOUND'),
    bundle: () => {
      if (scope.store.keyring === null) return failWith('NO_PASSWORDS')
      if (scope.store.readOnly) return failWith('READ_ONLY_COPY')
      return signIn.bundleOf(scope)
    },
  }
}
