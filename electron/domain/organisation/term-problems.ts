import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import type { TermFields, TermProblem } from '../../../shared/model/leading-group.ts'
import { latestExtension } from './term.ts'

type Figures = Pick<TermFields, 'electionMethod' | 'entitled' | 'present' | 'ballotsIssued' | 'ballotsReturned' | 'ballotsValid' | 'candidates' | 'electionDay'>

const over = (left: number | null, right: number | null): boolean => left !== null && right !== null && left > right

/** 到会够不够五分之四(ELE-03);没有记人数的不判。 */
export const electionQuorumMet = (entitled: number, present: number, norms: Norms): boolean => (norms('election_quorum_op') === 'more_than' ? present * 5 > entitled * 4 : present * 5 >= entitled * 4)

/** 选举记录的数目对不对得上(收回 ≤ 发出 ≤ 实到 ≤ 应到,有效 ≤ 收回)。 */
export const ballotProblems = ({ entitled, present, ballotsIssued, ballotsReturned, ballotsValid, candidates }: Figures): TermProblem[] => [
  ...(over(present, entitled) ? (['present_over_entitled'] as const) : []),
  ...(over(ballotsIssued, present) ? (['ballots_over_present'] as const) : []),
  ...(over(ballotsReturned, ballotsIssued) ? (['returned_over_issued'] as const) : []),
  ...(over(ballotsValid, ballotsReturned) ? (['valid_over_returned'] as const) : []),
  ...(candidates.some(({ votes }) => over(votes, ballotsValid)) ? (['votes_over_valid'] as const) : []),
]

/** 选举本身合不合规定:到会、差额、得票过半(ELE-03、ELE-05)。指定产生的不看。 */
const electionProblems = (term: Figures, norms: Norms): TermProblem[] => {
  if (term.electionMethod === 'appointed' || term.electionMethod === '') return []
  const { entitled, present, candidates } = term
  const elected = candidates.filter((candidate) => candidate.elected)
  const needed = Math.ceil((elected.length * (100 + norms('candidate_surplus_percent'))) / 100)
  return [
    ...(entitled !== null && present !== null && !electionQuorumMet(entitled, present, norms) ? (['quorum_not_met'] as const) : []),
    // 只有书记、副书记一两职的直接选,不要求差额。
    ...(elected.length >= norms('branch_committee_min') && candidates.length < needed ? (['too_few_candidates'] as const) : []),
    ...(present !== null && elected.some(({ votes }) => votes !== null && votes * 2 <= present) ? (['elected_below_half'] as const) : []),
  ]
}

/** 一届的资料缺什么、哪里对不上。 */
export const termProblems = (term: TermFields, norms: Norms): TermProblem[] => [
  ...(term.dueDay === null ? (['no_due_day'] as const) : []),
  ...(term.extendedTo !== null && term.extensionDocument === '' ? (['extension_without_document'] as const) : []),
  ...(term.extendedTo !== null && term.dueDay !== null && term.extendedTo > latestExtension(term.dueDay, norms) ? (['extension_too_long'] as const) : []),
  ...ballotProblems(term),
  ...electionProblems(term, norms),
  // 书记、副书记报上级批准(支部工作条例第二十一条)。
  ...(term.electionDay !== null && term.approvalDocument === '' ? (['no_approval'] as const) : []),
]
