import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import type { ReminderStage, TermFields, TermState } from '../../../shared/model/leading-group.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'

export type TermDates = Pick<TermFields, 'fromDay' | 'years' | 'dueDay' | 'extendedTo' | 'endedDay'>

/** 各类组织一届几年(ORG-21…24);党小组没有任期。 */
export const termYearsOf = (kind: OrganisationKind, norms: Norms): number | null => {
  if (kind === 'branch') return norms('branch_term_years')
  if (kind === 'general_branch') return norms('general_branch_term_years')
  return kind === 'party_committee' ? norms('committee_term_years') : null
}

/** 届满日 = 本届起始日 + 任期年数;2 月 29 日起的按 2 月 28 日。 */
export const dueDayOf = (fromDay: string, years: number): string => addMonths(fromDay, years * 12)

/** 应换届的日子:批准延期的是延到的那天。 */
export const effectiveDue = ({ dueDay, extendedTo }: Pick<TermDates, 'dueDay' | 'extendedTo'>): string | null => extendedTo ?? dueDay

/** 最多能延到哪天(ORG-26:幅度一般不超过一年)。 */
export const latestExtension = (dueDay: string, norms: Norms): string => addMonths(dueDay, norms('extension_months_max'))

/** 换届各步的日子(ORG-27;报批按大会在届满日算)。 */
export const termSteps = (due: string, norms: Norms): readonly { readonly stage: ReminderStage; readonly day: string }[] => [
  { stage: 'first', day: addMonths(due, -norms('first_reminder_months')) },
  { stage: 'second', day: addMonths(due, -norms('second_reminder_months')) },
  { stage: 'request', day: addMonths(due, -norms('request_months')) },
  { stage: 'due', day: due },
]

/**
 * 一届的换届状态。
 *
 * @param irregular 资料缺或对不上:先说逾期,再说异常。
 */
export const termState = (term: TermDates, today: string, irregular: boolean, norms: Norms): TermState => {
  if (term.endedDay !== null && term.endedDay <= today) return 'done'
  const due = effectiveDue(term)
  if (due === null) return 'irregular'
  if (today > due) return 'overdue'
  if (irregular) return 'irregular'
  return today >= addMonths(due, -norms('first_reminder_months')) ? 'in_progress' : 'not_started'
}
