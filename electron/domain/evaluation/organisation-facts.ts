import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { talkPairsOf } from '../norms/talk-periods.ts'
import { daysBetween } from '../scoring/period.ts'
import type { FactParam } from './fact-vocabulary.ts'

/** 一段任职:起始日含、终止日不含,null 为至今。 */
export interface PostSpan {
  readonly post: string
  /** 同一个人的标识:名册里的人用标识,其余用姓名。 */
  readonly person: string
  readonly fromDay: string
  readonly toDay: string | null
}

/** 一个支部在某一天的组织状况。 */
export interface OrganisationSnapshot {
  readonly branchId: string
  readonly day: string
  readonly foundedOn: string | null
  /** 那一天所在的一届:届满日;没有登记为 null。 */
  readonly termFrom: string | null
  readonly termDue: string | null
  readonly fullMembers: number
  readonly probationaryMembers: number
  readonly groupCount: number
  /** 那一天之前(含)开始的全部任职,含已卸任的。 */
  readonly posts: readonly PostSpan[]
}

/** 党小组组长不是委员。 */
const NOT_COMMITTEE: string = 'group_leader' satisfies PartyPostCode
/** 设支委会的支部应有的职务(支部工作条例第二十条);可以一人兼任。 */
const REQUIRED_POSTS = ['organization_member', 'publicity_member', 'discipline_member'] as const satisfies readonly PartyPostCode[]
/** 正式党员 7 人以上的应设支委会,支委会至少 3 人(同条)。 */
const COMMITTEE_EXPECTED_FROM = 7
const COMMITTEE_MINIMUM = 3
/** 空缺超过这么多天才扣分。 */
const VACANCY_ALLOWED_DAYS = 90
const LONG_AGO = '1921-07-01'

const holds = (span: PostSpan, day: string): boolean => span.fromDay <= day && (span.toDay === null || day < span.toDay)

const committeeSizeOn = (snapshot: OrganisationSnapshot): number =>
  new Set(snapshot.posts.filter((span) => span.post !== NOT_COMMITTEE && holds(span, snapshot.day)).map((span) => span.person)).size

/** 某职务空缺了多少天;在任为 0。从来没有任过的,从 fallback 那天算起;fallback 为 null 表示不算空缺。 */
const vacantDays = (snapshot: OrganisationSnapshot, post: string, fallback: string | null): number => {
  const spans = snapshot.posts.filter((span) => span.post === post)
  if (spans.some((span) => holds(span, snapshot.day))) return 0
  const lastHeld = spans.map((span) => span.toDay ?? '').toSorted().at(-1)
  const since = lastHeld ?? fallback
  return since === null ? 0 : Math.max(0, daysBetween(since, snapshot.day))
}

const longVacantPosts = (snapshot: OrganisationSnapshot, committeeSize: number): number => {
  const hasCommittee = committeeSize >= COMMITTEE_MINIMUM
  const begun = snapshot.termFrom ?? (snapshot.foundedOn === null ? LONG_AGO : snapshot.foundedOn.padEnd(10, '-01'))
  // 委员分工从没登记过的,可能由他人兼管,不当空缺;书记任何支部都要有。
  const days = [vacantDays(snapshot, 'secretary', begun), ...(hasCommittee ? REQUIRED_POSTS.map((post) => vacantDays(snapshot, post, null)) : [])]
  return days.filter((count) => count > VACANCY_ALLOWED_DAYS).length
}

/** organisation 表的那一行;没有登记届满日的没有 termDue、termOverdue。 */
export const organisationFact = (snapshot: OrganisationSnapshot): Readonly<Record<string, string | number>> => {
  const committeeSize = committeeSizeOn(snapshot)
  return {
    id: snapshot.branchId,
    date: snapshot.day,
    fullMembers: snapshot.fullMembers,
    committeeSize,
    committeeLacking: snapshot.fullMembers >= COMMITTEE_EXPECTED_FROM && committeeSize < COMMITTEE_MINIMUM ? 1 : 0,
    longVacantPosts: longVacantPosts(snapshot, committeeSize),
    ...(snapshot.termDue === null ? {} : { termDue: snapshot.termDue, termOverdue: snapshot.day > snapshot.termDue ? 1 : 0 }),
  }
}

/** 支部参数;不设支委会的支部不要求开支委会(条例第十二条),要求次数为 0,即不适用。 */
export const branchParams = (snapshot: OrganisationSnapshot): Readonly<Record<FactParam, number>> => {
  const committeeSize = committeeSizeOn(snapshot)
  return {
    committeeMeetingsRequired: committeeSize >= COMMITTEE_MINIMUM ? 1 : 0,
    groupCount: snapshot.groupCount,
    fullMembers: snapshot.fullMembers,
    probationaryMembers: snapshot.probationaryMembers,
    memberCount: snapshot.fullMembers + snapshot.probationaryMembers,
    committeeSize,
    talkPairsRequired: talkPairsOf(committeeSize >= COMMITTEE_MINIMUM).length,
  }
}
