import type { completenessContract } from '../../shared/contract/completeness.contract.ts'
import type { CompletenessRow, MissingItem } from '../../shared/model/completeness.ts'
import { completenessCells, isMissing, sumCounts } from '../domain/norms/completeness.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createUnitSubtree } from '../store/repos/unit-subtree.ts'
import { createYearNorms, type BranchYear } from './meetings/year-norms.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const MONTHS = Array.from({ length: 12 }, (_, month) => month)

/** 记录齐不齐:照那个月的隶属,中途划走的只列还在这里的月份。 */
export const createCompletenessHandlers = (scope: WorkspaceScope): GroupHandlers<typeof completenessContract> => {
  const { db } = scope.store
  const yearNorms = createYearNorms(scope.store)
  const organisations = createOrganisationRepo(db)
  const subtree = createUnitSubtree(db)

  const load = (organisationId: string | null, year: number, covers: (id: string) => boolean) => {
    const asOf = scope.ports.clock.today()
    const unitId = organisationId ?? subtree.top()
    const isHere = (branch: BranchYear, month: number): boolean => branch.isHere(month, organisationId)
    const branches = yearNorms.all(year, asOf, covers).filter((branch) => MONTHS.some((month) => isHere(branch, month)))
    return { asOf, unitName: unitId === null ? '' : organisations.nameOn(unitId, asOf), branches, isHere }
  }
  return {
    matrix: ({ organisationId, year }, { access }) => {
      const { asOf, unitName, branches, isHere } = load(organisationId, year, access.covers)
      const rows = branches.map((branch): CompletenessRow => {
        const norms = branch.norms()
        return { branchId: branch.branchId, branchName: branch.name, code: branch.code, cells: completenessCells(norms, asOf, (month) => isHere(branch, month)), counts: sumCounts(norms) }
      })
      return { unitName, asOf, rows }
    },
    missing: ({ organisationId, year }, { access }) => {
      const { asOf, unitName, branches, isHere } = load(organisationId, year, access.covers)
      const items = branches.flatMap((branch) =>
        branch.norms().flatMap(({ rule, activity, partyGroupId, partyGroupName, periods }) =>
          periods
            .filter((period) => isMissing(period, asOf) && isHere(branch, Number(period.dueDay.slice(5, 7)) - 1))
            .map((period): MissingItem => ({ branchId: branch.branchId, branchName: branch.name, rule, activity, partyGroupId, partyGroupName, period: period.period, dueDay: period.dueDay, isLocked: period.isLocked, draftId: period.drafts > 0 ? (period.meetingIds.at(-1) ?? null) : null })),
        ),
      )
      return { unitName, asOf, items }
    },
  }
}
