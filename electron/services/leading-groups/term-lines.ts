import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import type { TermLine } from '../../../shared/model/leading-group.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { termProblems } from '../../domain/organisation/term-problems.ts'
import { effectiveDue, termState, termSteps } from '../../domain/organisation/term.ts'
import type { StoredReminder, StoredTerm } from '../../store/repos/term-repo.ts'

/** 一个组织在换届时间线上的样子;没有登记任期的算异常。 */
export const termLineOf = (node: OrganisationNode, parentName: string, term: StoredTerm | undefined, reminders: readonly StoredReminder[], today: string, norms: Norms): TermLine => {
  const head = { organisationId: node.id, name: node.name, parentName, kind: node.kind }
  if (term === undefined) return { ...head, termId: null, sessionNumber: null, fromDay: null, years: null, dueDay: null, extendedTo: null, effectiveDue: null, state: 'irregular', problems: [], steps: [], reminders: [] }
  const problems = termProblems(term, norms)
  const due = effectiveDue(term)
  return {
    ...head,
    termId: term.id,
    sessionNumber: term.sessionNumber,
    fromDay: term.fromDay,
    years: term.years,
    dueDay: term.dueDay,
    extendedTo: term.extendedTo,
    effectiveDue: due,
    state: termState(term, today, problems.length > 0, norms),
    problems,
    steps: due === null ? [] : termSteps(due, norms).map(({ stage, day }) => ({ stage, day, reached: today >= day, recorded: reminders.some((reminder) => reminder.stage === stage) })),
    reminders: reminders.map(({ termId: _termId, ...reminder }) => reminder),
  }
}
