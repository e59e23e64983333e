import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { reminderMethods } from '../../../shared/data/code-tables/leading-group.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { TermLine } from '../../../shared/model/leading-group.ts'
import { daysBetween } from '../../../shared/util/day-arithmetic.ts'

const text = leadingGroupsText.timeline

/** 眼下该办的一步,一句话。逾期、没登记的先说;到了日子没记的先说最晚到的那一步。 */
export const nextStep = (line: TermLine, today: string): string => {
  if (line.termId === null) return text.noTerm
  if (line.effectiveDue === null) return text.noDue
  if (line.state === 'overdue') return text.overdue(daysBetween(line.effectiveDue, today))
  const before = line.steps.filter(({ stage }) => stage !== 'due')
  const due = before.findLast(({ reached, recorded }) => reached && !recorded)
  if (due !== undefined) return text.stepDue(text.step[due.stage], due.day)
  const next = before.find(({ reached }) => !reached)
  return next === undefined ? text.stepDone(line.effectiveDue) : text.stepNext(text.step[next.stage], next.day)
}
export const reminderWords = ({ reminders }: TermLine): string => reminders.map(({ day, method, person }) => text.reminded(day, nameOf(reminderMethods, method), person)).join(text.separator)
