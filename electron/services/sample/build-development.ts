import { candidates, developmentTexts as texts, sampleCare, sampleIncoming, sampleLetters, stepDays, type SampleCandidate } from '../../data/sample/development.ts'
import { sampleReferenceDay, sampleYear } from '../../data/sample/calendar.ts'
import { STATE_COUNCIL_YEARS } from '../../data/calendar/state-council.ts'
import { stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import type { StepFields } from '../../../shared/model/development.ts'
import { addDays, addMonths } from '../../../shared/util/day-arithmetic.ts'
import { expandBuiltIn } from '../../domain/calendar/built-in-year.ts'
import { addWorkingDays, buildCalendar } from '../../domain/calendar/working-days.ts'
import { EMPTY_STEP } from '../../domain/development/standing.ts'
import { namePinyin } from '../../domain/members/name-pinyin.ts'
import { letterNumber } from '../../domain/transfers/letter-states.ts'
import { createCareRepo } from '../../store/repos/care-repo.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import { createMemberRepo, type RosterMember } from '../../store/repos/member-repo.ts'
import { createTransferRepo } from '../../store/repos/transfer-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BuiltBranch } from './build-organisations.ts'

const PUBLICITY_DAYS = 5
const INSPECTION_MONTHS = 6
const REPORT_MONTHS = 3
/** 名册上的预备党员从这一步接着办,办到宣誓。 */
const ENROL_STEP = 19
const OATH_STEP = 20

/** 示例:发展党员各阶段、介绍信、流动失联困难、慰问奖惩,各有几条;有逾期的,有快到期的。 */
export const buildSampleDevelopment = (scope: WorkspaceScope, transaction: Transaction, branches: readonly BuiltBranch[]): void => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const writes = createDevelopmentWrites(db, nextId)
  const members = createMemberRepo(db)
  const letters = createTransferRepo(db, nextId)
  const care = createCareRepo(db, nextId)
  const calendar = buildCalendar(STATE_COUNCIL_YEARS.map((given) => ({ year: given.year, days: expandBuiltIn(given) })))
  const branchOf = (code: string): BuiltBranch | undefined => branches.find(({ spec }) => spec.code === code)
  const rosterOf = (branchId: string): readonly RosterMember[] => members.rosterOf(branchId, sampleReferenceDay)

  const stepOf = (candidate: SampleCandidate, step: number, helpers: readonly RosterMember[]): StepFields => {
    const doneOn = addDays(candidate.appliedOn, stepDays[step - 1] ?? 0)
    const { parts } = stepEntry(step)
    const publicityFrom = addWorkingDays(calendar, doneOn, 1).day
    return {
      ...EMPTY_STEP,
      doneOn,
      people: parts.includes('people') ? helpers.map(({ memberId, name }) => ({ memberId, name })) : [],
      meeting: parts.includes('meeting') ? texts.meeting : '',
      conclusion: parts.includes('conclusion') ? 'passed' : '',
      authority: parts.includes('authority') ? (step === 11 ? texts.training : texts.committee) : '',
      documentNumber: parts.includes('number') ? texts.filing(doneOn.slice(0, 4), step) : '',
      filledBy: helpers[0]?.name ?? '',
      reviewedBy: texts.reviewed,
      ...(parts.includes('publicity') ? { publicityFrom, publicityTo: addWorkingDays(calendar, publicityFrom, PUBLICITY_DAYS - 1).day, publicityResult: texts.publicity } : {}),
      ...(parts.includes('training') ? { trainingDays: 3, trainingHours: 24 } : {}),
    }
  }
  for (const candidate of candidates) {
    const branch = branchOf(candidate.branch)
    if (branch === undefined) continue
    const helpers = rosterOf(branch.id).filter(({ memberType }) => memberType === 'full').slice(0, 2)
    const { name, gender, birthDate, education, post } = candidate
    const personId = writes.addPerson(transaction, { branchId: branch.id, name, gender, ethnicity: '01', birthDate, education, post, note: '', firstStep: 1, transferredInOn: null, idNumber: '', mobile: '' }, namePinyin(name), null)
    const put = (step: number, state: 'review' | 'done', changes: Partial<StepFields> = {}): void => writes.saveStep(transaction, { personId, step, ownerUnit: branch.id, rev: null }, state, { ...stepOf(candidate, step, helpers), ...changes })
    for (let step = 1; step <= candidate.done; step++) put(step, 'done')
    if (candidate.reviewOn !== undefined) put(candidate.done + 1, 'review', { doneOn: candidate.reviewOn })
    // 确定为积极分子之后,每半年考察、每季度汇报;末一次汇报还没交。
    if (candidate.done >= 5) {
      const from = addDays(candidate.appliedOn, stepDays[2] ?? 0)
      const until = candidate.done >= 6 ? addDays(candidate.appliedOn, stepDays[5] ?? 0) : addMonths(sampleReferenceDay, -1)
      for (let month = REPORT_MONTHS; addMonths(from, month) <= until; month += REPORT_MONTHS) {
        const datedOn = addDays(addMonths(from, month), -3)
        writes.addDocument(transaction, personId, branch.id, { step: 6, kind: 'report', name: texts.report, documentNumber: '', datedOn, note: '' })
        if (month % INSPECTION_MONTHS === 0) writes.addDocument(transaction, personId, branch.id, { step: 6, kind: 'inspection', name: texts.inspection, documentNumber: '', datedOn, note: '' })
      }
    }
    if (candidate.terminatedOn === undefined) continue
    writes.addEvent(transaction, personId, branch.id, { kind: 'terminated', onDay: candidate.terminatedOn, untilDay: null, toStep: null, reason: texts.reason, documentNumber: '' })
    writes.setStatus(transaction, personId, 'terminated')
  }
  for (const { id: branchId } of branches) {
    for (const { memberId, name, gender, ethnicity, birthDate, education, post, joinedOn } of rosterOf(branchId).filter(({ memberType }) => memberType === 'probationary')) {
      const personId = writes.addPerson(transaction, { branchId, name, gender, ethnicity, birthDate, education, post, note: '', firstStep: ENROL_STEP, transferredInOn: null, idNumber: '', mobile: '' }, namePinyin(name), memberId)
      const doneOn = joinedOn?.length === 10 ? addDays(joinedOn, 60) : null
      if (doneOn !== null && doneOn <= sampleReferenceDay) for (const step of [ENROL_STEP, OATH_STEP]) writes.saveStep(transaction, { personId, step, ownerUnit: branchId, rev: null }, 'done', { ...EMPTY_STEP, doneOn })
    }
  }
  for (const { branch: code, position, state, issuedOn, toTitle, toName, validDays, serial } of sampleLetters) {
    const branch = branchOf(code)
    const member = branch === undefined ? undefined : rosterOf(branch.id)[position]
    if (branch === undefined || member === undefined) continue
    const fields = { scope: 'nationwide' as const, number: '', name: member.name, memberType: member.memberType, fromName: branch.spec.name, toTitle, toName, reason: '', duesPaidUntil: '2026-10', validDays, issuedOn, handledBy: texts.reviewed, note: '' }
    const id = letters.add(transaction, { direction: 'out', year: sampleYear, ownerUnit: branch.id, memberId: member.memberId, fromBranchId: branch.id, toBranchId: null, fields })
    if (serial !== null) letters.change(transaction, id, 1, { state, serial, number: letterNumber(sampleYear, serial), sent_on: state === 'in_transit' ? issuedOn : null })
  }
  const into = branchOf(sampleIncoming.branch)
  if (into !== undefined) {
    const { name, fromName, number, issuedOn, reason } = sampleIncoming
    letters.add(transaction, { direction: 'in', year: sampleYear, ownerUnit: into.id, memberId: null, fromBranchId: null, toBranchId: into.id, fields: { scope: 'within_province', number, name, memberType: 'full', fromName, toTitle: '', toName: into.spec.name, reason, duesPaidUntil: '2026-11', validDays: 30, issuedOn, handledBy: '', note: '' } })
  }
  for (const { branch: code, position, fields } of sampleCare) {
    const branch = branchOf(code)
    const member = branch === undefined ? undefined : rosterOf(branch.id)[position]
    if (branch !== undefined && member !== undefined) care.add(transaction, branch.id, member.memberId, { ...fields, subject: member.name })
  }
}
