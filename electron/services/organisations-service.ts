import type { organisationsContract } from '../../shared/contract/organisations.contract.ts'
import type { OrganisationDetail, OrganisationKind } from '../../shared/model/organisation.ts'
import { mayBeRoot, mayBeUnder, wouldMakeCycle } from '../domain/organisation/parent-rules.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { FAR_FUTURE } from '../store/as-of.ts'
import { createCategoryRepo } from '../store/repos/category-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createOrganisationWrites } from '../store/repos/organisation-writes.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createMarkScoresStale } from './mark-scores-stale.ts'
import { createCategoryCode } from './organisations/category-code.ts'
import { toOrganisationDetail } from './organisations/organisation-detail.ts'
import { savePosts } from './organisations/save-posts.ts'
import { visibleNodes } from './organisations/visible-nodes.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 组织:树、名称、隶属、分类、基本情况、班子。 */
export const createOrganisationHandlers = (scope: WorkspaceScope): GroupHandlers<typeof organisationsContract> => {
  const { db } = scope.store
  const repo = createOrganisationRepo(db)
  const writes = createOrganisationWrites(db, () => scope.ports.ids.next())
  const categories = createCategoryRepo(db)
  const members = createMemberRepo(db)
  const today = (): string => scope.ports.clock.today()
  const stale = createMarkScoresStale(scope)

  const detail = (id: string): OrganisationDetail => toOrganisationDetail(repo.read(id, today()) ?? failWith('NOT_FOUND'))
  const requireKind = (id: string): OrganisationKind => repo.kindOf(id) ?? failWith('NOT_FOUND')
  const requireCategory = (code: string): void => {
    if (categories.find(code) === undefined) failWith('NOT_FOUND')
  }
  const requireFreeName = (name: string, kind: OrganisationKind, parentId: string | null, except: string | null): void => {
    if (writes.isNameTaken(name, kind === 'party_group' ? parentId : null, except)) failWith('DUPLICATE_NAME', { name })
  }
  const requireFreeCode = (code: string, except: string | null): void => {
    if (code !== '' && writes.isCodeTaken(code, except)) failWith('DUPLICATE_CODE', { code })
  }
  /** 自 fromDay 起的每个隶属变动日都不能绕成圈,免得哪一天的树走不到头。 */
  const requireNoCycle = (id: string, parentId: string, fromDay: string): void => {
    const start = writes.moveEffectiveFrom(id, fromDay)
    for (const day of [start, ...repo.parentChangeDaysAfter(start), FAR_FUTURE]) if (wouldMakeCycle(repo.parentsOn(day), id, parentId)) failWith('BAD_PARENT')
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
    tree: (_input, { access }) => ({ nodes: visibleNodes(repo.tree(today()), access) }),
    get: (input) => detail(input.id),
    add: (input, { access }) => {
      const id = scope.write('organisation', 'organisations.add', (transaction) => {
        if (input.parentId === null) {
          if (!access.isWhole) failWith('FORBIDDEN')
          // 一个工作区是一个单位,最上级只有一个。
          if (!mayBeRoot(input.kind) || writes.hasRoot()) failWith('BAD_PARENT')
        } else if (!mayBeUnder(input.kind, requireKind(input.parentId))) failWith('BAD_PARENT')
        const category = input.kind === 'branch' ? input.category : null
        if (category !== null) requireCategory(category)
        requireFreeCode(input.code, null)
        requireFreeName(input.name, input.kind, input.parentId, null)
        const created = writes.add(transaction, { ...input, category, fromDay: input.fromDay ?? today() })
        stale.of(transaction, created)
        transaction.emit('organisations.changed', { ids: [created] })
        return created
      })
      return detail(id)
    },
    rename: (input) =>
      change('organisations.rename', input.id, input.rev, 'rename', (transaction) => {
        requireFreeName(input.name, requireKind(input.id), repo.parentOn(input.id, FAR_FUTURE), input.id)
        return writes.rename(transaction, input.id, input.name, input.shortName, input.fromDay ?? today())
      }),
    move: (input) =>
      change('organisations.move', input.id, input.rev, 'move', (transaction) => {
        const fromDay = input.fromDay ?? today()
        const kind = requireKind(input.id)
        if (!mayBeUnder(kind, requireKind(input.parentId))) failWith('BAD_PARENT')
        requireNoCycle(input.id, input.parentId, fromDay)
        const unchanged = repo.parentOn(input.id, FAR_FUTURE) === input.parentId
        // 小组的组员属于本支部;有人的小组不能整个搬到别的支部去。
        if (kind === 'party_group' && !unchanged && writes.hasGroupMembers(input.id)) failWith('BAD_PARENT')
        // 最上级搬到别人之下,树就没有最上级了。
        if (repo.parentOn(input.id, FAR_FUTURE) === null) failWith('BAD_PARENT')
        return writes.move(transaction, input.id, input.parentId, fromDay)
      }),
    setCategory: (input, context) =>
      change('organisations.setCategory', input.id, input.rev, 'set_category', (transaction) => {
        if (requireKind(input.id) !== 'branch') context.fail('NOT_A_BRANCH', {})
        requireCategory(input.category)
        return writes.setCategory(transaction, input.id, input.category, input.fromDay ?? today())
      }),
    saveBasics: (input) => {
      scope.write('organisation', 'organisations.saveBasics', (transaction) => {
        writes.requireRev(input.id, input.rev)
        requireFreeCode(input.code, input.id)
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
