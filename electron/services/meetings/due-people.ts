import type { MeetingType } from '../../../shared/model/meeting.ts'
import type { PostHolder } from '../../../shared/model/organisation.ts'
import type { DuePerson } from '../../domain/meetings/merge-attendance.ts'
import { hasVotingRight, isDueToAttend } from '../../domain/meetings/voting-right.ts'
import type { Store } from '../../store/open-store.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'

/**
 * 谁应到:支委会是现任委员,党小组会是组员,其余是支部全体党员(预备党员也应到,只是没有表决权)。
 * 名册按开会当日算,后来转入的人不算当时应到(最早的记载向前延伸,见 store/as-of.ts)。
 * 班子没有延伸:那一天还没有任职记载时(补录以前的会),按今天的班子。
 */
export const createDuePeople = (store: Store, today: () => string) => {
  const members = createMemberRepo(store.db)
  const organisations = createOrganisationRepo(store.db)

  const postsOf = (organisationId: string, day: string): readonly PostHolder[] => {
    const then = organisations.postsOf(organisationId, day)
    return then.length > 0 ? then : organisations.postsOf(organisationId, today())
  }
  const groupsOf = organisations.groupsOf

  return {
    /** 那一天的班子,按职务次序,含党小组组长。 */
    postsOf,
    groupsOf,
    isGroupOf: (branchId: string, partyGroupId: string, day: string): boolean =>
      groupsOf(branchId, day).some((group) => group.id === partyGroupId),
    /** 只有一个党小组时就是它,否则由人选。 */
    onlyGroup: (branchId: string, day: string): string | null => {
      const groups = groupsOf(branchId, day)
      return groups.length === 1 ? (groups[0]?.id ?? null) : null
    },
    of: (branchId: string, meetingType: MeetingType, partyGroupId: string | null, day: string): DuePerson[] => {
      if (meetingType === 'group_meeting' && partyGroupId === null) return []
      const roster = members
        .rosterOf(meetingType === 'group_meeting' && partyGroupId !== null ? partyGroupId : branchId, day)
        .filter(isDueToAttend)
        .map((member): DuePerson => ({ memberId: member.memberId, name: member.name, hasVote: hasVotingRight(member, day) }))
      if (meetingType !== 'committee_meeting') return roster
      const posts = postsOf(branchId, day).filter((post) => post.post !== 'group_leader' && post.memberId !== null)
      const ids = [...new Set(posts.map((post) => post.memberId))]
      const byId = new Map(roster.map((person) => [person.memberId, person]))
      return ids.flatMap((id) => {
        const person = id === null ? undefined : byId.get(id)
        return person === undefined ? [] : [person]
      })
    },
  }
}
export type DuePeople = ReturnType<typeof createDuePeople>
