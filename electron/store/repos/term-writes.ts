import type { Database } from 'better-sqlite3'
import type { Reminder, TermFields } from '../../../shared/model/leading-group.ts'
import type { PostManner, PartyPostCode } from '../../../shared/model/organisation.ts'
import { createRecordTable, RecordMissing } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'
import { POST_COLUMNS, rowOfTerm, TERM_COLUMNS } from './term-repo.ts'

export interface PostFields {
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly duty: string
  readonly manner: PostManner
  readonly document: string
  readonly fromDay: string
  readonly toDay: string | null
}
export const EMPTY_TERM: TermFields = {
  sessionNumber: null,
  fromDay: '',
  years: null,
  dueDay: null,
  extendedTo: null,
  extensionDocument: '',
  endedDay: null,
  electionDay: null,
  electionMethod: '',
  entitled: null,
  present: null,
  ballotsIssued: null,
  ballotsReturned: null,
  ballotsValid: null,
  candidates: [],
  isFirst: false,
  requestDocument: '',
  requestDay: null,
  approvalDocument: '',
  approvalDay: null,
  seats: [],
  note: '',
}

const rowOfPost = ({ memberId, name, post, duty, manner, document, fromDay, toDay }: PostFields) => ({ member_id: memberId, name, post, duty, manner, document, from_day: fromDay, to_day: toDay })

/** 届次、任职、换届提醒的写入;归属就是组织自己。 */
export const createTermWrites = (db: Database, nextId: () => string) => {
  const terms = createRecordTable(db, 'organisation_term', TERM_COLUMNS)
  const posts = createRecordTable(db, 'organisation_post', POST_COLUMNS)
  const reminders = createRecordTable(db, 'term_reminder', ['organisation_id', 'term_id', 'stage', 'method', 'day', 'person', 'note', 'withdrawn_at'])
  const currentTerm = db.prepare('SELECT id, from_day FROM organisation_term WHERE organisation_id = ? AND ended_day IS NULL')
  const addTerm = (transaction: Transaction, organisationId: string, fields: TermFields): string => {
    const id = nextId()
    terms.insert(transaction, { id, owner_unit: organisationId, organisation_id: organisationId, ...rowOfTerm(fields) })
    return id
  }
  return {
    addTerm,
    saveTerm: (transaction: Transaction, id: string, rev: number, fields: TermFields): void => {
      terms.update(transaction, id, rev, rowOfTerm(fields))
    },
    /** 本届止于新一届的起始日;没有本届就不动。 */
    endCurrent: (transaction: Transaction, organisationId: string, day: string): void => {
      const open = currentTerm.get(organisationId) as { id: string; from_day: string } | undefined
      if (open !== undefined) terms.update(transaction, open.id, null, { ended_day: day < open.from_day ? open.from_day : day })
    },
    addPost: (transaction: Transaction, organisationId: string, post: PostFields): string => {
      const id = nextId()
      posts.insert(transaction, { id, owner_unit: organisationId, organisation_id: organisationId, ...rowOfPost(post) })
      return id
    },
    /** @param rev null 表示不核对(连带的改动)。 */
    savePost: (transaction: Transaction, id: string, rev: number | null, post: PostFields): void => {
      posts.update(transaction, id, rev, rowOfPost(post))
    },
    closePost: (transaction: Transaction, id: string, day: string): void => {
      posts.update(transaction, id, null, { to_day: day })
    },
    addReminder: (transaction: Transaction, organisationId: string, termId: string, { stage, method, day, person, note }: Omit<Reminder, 'id' | 'rev'>): void => {
      reminders.insert(transaction, { id: nextId(), owner_unit: organisationId, organisation_id: organisationId, term_id: termId, stage, method, day, person, note, withdrawn_at: null })
    },
    /** 记错的撤回。@throws RecordMissing 不是这个组织的,或已撤回。 */
    withdrawReminder: (transaction: Transaction, organisationId: string, id: string, rev: number): void => {
      const row = reminders.read(id)
      if (row === undefined || row['organisation_id'] !== organisationId || row['withdrawn_at'] !== null) throw new RecordMissing('term_reminder')
      reminders.update(transaction, id, rev, { withdrawn_at: transaction.at }, { action: 'withdraw' })
    },
  }
}
export type TermWrites = ReturnType<typeof createTermWrites>
