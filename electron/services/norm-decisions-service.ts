import type { normDecisionsContract } from '../../shared/contract/norm-decisions.contract.ts'
import type { NormDecisionFields, NormDecisionRow } from '../../shared/model/norm-decision.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createNormDecisionRepo } from '../store/repos/norm-decision-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createUnitSubtree } from '../store/repos/unit-subtree.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const isSuitable = ({ kind, fromMonth, toMonth, untilDay, decidedOn }: NormDecisionFields, today: string): boolean => fromMonth <= toMonth && decidedOn <= today && (kind === 'unlock' ? untilDay !== null && untilDay >= today : untilDay === null)

/** 免除与解锁:党委办公室加、撤回,都留痕。 */
export const createNormDecisionHandlers = (scope: WorkspaceScope): GroupHandlers<typeof normDecisionsContract> => {
  const repo = createNormDecisionRepo(scope.store.db)
  const organisations = createOrganisationRepo(scope.store.db)
  const subtree = createUnitSubtree(scope.store.db)
  const today = (): string => scope.ports.clock.today()
  const readOr404 = (id: string): NormDecisionRow => repo.read(id, today()) ?? failWith('NOT_FOUND')
  return {
    list: ({ organisationId, year }, { access }) => {
      const below = organisationId === null ? null : subtree.below(organisationId)
      return { today: today(), rows: repo.list(year, today()).filter((row) => access.covers(row.organisationId) && (below === null || below.has(row.organisationId))) }
    },
    add: ({ fields }) => {
      if (organisations.lifespan(fields.organisationId) === null) failWith('NOT_FOUND')
      if (!isSuitable(fields, today())) failWith('MONTHS_UNSUITABLE')
      const id = scope.ports.ids.next()
      scope.write('meeting', 'normDecisions.add', (transaction) => {
        repo.insert(transaction, { ...fields, id })
        transaction.emit('normDecisions.changed', {})
      })
      return readOr404(id)
    },
    withdraw: ({ id, rev, reason }) => {
      if (readOr404(id).withdrawnOn !== null) failWith('WITHDRAWN')
      scope.write('meeting', 'normDecisions.withdraw', (transaction) => {
        repo.withdraw(transaction, id, rev, today(), reason)
        transaction.emit('normDecisions.changed', {})
      })
      return readOr404(id)
    },
  }
}
