import type { OrganisationDetail, OrganisationKind, PartyPostCode } from '../../../shared/model/organisation.ts'

export interface CommitteePost {
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
}
export type OrganisationHint = OrganisationDetail['hints'][number]

const COMMITTEE_AT_LEAST = 3
const COMMITTEE_GENERALLY_AT_MOST = 5
const COMMITTEE_AT_MOST = 7
const FULL_MEMBERS_FOR_BRANCH = 3
const FULL_MEMBERS_FOR_COMMITTEE = 7
const MEMBERS_PER_BRANCH = 50

const isLeader = (post: PartyPostCode): boolean => post === 'secretary' || post === 'deputy_secretary'

/** 支委会人数:党小组组长不算;一人兼几职只算一人(书记兼组织委员很常见)。 */
export const committeeSize = (posts: readonly CommitteePost[]): number => new Set(posts.filter(({ post }) => post !== 'group_leader').map(({ memberId, name }) => memberId ?? name)).size

/** 是否设支委会:现任委员(含书记)三人及以上(支部工作条例第二十条)。 */
export const hasCommittee = (posts: readonly CommitteePost[]): boolean => committeeSize(posts) >= COMMITTEE_AT_LEAST

/** 现任书记;空缺为空串。 */
export const secretaryOf = (posts: readonly CommitteePost[]): string => posts.find(({ post }) => post === 'secretary')?.name ?? ''

const committeeHint = (full: number, posts: readonly CommitteePost[]): OrganisationHint[] => {
  const size = committeeSize(posts)
  const hasOrdinaryMember = posts.some(({ post }) => !isLeader(post) && post !== 'group_leader')
  if (size > COMMITTEE_AT_MOST) return ['committee_size_high']
  if (size > COMMITTEE_GENERALLY_AT_MOST) return ['committee_size_general']
  // 书记、副书记两人是不设支委会时的正常配备;有了委员才算设而不足。
  if (size > 0 && size < COMMITTEE_AT_LEAST && hasOrdinaryMember) return ['committee_size_low']
  if (size < COMMITTEE_AT_LEAST && full >= FULL_MEMBERS_FOR_COMMITTEE) return ['committee_expected']
  return []
}

/**
 * 按支部工作条例给出提示,只提示不阻断:
 * 第四条(正式党员 3 人以上成立、党员一般不超过 50 人)、第二十条(7 人以上设支委会,3 至 5 人、一般不超过 7 人;不足 7 人只设书记)、
 * 第二十一条(书记空缺及时补选)。
 */
export const organisationHints = (input: { readonly kind: OrganisationKind; readonly fullMembers: number; readonly probationaryMembers: number; readonly posts: readonly CommitteePost[] }): OrganisationHint[] => {
  const { kind, fullMembers, probationaryMembers, posts } = input
  if (kind === 'party_group') return []
  const secretary: OrganisationHint[] = secretaryOf(posts) === '' ? ['secretary_missing'] : []
  if (kind !== 'branch') return secretary
  return [
    ...(fullMembers < FULL_MEMBERS_FOR_BRANCH ? (['too_few_full_members'] as const) : []),
    ...(fullMembers + probationaryMembers > MEMBERS_PER_BRANCH ? (['too_many_members'] as const) : []),
    ...committeeHint(fullMembers, posts),
    ...(fullMembers < FULL_MEMBERS_FOR_COMMITTEE && hasCommittee(posts) ? (['committee_optional'] as const) : []),
    ...secretary,
  ]
}
