import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createScoreDirtyRepo } from '../store/repos/score-dirty-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const previousMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/**
 * 名册、班子、分类等有变:支部本月与上月算过的成绩要重算。再早的月份已经评过、公布过,不因今天的改动变旧。
 * 在变动的同一事务里调用。
 */
export const createMarkScoresStale = (scope: WorkspaceScope) => {
  const dirty = createScoreDirtyRepo(scope.store.db)
  const organisations = createOrganisationRepo(scope.store.db)
  return {
    /** @param organisationId 支部,或支部里的党小组;其他组织没有自己的成绩,不标。 */
    of: (transaction: Transaction, organisationId: string): void => {
      const today = scope.ports.clock.today()
      const kind = organisations.kindOf(organisationId)
      const branchId = kind === 'branch' ? organisationId : kind === 'party_group' ? organisations.parentOn(organisationId, today) : null
      if (branchId === null) return
      dirty.markScoredDirty(transaction, branchId, previousMonth(today.slice(0, 7)), transaction.at)
    },
  }
}
