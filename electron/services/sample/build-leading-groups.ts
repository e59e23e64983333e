import { approvalDocument, crossPostDocument, reminderPerson, sampleBareUnits, sampleCrossPosts, sampleInstructors, sampleKeyPosts, sampleReminders } from '../../data/sample/leading-groups.ts'
import type { TermFields } from '../../../shared/model/leading-group.ts'
import type { UnitKindCode } from '../../../shared/model/organisation-lists.ts'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { createContactRepo } from '../../store/repos/contact-repo.ts'
import { createCoverageRepo } from '../../store/repos/coverage-repo.ts'
import { createOrganisationListRepo } from '../../store/repos/organisation-list-repo.ts'
import { createTermRepo } from '../../store/repos/term-repo.ts'
import { createTermWrites, EMPTY_TERM } from '../../store/repos/term-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

interface TermGiven {
  readonly foundedOn: string
  readonly termFrom: string
  readonly termDue: string
}
const yearOf = (day: string): number => Number(day.slice(0, 4))
const PRESENT_RATIO = 0.92
const VOTES_LOST = 2

/** 示例企业的一届:届次由成立年份推,选举数目由人数推。 */
export const sampleTerm = ({ foundedOn, termFrom, termDue }: TermGiven, elected: readonly { readonly name: string; readonly post: PartyPostCode }[], entitled: number | null, runnerUp: string | null): TermFields => {
  const years = yearOf(termDue) - yearOf(termFrom)
  const sessionNumber = Math.floor((yearOf(termFrom) - yearOf(foundedOn)) / years) + 1
  const present = entitled === null ? null : Math.ceil(entitled * PRESENT_RATIO)
  const candidates: TermFields['candidates'] = elected.map(({ name, post }, index) => ({ name, post, votes: present === null ? null : Math.max(1, present - (index % (VOTES_LOST + 1))), elected: true }))
  return {
    ...EMPTY_TERM,
    sessionNumber,
    fromDay: termFrom,
    years,
    dueDay: termDue,
    electionDay: termFrom,
    electionMethod: 'member_meeting',
    entitled,
    present,
    ballotsIssued: present,
    ballotsReturned: present,
    ballotsValid: present,
    candidates: runnerUp === null || elected.length < 2 ? candidates : [...candidates, { name: runnerUp, post: '', votes: present === null ? null : Math.floor(present / 4), elected: false }],
    isFirst: sessionNumber === 1,
    requestDay: addDays(termFrom, -30),
    requestDocument: approvalDocument(termFrom.slice(0, 4), 10 + sessionNumber),
    approvalDay: addDays(termFrom, 5),
    approvalDocument: approvalDocument(termFrom.slice(0, 4), 20 + sessionNumber),
    seats: elected.map(({ post }) => ({ post, count: 1 })),
  }
}

/** 换届提醒、交叉任职、党建指导员。 */
export const buildSampleContacts = (scope: WorkspaceScope, transaction: Transaction, unit: string, branches: readonly { readonly code: string; readonly id: string; readonly name: string }[]): void => {
  const nextId = (): string => scope.ports.ids.next()
  const terms = createTermRepo(scope.store.db)
  const writes = createTermWrites(scope.store.db, nextId)
  const contacts = createContactRepo(scope.store.db, nextId)
  const find = (code: string) => branches.find((branch) => branch.code === code)
  for (const { branch: code, ...reminder } of sampleReminders) {
    const branch = find(code)
    const term = branch === undefined ? undefined : terms.of(branch.id)[0]
    if (branch !== undefined && term !== undefined) writes.addReminder(transaction, branch.id, term.id, { ...reminder, person: reminderPerson })
  }
  for (const post of sampleCrossPosts) contacts.saveCrossPost(transaction, null, { ...post, organisationId: unit, memberId: null, document: crossPostDocument, note: '', toDay: null })
  for (const { visits, branches: codes, company, ...instructor } of sampleInstructors) {
    const objects = [...codes.flatMap((code) => find(code) ?? []).map(({ id, name }) => ({ organisationId: id, name })), ...(company === null ? [] : [{ organisationId: null, name: company }])]
    const id = contacts.saveContact(transaction, null, { ...instructor, organisationId: unit, kind: 'instructor', memberId: null, agreement: '', period: 'quarter', minimum: 1, grade: '', note: '', objects, fromDay: '2026-01-01', toDay: null })
    for (const [objectName, day, note] of visits) contacts.saveVisit(transaction, unit, id, null, { objectName, day, note })
  }
}

interface CoveredBranch {
  readonly id: string
  readonly code: string
  readonly unitName: string
  readonly unitKind: UnitKindCode
  readonly foundedOn: string
  readonly committee: readonly { readonly id: string; readonly name: string }[]
}

/** 单位与覆盖、重要岗位。 */
export const buildSampleCoverage = (scope: WorkspaceScope, transaction: Transaction, unit: string, branches: readonly CoveredBranch[]): void => {
  const nextId = (): string => scope.ports.ids.next()
  const lists = createOrganisationListRepo(scope.store.db, nextId)
  const coverage = createCoverageRepo(scope.store.db, nextId)
  for (const { id, unitName, unitKind, foundedOn } of branches) lists.save(transaction, id, { list: 'units', id: null, rev: null, fromDay: foundedOn, name: unitName, unitKind, code: '' })
  for (const bare of sampleBareUnits) coverage.saveUnit(transaction, unit, null, { ...bare, code: '', note: '', toDay: null })
  for (const { branch: code, name, holder, otherName } of sampleKeyPosts) {
    const branch = branches.find((candidate) => candidate.code === code)
    const person = holder === null ? undefined : branch?.committee[holder]
    if (branch !== undefined) coverage.saveKeyPost(transaction, null, { organisationId: branch.id, unitId: coverage.unitNamed(branch.unitName), name, memberId: person?.id ?? null, holderName: person?.name ?? otherName, isPartyMember: person !== undefined, note: '', fromDay: '2025-01-01', toDay: null })
  }
}
