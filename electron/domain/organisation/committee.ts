import type { PartyPostCode } from '../../../shared/model/organisation.ts'

export interface CommitteePost {
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
}

const COMMITTEE_AT_LEAST = 3

/** 委员会人数:党小组组长不算;一人兼几职只算一人(书记兼组织委员很常见)。 */
export const committeeSize = (posts: readonly CommitteePost[]): number => new Set(posts.filter(({ post }) => post !== 'group_leader').map(({ memberId, name }) => memberId ?? name)).size

/** 是否设支委会:现任委员(含书记)三人及以上(支部工作条例第二十条)。 */
export const hasCommittee = (posts: readonly CommitteePost[]): boolean => committeeSize(posts) >= COMMITTEE_AT_LEAST

/** 现任书记;空缺为空串。 */
export const secretaryOf = (posts: readonly CommitteePost[]): string => posts.find(({ post }) => post === 'secretary')?.name ?? ''
