import type { StepConclusion } from '../../../shared/model/development.ts'

/** 二十五步的日期各占一列。 */
export const STEP_FIELDS = [
  'step1', 'step2', 'step3', 'step4', 'step5', 'step6', 'step7', 'step8', 'step9', 'step10', 'step11', 'step12', 'step13', 'step14', 'step15', 'step16', 'step17', 'step18', 'step19', 'step20', 'step21', 'step22', 'step23', 'step24', 'step25',
] as const
export type StepField = (typeof STEP_FIELDS)[number]

export const CANDIDATE_FIELDS = [
  'name', 'branch', 'idNumber', 'gender', 'ethnicity', 'birthDate', 'education', 'post', 'mobile', 'stage', ...STEP_FIELDS, 'mentors', 'sponsors', 'reviewConclusion', 'trainingConclusion', 'trainingDays', 'trainingHours', 'formNumber', 'approver',
  'publicity7', 'publicityFrom7', 'publicityTo7', 'publicityResult7', 'votes15', 'due15', 'present15', 'favour15', 'against15', 'abstain15',
  'publicity23', 'publicityFrom23', 'publicityTo23', 'publicityResult23', 'votes23', 'due23', 'present23', 'favour23', 'against23', 'abstain23',
  'extendedUntil', 'transferredInOn', 'postponedUntil', 'regularOn', 'note', 'sequence',
] as const
export type CandidateField = (typeof CANDIDATE_FIELDS)[number]

export const stepField = (step: number): StepField => STEP_FIELDS[step - 1] ?? 'step1'

/** 表里写的类别。 */
export type CandidateStage = 'application' | 'activist' | 'candidate' | 'admission'

export interface CandidateWords {
  readonly stages: ReadonlyMap<string, CandidateStage>
  readonly conclusions: ReadonlyMap<string, Exclude<StepConclusion, ''>>
}

/** 发展对象的公示、转正的公示:起止写在一格,或起、止各一列。 */
export const PUBLICITY_OF = {
  7: { whole: 'publicity7', start: 'publicityFrom7', end: 'publicityTo7', result: 'publicityResult7' },
  23: { whole: 'publicity23', start: 'publicityFrom23', end: 'publicityTo23', result: 'publicityResult23' },
} as const satisfies Readonly<Record<number, Readonly<Record<string, CandidateField>>>>
/** 接收、转正的票决:写在一格,或各占一列。 */
export const VOTES_OF = {
  15: { whole: 'votes15', due: 'due15', present: 'present15', favour: 'favour15', against: 'against15', abstain: 'abstain15' },
  23: { whole: 'votes23', due: 'due23', present: 'present23', favour: 'favour23', against: 'against23', abstain: 'abstain23' },
} as const satisfies Readonly<Record<number, Readonly<Record<string, CandidateField>>>>
/** 各步用得着的列:改了它们也算改了这一步。 */
export const STEP_OF: Readonly<Partial<Record<CandidateField, number>>> = { mentors: 5, sponsors: 9, reviewConclusion: 10, trainingConclusion: 11, trainingDays: 11, trainingHours: 11, formNumber: 14, approver: 17, publicity7: 7, votes15: 15, votes23: 23 }
