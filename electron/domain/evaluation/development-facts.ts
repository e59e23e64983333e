import { developmentSteps } from '../../../shared/data/code-tables/development-steps.ts'
import { windowOf } from '../development/deadlines.ts'
import { isDone, type DevelopmentFacts } from '../development/facts.ts'
import type { DevelopmentNorms } from '../norms/development-norms.ts'
import { daysBetween } from '../scoring/period.ts'
import type { Fact } from '../scoring/input.ts'

/** 照期末那天看一个人的发展过程:那天以后办的、写的都当作还没有。 */
const asOf = (facts: DevelopmentFacts, day: string): DevelopmentFacts => ({
  ...facts,
  steps: new Map([...facts.steps].filter(([, { state, fields }]) => state === 'done' && fields.doneOn !== null && fields.doneOn <= day)),
  events: facts.events.filter(({ onDay }) => onDay <= day),
  documents: facts.documents.filter(({ datedOn }) => datedOn !== null && datedOn <= day),
})

/** 一步:哪天的;有期限的还有期限。 */
type StepFact = Fact & { readonly id: string; readonly step: number; readonly date: string; readonly due?: string }

/**
 * development 表里一个人的各行:办完的各步,与到了期限还没办的各步。只有日子、早晚与数目,没有姓名和材料。
 *
 * @param isActive 还在发展的;停了、转走、办完的没有「没办」的步。
 */
export const developmentFacts = (personId: string, given: DevelopmentFacts, isActive: boolean, norms: DevelopmentNorms, day: string): readonly StepFact[] => {
  const facts = asOf(given, day)
  return developmentSteps.flatMap(({ step, stage, after }) => {
    const fields = facts.steps.get(step)?.fields
    const { earliestDay, dueDay } = windowOf(step, facts, norms)
    const head = { id: `${personId} ${step}`, step, stage, ...(dueDay === null ? {} : { due: dueDay }) }
    if (fields === undefined) {
      const isOpen = isActive && step >= facts.firstStep && after.every((required) => isDone(facts, required))
      return !isOpen || dueDay === null || dueDay > day ? [] : [{ ...head, date: dueDay, early: 0, late: 0, overdue: dueDay < day ? 1 : 0 }]
    }
    const doneOn = fields.doneOn ?? ''
    return [
      {
        ...head,
        date: doneOn,
        done: doneOn,
        early: earliestDay !== null && doneOn < earliestDay ? 1 : 0,
        late: dueDay !== null && doneOn > dueDay ? 1 : 0,
        overdue: 0,
        ...(fields.publicityFrom === null || fields.publicityTo === null ? {} : { publicityDays: daysBetween(fields.publicityFrom, fields.publicityTo) + 1 }),
        ...(fields.trainingDays === null ? {} : { trainingDays: fields.trainingDays }),
        ...(fields.trainingHours === null ? {} : { trainingHours: fields.trainingHours }),
        ...(fields.conclusion === '' ? {} : { passed: fields.conclusion === 'passed' ? 1 : 0 }),
      },
    ]
  })
}
