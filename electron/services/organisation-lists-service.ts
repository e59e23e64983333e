import type { organisationListsContract } from '../../shared/contract/organisation-lists.contract.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createOrganisationListRepo } from '../store/repos/organisation-list-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 组织名下的几张小登记:标签、覆盖单位、阵地、品牌。 */
export const createOrganisationListHandlers = (scope: WorkspaceScope): GroupHandlers<typeof organisationListsContract> => {
  const { db } = scope.store
  const lists = createOrganisationListRepo(db, () => scope.ports.ids.next())
  const organisations = createOrganisationRepo(db)
  const today = (): string => scope.ports.clock.today()
  return {
    get: ({ organisationId, day }) => {
      if (organisations.lifespan(organisationId) === null) failWith('NOT_FOUND')
      return lists.on(organisationId, day ?? today())
    },
    save: ({ organisationId, entry }, context) => {
      scope.write('organisation', 'organisationLists.save', (transaction) => {
        if (organisations.lifespan(organisationId) === null) failWith('NOT_FOUND')
        if (entry.list === 'labels' && organisations.kindOn(organisationId, today()) !== 'branch') context.fail('NOT_A_BRANCH', {})
        // 标识来自输入:别的组织的那一条,这里当作没有。
        if (entry.id !== null && lists.organisationOf(entry.list, entry.id) !== organisationId) failWith('NOT_FOUND')
        lists.save(transaction, organisationId, entry)
        transaction.emit('organisations.changed', { ids: [organisationId] })
      })
      return lists.on(organisationId, today())
    },
    end: ({ organisationId, entry: { list, id, rev }, day }) => {
      scope.write('organisation', 'organisationLists.end', (transaction) => {
        if (lists.organisationOf(list, id) !== organisationId) failWith('NOT_FOUND')
        lists.end(transaction, list, id, rev, day)
        transaction.emit('organisations.changed', { ids: [organisationId] })
      })
      return lists.on(organisationId, today())
    },
  }
}
