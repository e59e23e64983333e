import type { leadingGroupsContract } from '../../shared/contract/leading-groups.contract.ts'
import type { OrganisationNode } from '../../shared/model/organisation.ts'
import { termYearsOf } from '../domain/organisation/term.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createHealthRepo } from '../store/repos/health-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createOrganisationWrites } from '../store/repos/organisation-writes.ts'
import { createTermRepo, type StoredReminder } from '../store/repos/term-repo.ts'
import { createTermWrites } from '../store/repos/term-writes.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { describeTerm } from './leading-groups/describe-term.ts'
import { saveTerm } from './leading-groups/save-term.ts'
import { termLineOf } from './leading-groups/term-lines.ts'
import { createMarkScoresStale } from './mark-scores-stale.ts'
import { requireAllowed } from './organisations/require-allowed.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 班子:各届的任期、选举、任职、空缺;换届时间线与提醒。 */
export const createLeadingGroupHandlers = (scope: WorkspaceScope): GroupHandlers<typeof leadingGroupsContract> => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const repo = createTermRepo(db)
  const writes = createTermWrites(db, nextId)
  const organisations = createOrganisationRepo(db)
  const organisationWrites = createOrganisationWrites(db, nextId)
  const members = createMemberRepo(db)
  const health = createHealthRepo(db)
  const { normValue } = createNormRepo(db)
  const stale = createMarkScoresStale(scope)
  const today = (): string => scope.ports.clock.today()

  const group = (organisationId: string) => {
    const kind = organisations.kindOf(organisationId) ?? failWith('NOT_FOUND')
    const posts = repo.posts(organisationId)
    return { organisationId, kind, termYears: termYearsOf(kind, normValue), terms: repo.of(organisationId).map((term) => describeTerm(term, posts, today(), normValue)) }
  }
  /** 一次写入:组织的修订号跟着加一,成绩标为待重算。 */
  const change = (procedure: string, organisationId: string, action: string, apply: (transaction: Transaction) => void): void =>
    scope.write('organisation', procedure, (transaction) => {
      if (organisations.kindOf(organisationId) === null) failWith('NOT_FOUND')
      apply(transaction)
      organisationWrites.touch(transaction, organisationId, action)
      stale.of(transaction, organisationId)
      transaction.emit('organisations.changed', { ids: [organisationId] })
    })
  return {
    get: ({ organisationId }) => group(organisationId),
    saveTerm: ({ organisationId, term }) => {
      change('terms.saveTerm', organisationId, 'save_term', (transaction) => {
        const terms = repo.of(organisationId)
        // 再来一届就是换届;临时党支部的班子由批准的党组织指定。
        if (term.id === null && terms.length > 0) requireAllowed(organisations, organisationId, today(), 'election')
        saveTerm(transaction, writes, organisationId, terms, term, normValue)
      })
      return group(organisationId)
    },
    savePost: ({ organisationId, post: { id, rev, ...post } }) => {
      if (post.toDay !== null && post.toDay < post.fromDay) failWith('BAD_INPUT', { issues: [{ path: ['post', 'toDay'], code: 'before_start' }] })
      change('terms.savePost', organisationId, 'save_posts', (transaction) => {
        if (post.memberId !== null && members.read(post.memberId) === null) failWith('NOT_FOUND')
        if (id === null) writes.addPost(transaction, organisationId, post)
        else if (repo.posts(organisationId).some((each) => each.id === id)) writes.savePost(transaction, id, rev, post)
        else failWith('NOT_FOUND')
        if (post.memberId !== null) transaction.emit('members.changed', { ids: [post.memberId] })
      })
      return group(organisationId)
    },
    timeline: ({ organisationId }, { access }) => {
      const day = today()
      const nodes = organisations.tree(day)
      const names = new Map(nodes.map((node) => [node.id, node.name]))
      const inside = organisationId === null ? null : new Set(organisations.descendantIds(organisationId, day))
      const terms = repo.current()
      const forms = health.forms(day)
      const reminders = Map.groupBy(repo.currentReminders(), (reminder: StoredReminder) => reminder.termId)
      // 临时党支部不换届(支部工作条例第八条)。
      const isListed = ({ id, kind }: OrganisationNode): boolean => kind !== 'party_group' && forms.get(id) !== 'temporary' && access.covers(id) && (inside === null || inside.has(id))
      return {
        today: day,
        lines: nodes.filter(isListed).map((node) => {
          const term = terms.get(node.id)
          return termLineOf(node, node.parentId === null ? '' : (names.get(node.parentId) ?? ''), term, term === undefined ? [] : (reminders.get(term.id) ?? []), day, normValue)
        }),
      }
    },
    remind: ({ organisationId, reminder }) => {
      scope.write('organisation', 'terms.remind', (transaction) => {
        const current = repo.of(organisationId).find((term) => term.endedDay === null) ?? failWith('NOT_FOUND')
        writes.addReminder(transaction, organisationId, current.id, reminder)
        transaction.emit('organisations.changed', { ids: [organisationId] })
      })
      return {}
    },
    withdrawReminder: ({ organisationId, reminder }) => {
      scope.write('organisation', 'terms.withdrawReminder', (transaction) => {
        writes.withdrawReminder(transaction, organisationId, reminder.id, reminder.rev)
        transaction.emit('organisations.changed', { ids: [organisationId] })
      })
      return {}
    },
  }
}
