import { failWith } from '../../rpc/handlers.ts'
import { createOrganisationRepo, type OrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { requireAllowed } from '../organisations/require-allowed.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 党费要问组织的几样。 */
export const createDuesBranches = (scope: WorkspaceScope) => {
  const organisations: OrganisationRepo = createOrganisationRepo(scope.store.db)
  const today = (): string => scope.ports.clock.today()
  return {
    organisations,
    today,
    /** 是支部才行;返回今天的名称。@throws DeclaredFailure NOT_FOUND / NOT_A_BRANCH / TEMPORARY_BRANCH */
    requireBranch: (branchId: string): string => {
      const kind = organisations.kindOf(branchId) ?? failWith('NOT_FOUND')
      if (kind !== 'branch') failWith('NOT_A_BRANCH')
      requireAllowed(organisations, branchId, today(), 'dues')
      return organisations.nameOn(branchId, today())
    },
  }
}
export type DuesBranches = ReturnType<typeof createDuesBranches>
