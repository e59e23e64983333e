import { commonPasswords } from '../../data/common-passwords/common-passwords.ts'
import { judgePassword } from '../../domain/accounts/password-policy.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { readPolicy } from './policy.ts'

interface Owner {
  /** 还没有账号的为 null:没有用过的口令可比。 */
  readonly id: string | null
  readonly userName: string
  readonly displayName: string
}

/** 口令够不够好、有没有用过(F54);不行就报 PASSWORD_WEAK / PASSWORD_REUSED。 */
export const requireGoodPassword = async (keeper: KeyKeeper, scope: WorkspaceScope, { id, userName, displayName }: Owner, password: string): Promise<void> => {
  const policy = readPolicy(scope)
  const accounts = createAccountRepo(scope.store.db)
  const reasons = judgePassword(password, { policy, common: commonPasswords, userName, displayName, unitName: scope.name, personalFragments: accounts.personalNumbers(displayName) })
  if (reasons.length > 0) failWith('PASSWORD_WEAK', { reasons })
  if (id !== null && (await keeper.isFormer(password, accounts.formerPasswords(id, policy.historyLength)))) failWith('PASSWORD_REUSED')
}
