import { approvalDocument, crossPostDocument, reminderPerson, sampleCrossPosts, sampleInstructors, sampleReminders } from '../../data/sample/leading-groups.ts'
import type { TermFields } from '../../../shared/model/leading-group.ts'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { createContactRepo } from '../../store/repos/contact-repo.ts'
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
