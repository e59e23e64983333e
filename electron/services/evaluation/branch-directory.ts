import { parsePeriod } from '../../domain/scoring/period.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { BranchEntry, OrganisationRepo } from '../../store/repos/organisation-repo.ts'

export type { BranchEntry }

/** 一个月考核哪些支部:以期末那天的名称、类别为准。 */
export interface BranchDirectory {
  /** 期末在册的全部支部,按组织树的次序。 */
  all(period: string): readonly BranchEntry[]
  /** @throws DeclaredFailure NOT_FOUND / NOT_A_BRANCH;期末还没有这个支部也算 NOT_FOUND。 */
  find(id: string, period: string): BranchEntry
}

export const createBranchDirectory = (organisations: OrganisationRepo): BranchDirectory => {
  const all = (period: string): readonly BranchEntry[] => organisations.branches(parsePeriod(period).to)
  return {
    all,
    find: (id, period) => {
      const kind = organisations.kindOn(id, parsePeriod(period).to) ?? failWith('NOT_FOUND')
      if (kind !== 'branch') return failWith('NOT_A_BRANCH')
      return all(period).find((branch) => branch.id === id) ?? failWith('NOT_FOUND')
    },
  }
}
