import type { HealthRule } from '../../../../shared/model/health.ts'
import type { TermProblem } from '../../../../shared/model/leading-group.ts'
import type { OrganisationKind } from '../../../../shared/model/organisation.ts'
import { effectiveDue, termSteps, termYearsOf } from '../term.ts'
import { breach, notice, when, type Finding, type HealthCheck } from './finding.ts'

const TERM_RULE: Readonly<Record<Exclude<OrganisationKind, 'party_group'>, HealthRule>> = { branch: 'ORG-21', general_branch: 'ORG-22', party_committee: 'ORG-23' }
/** 旧口径的任期年数(ORG-25):支部两年、企业党委四年,都已被取代。 */
const OLD_YEARS: Readonly<Record<Exclude<OrganisationKind, 'party_group'>, number>> = { branch: 2, general_branch: 2, party_committee: 4 }
/** 党章第三十一条:每届三年至五年。 */
const CHARTER = { least: 3, most: 5 } as const

const PROBLEM_FINDINGS: Readonly<Partial<Record<TermProblem, () => Finding>>> = {
  extension_without_document: () => breach('ORG-26', 'extension_undocumented'),
  extension_too_long: () => breach('ORG-26', 'extension_long'),
  quorum_not_met: () => breach('ELE-03', 'election_quorum'),
  too_few_candidates: () => notice('ELE-05', 'election_candidates'),
  elected_below_half: () => breach('ELE-05', 'election_votes'),
  no_approval: () => notice('ORG-26', 'election_unapproved'),
}
const FIGURES: readonly TermProblem[] = ['present_over_entitled', 'ballots_over_present', 'returned_over_issued', 'valid_over_returned', 'votes_over_valid']

/** 选举由谁选、有没有开会(ELE-01、02、06)。上级指定的不看。 */
const electionRules: HealthCheck = ({ kind, term, fullMembers, probationaryMembers, fullOnElection, hasElectionMeeting }, norms) => {
  if (term === null || term.electionDay === null || term.electionMethod === 'appointed') return []
  const all = fullMembers + probationaryMembers
  return [
    // 党员 500 名以上,或驻地分散经批准的,才开党员代表大会。
    ...when(term.electionMethod === 'delegate_meeting' && all < norms('delegate_members_from') && term.requestDocument === '', () => notice('ELE-01', 'election_delegates', all)),
    // 预备党员没有选举权:应到不会比那天的正式党员多。
    ...when(term.entitled !== null && fullOnElection !== null && term.entitled > fullOnElection, () => notice('ELE-02', 'election_entitled', term.entitled ?? 0, fullOnElection ?? 0)),
    ...when(kind === 'branch' && hasElectionMeeting === false, () => notice('ELE-06', 'election_meeting', term.electionDay ?? '')),
  ]
}

/** 任期、换届、选举(ORG-21…27、ELE-01…06)。临时党支部不换届(ORG-07)。 */
export const termRules: HealthCheck = (subject, norms, today) => {
  const { kind, buildForm, term, isReminded } = subject
  if (kind === 'party_group' || buildForm === 'temporary') return []
  const rule = TERM_RULE[kind]
  if (term === null) return [notice(rule, 'term_missing')]
  const due = effectiveDue(term)
  const expected = termYearsOf(kind, norms) ?? CHARTER.least
  const { years } = term
  const yearsFinding = (): readonly Finding[] => {
    if (years === null || years === expected) return []
    if (years === OLD_YEARS[kind]) return [breach('ORG-25', 'term_old_rule', years, expected)]
    if (years < CHARTER.least || years > CHARTER.most) return [breach('ORG-24', 'term_years_out', years)]
    return [(kind === 'branch' ? breach : notice)(rule, 'term_years', years, expected)]
  }
  const reminderDay = due === null ? null : (termSteps(due, norms)[0]?.day ?? null)
  return [
    ...when(due === null, () => notice(rule, 'term_due_missing')),
    ...yearsFinding(),
    ...when(due !== null && term.state === 'overdue', () => breach('ORG-26', 'term_overdue', due ?? '')),
    ...when(reminderDay !== null && term.state !== 'overdue' && today >= reminderDay && !isReminded, () => notice('ORG-27', 'reminder_missing', due ?? '')),
    ...electionRules(subject, norms, today),
    ...term.problems.flatMap((problem) => PROBLEM_FINDINGS[problem]?.() ?? []),
    ...when(term.problems.some((problem) => FIGURES.includes(problem)), () => notice('ELE-03', 'election_figures')),
  ]
}

/** 临时党支部(ORG-07):班子由批准的党组织指定,没有任期,不换届。 */
export const temporaryRules: HealthCheck = ({ buildForm, posts, term }) =>
  buildForm === 'temporary' ? [...when(posts.some(({ manner }) => manner === 'elected'), () => breach('ORG-07', 'temporary_elected')), ...when(term !== null, () => notice('ORG-07', 'temporary_term'))] : []
