import type { organisationsContract } from '../../shared/contract/organisations.contract.ts'
import type { OrganisationDetail, OrganisationNode } from '../../shared/model/organisation.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createCategoryRepo } from '../store/repos/category-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import type { TreeCounts } from '../store/repos/organisation-tree.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createMarkScoresStale } from './mark-scores-stale.ts'
import { createCategoryCode } from './organisations/category-code.ts'
import { createChangeOrganisation } from './organisations/change-organisation.ts'
import { createEventRecorder } from './organisations/event-recorder.ts'
import { createNamingRules } from './organisations/naming-rules.ts'
import { toOrganisationDetail } from './organisations/organisation-detail.ts'
import { savePosts } from './organisations/save-posts.ts'
import { visibleNodes } from './organisations/visible-nodes.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 组织:树、名称、隶属、分类、基本情况、班子。 */
export const createOrganisationHandlers = (scope: WorkspaceScope, readyCounts: (day: string) => TreeCounts | null = () => null): GroupHandlers<typeof organisationsContract> => {
  const { db } = scope.store
  const recorder = createEventRecorder(scope)
  const { organisations: repo, writes } = recorder
  const naming = createNamingRules(scope)
  const categories = createCategoryRepo(db)
  const members = createMemberRepo(db)
  const today = (): string => scope.ports.clock.today()
  /** 名册预读好了就从内存里数人:十万人的树不用再扫一遍库。 */
  const treeOn = (day: string): OrganisationNode[] => repo.tree(day, readyCounts(day) ?? undefined)
  const stale = createMarkScoresStale(scope)

  const detail = (id: string, day = today()): OrganisationDetail => toOrganisationDetail(repo.read(id, day) ?? failWith('NOT_FOUND'))
  const badField = (field: string, code: string): never => failWith('BAD_INPUT', { issues: [{ path: [field], code }] })
  /** 成立登记在沿革里的,日期以沿革为准;别的不能填成将来。 */
  const requireFreeFounding = (id: string, foundedOn: string | null): void => {
    const { foundedOn: before } = repo.lifespan(id) ?? failWith('NOT_FOUND')
    if (foundedOn === before) return
    const founding = recorder.events.list(id).find(({ effects }) => effects.some((effect) => effect.aspect === 'founded' && effect.organisationId === id))
    if (founding !== undefined) failWith('SET_BY_EVENT', { day: founding.day })
    if (foundedOn !== null && foundedOn > today()) badField('foundedOn', 'in_future')
  }
  /** 一次写入:先核对修订号,有变动才加一、发事件。 */
  const change = (procedure: string, id: string, rev: number, action: string, apply: (transaction: Transaction) => boolean): OrganisationDetail => {
    scope.write('organisation', procedure, (transaction) => {
      writes.requireRev(id, rev)
      if (!apply(transaction)) return
      writes.touch(transaction, id, action)
      stale.of(transaction, id)
      transaction.emit('organisations.changed', { ids: [id] })
    })
    return detail(id)
  }

  return {
    tree: ({ day }, { access }) => ({ nodes: visibleNodes(treeOn(day ?? today()), access) }),
    get: ({ id, day }) => detail(id, day),
    ...createChangeOrganisation(scope, recorder, detail),
    rosterOn: ({ id, day }) => {
      if (repo.kindOn(id, day) === null) failWith('NOT_FOUND')
      return { people: members.rosterOf(id, day).map(({ memberId, name, memberType, partyGroupId, partyGroupName }) => ({ memberId, name, memberType, partyGroupId, partyGroupName })) }
    },
    setCategory: (input, context) =>
      change('organisations.setCategory', input.id, input.rev, 'set_category', (transaction) => {
        if (repo.kindOf(input.id) !== 'branch') context.fail('NOT_A_BRANCH', {})
        naming.requireCategory(input.category)
        return writes.setCategory(transaction, input.id, input.category, input.fromDay ?? today())
      }),
    setBuildForm: (input, context) =>
      change('organisations.setBuildForm', input.id, input.rev, 'set_build_form', (transaction) => {
        if (repo.kindOf(input.id) !== 'branch') context.fail('NOT_A_BRANCH', {})
        return recorder.lines.setFrom(transaction, [], 'form', input.id, { build_form: input.buildForm }, input.fromDay ?? today(), { build_form: 'single' })
      }),
    saveRegistry: ({ id, rev, ...registry }) => {
      scope.write('organisation', 'organisations.saveRegistry', (transaction) => {
        writes.saveRegistry(transaction, id, rev, registry)
        transaction.emit('organisations.changed', { ids: [id] })
      })
      return detail(id)
    },
    saveBasics: (input) => {
      scope.write('organisation', 'organisations.saveBasics', (transaction) => {
        writes.requireRev(input.id, input.rev)
        naming.requireFreeCode(input.code, input.id)
        requireFreeFounding(input.id, input.foundedOn)
        writes.saveBasics(transaction, input.id, input.rev, input)
        stale.of(transaction, input.id)
        transaction.emit('organisations.changed', { ids: [input.id] })
      })
      return detail(input.id)
    },
    savePosts: (input) =>
      change('organisations.savePosts', input.id, input.rev, 'save_posts', (transaction) => {
        for (const { memberId } of input.posts) if (memberId !== null && members.read(memberId) === null) failWith('NOT_FOUND')
        const changed = savePosts(transaction, writes, input.id, input.posts, today())
        const involved = input.posts.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]))
        if (changed) transaction.emit('members.changed', { ids: [...new Set(involved)] })
        return changed
      }),
    categories: () => ({ categories: categories.all() }),
    addCategory: (input, context) => {
      scope.write('organisation', 'organisations.addCategory', (transaction) => {
        if (categories.all().some((category) => category.name === input.name)) context.fail('DUPLICATE_NAME', { name: input.name })
        categories.add(transaction, { code: createCategoryCode(input.name, categories.usedCodes()), name: input.name, builtIn: false })
        transaction.emit('organisations.changed', { ids: [] })
      })
      return { categories: categories.all() }
    },
    retireCategory: (input, context) => {
      scope.write('organisation', 'organisations.retireCategory', (transaction) => {
        const category = categories.find(input.code)
        if (category === undefined) return context.fail('NOT_FOUND', {})
        if (category.builtIn) context.fail('NOT_EDITABLE', {})
        if (category.branchCount > 0) context.fail('CATEGORY_IN_USE', { count: category.branchCount })
        categories.retire(transaction, input.code)
        transaction.emit('organisations.changed', { ids: [] })
      })
      return { categories: categories.all() }
    },
  }
}
