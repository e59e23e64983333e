import { nameOf } from '../../data/code-tables/code-table.ts'
import { partyPosts } from '../../data/code-tables/party-posts.ts'
import type { HealthSeverity } from '../../model/health.ts'

type Fact = string | number | undefined
type Words = readonly [sentence: string, advice: string]
const post = (code: Fact): string => nameOf(partyPosts, String(code))

/** 检查结果的话:哪里不对、怎么办。代码见 electron/domain/organisation/health。 */
const findings = {
  too_few_full_members: (n: Fact) => [`正式党员 ${n} 人，不足 3 人`, '与相近的单位组建联合党支部，或并入别的支部'],
  too_many_members: (n: Fact) => [`党员 ${n} 人，一般不超过 50 人`, '研究拆分支部，或改设党总支'],
  general_branch_small: (n: Fact) => [`党员 ${n} 人，不足 50 人的党总支`, '确因工作需要的要有批准文件；不需要的改设党支部'],
  general_branch_large: (n: Fact) => [`党员 ${n} 人，达到 100 人`, '研究改设党委'],
  committee_small: (n: Fact) => [`党员 ${n} 人，不足 100 人的党委`, '确因工作需要的要有上级批准文件'],
  groups_expected: (n: Fact) => [`党员 ${n} 人，没有划分党小组`, '按工作地点、班组划分党小组，指定或推荐组长'],
  group_small: (n: Fact, least: Fact) => [`党小组 ${n} 人，不足 ${least} 人`, '与别的党小组合并'],
  group_without_full: (n: Fact, least: Fact) => [`党小组里正式党员 ${n} 人，不足 ${least} 人`, '调整党小组的组成'],
  group_leader_missing: () => ['党小组没有组长', '由支部指定，或由小组党员推荐'],
  joint_units_over: (n: Fact) => [`联合党支部覆盖 ${n} 个单位，一般不超过 5 个`, '研究分设联合党支部'],
  joint_units_missing: (n: Fact) => [`联合党支部只登记了 ${n} 个单位`, '把覆盖的单位登记全'],
  project_uncovered: (name: Fact, from: Fact) => [`项目“${name}”自 ${from} 起已满 6 个月，没有党组织覆盖`, '符合条件的成立项目党支部；不够的由联合党支部覆盖'],
  temporary_elected: () => ['临时党支部的班子登记成选举产生', '临时党支部的班子由批准的党组织指定，改登记'],
  temporary_term: () => ['临时党支部登记了任期', '临时党支部不换届；机构撤销就撤销，去掉任期'],
  floating_gathered: (n: Fact) => [`流动在外的党员 ${n} 人`, '去处集中的，与流入地党组织商量成立流动党员党支部'],
  committee_expected: (n: Fact) => [`正式党员 ${n} 人，应当设支部委员会`, '召开党员大会，选举支部委员会'],
  committee_low: (n: Fact) => [`支部委员会 ${n} 人，不足 3 人`, '补选到 3 至 5 人'],
  committee_general: (n: Fact) => [`支部委员会 ${n} 人，一般 3 至 5 人`, '确有需要的可以到 7 人，换届时核定'],
  committee_high: (n: Fact) => [`支部委员会 ${n} 人，超过 7 人`, '换届时减到 7 人以内'],
  duty_missing: (code: Fact) => [`支部委员会没有人任${post(code)}`, '明确分工，可以由其他委员兼任'],
  deputies_over: (n: Fact, most: Fact) => [`副书记 ${n} 人，一般不超过 ${most} 人`, '核对班子名单，换届时调整'],
  secretaries_over: (n: Fact) => [`登记了 ${n} 名书记`, '核对任职，离任的写上离任日期'],
  committee_optional: (n: Fact) => [`正式党员 ${n} 人，不足 7 人设了支部委员会`, '可以只设书记，必要时设一名副书记'],
  secretary_probationary: () => ['书记是预备党员', '核对名册；书记应当是党龄一年以上的正式党员'],
  secretary_standing: (day: Fact) => [`书记 ${day} 转正，党龄不足一年`, '书记一般应有一年以上党龄，核对或报上级说明'],
  secretary_ordinary: () => ['书记的管理层级登记为普通', '书记一般由本单位主要负责人或其他负责人担任；是专职书记的不用改'],
  upper_low: (n: Fact, least: Fact) => [`委员会 ${n} 人，一般不少于 ${least} 人`, '按批复补选委员'],
  upper_general: (n: Fact, most: Fact) => [`委员会 ${n} 人，一般不超过 ${most} 人`, '核对批复的职数'],
  upper_high: (n: Fact, most: Fact) => [`委员会 ${n} 人，超过 ${most} 人`, '核对批复的职数，换届时调整'],
  standing_low: (n: Fact, least: Fact) => [`常委 ${n} 人，一般不少于 ${least} 人`, '按批复补选常委'],
  standing_high: (n: Fact, most: Fact) => [`常委 ${n} 人，一般不超过 ${most} 人`, '核对批复的职数'],
  vacancy: (code: Fact, since: Fact, count: Fact) => [`${post(code)}空缺${Number(count) > 1 ? ` ${count} 名` : ''}${since === '' ? '' : `，自 ${since} 起`}`, '及时补选；上级可以指派书记、副书记'],
  vacancy_long: (code: Fact, since: Fact, count: Fact, days: Fact) => [`${post(code)}空缺${Number(count) > 1 ? ` ${count} 名` : ''}，自 ${since} 起，超过 ${days} 天`, '马上补选，或请上级指派'],
  same_person_leaders: (name: Fact) => [`${name} 既是书记又是副书记`, '核对任职，去掉一个'],
  term_missing: () => ['没有登记任期', '登记本届起始日和任期年数'],
  term_due_missing: () => ['没有届满日', '补上任期年数'],
  term_years: (years: Fact, expected: Fact) => [`任期登记为 ${years} 年，应为 ${expected} 年`, '核对选举结果的批复，改正任期年数'],
  term_years_out: (years: Fact) => [`任期登记为 ${years} 年，党章规定 3 至 5 年`, '核对选举结果的批复，改正任期年数'],
  term_old_rule: (years: Fact, expected: Fact) => [`任期登记为 ${years} 年，是已经取代的旧规定`, `改为 ${expected} 年，按新的届满日换届`],
  term_overdue: (due: Fact) => [`任期 ${due} 届满，没有换届`, '马上换届；确需延期的报上级批准，最多一年'],
  extension_undocumented: () => ['登记了延期，没有批复文号', '补上批复文号；没有批准的要换届'],
  extension_long: () => ['延期超过一年', '按届满后一年内换届'],
  reminder_missing: (due: Fact) => [`${due} 届满，已到提前六个月，没有记换届提醒`, '发函或电话提醒，记在“换届和任期”里'],
  election_delegates: (n: Fact) => [`用党员代表大会选举，党员 ${n} 人，不足 500 人`, '驻地分散经批准的，补上请示文号；没有批准的由党员大会选举'],
  election_entitled: (entitled: Fact, full: Fact) => [`有选举权的应到 ${entitled} 人，多于那天的正式党员 ${full} 人`, '核对应到人数：预备党员没有选举权，受留党察看处分的在察看期内没有选举权'],
  election_meeting: (day: Fact) => [`${day} 选举，没有记那天的党员大会和选举议题`, '补记党员大会，议题类别选“选举”；或核对选举日期'],
  election_quorum: () => ['选举到会人数不够应到的五分之四', '核对人数；确实不够的，选举要重新进行'],
  election_candidates: () => ['委员候选人的差额不够', '核对候选人名单和得票'],
  election_votes: () => ['有人得票没有超过实到的一半却登记为当选', '核对得票；确实不够的不能当选'],
  election_figures: () => ['选举的人数、票数前后对不上', '按选举报告核对应到、实到、发出、收回、有效票'],
  election_unapproved: () => ['选举结果没有登记批复文号', '书记、副书记报上级批准，委员备案，补上文号'],
} as const satisfies Readonly<Record<string, (...facts: Fact[]) => Words>>

const severities: Readonly<Record<HealthSeverity, string>> = { breach: '不合规定', notice: '请核对' }

/** 组织健康检查。 */
export const healthText = {
  findings,
  severities,
  title: '组织健康检查',
  note: (day: string) => `截至 ${day}`,
  list: '检查结果',
  allSound: '没有发现不合规定的地方',
  noMatch: '没有符合的检查结果',
  count: (breaches: number, notices: number) => `不合规定 ${breaches} 项，请核对 ${notices} 项`,
  within: '看哪个组织',
  withinAll: '全部组织',
  rule: '条目',
  severity: '轻重',
  all: '全部',
  columns: { organisation: '组织', rule: '条目', severity: '轻重', sentence: '哪里不对', advice: '怎么办', action: '操作' },
  open: '去处理',
  openLabel: (name: string) => `去处理“${name}”`,
  line: (sentence: string, rule: string) => `${sentence}（${rule}）`,
} as const
