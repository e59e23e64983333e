import type { organisationEventsContract } from '../../shared/contract/organisation-events.contract.ts'
import type { OrganisationDetail } from '../../shared/model/organisation.ts'
import type { Access } from '../rpc/access.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createEventRecorder } from './organisations/event-recorder.ts'
import { createNamingRules } from './organisations/naming-rules.ts'
import { toOrganisationDetail } from './organisations/organisation-detail.ts'
import { createRegroup } from './organisations/regroup.ts'
import { createUndoEvent } from './organisations/undo-event.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 组织的沿革:合并、拆分、改设、撤销,以及撤回登记错的变动。 */
export const createOrganisationEventHandlers = (scope: WorkspaceScope): GroupHandlers<typeof organisationEventsContract> => {
  const recorder = createEventRecorder(scope)
  const { organisations, events, writes, lines, rows, requireStanding } = recorder
  const regroup = createRegroup(scope, recorder)
  const naming = createNamingRules(scope)
  const undo = createUndoEvent(scope, recorder)
  const today = (): string => scope.ports.clock.today()

  const detail = (id: string): OrganisationDetail => toOrganisationDetail(organisations.read(id, today()) ?? failWith('NOT_FOUND'))
  const requireCovered = (access: Access, ids: readonly string[]): void => {
    if (!ids.every((id) => access.covers(id))) failWith('FORBIDDEN')
  }
  const requireNotRoot = (id: string, day: string): string => organisations.parentOn(id, day) ?? failWith('ROOT_ORGANISATION')

  return {
    list: ({ organisationId }, { access }) => ({
      events: events
        .list(organisationId)
        .filter(({ parts }) => parts.some((part) => access.covers(part.organisationId)))
        .map(({ changes: _changes, parts, effects, ...event }) => ({ ...event, effects: [...effects], parts: parts.map((part) => ({ ...part, name: organisations.nameOn(part.organisationId, event.day) })) })),
    }),
    merge: ({ targetId, sourceIds, ...basis }, { access }) => {
      requireCovered(access, sourceIds)
      scope.write('organisation', 'organisationEvents.merge', (transaction) => {
        requireStanding(targetId, basis.day)
        if (sourceIds.includes(targetId)) failWith('BAD_MERGE')
        recorder.record(transaction, 'merging', targetId, basis, (draft) => {
          draft.involve(targetId, 'target')
          for (const sourceId of sourceIds) {
            requireStanding(sourceId, basis.day)
            requireNotRoot(sourceId, basis.day)
            regroup.mergeInto(draft, sourceId, targetId)
          }
        })
      })
      return detail(targetId)
    },
    split: ({ id, rev, name, shortName, code, category, buildForm, memberIds, groupIds, ...basis }) => {
      const { day } = basis
      const created = scope.write('organisation', 'organisationEvents.split', (transaction) => {
        writes.requireRev(id, rev)
        requireStanding(id, day)
        if (organisations.kindOn(id, day) !== 'branch') failWith('NOT_A_BRANCH')
        naming.requireNew({ name, code, category, kind: 'branch', parentId: null })
        const parentId = requireNotRoot(id, day)
        if (groupIds.some((group) => organisations.parentOn(group, day) !== id)) failWith('NOT_FOUND')
        const members = new Set(regroup.moves.membersFrom(id, day))
        if (memberIds.some((memberId) => !members.has(memberId))) failWith('NOT_FOUND')
        let branch = ''
        recorder.record(transaction, 'splitting', id, basis, (draft) => {
          draft.involve(id, 'source')
          branch = regroup.found(draft, { parentId, kind: 'branch', name, shortName, code, category, buildForm, fromDay: day })
          draft.involve(branch, 'target')
          draft.involve(parentId, 'parent')
          // 小组整个过去,组员当然也过去。
          const moving = new Set([...memberIds, ...groupIds.flatMap((group) => regroup.moves.groupMembersFrom(group, day))])
          for (const group of groupIds) regroup.moveGroup(draft, group, id, branch)
          for (const memberId of moving) regroup.moves.leaveGroups(transaction, draft.log, memberId, day, new Set(groupIds))
          regroup.moveMembers(draft, id, branch, moving)
        })
        return branch
      })
      return detail(created)
    },
    changeKind: ({ id, rev, kind, firstBranch, ...basis }) => {
      const { day } = basis
      scope.write('organisation', 'organisationEvents.changeKind', (transaction) => {
        writes.requireRev(id, rev)
        requireStanding(id, day)
        const from = organisations.kindOn(id, day) ?? failWith('NOT_FOUND')
        if (from === kind || from === 'party_group') failWith('BAD_PARENT')
        const children = regroup.references.childrenFrom(id, day)
        if (kind === 'branch' && children.length > 0) failWith('STILL_HAS_CHILDREN', { count: children.length })
        const people = from === 'branch' ? regroup.moves.membersFrom(id, day).length : 0
        if (firstBranch === null && people > 0) failWith('STILL_HAS_MEMBERS', { count: people })
        if (from === 'branch') regroup.requireNoRecords(id, day)
        recorder.record(transaction, 'upgrading', id, basis, (draft) => {
          draft.involve(id, 'subject')
          lines.setFrom(transaction, draft.log, 'kind', id, { kind }, day, { kind: from })
          rows.update(transaction, draft.log, 'organisation', id, { kind: lines.segments('kind', id).at(-1)?.value['kind'] ?? kind })
          draft.effect({ aspect: 'kind', organisationId: id, from, to: kind })
          if (from !== 'branch' || firstBranch === null) return
          naming.requireNew({ ...firstBranch, kind: 'branch', parentId: null })
          const branch = regroup.found(draft, { parentId: id, kind: 'branch', ...firstBranch, fromDay: day })
          draft.involve(branch, 'target')
          for (const group of children) regroup.moveGroup(draft, group, id, branch)
          regroup.moveMembers(draft, id, branch)
        })
      })
      return detail(id)
    },
    revoke: ({ id, rev, ...basis }) => {
      scope.write('organisation', 'organisationEvents.revoke', (transaction) => {
        writes.requireRev(id, rev)
        requireStanding(id, basis.day)
        requireNotRoot(id, basis.day)
        recorder.record(transaction, 'revoking', id, basis, (draft) => regroup.revokeEmpty(draft, id))
      })
      return detail(id)
    },
    undo: ({ id }, { access }) => {
      undo(id, access)
      return {}
    },
  }
}
