import type { contactsContract } from '../../shared/contract/contacts.contract.ts'
import { visitPeriodOf, standingsOf } from '../domain/organisation/visits.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createContactRepo, type StoredVisit } from '../store/repos/contact-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 双向进入、交叉任职;党建指导员与其他联系关系,连同走访和缺口。 */
export const createContactHandlers = (scope: WorkspaceScope): GroupHandlers<typeof contactsContract> => {
  const { db } = scope.store
  const repo = createContactRepo(db, () => scope.ports.ids.next())
  const organisations = createOrganisationRepo(db)
  const members = createMemberRepo(db)
  const write = (procedure: string, organisationId: string, apply: (transaction: Transaction) => void): Record<string, never> => {
    scope.write('organisation', procedure, (transaction) => {
      if (organisations.kindOf(organisationId) === null) failWith('NOT_FOUND')
      apply(transaction)
      transaction.emit('contacts.changed', {})
    })
    return {}
  }
  const check = ({ memberId, fromDay, toDay }: { readonly memberId: string | null; readonly fromDay: string; readonly toDay: string | null }): void => {
    if (memberId !== null && members.read(memberId) === null) failWith('NOT_FOUND')
    if (toDay !== null && toDay < fromDay) failWith('BAD_INPUT', { issues: [{ path: ['fields', 'toDay'], code: 'before_start' }] })
  }
  return {
    list: (_input, { access }) => {
      const today = scope.ports.clock.today()
      const nameOf = (id: string): string => organisations.nameOn(id, today)
      const visits = Map.groupBy(repo.visits(), ({ relationId }: StoredVisit) => relationId)
      return {
        crossPosts: repo.crossPosts().filter(({ organisationId }) => access.covers(organisationId)).map((post) => ({ ...post, organisationName: nameOf(post.organisationId) })),
        contacts: repo
          .contacts()
          // 被联系的支部也看得到谁联系自己。
          .filter(({ organisationId, objects }) => access.covers(organisationId) || objects.some((object) => object.organisationId !== null && access.covers(object.organisationId)))
          .map((contact) => {
            const own = (visits.get(contact.id) ?? []).map(({ relationId: _relationId, ...visit }) => visit)
            const isOpen = contact.toDay === null || contact.toDay > today
            return { ...contact, organisationName: nameOf(contact.organisationId), visits: own, current: isOpen ? visitPeriodOf(today, contact.period) : null, standings: standingsOf(contact, own, today) }
          }),
      }
    },
    saveCrossPost: ({ crossPost, fields }) => {
      check(fields)
      return write('contacts.saveCrossPost', fields.organisationId, (transaction) => repo.saveCrossPost(transaction, crossPost, fields))
    },
    removeCrossPost: ({ organisationId, crossPost }) => write('contacts.removeCrossPost', organisationId, (transaction) => repo.removeCrossPost(transaction, organisationId, crossPost)),
    saveContact: ({ contact, fields }) => {
      check(fields)
      for (const { organisationId } of fields.objects) if (organisationId !== null && organisations.kindOf(organisationId) === null) failWith('NOT_FOUND')
      return write('contacts.saveContact', fields.organisationId, (transaction) => void repo.saveContact(transaction, contact, fields))
    },
    removeContact: ({ organisationId, contact }) => write('contacts.removeContact', organisationId, (transaction) => repo.removeContact(transaction, organisationId, contact)),
    saveVisit: ({ organisationId, contact, visit, fields }) => write('contacts.saveVisit', organisationId, (transaction) => repo.saveVisit(transaction, organisationId, contact.id, visit, fields)),
    removeVisit: ({ organisationId, visit }) => write('contacts.removeVisit', organisationId, (transaction) => repo.removeVisit(transaction, organisationId, visit)),
  }
}
