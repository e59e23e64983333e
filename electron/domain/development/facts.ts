import type { DevelopmentEventKind, DevelopmentFinding, StepFields, StepRecordState } from '../../../shared/model/development.ts'
import type { WorkingCalendar } from '../calendar/working-days.ts'
import type { DevelopmentNorms } from '../norms/development-norms.ts'
import { probationEnd } from './probation.ts'

export interface StepFacts {
  readonly state: Exclude<StepRecordState, 'none'>
  readonly fields: StepFields
}
/** 名册里的一个人(联系人、介绍人):是不是正式党员、现在另带着几个人。 */
export interface HelperFacts {
  readonly isFull: boolean
  readonly alsoMentors: number
}
/** 判断一个人的发展过程要用的一切;不含时钟,今天由调用者给。 */
export interface DevelopmentFacts {
  readonly birthDate: string | null
  readonly firstStep: number
  readonly transferredInOn: string | null
  /** 临时党支部(ORG-07)。 */
  readonly temporaryBranch: boolean
  readonly steps: ReadonlyMap<number, StepFacts>
  readonly events: readonly { readonly kind: DevelopmentEventKind; readonly onDay: string; readonly untilDay: string | null }[]
  readonly documents: readonly { readonly step: number; readonly kind: 'document' | 'inspection' | 'report'; readonly datedOn: string | null }[]
  /** 中途来的预备党员:名册上的入党日期。 */
  readonly joinedOn: string | null
  readonly helpers: ReadonlyMap<string, HelperFacts>
  /** 登记簿里归这个人用的志愿书编号。 */
  readonly formNumbers: readonly string[]
}
export interface DevelopmentRules {
  readonly norms: DevelopmentNorms
  readonly calendar: WorkingCalendar
  readonly today: string
}

/** 培养教育以支委会研究日起算;补录的只有备案日时用备案日。 */
const ACTIVIST_STEPS = [3, 4]
export const dayOf = (facts: DevelopmentFacts, step: number): string | null => {
  const found = facts.steps.get(step)
  return found?.state === 'done' ? found.fields.doneOn : null
}
export const isDone = (facts: DevelopmentFacts, step: number): boolean => step < facts.firstStep || facts.steps.get(step)?.state === 'done'
/** 积极分子起算日(规程:支委会研究日)。 */
export const activistDay = (facts: DevelopmentFacts): string | null => ACTIVIST_STEPS.map((step) => dayOf(facts, step)).find((day) => day !== null) ?? null
/** 成为预备党员之日:支部大会通过日;中途来的用名册上的。 */
export const admittedDay = (facts: DevelopmentFacts): string | null => {
  const day = facts.steps.get(15)?.fields.conclusion === 'passed' ? dayOf(facts, 15) : null
  return day ?? (facts.joinedOn?.length === 10 ? facts.joinedOn : null)
}
export const extendedUntil = (facts: DevelopmentFacts): string | null => facts.events.find(({ kind }) => kind === 'extended')?.untilDay ?? null
export const probationEndOf = (facts: DevelopmentFacts): string | null => {
  const joined = admittedDay(facts)
  return joined === null ? null : probationEnd(joined, extendedUntil(facts))
}

type Code = DevelopmentFinding['code']
export const finding = (level: DevelopmentFinding['level'], code: Code, rule = '', day: string | null = null, number: number | null = null): DevelopmentFinding => ({ level, code, rule, day, number })
/** 地方规定:缺省提醒,单位可以定为阻断。 */
export const local = (norms: DevelopmentNorms, code: Code, day: string | null = null, number: number | null = null): DevelopmentFinding => finding(norms.localBlocks ? 'block' : 'warn', code, 'R5', day, number)
