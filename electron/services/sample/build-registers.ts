import { birthdayTexts, chronicleTexts, inspectionTexts, monthlyPlanTexts, planGoal, planReview, studyTexts, talkTexts, yearPlanTexts } from '../../data/sample/register-entries.ts'
import { shippedRegister } from '../../../shared/data/registers/index.ts'
import type { EntryValues, NamedPerson } from '../../../shared/model/register.ts'
import { tidyValues, titleOf } from '../../domain/registers/judge-entry.ts'
import { createFollowUpRepo } from '../../store/repos/follow-up-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createRegisterRepo } from '../../store/repos/register-repo.ts'
import { createSubmissionRepo } from '../../store/repos/submission-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { inspectionItems } from '../registers/inspection-items.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BuiltBranch } from './build-organisations.ts'

/** 各支部登记簿里的几条,经同一套存取写入。 */
export const buildSampleRegisters = ({ store, ports }: WorkspaceScope, transaction: Transaction, branches: readonly BuiltBranch[]): void => {
  const repo = createRegisterRepo(store.db, ports.ids.next)
  const submissions = createSubmissionRepo(store.db, ports.ids.next)
  const followUps = createFollowUpRepo(store.db, ports.ids.next)
  const members = createMemberRepo(store.db)
  const add = (branchId: string, key: string, given: EntryValues): void => {
    const definition = shippedRegister(key)
    if (definition === undefined) throw new Error(`no register ${key}`)
    const values = tidyValues(definition, given)
    const id = repo.add(transaction, branchId, definition, values, titleOf(definition, values))
    if (key === 'inspections') followUps.sync(transaction, { table: 'register_entry', id, branchId, raisedOn: values['day'] as string }, inspectionItems(id, values))
  }
  for (const [order, branch] of branches.entries()) {
    const secretary: NamedPerson = { memberId: branch.secretary.id, name: branch.secretary.name }
    const roster = members.rosterOf(branch.id, ports.clock.today())
    const people = roster.map(({ memberId, name }): NamedPerson => ({ memberId, name }))
    const nth = (index: number): NamedPerson => people[(order + index) % people.length] ?? secretary
    for (const [turn, talk] of talkTexts.entries()) add(branch.id, 'talks', { ...talk, talkers: [turn === 1 ? nth(turn) : secretary], partners: [nth(turn + 1)] })
    for (const study of studyTexts) add(branch.id, 'study', { ...study, people: study.isCentral ? people.slice(0, Math.ceil(people.length / 2)) : people })
    const inspection = inspectionTexts[order % inspectionTexts.length]
    if (inspection !== undefined) add(branch.id, 'inspections', { ...inspection, owner: [secretary], inspectors: [] })
    for (const [turn, task] of yearPlanTexts.entries()) add(branch.id, 'year_plan', { ...task, goal: turn === 0 ? planGoal : '', owner: [turn % 2 === 0 ? secretary : nth(turn)] })
    // 大多数支部的年度计划报过、批过;个别的还等着审。
    const submission = submissions.of('year_plan', branch.id, 2026, ports.clock.today())
    if (submission !== null) submissions.submit(transaction, submission, 0, planReview.submittedOn)
    const sent = submissions.of('year_plan', branch.id, 2026, ports.clock.today())
    if (order % 6 !== 5 && sent?.id != null) submissions.review(transaction, sent.id, 1, { state: 'approved', day: planReview.reviewedOn, reviewer: '', opinion: planReview.opinion, returnedCount: 0, returnDueOn: null })
    for (const matter of monthlyPlanTexts) add(branch.id, 'monthly_plan', { ...matter, owner: [nth(2)] })
    for (const event of chronicleTexts) add(branch.id, 'chronicle', { ...event })
    const born = roster.filter(({ joinedOn }) => joinedOn !== null && joinedOn.slice(5, 7) === birthdayTexts.day.slice(5, 7))
    if (born.length > 0) add(branch.id, 'political_birthdays', { ...birthdayTexts, people: born.map(({ memberId, name }) => ({ memberId, name })) })
  }
}
