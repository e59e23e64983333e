import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import type { Term } from '../../../shared/model/leading-group.ts'
import { termProblems } from '../../domain/organisation/term-problems.ts'
import { effectiveDue, termState } from '../../domain/organisation/term.ts'
import { vacanciesOf } from '../../domain/organisation/vacancies.ts'
import type { PostSpan, StoredTerm } from '../../store/repos/term-repo.ts'

const servedIn = (term: StoredTerm, { fromDay, toDay }: PostSpan): boolean => (term.endedDay === null || fromDay < term.endedDay) && (toDay === null || toDay > term.fromDay)

/** 一届连同推出来的:届满日、状态、对不上的地方、空缺、任过职的人。 */
export const describeTerm = (stored: StoredTerm, posts: readonly PostSpan[], today: string, norms: Norms): Term => {
  const { organisationId: _organisationId, ...term } = stored
  const problems = termProblems(term, norms)
  const isCurrent = term.endedDay === null || term.endedDay > today
  return {
    ...term,
    effectiveDue: effectiveDue(term),
    state: termState(term, today, problems.length > 0, norms),
    problems,
    vacancies: isCurrent ? vacanciesOf(term, posts, today) : [],
    posts: posts.filter((post) => servedIn(stored, post)).map(({ organisationId: _ignored, ...post }) => post),
  }
}
