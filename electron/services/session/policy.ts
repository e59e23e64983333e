import { passwordPolicySchema, type PasswordPolicySettings, type WorkspaceSetup } from '../../../shared/model/workspace.ts'
import { DEFAULT_POLICY, SEPARATED_POLICY } from '../../domain/accounts/password-policy.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

export const PASSWORD_POLICY = 'password_policy'

/** 缺省:一个办公室不强制定期换口令;三员分立 90 天一换。 */
export const defaultPolicy = (setup: WorkspaceSetup): PasswordPolicySettings => (setup === 'separated' ? SEPARATED_POLICY : DEFAULT_POLICY)

/** 没开工作区、没存过的按缺省;存坏了的也按缺省,不因此进不去。 */
export const readPolicy = (scope: WorkspaceScope | null): PasswordPolicySettings => {
  if (scope === null) return defaultPolicy('one_office')
  const stored = passwordPolicySchema.safeParse(createSettingRepo(scope.store.db).read(PASSWORD_POLICY))
  return stored.success ? stored.data : defaultPolicy(scope.setup)
}
