import type { HealthRule, HealthSeverity } from '../../../../shared/model/health.ts'
import type { TermFields, TermProblem, TermState, Vacancy } from '../../../../shared/model/leading-group.ts'
import type { ManagementLevel } from '../../../../shared/model/member.ts'
import type { BuildForm, OrganisationKind, PartyPostCode, PostManner } from '../../../../shared/model/organisation.ts'
import type { Norms } from '../../../../shared/data/norms/norm-registry.ts'

/** 在任的一职。 */
export interface HealthPost {
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly manner: PostManner
}
/** 一个组织在检查那天的样子。 */
export interface HealthSubject {
  readonly kind: OrganisationKind
  readonly buildForm: BuildForm
  /** 连下级一起数;党小组数组员。 */
  readonly fullMembers: number
  readonly probationaryMembers: number
  readonly groupCount: number
  /** 覆盖的单位数。 */
  readonly unitCount: number
  readonly posts: readonly HealthPost[]
  /** 书记在名册里的转正日期;不在名册或没有书记为 null。 */
  readonly secretary: { readonly memberType: 'full' | 'probationary'; readonly regularOn: string | null; readonly managementLevel: ManagementLevel } | null
  /** 眼下流动在外的党员。 */
  readonly floatingMembers: number
  /** 本届选举那天的正式党员;没有登记选举日的、不是支部的为 null。 */
  readonly fullOnElection: number | null
  /** 选举那天有没有党员大会的选举议题;那时还没有用本程序记会议的为 null。 */
  readonly hasElectionMeeting: boolean | null
  readonly term: (Pick<TermFields, 'fromDay' | 'years' | 'dueDay' | 'extendedTo' | 'electionDay' | 'electionMethod' | 'entitled' | 'requestDocument'> & { readonly state: TermState; readonly problems: readonly TermProblem[] }) | null
  readonly vacancies: readonly Vacancy[]
  /** 本届发过届满前六个月的提醒。 */
  readonly isReminded: boolean
}

/** 一条检查结果:哪一条、什么情况、涉及的数。话在 shared/i18n/zh-CN/health.ts。 */
export interface Finding {
  readonly rule: HealthRule
  readonly code: FindingCode
  readonly severity: HealthSeverity
  readonly facts: readonly (string | number)[]
}
export type HealthCheck = (subject: HealthSubject, norms: Norms, today: string) => readonly Finding[]

export const FINDING_CODES = [
  'too_few_full_members',
  'too_many_members',
  'general_branch_small',
  'general_branch_large',
  'committee_small',
  'groups_expected',
  'group_small',
  'group_without_full',
  'group_leader_missing',
  'joint_units_over',
  'joint_units_missing',
  'project_uncovered',
  'temporary_elected',
  'temporary_term',
  'floating_gathered',
  'committee_expected',
  'committee_low',
  'committee_general',
  'committee_high',
  'duty_missing',
  'deputies_over',
  'secretaries_over',
  'committee_optional',
  'secretary_probationary',
  'secretary_standing',
  'secretary_ordinary',
  'upper_low',
  'upper_general',
  'upper_high',
  'standing_low',
  'standing_high',
  'vacancy',
  'vacancy_long',
  'same_person_leaders',
  'term_missing',
  'term_due_missing',
  'term_years',
  'term_years_out',
  'term_old_rule',
  'term_overdue',
  'extension_undocumented',
  'extension_long',
  'reminder_missing',
  'election_delegates',
  'election_entitled',
  'election_meeting',
  'election_quorum',
  'election_candidates',
  'election_votes',
  'election_figures',
  'election_unapproved',
] as const
export type FindingCode = (typeof FINDING_CODES)[number]

export const breach = (rule: HealthRule, code: FindingCode, ...facts: readonly (string | number)[]): Finding => ({ rule, code, severity: 'breach', facts })
export const notice = (rule: HealthRule, code: FindingCode, ...facts: readonly (string | number)[]): Finding => ({ rule, code, severity: 'notice', facts })
/** 条件成立才有这一条。 */
export const when = (condition: boolean, make: () => Finding): readonly Finding[] => (condition ? [make()] : [])
