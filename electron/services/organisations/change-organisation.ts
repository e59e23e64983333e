import type { Handler } from '../../rpc/handlers.ts'
import type { organisationsContract } from '../../../shared/contract/organisations.contract.ts'
import type { OrganisationDetail, OrganisationKind } from '../../../shared/model/organisation.ts'
import { mayBeRoot, mayBeUnder } from '../../domain/organisation/parent-rules.ts'
import { failWith } from '../../rpc/handlers.ts'
import { FAR_FUTURE } from '../../store/as-of.ts'
import { createOrganisationWrites } from '../../store/repos/organisation-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { EventRecorder } from './event-recorder.ts'
import { createNamingRules } from './naming-rules.ts'
import { createRegroup } from './regroup.ts'

type Contract = typeof organisationsContract
type Handlers = { readonly [N in 'add' | 'rename' | 'move' | 'correct']: Handler<Contract[N]> }

/** 新增、改名、划转,以及更正写错的名称与隶属。改名、划转、新成立都进沿革。 */
export const createChangeOrganisation = (scope: WorkspaceScope, recorder: EventRecorder, detail: (id: string) => OrganisationDetail): Handlers => {
  const { organisations: repo, lines, events, requireStanding, requireSoundTree } = recorder
  const writes = createOrganisationWrites(scope.store.db, () => scope.ports.ids.next())
  const naming = createNamingRules(scope)
  const regroup = createRegroup(scope, recorder)
  const stale = createMarkScoresStale(scope)
  const today = (): string => scope.ports.clock.today()
  const requireKind = (id: string, day: string): OrganisationKind => repo.kindOn(id, day) ?? failWith('NOT_FOUND')
  /** 这一段是哪次变动定下来的;登记时就有的为 undefined。 */
  const settledBy = (id: string, aspect: 'name' | 'parent', from: string | undefined) =>
    events.list(id).find((event) => event.day === from && event.effects.some((effect) => effect.organisationId === id && (effect.aspect === aspect || effect.aspect === 'founded')))
  /** 录入那天(或更早)就改、又没有文号与理由的,是更正刚录的,不是变动。 */
  const isCorrection = (id: string, line: 'name' | 'parent', day: string, basis: { readonly documentNumber?: string | undefined; readonly reason?: string | undefined }): boolean => {
    const [first, ...others] = lines.segments(line, id)
    return others.length === 0 && first?.from === day && (basis.documentNumber ?? '') === '' && (basis.reason ?? '') === '' && settledBy(id, line, first.from) === undefined
  }
  const finishCorrection = (transaction: Transaction, id: string): void => {
    writes.touch(transaction, id, 'correct')
    stale.of(transaction, id)
    transaction.emit('organisations.changed', { ids: [id] })
  }

  return {
    add: ({ founding, ...input }, { access }) => {
      const day = input.fromDay ?? today()
      const id = scope.write('organisation', 'organisations.add', (transaction) => {
        if (input.parentId === null) {
          if (!access.isWhole) failWith('FORBIDDEN')
          // 一个工作区是一个单位,最上级只有一个。
          if (!mayBeRoot(input.kind) || writes.hasRoot()) failWith('BAD_PARENT')
        } else if (!mayBeUnder(input.kind, requireKind(input.parentId, founding === undefined ? today() : day))) failWith('BAD_PARENT')
        const isBranch = input.kind === 'branch'
        const { buildForm, ...rest } = input
        const fresh = { ...rest, category: isBranch ? input.category : null, fromDay: day, ...(isBranch && buildForm !== undefined ? { buildForm } : {}) }
        naming.requireNew(fresh)
        // 最上级没有上级可记,只登记成立日期。
        if (founding === undefined || input.parentId === null) {
          const created = writes.add(transaction, { ...fresh, foundedOn: founding === undefined ? null : day })
          stale.of(transaction, created)
          transaction.emit('organisations.changed', { ids: [created] })
          return created
        }
        const { parentId } = input
        requireStanding(parentId, day)
        let created = ''
        recorder.record(transaction, 'founding', parentId, { day, ...founding }, (draft) => {
          created = regroup.found(draft, fresh)
          draft.involve(created, 'subject')
          draft.involve(parentId, 'parent')
        })
        return created
      })
      return detail(id)
    },
    rename: ({ id, rev, name, shortName, fromDay, documentNumber = '', reason = '' }) => {
      const day = fromDay ?? today()
      scope.write('organisation', 'organisations.rename', (transaction) => {
        writes.requireRev(id, rev)
        naming.requireFreeName(name, requireKind(id, FAR_FUTURE), repo.parentOn(id, FAR_FUTURE), id)
        const value = { name, short_name: shortName }
        if (isCorrection(id, 'name', day, { documentNumber, reason })) {
          if (lines.correct(transaction, 'name', id, value, day)) finishCorrection(transaction, id)
          return
        }
        const before = lines.segmentOn('name', id, day)?.value
        if (before?.['name'] === name && before['short_name'] === shortName) return
        requireStanding(id, day)
        recorder.record(transaction, 'renaming', id, { day, documentNumber, reason }, (draft) => {
          draft.involve(id, 'subject')
          if (lines.setFrom(transaction, draft.log, 'name', id, value, day)) draft.effect({ aspect: 'name', organisationId: id, from: String(before?.['name'] ?? ''), to: name })
        })
      })
      return detail(id)
    },
    move: ({ id, rev, parentId, fromDay, documentNumber = '', reason = '' }) => {
      const day = fromDay ?? today()
      scope.write('organisation', 'organisations.move', (transaction) => {
        writes.requireRev(id, rev)
        const before = repo.parentOn(id, day)
        if (parentId === id) failWith('BAD_PARENT')
        // 最上级搬到别人之下,树就没有最上级了。
        if (before === null) failWith('BAD_PARENT')
        if (before === parentId) return
        const kind = requireKind(id, day)
        if (!mayBeUnder(kind, requireKind(parentId, day))) failWith('BAD_PARENT')
        // 小组的组员属于本支部;有人的小组不能整个搬到别的支部去。
        if (kind === 'party_group' && writes.hasGroupMembers(id)) failWith('BAD_PARENT')
        requireStanding(id, day)
        requireStanding(parentId, day)
        const value = { parent_id: parentId }
        if (isCorrection(id, 'parent', day, { documentNumber, reason })) {
          if (lines.correct(transaction, 'parent', id, value, day)) finishCorrection(transaction, id)
          requireSoundTree(new Set([id]), day)
          return
        }
        recorder.record(transaction, 'moving', id, { day, documentNumber, reason }, (draft) => {
          draft.involve(id, 'subject')
          draft.involve(parentId, 'parent')
          if (before !== null) draft.involve(before, 'parent')
          if (lines.setFrom(transaction, draft.log, 'parent', id, value, day)) draft.effect({ aspect: 'parent', organisationId: id, from: before, to: parentId })
        })
      })
      return detail(id)
    },
    correct: ({ id, rev, name, shortName, parentId }, context) => {
      const day = today()
      scope.write('organisation', 'organisations.correct', (transaction) => {
        writes.requireRev(id, rev)
        const kind = requireKind(id, day)
        naming.requireFreeName(name, kind, parentId, id)
        let changed = false
        if (parentId !== repo.parentOn(id, day)) {
          if (parentId === null || parentId === id || !mayBeUnder(kind, requireKind(parentId, day)) || (kind === 'party_group' && writes.hasGroupMembers(id))) return context.fail('BAD_PARENT', {})
          const settled = settledBy(id, 'parent', lines.segmentOn('parent', id, day)?.from)
          if (settled !== undefined) context.fail('SET_BY_EVENT', { day: settled.day })
          changed = lines.correct(transaction, 'parent', id, { parent_id: parentId }, day)
          requireSoundTree(new Set([id]), day)
        }
        const segment = lines.segmentOn('name', id, day)
        if (segment !== undefined && lines.correct(transaction, 'name', id, { name, short_name: shortName }, day)) {
          changed = true
          // 沿革里写着的名称一并更正,撤回那次变动时也认得出。
          events.correctName(transaction, id, segment.id, { from: String(segment.value['name']), to: name, shortName })
        }
        if (changed) finishCorrection(transaction, id)
      })
      return detail(id)
    },
  }
}
