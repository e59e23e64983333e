import { developmentSteps, LAST_STEP, stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import type { DevelopmentFinding, DevelopmentStage, StepFields, StepStanding } from '../../../shared/model/development.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { checkStep } from './check-step.ts'
import { windowOf } from './deadlines.ts'
import { isDone, type DevelopmentFacts, type DevelopmentRules } from './facts.ts'

export interface StandingOfStep {
  readonly step: number
  readonly standing: StepStanding
  readonly earliestDay: string | null
  readonly dueDay: string | null
  readonly findings: readonly DevelopmentFinding[]
}

export const EMPTY_STEP: StepFields = { startedOn: null, doneOn: null, publicityFrom: null, publicityTo: null, publicityResult: '', trainingDays: null, trainingHours: null, people: [], meeting: '', votes: null, conclusion: '', authority: '', documentNumber: '', note: '', filledBy: '', reviewedBy: '' }

/** 还没填出来的缺项,不算「阻断」:进行中的一步本来就还没填。 */
const UNFILLED: ReadonlySet<DevelopmentFinding['code']> = new Set(['day_missing', 'publicity_missing', 'conclusion_missing', 'votes_missing', 'form_missing', 'authority_missing', 'helpers_count', 'sponsors_count', 'training_short', 'extension_missing'])

/** 一步眼下的样子:完成、待审核、没轮到、阻断、逾期、临期、进行中。 */
export const standingOf = (step: number, facts: DevelopmentFacts, rules: DevelopmentRules): StandingOfStep => {
  const record = facts.steps.get(step)
  const window = windowOf(step, facts, rules.norms)
  const base = { step, ...window }
  if (record?.state === 'done') return { ...base, standing: 'done', findings: checkStep(step, record.fields, facts, rules) }
  if (step < facts.firstStep) return { ...base, standing: 'done', findings: [] }
  // 今天就办,行不行。
  const findings = checkStep(step, { ...(record?.fields ?? EMPTY_STEP), doneOn: record?.fields.doneOn ?? rules.today }, facts, rules)
  if (!stepEntry(step).after.every((required) => isDone(facts, required))) return { ...base, standing: 'later', findings: [] }
  const shown = record === undefined ? findings.filter(({ code }) => !UNFILLED.has(code)) : findings
  if (shown.some(({ level, code }) => level === 'block' && !UNFILLED.has(code))) return { ...base, standing: 'blocked', findings: shown }
  if (record?.state === 'review') return { ...base, standing: 'review', findings: shown }
  const { dueDay } = window
  const standing: StepStanding = dueDay === null ? 'doing' : dueDay < rules.today ? 'overdue' : dueDay <= addDays(rules.today, rules.norms.warningDays) ? 'warning' : 'doing'
  return { ...base, standing, findings: shown }
}

/** 眼下要办的一步(最靠前的没办完的);都办完了为 null。 */
export const nextStepOf = (facts: DevelopmentFacts): number | null => {
  for (let step = facts.firstStep; step <= LAST_STEP; step++) if (!isDone(facts, step)) return step
  return null
}
/** 在哪个阶段:眼下要办的一步所在的阶段。 */
export const stageOf = (facts: DevelopmentFacts): DevelopmentStage => stepEntry(nextStepOf(facts) ?? LAST_STEP).stage

export const allStandings = (facts: DevelopmentFacts, rules: DevelopmentRules): readonly StandingOfStep[] => developmentSteps.map(({ step }) => standingOf(step, facts, rules))

const URGENCY: readonly StepStanding[] = ['overdue', 'warning', 'review', 'doing', 'blocked', 'later', 'done']
/** 同时开着几步的(介绍人、政审、培训),取最急的一步。 */
export const mostUrgent = (standings: readonly StandingOfStep[]): StandingOfStep | null =>
  standings.filter(({ standing }) => standing !== 'done' && standing !== 'later').toSorted((one, other) => URGENCY.indexOf(one.standing) - URGENCY.indexOf(other.standing) || (one.dueDay ?? '9999').localeCompare(other.dueDay ?? '9999') || one.step - other.step)[0] ?? null
