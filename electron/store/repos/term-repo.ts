import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { candidateSchema, seatSchema, type Reminder, type TermFields } from '../../../shared/model/leading-group.ts'
import type { PartyPostCode, PostManner } from '../../../shared/model/organisation.ts'
import type { Row } from '../record-table.ts'

export interface StoredTerm extends TermFields {
  readonly id: string
  readonly rev: number
  readonly organisationId: string
}
/** 一段任职,含已离任的;姓名以名册上的为准。 */
export interface PostSpan {
  readonly id: string
  readonly rev: number
  readonly organisationId: string
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly duty: string
  readonly manner: PostManner
  readonly document: string
  readonly fromDay: string
  readonly toDay: string | null
}
export interface StoredReminder extends Reminder {
  readonly termId: string
}

/** 列 → 字段。 */
const TERM_FIELDS = {
  from_day: 'fromDay',
  due_day: 'dueDay',
  ended_day: 'endedDay',
  session_number: 'sessionNumber',
  years: 'years',
  extended_to: 'extendedTo',
  extension_document: 'extensionDocument',
  election_day: 'electionDay',
  election_method: 'electionMethod',
  entitled: 'entitled',
  present: 'present',
  ballots_issued: 'ballotsIssued',
  ballots_returned: 'ballotsReturned',
  ballots_valid: 'ballotsValid',
  candidates: 'candidates',
  is_first: 'isFirst',
  request_document: 'requestDocument',
  request_day: 'requestDay',
  approval_document: 'approvalDocument',
  approval_day: 'approvalDay',
  seats: 'seats',
  note: 'note',
} as const satisfies Readonly<Record<string, keyof TermFields>>

/** 除 id、owner_unit、rev 之外的全部列;凡写这两张表的都用这一份,版本里才有整行。 */
export const TERM_COLUMNS: readonly string[] = ['organisation_id', ...Object.keys(TERM_FIELDS)]
export const POST_COLUMNS: readonly string[] = ['organisation_id', 'member_id', 'name', 'post', 'duty', 'manner', 'document', 'from_day', 'to_day']

const encode = (value: TermFields[keyof TermFields]): string | number | null => (typeof value === 'object' && value !== null ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : value)
export const rowOfTerm = (fields: TermFields): Row => Object.fromEntries(Object.entries(TERM_FIELDS).map(([column, field]) => [column, encode(fields[field])]))

type TermRow = Omit<StoredTerm, 'isFirst' | 'candidates' | 'seats'> & { readonly isFirst: number; readonly candidates: string; readonly seats: string }
/** 读不懂的(被人改坏的)按没有,由从头核对去指出来。 */
const parse = <T>(schema: z.ZodType<T[]>, text: string): T[] => {
  const result = schema.safeParse(JSON.parse(text))
  return result.success ? result.data : []
}
const candidatesSchema = z.array(candidateSchema)
const seatsSchema = z.array(seatSchema)
const termOf = (row: TermRow): StoredTerm => ({ ...row, isFirst: row.isFirst === 1, candidates: parse(candidatesSchema, row.candidates), seats: parse(seatsSchema, row.seats) })

const TERM_SELECT = `SELECT id, rev, organisation_id AS organisationId, ${Object.entries(TERM_FIELDS).map(([column, field]) => `${column} AS ${field}`).join(', ')} FROM organisation_term`
const POST_SELECT = `SELECT t.id, t.rev, t.organisation_id AS organisationId, t.member_id AS memberId, COALESCE(m.name, t.name) AS name, t.post, t.duty, t.manner, t.document, t.from_day AS fromDay, t.to_day AS toDay
  FROM organisation_post t LEFT JOIN member m ON m.id = t.member_id`
const REMINDER_SELECT = 'SELECT id, rev, term_id AS termId, stage, method, day, person, note FROM term_reminder WHERE withdrawn_at IS NULL'

/** 届次、任职、换届提醒的读取。写入在 term-writes.ts。 */
export const createTermRepo = (db: Database) => {
  const ofOrganisation = db.prepare(`${TERM_SELECT} WHERE organisation_id = ? ORDER BY from_day DESC, id DESC`)
  const byId = db.prepare(`${TERM_SELECT} WHERE id = ?`)
  const current = db.prepare(`${TERM_SELECT} WHERE ended_day IS NULL`)
  const postsOf = db.prepare(`${POST_SELECT} WHERE t.organisation_id = ? ORDER BY t.from_day, t.id`)
  const allPosts = db.prepare(`${POST_SELECT} ORDER BY t.from_day, t.id`)
  const remindersOf = db.prepare(`${REMINDER_SELECT} AND term_id = ? ORDER BY day, id`)
  const reminders = db.prepare(`${REMINDER_SELECT} AND term_id IN (SELECT id FROM organisation_term WHERE ended_day IS NULL) ORDER BY day, id`)
  const termsOf = (rows: unknown[]): StoredTerm[] => (rows as TermRow[]).map(termOf)
  return {
    /** 一个组织的各届,新的在前。 */
    of: (organisationId: string): StoredTerm[] => termsOf(ofOrganisation.all(organisationId)),
    read: (id: string): StoredTerm | undefined => termsOf(byId.all(id))[0],
    /** 全部组织的本届:组织 → 届。 */
    current: (): Map<string, StoredTerm> => new Map(termsOf(current.all()).map((term) => [term.organisationId, term])),
    /** 一个组织的全部任职,先后为序。 */
    posts: (organisationId: string): PostSpan[] => postsOf.all(organisationId) as PostSpan[],
    /** 全部组织的全部任职。 */
    allPosts: (): PostSpan[] => allPosts.all() as PostSpan[],
    reminders: (termId: string): StoredReminder[] => remindersOf.all(termId) as StoredReminder[],
    /** 各组织本届的提醒。 */
    currentReminders: (): StoredReminder[] => reminders.all() as StoredReminder[],
  }
}
