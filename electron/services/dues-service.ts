import type { duesContract } from '../../shared/contract/dues.contract.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { createAssessmentHandlers } from './dues/assessment-handlers.ts'
import { createDuesBranches } from './dues/dues-branches.ts'
import { createDuesLedgers } from './dues/dues-ledgers.ts'
import { createDuesSummaries } from './dues/dues-summaries.ts'
import { createLedgerHandlers } from './dues/ledger-handlers.ts'
import { createMoneyHandlers } from './dues/money-handlers.ts'
import { createOverviewHandlers } from './dues/overview-handlers.ts'
import { createRuleHandlers } from './dues/rule-handlers.ts'
import { createCareRepo } from '../store/repos/care-repo.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 党费:标准、核定、月登记、上交、汇总。 */
export const createDuesHandlers = (scope: WorkspaceScope): GroupHandlers<typeof duesContract> => {
  const ledgers = createDuesLedgers(scope)
  const branches = createDuesBranches(scope)
  return {
    ...createLedgerHandlers(scope, ledgers, branches),
    ...createAssessmentHandlers(scope, ledgers, branches),
    ...createMoneyHandlers(scope, ledgers, branches),
    ...createOverviewHandlers(ledgers, createDuesSummaries(scope, ledgers), branches, createCareRepo(scope.store.db, () => scope.ports.ids.next())),
    ...createRuleHandlers(scope, ledgers),
  }
}
