import { describe, expect, it } from 'vitest'
import { defaultNorms, normsFrom } from '../../../../shared/data/norms/norm-registry.ts'
import type { PartyPostCode } from '../../../../shared/model/organisation.ts'
import { checkOrganisation } from './check-organisation.ts'
import type { HealthPost, HealthSubject } from './finding.ts'

const TODAY = '2026-11-20'
/** 「书组宣」→ 三个人各任一职;「=」表示前一职由再前一人兼任。 */
const POSTS: Readonly<Record<string, PartyPostCode>> = { 书: 'secretary', 副: 'deputy_secretary', 组: 'organization_member', 宣: 'publicity_member', 纪: 'discipline_member', 青: 'youth_member', 常: 'standing_member', 委: 'other_member', 长: 'group_leader' }
const holders = (text: string): HealthPost[] => {
  const posts: HealthPost[] = []
  for (const letter of text) {
    if (letter === '=') {
      const last = posts.pop()
      const holder = posts.at(-1)
      if (last !== undefined && holder !== undefined) posts.push({ ...last, memberId: holder.memberId, name: holder.name })
    } else posts.push({ memberId: `m${posts.length}`, name: `某${posts.length}`, post: POSTS[letter] ?? 'other_member', manner: '' })
  }
  return posts
}
const TERM: NonNullable<HealthSubject['term']> = { fromDay: '2025-03-01', years: 3, dueDay: '2028-03-01', extendedTo: null, electionDay: null, electionMethod: '', entitled: null, requestDocument: '', state: 'not_started', problems: [] }
const SECRETARY: NonNullable<HealthSubject['secretary']> = { memberType: 'full', regularOn: '2010-07-01', managementLevel: '' }
/** 样样合规定的支部。 */
const BRANCH: HealthSubject = { kind: 'branch', buildForm: 'single', fullMembers: 12, probationaryMembers: 1, groupCount: 2, unitCount: 1, posts: holders('书组宣纪'), secretary: SECRETARY, floatingMembers: 0, fullOnElection: null, hasElectionMeeting: null, term: TERM, vacancies: [], isReminded: false }
const GENERAL: HealthSubject = { ...BRANCH, kind: 'general_branch', fullMembers: 70, posts: holders('书副组宣纪') }
const COMMITTEE: HealthSubject = { ...BRANCH, kind: 'party_committee', fullMembers: 300, posts: holders('书副组宣纪'), term: { ...TERM, fromDay: '2024-03-01', years: 5, dueDay: '2029-03-01' } }
const GROUP: HealthSubject = { ...BRANCH, kind: 'party_group', fullMembers: 5, probationaryMembers: 0, groupCount: 0, posts: holders('长'), secretary: null, term: null }
const found = (subject: HealthSubject, norms = defaultNorms): string[] => checkOrganisation(subject, norms, TODAY).map(({ rule, code, severity }) => `${rule} ${code}${severity === 'breach' ? ' !' : ''}`)
type Row = readonly [what: string, changes: Partial<HealthSubject>, expected: readonly string[]]
const table = (base: HealthSubject, rows: readonly Row[]): void => {
  it.each(rows)('%s', (_what, changes, expected) => expect(found({ ...base, ...changes })).toEqual(expected))
}

describe('合规定的什么也不报', () => {
  it.each([['党支部', BRANCH], ['党总支', GENERAL], ['党委', COMMITTEE], ['党小组', GROUP]] as const)('%s', (_what, subject) => expect(found(subject)).toEqual([]))
})

describe('ORG-01 党支部的人数', () => {
  table({ ...BRANCH, posts: holders('书') }, [
    ['正式党员 3 人', { fullMembers: 3, probationaryMembers: 0 }, []],
    ['正式党员 2 人、预备党员 9 人', { fullMembers: 2, probationaryMembers: 9 }, ['ORG-01 too_few_full_members !']],
    ['临时党支部名册上没有人', { fullMembers: 0, probationaryMembers: 0, buildForm: 'temporary', term: null }, []],
  ])
  table(BRANCH, [
    ['党员 50 人', { fullMembers: 45, probationaryMembers: 5 }, []],
    ['党员 51 人(正式加预备)', { fullMembers: 45, probationaryMembers: 6 }, ['ORG-01 too_many_members']],
  ])
})

describe('ORG-02、03 党总支、党委的人数', () => {
  table(GENERAL, [
    ['50 人', { fullMembers: 49, probationaryMembers: 1 }, []],
    ['49 人,要有批准', { fullMembers: 49, probationaryMembers: 0 }, ['ORG-02 general_branch_small']],
    ['100 人', { fullMembers: 100, probationaryMembers: 0 }, ['ORG-02 general_branch_large']],
  ])
  table(COMMITTEE, [
    ['100 人', { fullMembers: 99, probationaryMembers: 1 }, []],
    ['99 人,要有批准', { fullMembers: 98, probationaryMembers: 1 }, ['ORG-03 committee_small']],
  ])
})

describe('ORG-04 党小组', () => {
  table(BRANCH, [
    ['19 人没有划分', { fullMembers: 19, probationaryMembers: 0, groupCount: 0 }, []],
    ['20 人没有划分', { fullMembers: 20, probationaryMembers: 0, groupCount: 0 }, ['ORG-04 groups_expected']],
  ])
  table(GROUP, [
    ['2 人', { fullMembers: 2 }, ['ORG-04 group_small']],
    ['3 名预备党员', { fullMembers: 0, probationaryMembers: 3 }, ['ORG-04 group_without_full']],
    ['没有组长', { posts: [] }, ['ORG-04 group_leader_missing']],
  ])
})

describe('ORG-05 联合党支部', () => {
  table({ ...BRANCH, buildForm: 'joint' }, [
    ['5 个单位', { unitCount: 5 }, []],
    ['6 个单位', { unitCount: 6 }, ['ORG-05 joint_units_over']],
    ['只登记了 1 个', { unitCount: 1 }, ['ORG-05 joint_units_missing']],
  ])
})

describe('ORG-07 临时党支部', () => {
  table({ ...BRANCH, buildForm: 'temporary', term: null }, [
    ['班子由上级指定', { posts: holders('书').map((post) => ({ ...post, manner: 'appointed' as const })) }, []],
    ['登记成选举产生', { posts: holders('书').map((post) => ({ ...post, manner: 'elected' as const })) }, ['ORG-07 temporary_elected !']],
    ['登记了任期', { term: TERM }, ['ORG-07 temporary_term']],
    ['没有任期不算缺', { term: null }, []],
  ])
})

describe('ORG-11、12、13 支部委员会', () => {
  table(BRANCH, [
    ['正式党员 7 人没有支委会', { fullMembers: 7, posts: holders('书') }, ['ORG-11 committee_expected !']],
    ['正式党员 6 人只有书记', { fullMembers: 6, posts: holders('书') }, []],
    ['正式党员 6 人书记、副书记', { fullMembers: 6, posts: holders('书副') }, []],
    ['正式党员 6 人却设了支委会:不违规,提示可以只设书记', { fullMembers: 6, posts: holders('书组宣纪') }, ['ORG-13 committee_optional']],
    ['支委会 2 人', { fullMembers: 8, posts: holders('书组') }, ['ORG-11 committee_low !']],
    ['支委会 3 人,一人兼一职', { fullMembers: 8, posts: holders('书组宣纪=') }, []],
    ['支委会 5 人', { fullMembers: 20, posts: holders('书副组宣纪') }, []],
    ['支委会 6 人', { fullMembers: 20, posts: holders('书副组宣纪青') }, ['ORG-11 committee_general']],
    ['支委会 7 人', { fullMembers: 20, posts: holders('书副组宣纪青委') }, ['ORG-11 committee_general']],
    ['支委会 8 人', { fullMembers: 20, posts: holders('书副组宣纪青委委') }, ['ORG-11 committee_high !']],
    ['书记一人兼组织委员,还是一个人', { fullMembers: 8, posts: holders('书组=') }, ['ORG-11 committee_low !']],
    ['没有人管纪检', { fullMembers: 8, posts: holders('书组宣委') }, ['ORG-12 duty_missing']],
    ['副书记 2 人', { fullMembers: 20, posts: holders('书副副组宣纪').slice(0, 6) }, ['ORG-12 deputies_over !', 'ORG-11 committee_general']],
    ['两名书记', { fullMembers: 20, posts: holders('书书组宣纪') }, ['ORG-12 secretaries_over !']],
    ['组长不算支委', { fullMembers: 8, posts: holders('书组宣纪长长') }, []],
  ])
})

describe('ORG-14 书记的党龄', () => {
  table(BRANCH, [
    ['转正满一年', { secretary: { ...SECRETARY, memberType: 'full', regularOn: '2025-11-20' } }, []],
    ['差一天', { secretary: { ...SECRETARY, memberType: 'full', regularOn: '2025-11-21' } }, ['ORG-14 secretary_standing !']],
    ['只写到月', { secretary: { ...SECRETARY, memberType: 'full', regularOn: '2025-12' } }, ['ORG-14 secretary_standing !']],
    ['是预备党员', { secretary: { ...SECRETARY, memberType: 'probationary', regularOn: null } }, ['ORG-14 secretary_probationary !']],
    ['没有转正日期,不猜', { secretary: { ...SECRETARY, memberType: 'full', regularOn: null } }, []],
    ['书记不在名册', { secretary: null }, []],
  ])
})

describe('ORG-15 书记由谁担任', () => {
  table(BRANCH, [
    ['中层', { secretary: { ...SECRETARY, managementLevel: 'middle' } }, []],
    ['普通', { secretary: { ...SECRETARY, managementLevel: 'ordinary' } }, ['ORG-15 secretary_ordinary']],
    ['普通,转正日期没填', { secretary: { ...SECRETARY, regularOn: null, managementLevel: 'ordinary' } }, ['ORG-15 secretary_ordinary']],
    ['没填,不猜', { secretary: SECRETARY }, []],
  ])
})

describe('ORG-08 流动党员', () => {
  table(BRANCH, [
    ['2 人', { floatingMembers: 2 }, []],
    ['3 人', { floatingMembers: 3 }, ['ORG-08 floating_gathered']],
    ['已是流动党员党支部', { floatingMembers: 9, buildForm: 'floating' }, []],
  ])
})

describe('ELE-01、02、06 由谁选、有没有开会', () => {
  const elected = { ...TERM, electionDay: '2025-03-01', electionMethod: 'member_meeting' as const }
  table(BRANCH, [
    ['党员大会选举', { term: elected }, []],
    ['代表大会选举,13 人', { term: { ...elected, electionMethod: 'delegate_meeting' } }, ['ELE-01 election_delegates']],
    ['驻地分散,有请示', { term: { ...elected, electionMethod: 'delegate_meeting', requestDocument: '请〔2025〕1 号' } }, []],
    ['应到 12 人,那天正式党员 12 人', { term: { ...elected, entitled: 12 }, fullOnElection: 12 }, []],
    ['应到 13 人,那天正式党员 12 人', { term: { ...elected, entitled: 13 }, fullOnElection: 12 }, ['ELE-02 election_entitled']],
    ['那天的名册不知道', { term: { ...elected, entitled: 13 } }, []],
    ['那天记了党员大会的选举议题', { term: elected, hasElectionMeeting: true }, []],
    ['没有记', { term: elected, hasElectionMeeting: false }, ['ELE-06 election_meeting']],
    ['上级指定的不看', { term: { ...elected, electionMethod: 'appointed', entitled: 13 }, fullOnElection: 12, hasElectionMeeting: false }, []],
  ])
})

describe('ORG-16 党总支、党委的委员会', () => {
  table(GENERAL, [
    ['4 人', { posts: holders('书组宣纪') }, ['ORG-16 upper_low']],
    ['7 人', { posts: holders('书组宣纪委委委') }, []],
    ['8 人', { posts: holders('书组宣纪委委委委') }, ['ORG-16 upper_general']],
    ['10 人', { posts: holders('书组宣纪委委委委委委') }, ['ORG-16 upper_high']],
  ])
  table(COMMITTEE, [
    ['9 人', { posts: holders('书副副组宣纪委委委') }, []],
    ['副书记 3 人', { posts: holders('书副副副组宣纪') }, ['ORG-16 deputies_over']],
    ['12 人', { posts: holders('书组宣纪委委委委委委委委') }, ['ORG-16 upper_high']],
    ['设常委会:委员 15、常委 5', { posts: holders(`书组宣纪委委委委委委常常常常常`) }, []],
    ['设常委会:委员 14、常委 4', { posts: holders(`书组宣纪委委委委委委常常常常`) }, ['ORG-16 upper_low', 'ORG-16 standing_low']],
    ['设常委会:委员 22、常委 8', { posts: holders(`书组宣纪委委委委委委委委委委常常常常常常常常`) }, ['ORG-16 upper_high', 'ORG-16 standing_high']],
  ])
  it('本单位批准 13 人的,改了数就不报', () => {
    const own = normsFrom((key) => (key === 'party_committee_general' || key === 'party_committee_max' ? '13' : undefined))
    expect(found({ ...COMMITTEE, posts: holders('书组宣纪委委委委委委委委委') }, own)).toEqual([])
  })
})

describe('ORG-17、18 空缺与兼任', () => {
  table(BRANCH, [
    ['空缺 90 天', { vacancies: [{ post: 'youth_member', since: '2026-08-22', count: 1 }] }, ['ORG-17 vacancy']],
    ['空缺 91 天', { vacancies: [{ post: 'youth_member', since: '2026-08-21', count: 1 }] }, ['ORG-17 vacancy_long !']],
    ['书记兼组织委员', { posts: holders('书组=宣纪委') }, []],
    ['书记又是副书记', { posts: holders('书副=组宣纪') }, ['ORG-18 same_person_leaders']],
  ])
  it('没有登记任期,也没有书记', () => expect(found({ ...BRANCH, fullMembers: 5, posts: [], term: null })).toEqual(['ORG-17 vacancy', 'ORG-21 term_missing']))
})

describe('ORG-21…27 任期和换届', () => {
  const term = (changes: Partial<typeof TERM>): Partial<HealthSubject> => ({ term: { ...TERM, ...changes } })
  table(BRANCH, [
    ['没有登记任期', { term: null }, ['ORG-21 term_missing']],
    ['没有届满日', term({ years: null, dueDay: null }), ['ORG-21 term_due_missing']],
    ['支部 5 年', term({ years: 5, dueDay: '2030-03-01' }), ['ORG-21 term_years !']],
    ['支部 2 年,旧规定', term({ years: 2, dueDay: '2027-12-01' }), ['ORG-25 term_old_rule !']],
    ['支部 1 年,不合党章', term({ years: 1, dueDay: '2027-12-01' }), ['ORG-24 term_years_out !']],
    ['逾期', term({ dueDay: '2026-11-19', state: 'overdue' }), ['ORG-26 term_overdue !']],
    ['到了提前六个月,没有提醒', term({ dueDay: '2027-05-20', state: 'in_progress' }), ['ORG-27 reminder_missing']],
    ['提醒过了', { ...term({ dueDay: '2027-05-20', state: 'in_progress' }), isReminded: true }, []],
    ['还差一天到六个月', term({ dueDay: '2027-05-21' }), []],
    ['延期没有批复', term({ extendedTo: '2028-09-01', problems: ['extension_without_document'] }), ['ORG-26 extension_undocumented !']],
    ['延期超过一年', term({ extendedTo: '2029-09-01', problems: ['extension_too_long'] }), ['ORG-26 extension_long !']],
    ['选举结果没有批复', term({ problems: ['no_approval'] }), ['ORG-26 election_unapproved']],
    ['选举到会不够', term({ problems: ['quorum_not_met'] }), ['ELE-03 election_quorum !']],
    ['票数对不上', term({ problems: ['returned_over_issued', 'valid_over_returned'] }), ['ELE-03 election_figures']],
    ['差额不够、得票不过半', term({ problems: ['too_few_candidates', 'elected_below_half'] }), ['ELE-05 election_votes !', 'ELE-05 election_candidates']],
  ])
  table(GENERAL, [['党总支没有登记任期', { term: null }, ['ORG-22 term_missing']], ['党总支 5 年:提醒核对', term({ years: 5, dueDay: '2030-03-01' }), ['ORG-22 term_years']]])
  table(COMMITTEE, [
    ['党委没有登记任期', { term: null }, ['ORG-23 term_missing']],
    ['党委 4 年,旧规定', term({ years: 4, dueDay: '2029-03-01' }), ['ORG-25 term_old_rule !']],
    ['党委 3 年:提醒核对', term({ years: 3, dueDay: '2028-03-01' }), ['ORG-23 term_years']],
  ])
})
