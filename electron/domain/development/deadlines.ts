import { addDays, addMonths } from '../../../shared/util/day-arithmetic.ts'
import { activistDay, dayOf, probationEndOf, type DevelopmentFacts } from './facts.ts'
import { addYear } from './probation.ts'
import type { DevelopmentNorms } from '../norms/development-norms.ts'

export interface StepWindow {
  /** 最早哪天能办;不限为 null。statute 为真的是法定,早了不行。 */
  readonly earliestDay: string | null
  /** 最迟哪天办;没有期限为 null。 */
  readonly dueDay: string | null
}

const plus = (day: string | null, months: number): string | null => (day === null || months === 0 ? null : addMonths(day, months))
const latest = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted().at(-1) ?? null

/** 下一次考察、汇报最迟哪天:上一次(或起算日)之后几个月。 */
export const nextPeriodic = (facts: DevelopmentFacts, step: 6 | 21, kind: 'inspection' | 'report', norms: DevelopmentNorms): string | null => {
  const begun = step === 6 ? activistDay(facts) : dayOf(facts, 17)
  const last = latest([begun, ...facts.documents.filter((document) => document.step === step && document.kind === kind).map(({ datedOn }) => datedOn)])
  return plus(last, kind === 'inspection' ? norms.inspectionMonths : norms.reportMonths)
}
const earlier = (one: string | null, other: string | null): string | null => (one === null ? other : other === null || one < other ? one : other)

/** 一步的时间窗。 */
export const windowOf = (step: number, facts: DevelopmentFacts, norms: DevelopmentNorms): StepWindow => {
  const none: StepWindow = { earliestDay: null, dueDay: null }
  const due = (from: number, months: number): StepWindow => ({ earliestDay: null, dueDay: plus(dayOf(facts, from), months) })
  const activist = activistDay(facts)
  const end = probationEndOf(facts)
  switch (step) {
    case 2:
      return due(1, norms.talkMonths)
    case 3:
      return { earliestDay: plus(dayOf(facts, 1), norms.recommendMonths), dueDay: null }
    case 4:
      return due(3, norms.filingMonths)
    case 6:
      return { earliestDay: activist === null ? null : addYear(activist), dueDay: earlier(nextPeriodic(facts, 6, 'inspection', norms), nextPeriodic(facts, 6, 'report', norms)) }
    case 7:
      return { earliestDay: activist === null ? null : addYear(activist), dueDay: null }
    case 8:
      return due(7, norms.filingMonths)
    case 13:
      return due(12, norms.preReviewMonths)
    case 15:
      return due(13, norms.meetingMonths)
    case 17:
      return due(15, norms.approvalMonths)
    case 21:
      return { earliestDay: null, dueDay: earlier(earlier(nextPeriodic(facts, 21, 'inspection', norms), nextPeriodic(facts, 21, 'report', norms)), end) }
    case 22:
      return { earliestDay: null, dueDay: end === null ? null : addDays(end, -norms.confirmationNoticeDays) }
    case 23: {
      const postponed = facts.events.findLast(({ kind }) => kind === 'postponed')?.untilDay ?? null
      // 收到申请一个月内,但不早于期满;推迟讨论的到推迟的那天。
      return { earliestDay: end, dueDay: postponed ?? latest([plus(dayOf(facts, 22), norms.confirmationMonths), plus(end, norms.confirmationMonths)]) }
    }
    case 24:
      return due(23, norms.approvalMonths)
    default:
      return none
  }
}
