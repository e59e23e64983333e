import { developmentSteps, stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import type { DevelopmentFinding, StepConclusion, StepFields, StepPerson } from '../../../shared/model/development.ts'
import { checkStep } from '../development/check-step.ts'
import type { DevelopmentFacts, DevelopmentRules, StepFacts } from '../development/facts.ts'
import { addYear } from '../development/probation.ts'
import { EMPTY_STEP } from '../development/standing.ts'
import { isBefore } from '../roster/read-date.ts'
import { PUBLICITY_OF, stepField, VOTES_OF, type CandidateField, type CandidateStage } from './candidate-fields.ts'
import type { CandidateReading } from './read-candidate.ts'

const DAY_LENGTH = 10
/** 有结论的各步:表里有办结的日期,就是办成了;政审、培训除外,要写明结论(DEV-06)。 */
const CONCLUDED_BY_DAY: ReadonlySet<number> = new Set([6, 12, 13, 15, 17, 21, 23, 24])
const OWN_CONCLUSION = { 10: 'reviewConclusion', 11: 'trainingConclusion' } as const

/** 要写的一步。 */
export interface PlannedStep {
  readonly step: number
  readonly state: 'review' | 'done'
  readonly fields: StepFields
}
/** 名字换成名册上的人(唯一的一个)。 */
export type FindHelper = (name: string) => string | null

const withPeople = (names: readonly string[], findHelper: FindHelper, kept: readonly StepPerson[]): StepPerson[] => (names.length === 0 ? [...kept] : names.map((name) => ({ memberId: findHelper(name), name })))

/** 一行里写到的各步,连同库里已有的内容合成要写的样子。办完的步不动。 */
export const planSteps = (reading: CandidateReading, stored: ReadonlyMap<number, StepFacts>, findHelper: FindHelper): PlannedStep[] => {
  const { days, mentors, sponsors, trainingDays, trainingHours, formNumber, approver } = reading
  const { publicity, votes } = reading
  const touched = new Set([
    ...days.keys(),
    ...(publicity[7] === null ? [] : [7]),
    ...(formNumber === '' ? [] : [14]),
    ...(votes[15] === null ? [] : [15]),
    ...(approver === '' ? [] : [17]),
    ...(publicity[23] === null && votes[23] === null ? [] : [23]),
    ...(mentors.length > 0 ? [5] : []), ...(sponsors.length > 0 ? [9] : []), ...(reading.reviewConclusion === '' ? [] : [10]), ...(reading.trainingConclusion === '' && trainingDays === null && trainingHours === null ? [] : [11]),
  ])
  return [...touched].toSorted((one, other) => one - other).flatMap((step) => {
    const current = stored.get(step)
    if (current?.state === 'done') return []
    const base = current?.fields ?? EMPTY_STEP
    const day = days.get(step)
    const own = step === 10 || step === 11 ? reading[OWN_CONCLUSION[step]] : ''
    const conclusion: StepConclusion = own !== '' ? own : CONCLUDED_BY_DAY.has(step) && day !== undefined ? 'passed' : base.conclusion
    const shown = step === 7 || step === 23 ? publicity[step] : null
    const fields: StepFields = {
      ...base,
      publicityFrom: shown?.from ?? base.publicityFrom,
      publicityTo: shown?.to ?? base.publicityTo,
      publicityResult: shown === null || shown.result === '' ? base.publicityResult : shown.result,
      votes: (step === 15 || step === 23 ? votes[step] : null) ?? base.votes,
      doneOn: day?.length === DAY_LENGTH ? day : base.doneOn,
      // 只到月的不补成一日:日期空着,原来写的放在备注里,等人补。
      note: day !== undefined && day.length < DAY_LENGTH && base.note === '' ? day : base.note,
      conclusion,
      people: step === 5 ? withPeople(mentors, findHelper, base.people) : step === 9 ? withPeople(sponsors, findHelper, base.people) : base.people,
      trainingDays: step === 11 ? (trainingDays ?? base.trainingDays) : base.trainingDays,
      trainingHours: step === 11 ? (trainingHours ?? base.trainingHours) : base.trainingHours,
      documentNumber: step === 14 && formNumber !== '' ? formNumber : base.documentNumber,
      authority: step === 17 && approver !== '' ? approver : base.authority,
    }
    const isDone = fields.doneOn !== null && !((step === 10 || step === 11) && conclusion === '')
    return [{ step, state: isDone ? ('done' as const) : ('review' as const), fields }]
  })
}

/** 还在发展对象阶段的,介绍人、政审、培训(9 至 11)要齐;已在教育考察的,19 至 22 要齐。 */
const together = (last: number, next: number): number => (next > 9 && last < 12 ? Math.min(next, 9) : next > 19 && last < 23 ? 19 : next)
/** 到这一步就到了那个类别。 */
const STAGE_STEP: Readonly<Record<CandidateStage, number>> = { application: 1, activist: 3, candidate: 7, admission: 15 }
const ENROL_STEP = 19

/**
 * 搬进来的人从第几步起在这里办:前面的步骤表里多半没有日期,不再要求;政审、培训(DEV-06)没到接收之前不能跳过。
 * 只写了类别、没有日期的,从那个类别的头一步起,等着补日期。
 */
export const firstStepOf = (steps: ReadonlyMap<number, StepFacts>, stage: CandidateStage | null, isMember: boolean): number => {
  const last = Math.max(0, ...[...steps].flatMap(([step, { fields }]) => (fields.doneOn === null && fields.note === '' ? [] : [step])))
  const isWhole = Array.from({ length: last }, (_, index) => index + 1).every((step) => steps.get(step)?.state === 'done')
  const reached = last === 0 || isWhole ? 1 : together(last, steps.get(last)?.state === 'done' ? Math.min(last + 1, 25) : last)
  if (isMember) return isWhole && last >= STAGE_STEP.admission ? 1 : Math.max(reached, ENROL_STEP)
  return stage === null || last >= STAGE_STEP[stage] ? reached : Math.max(reached, STAGE_STEP[stage])
}

const ancestors = new Map<number, readonly number[]>()
const before = (step: number): readonly number[] => {
  const known = ancestors.get(step)
  if (known !== undefined) return known
  const own = stepEntry(step).after
  const all = [...new Set(own.flatMap((each) => [...before(each), each]))]
  ancestors.set(step, all)
  return all
}

/** 搬进来的旧账里多半没有的(票数、会议、公示、联系人),不拿来为难人;日期不合的、写着票数而不合规定的照拦。 */
const REFUSED: ReadonlySet<DevelopmentFinding['code']> = new Set<DevelopmentFinding['code']>(['future', 'underage', 'confirm_early', 'temporary_branch', 'activist_year'])
const NEEDED_FOR_ADMISSION: ReadonlySet<DevelopmentFinding['code']> = new Set<DevelopmentFinding['code']>(['review_missing', 'training_missing'])
const WARNED: ReadonlySet<DevelopmentFinding['code']> = new Set<DevelopmentFinding['code']>(['approval_too_late', 'authority_unfit', 'talk_late', 'recommended_early', 'filing_late', 'meeting_late', 'pre_review_late', 'approval_late', 'confirm_late', 'application_late', 'training_old', 'not_passed', 'helpers_not_full', 'sponsors_not_full'])
const FILLED_IN: Readonly<Partial<Record<DevelopmentFinding['code'], (fields: StepFields) => boolean>>> = {
  helpers_count: ({ people }) => people.length > 0,
  sponsors_count: ({ people }) => people.length > 0,
  publicity_short: ({ publicityFrom }) => publicityFrom !== null,
  calendar_year: ({ publicityFrom }) => publicityFrom !== null,
  training_short: ({ trainingDays, trainingHours }) => trainingDays !== null || trainingHours !== null,
}

const VOTED: ReadonlySet<DevelopmentFinding['code']> = new Set<DevelopmentFinding['code']>(['votes_inconsistent', 'quorum', 'not_carried'])
const PUBLISHED: ReadonlySet<DevelopmentFinding['code']> = new Set<DevelopmentFinding['code']>(['publicity_short', 'calendar_year'])
/** 说到写着票数、公示的那一列上;那几列都空着的说到这一步的日期上。 */
const columnOf = (row: CandidateReading['row'], step: number, code: DevelopmentFinding['code']): CandidateField => {
  const own: readonly CandidateField[] = VOTED.has(code) && (step === 15 || step === 23) ? Object.values(VOTES_OF[step]) : PUBLISHED.has(code) && (step === 7 || step === 23) ? Object.values(PUBLICITY_OF[step]) : []
  return own.find((field) => row.cell(field, true) !== null) ?? stepField(step)
}

interface JudgeSteps {
  readonly row: CandidateReading['row']
  readonly days: ReadonlyMap<number, string>
  readonly planned: readonly PlannedStep[]
  /** 合上这一行之后的全部事实。 */
  readonly facts: DevelopmentFacts
  readonly rules: DevelopmentRules
  /** 已经是预备党员:旧账里缺政审、培训的,提醒补上。 */
  readonly isAdmitted: boolean
}
/** 逐步核对日期与先后(DEV-01、02、06,ORG-07,细则的期限),说到各自的列上。 */
export const judgeSteps = ({ row, days, planned, facts, rules, isAdmitted }: JudgeSteps): void => {
  const told = (field: CandidateField, { code, day, number }: DevelopmentFinding, severity: 'refuse' | 'warn'): void => row.find(field, 'development_rule', severity, { other: code, ...(day === null ? {} : { text: day }), ...(number === null ? {} : { limit: number }) })
  const dayAt = (step: number): string | undefined => days.get(step) ?? facts.steps.get(step)?.fields.doneOn ?? undefined
  for (const { step, fields } of planned) {
    const field = stepField(step)
    const day = days.get(step)
    if (day !== undefined && day.length < DAY_LENGTH) {
      row.find(field, 'step_month_only', 'warn', { text: day })
      if (isBefore(rules.today, day)) told(field, { level: 'block', code: 'future', rule: '', day: null, number: null }, 'refuse')
    }
    if (day === undefined && fields.doneOn === null) continue
    if ((step === 10 || step === 11) && fields.conclusion === '') row.find(step === 10 ? 'reviewConclusion' : 'trainingConclusion', 'step_conclusion_missing', 'warn', { text: stepEntry(step).name })
    const previous = before(step).flatMap((each) => dayAt(each) ?? []).toSorted().findLast((each) => day !== undefined && isBefore(day, each))
    if (previous !== undefined) {
      // 先后都颠倒了,别的期限不必再说。
      told(field, { level: 'block', code: 'before_required', rule: '', day: previous, number: null }, 'refuse')
      continue
    }
    // 只到月的积极分子日期,满不满一年也看得出大半(DEV-01)。
    const activist = dayAt(3) ?? dayAt(4)
    if ((step === 7 || step === 8) && day !== undefined) {
      if (activist === undefined) row.find(field, 'activist_day_missing', 'warn')
      else if (activist.length < DAY_LENGTH && isBefore(day, addYear(activist))) told(field, { level: 'block', code: 'activist_year', rule: 'DEV-01', day: addYear(activist), number: null }, 'refuse')
    }
    if (fields.doneOn === null) continue
    for (const found of checkStep(step, fields, { ...facts, firstStep: 1 }, rules)) {
      if (REFUSED.has(found.code) || (VOTED.has(found.code) && fields.votes !== null)) told(columnOf(row, step, found.code), found, 'refuse')
      else if (NEEDED_FOR_ADMISSION.has(found.code)) told(found.code === 'review_missing' ? 'reviewConclusion' : 'trainingConclusion', found, isAdmitted ? 'warn' : 'refuse')
      else if (WARNED.has(found.code) || FILLED_IN[found.code]?.(fields) === true) told(columnOf(row, step, found.code), found, 'warn')
    }
  }
}

/** 库里办完的步,日期与表里不同:不改,提醒。 */
export const tellKept = ({ row, days }: CandidateReading, stored: ReadonlyMap<number, StepFacts>): void => {
  for (const { step } of developmentSteps) {
    const [current, day] = [stored.get(step), days.get(step)]
    if (current?.state !== 'done' || day === undefined || current.fields.doneOn?.startsWith(day) === true) continue
    row.find(stepField(step), 'step_kept', 'warn', { text: day, other: current.fields.doneOn ?? '' })
  }
}
