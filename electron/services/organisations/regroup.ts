import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createMemberMoves } from '../../store/repos/member-moves.ts'
import { createOrganisationReferences } from '../../store/repos/organisation-references.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { EventDraft, EventRecorder } from './event-recorder.ts'

const NAME_AT_MOST = 80

/** 合并、拆分、改设、撤销共用的几步:人、小组、下级跟着走。 */
export const createRegroup = (scope: WorkspaceScope, { rows, lines, organisations, writes }: EventRecorder) => {
  const moves = createMemberMoves(scope.store.db, () => scope.ports.ids.next(), rows)
  const references = createOrganisationReferences(scope.store.db)

  const requireNoRecords = (id: string, day: string): void => {
    const count = references.recordsFrom(id, day)
    if (count > 0) failWith('STILL_HAS_RECORDS', { count })
  }
  const revoke = ({ transaction, log, day, effect }: EventDraft, id: string): void => {
    rows.update(transaction, log, 'organisation', id, { revoked_on: day })
    effect({ aspect: 'revoked', organisationId: id })
  }
  /** 下级自 day 起改在另一上级之下。 */
  const reparent = (draft: EventDraft, child: string, from: string, to: string): void => {
    for (const segment of lines.segments('parent', child)) {
      if (segment.value['parent_id'] !== from || (segment.to !== null && segment.to <= draft.day)) continue
      const isFirst = segment === lines.segments('parent', child)[0]
      lines.setFrom(draft.transaction, draft.log, 'parent', child, { parent_id: to }, isFirst || segment.from < draft.day ? draft.day : segment.from)
    }
    draft.effect({ aspect: 'parent', organisationId: child, from, to })
    draft.involve(child, 'group')
  }
  /** 小组到了新支部,与那里的同名就带上原支部的名称。 */
  const settleGroupName = (draft: EventDraft, group: string, from: string, to: string): void => {
    const name = organisations.nameOn(group, draft.day)
    if (!organisations.groupsOf(to, draft.day).some((other) => other.id !== group && other.name === name)) return
    const next = organisationEventsText.groupFrom(name, organisations.nameOn(from, draft.day)).slice(0, NAME_AT_MOST)
    if (lines.setFrom(draft.transaction, draft.log, 'name', group, { name: next, short_name: '' }, draft.day)) draft.effect({ aspect: 'name', organisationId: group, from: name, to: next })
  }
  const moveMembers = (draft: EventDraft, from: string, to: string, only?: ReadonlySet<string>): void => {
    const memberIds = moves.moveBranch(draft.transaction, draft.log, from, to, draft.day, only)
    if (memberIds.length > 0) draft.effect({ aspect: 'members', organisationId: from, to, memberIds })
  }
  const moveGroup = (draft: EventDraft, group: string, from: string, to: string): void => {
    settleGroupName(draft, group, from, to)
    reparent(draft, group, from, to)
  }
  return {
    moves,
    references,
    revoke,
    moveMembers,
    moveGroup,
    requireNoRecords,
    /** 整个并过去:人、小组或下级都跟着走,自己撤销。 */
    mergeInto: (draft: EventDraft, source: string, target: string): void => {
      const { day } = draft
      const [from, to] = [organisations.kindOn(source, day), organisations.kindOn(target, day)]
      const children = references.childrenFrom(source, day)
      if (from === 'party_group') {
        if (to !== 'party_group' || organisations.parentOn(source, day) !== organisations.parentOn(target, day)) failWith('BAD_MERGE')
        const memberIds = moves.moveGroup(draft.transaction, draft.log, source, target, day)
        if (memberIds.length > 0) draft.effect({ aspect: 'members', organisationId: source, to: target, memberIds })
      } else if (from === 'branch') {
        if (to !== 'branch') failWith('BAD_MERGE')
        for (const group of children) moveGroup(draft, group, source, target)
        moveMembers(draft, source, target)
      } else {
        if (to === 'branch' || to === 'party_group') failWith('BAD_MERGE')
        for (const child of children) reparent(draft, child, source, target)
      }
      requireNoRecords(source, day)
      revoke(draft, source)
      draft.involve(source, 'source')
    },
    /** 没有人、没有下级才能撤销;支部的空小组一并撤销。 */
    revokeEmpty: (draft: EventDraft, id: string): void => {
      const { day } = draft
      const kind = organisations.kindOn(id, day)
      const people = kind === 'party_group' ? moves.groupMembersFrom(id, day) : moves.membersFrom(id, day)
      if (people.length > 0) failWith('STILL_HAS_MEMBERS', { count: people.length })
      const children = references.childrenFrom(id, day)
      if (kind !== 'branch' && children.length > 0) failWith('STILL_HAS_CHILDREN', { count: children.length })
      requireNoRecords(id, day)
      for (const group of children) {
        revoke(draft, group)
        draft.involve(group, 'group')
      }
      revoke(draft, id)
      draft.involve(id, 'subject')
    },
    /** 新成立一个组织;它的行都记在这次变动名下。 */
    found: (draft: EventDraft, input: Parameters<typeof writes.add>[1]): string => {
      const id = writes.add(draft.transaction, { ...input, fromDay: draft.day, foundedOn: draft.day })
      lines.noteNew(draft.log, id)
      draft.effect({ aspect: 'founded', organisationId: id, name: input.name, kind: input.kind, parentId: input.parentId, category: input.category })
      return id
    },
  }
}
