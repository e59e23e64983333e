import { stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import type { DevelopmentFinding, StepFields } from '../../../shared/model/development.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import { UNFIT_AUTHORITY } from '../../data/development/authority-words.ts'
import { countWorkingDays } from '../calendar/working-days.ts'
import { checkHelpers } from './check-helpers.ts'
import { activistDay, admittedDay, dayOf, extendedUntil, finding, isDone, local, probationEndOf, type DevelopmentFacts, type DevelopmentRules } from './facts.ts'
import { adultOn, addYear } from './probation.ts'
import { judgeVotes } from './votes.ts'

type Check = (fields: StepFields, facts: DevelopmentFacts, rules: DevelopmentRules) => readonly (DevelopmentFinding | false)[]

/** ORG-07:临时党支部不发展党员;培养积极分子可以。 */
const TEMPORARY_FROM = 7

const late = (facts: DevelopmentFacts, from: number, months: number, day: string): string | null => {
  const begun = dayOf(facts, from)
  if (begun === null || months === 0) return null
  const due = addMonths(begun, months)
  return day > due ? due : null
}
const ifLate = (due: string | null, make: (due: string) => DevelopmentFinding): DevelopmentFinding | false => due !== null && make(due)

/** 公示够不够工作日;碰到没装入放假安排的年份,另提醒一句。 */
const publicity: Check = ({ publicityFrom, publicityTo }, _facts, { norms, calendar }) => {
  if (norms.publicityDays === 0) return []
  if (publicityFrom === null || publicityTo === null) return [local(norms, 'publicity_missing', null, norms.publicityDays)]
  const { count, unloadedYears } = countWorkingDays(calendar, publicityFrom, publicityTo)
  return [count < norms.publicityDays && local(norms, 'publicity_short', null, count), unloadedYears[0] !== undefined && finding('warn', 'calendar_year', '', null, unloadedYears[0])]
}
/** 接收、转正的票决;同意的须到会、赞成都过半。 */
const votes: Check = ({ votes: given, conclusion }) => {
  if (given === null) return [finding('block', 'votes_missing', 'VOT-02')]
  const { consistent, quorate, carried } = judgeVotes(given)
  return [!consistent && finding('block', 'votes_inconsistent', 'VOT-02'), !quorate && finding('block', 'quorum', 'VOT-02', null, given.present), conclusion === 'passed' && !carried && finding('block', 'not_carried', 'VOT-02', null, given.favour + given.writtenFavour)]
}
const concluded: Check = ({ conclusion }) => [conclusion === '' && finding('block', 'conclusion_missing')]
const approved: Check = ({ authority }) => [authority === '' ? finding('block', 'authority_missing') : UNFIT_AUTHORITY.test(authority) && finding('block', 'authority_unfit', '')]
/** 考察、汇报之间隔得太久。 */
const periodic = (step: 6 | 21, from: (facts: DevelopmentFacts) => string | null): Check => ({ doneOn }, facts, { norms }) =>
  (['inspection', 'report'] as const).map((kind) => {
    const begun = from(facts)
    const months = kind === 'inspection' ? norms.inspectionMonths : norms.reportMonths
    if (begun === null || doneOn === null || months === 0) return false
    const days = [begun, ...facts.documents.flatMap((document) => (document.step === step && document.kind === kind && document.datedOn !== null ? [document.datedOn] : [])), doneOn].toSorted()
    const gap = days.find((day, index) => index > 0 && day > addMonths(days[index - 1] ?? day, months))
    if (gap === undefined) return false
    return kind === 'inspection' && step === 6 ? finding('warn', 'inspection_gap', '', gap, months) : local(norms, kind === 'inspection' ? 'inspection_gap' : 'report_gap', gap, months)
  })

const CHECKS: Readonly<Record<number, readonly Check[]>> = {
  1: [({ doneOn }, { birthDate }) => (birthDate === null ? [finding('warn', 'birth_missing')] : [doneOn !== null && doneOn < adultOn(birthDate) && finding('block', 'underage', '', adultOn(birthDate))])],
  2: [({ doneOn }, facts, { norms }) => [doneOn !== null && ifLate(late(facts, 1, norms.talkMonths, doneOn), (due) => finding('warn', 'talk_late', '', due))]],
  3: [
    ({ doneOn }, facts, { norms }) => {
      const applied = dayOf(facts, 1)
      return [applied !== null && doneOn !== null && norms.recommendMonths > 0 && doneOn < addMonths(applied, norms.recommendMonths) && local(norms, 'recommended_early', addMonths(applied, norms.recommendMonths))]
    },
  ],
  4: [({ doneOn }, facts, { norms }) => [doneOn !== null && ifLate(late(facts, 3, norms.filingMonths, doneOn), (due) => local(norms, 'filing_late', due))]],
  5: [(fields, facts, rules) => checkHelpers('mentor', fields, facts, rules.norms)],
  6: [periodic(6, activistDay), concluded],
  7: [activistYear, publicity],
  8: [activistYear, ({ doneOn }, facts, { norms }) => [doneOn !== null && ifLate(late(facts, 7, norms.filingMonths, doneOn), (due) => local(norms, 'filing_late', due))]],
  9: [(fields, facts, rules) => checkHelpers('sponsor', fields, facts, rules.norms)],
  10: [concluded],
  11: [({ trainingDays, trainingHours }, _facts, { norms }) => [(trainingDays ?? 0) < norms.trainingDays && (trainingHours ?? 0) < norms.trainingHours && finding('warn', 'training_short', '', null, norms.trainingHours)], concluded],
  12: [
    // DEV-06:没有政审结论、没有培训合格,不进这一步。
    (_fields, facts) => [
      10 >= facts.firstStep && facts.steps.get(10)?.fields.conclusion !== 'passed' && finding('block', 'review_missing', 'DEV-06'),
      11 >= facts.firstStep && facts.steps.get(11)?.fields.conclusion !== 'passed' && finding('block', 'training_missing', 'DEV-06'),
    ],
    concluded,
  ],
  13: [({ doneOn }, facts, { norms }) => [doneOn !== null && ifLate(late(facts, 12, norms.preReviewMonths, doneOn), (due) => local(norms, 'pre_review_late', due))], concluded],
  14: [({ documentNumber }, { formNumbers }) => [documentNumber === '' ? finding('block', 'form_missing') : !formNumbers.includes(documentNumber) && finding('block', 'form_unusable')]],
  15: [
    votes,
    concluded,
    ({ doneOn }, facts, { norms }) => {
      const trained = dayOf(facts, 11)
      return [doneOn !== null && ifLate(late(facts, 13, norms.meetingMonths, doneOn), (due) => local(norms, 'meeting_late', due)), trained !== null && doneOn !== null && norms.trainingValidMonths > 0 && doneOn > addMonths(trained, norms.trainingValidMonths) && local(norms, 'training_old', addMonths(trained, norms.trainingValidMonths))]
    },
  ],
  17: [
    approved,
    concluded,
    ({ doneOn }, facts, { norms }) => {
      if (doneOn === null) return []
      const most = late(facts, 15, norms.approvalMostMonths, doneOn)
      return most === null ? [ifLate(late(facts, 15, norms.approvalMonths, doneOn), (due) => finding('warn', 'approval_late', '', due))] : [finding('block', 'approval_too_late', '', most)]
    },
  ],
  21: [periodic(21, (facts) => dayOf(facts, 17)), concluded],
  22: [
    ({ doneOn }, facts) => {
      const end = probationEndOf(facts)
      return [end !== null && doneOn !== null && doneOn > end && finding('warn', 'application_late', '', end)]
    },
  ],
  23: [
    votes,
    concluded,
    publicity,
    ({ doneOn, conclusion }, facts, { norms }) => {
      // 讨论延长的那次会,按原来的期满日。
      const joined = admittedDay(facts)
      const end = joined !== null && conclusion === 'extended' ? addYear(joined) : probationEndOf(facts)
      const postponed = facts.events.some(({ kind }) => kind === 'postponed')
      return [
        // DEV-02:不能提前转正;取消资格不受此限。
        end !== null && doneOn !== null && doneOn < end && conclusion !== 'cancelled' && finding('block', 'confirm_early', 'DEV-02', end),
        doneOn !== null && !postponed && ifLate(late(facts, 22, norms.confirmationMonths, doneOn), (due) => local(norms, 'confirm_late', due)),
        conclusion === 'extended' && extendedUntil(facts) === null && finding('block', 'extension_missing', 'DEV-03'),
      ]
    },
  ],
  24: [approved, concluded, ({ doneOn }, facts, { norms }) => [doneOn !== null && ifLate(late(facts, 23, norms.approvalMonths, doneOn), (due) => finding('warn', 'approval_late', '', due))]],
}

/** DEV-01:积极分子满一年(自然年)才能确定为发展对象。 */
function activistYear({ doneOn }: StepFields, facts: DevelopmentFacts): readonly (DevelopmentFinding | false)[] {
  const activist = activistDay(facts)
  return [activist !== null && doneOn !== null && doneOn < addYear(activist) && finding('block', 'activist_year', 'DEV-01', addYear(activist))]
}
/** 前面的结论须是合格、同意。 */
const PASSED_BEFORE: Readonly<Record<number, readonly number[]>> = { 7: [6], 13: [12], 14: [13], 16: [15], 17: [15], 18: [17], 19: [17], 20: [17], 24: [], 25: [] }

/**
 * 这一步照所填的内容办,有哪些不合规定。阻断的不能办结,提醒的说明情况后可以。
 *
 * @param fields 将要存的内容;facts 里的是别的步骤。
 */
export const checkStep = (step: number, fields: StepFields, facts: DevelopmentFacts, rules: DevelopmentRules): readonly DevelopmentFinding[] => {
  const { after } = stepEntry(step)
  const missing = after.find((required) => !isDone(facts, required))
  const before = after.flatMap((required) => dayOf(facts, required) ?? []).toSorted().at(-1)
  const failed = (PASSED_BEFORE[step] ?? []).find((required) => required >= facts.firstStep && isDone(facts, required) && facts.steps.get(required)?.fields.conclusion !== 'passed')
  return [
    missing !== undefined && finding('block', 'previous_missing', '', null, missing),
    failed !== undefined && finding('block', 'not_passed', '', null, failed),
    facts.temporaryBranch && step >= TEMPORARY_FROM && finding('block', 'temporary_branch', 'ORG-07'),
    fields.doneOn === null && finding('block', 'day_missing'),
    fields.doneOn !== null && fields.doneOn > rules.today && finding('block', 'future'),
    fields.doneOn !== null && before !== undefined && fields.doneOn < before && finding('block', 'before_required', '', before),
    ...(CHECKS[step] ?? []).flatMap((check) => check(fields, facts, rules)),
  ].filter((found) => found !== false)
}
