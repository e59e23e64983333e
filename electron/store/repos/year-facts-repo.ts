import type { Database } from 'better-sqlite3'
import { meetingTypeSchema, type MeetingType, type RecordState } from '../../../shared/model/meeting.ts'
import type { OrganisationKind, PartyPostCode } from '../../../shared/model/organisation.ts'
import type { NormTalk } from '../../domain/norms/talk-periods.ts'
import type { DatedValue } from '../dated-value.ts'
import { readTypes } from './meeting-summaries.ts'

export interface OrganisationFact {
  readonly id: string
  readonly code: string
  readonly kind: OrganisationKind
  readonly foundedOn: string | null
  readonly revokedOn: string | null
  readonly themeDay: string
  readonly sortOrder: number
}
export interface PostFact {
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
}
export interface MeetingFact {
  readonly id: string
  readonly meetingTypes: readonly MeetingType[]
  readonly partyGroupId: string | null
  readonly day: string
  readonly state: RecordState
  /** 首次办结之日;没办结过为 null。 */
  readonly finishedOn: string | null
  readonly returnedCount: number
  /** 还没有算过为 null。 */
  readonly quorumReached: boolean | null
}
/** 够不够法定人数;还没有算过为 null。 */
export type QuorumFacts = (meetingId: string) => boolean | null
type Spans<T> = ReadonlyMap<string, readonly DatedValue<T>[]>
type DatedTable = 'organisation_name' | 'organisation_parent' | 'organisation_kind'

/** 只算一类的占多数:各类共用一份,不为每份记录另造一个。 */
const ALONE = Object.fromEntries(meetingTypeSchema.options.map((type) => [type, [type]])) as unknown as Readonly<Record<MeetingType, readonly MeetingType[]>>

/** 一年的规范要问的各样,一次整张取来:会议以外的一次整张取来。 */
export const createYearFactsRepo = (db: Database) => {
  const organisations = db.prepare('SELECT id, code, kind, founded_on AS foundedOn, revoked_on AS revokedOn, theme_day AS themeDay, sort_order AS sortOrder FROM organisation WHERE deleted_at IS NULL')
  const dated = (table: DatedTable, column: string) => db.prepare(`SELECT organisation_id, from_day, to_day, ${column} FROM ${table} ORDER BY organisation_id, from_day, id`).raw()
  const tables = { names: dated('organisation_name', 'name'), parents: dated('organisation_parent', 'parent_id'), kinds: dated('organisation_kind', 'kind') } as const
  const posts = db.prepare('SELECT t.organisation_id, t.from_day, t.to_day, t.member_id, COALESCE(m.name, t.name), t.post FROM organisation_post t LEFT JOIN member m ON m.id = t.member_id WHERE t.from_day <= @to AND (t.to_day IS NULL OR t.to_day > @from)').raw()
  // 要的各列都在 meeting_year 索引里。
  const meetingsOf = db.prepare(`SELECT m.id, m.meeting_type, NULLIF(m.also_types, '[]'), m.party_group_id, m.start_at, m.state, m.finished_at, m.returned_count FROM meeting m WHERE m.deleted_at IS NULL AND m.state <> 'voided' AND m.branch_id = ? AND m.start_at >= ? AND m.start_at < ? ORDER BY m.start_at`).raw()
  const TALK = "SELECT e.branch_id, json_extract(e.body, '$.kind'), e.day, e.created_at FROM register_entry e WHERE e.definition_key = 'talks' AND e.deleted_at IS NULL AND e.day >= @from AND e.day < @before"
  const allTalks = db.prepare(TALK).raw()
  const talksOf = db.prepare(`${TALK} AND e.branch_id = @branchId`).raw()
  const notReached = db.prepare('SELECT meeting_id FROM meeting_quorum WHERE reached = 0').pluck()
  const settled = db.prepare('SELECT meeting_id FROM meeting_quorum').pluck()
  // 每份记录写下时都算好存着;两边一样多,就没有还没算过的。
  const isAllSettled = db.prepare('SELECT (SELECT count(*) FROM meeting) = (SELECT count(*) FROM meeting_quorum)').pluck()
  const keepQuorum = db.prepare('INSERT INTO meeting_quorum (meeting_id, reached) VALUES (@id, @reached) ON CONFLICT (meeting_id) DO UPDATE SET reached = excluded.reached')

  const group = <T>(rows: readonly (readonly [string, string, string | null, T])[]): Spans<T> => {
    const found = new Map<string, DatedValue<T>[]>()
    for (const [id, fromDay, toDay, value] of rows) {
      const list = found.get(id)
      if (list === undefined) found.set(id, [{ fromDay, toDay, value }])
      else list.push({ fromDay, toDay, value })
    }
    return found
  }
  return {
    organisations: (): OrganisationFact[] => organisations.all() as OrganisationFact[],
    names: (): Spans<string> => group(tables.names.all() as [string, string, string | null, string][]),
    parents: (): Spans<string> => group(tables.parents.all() as [string, string, string | null, string][]),
    kinds: (): Spans<OrganisationKind> => group(tables.kinds.all() as [string, string, string | null, OrganisationKind][]),
    /** 这段日子里任过的职;任职不向前延伸,自任职之日起算。 */
    posts: (from: string, to: string): Spans<PostFact> =>
      group((posts.all({ from, to }) as [string, string, string | null, string | null, string, PartyPostCode][]).map(([id, fromDay, toDay, memberId, name, post]) => [id, fromDay, toDay, { memberId, name, post }] as const)),
    /** 各份记录够不够法定人数;还没有算过为 null。 */
    quorum: (): QuorumFacts => {
      const below = new Set(notReached.all() as string[])
      const known = isAllSettled.get() === 1 ? null : new Set(settled.all() as string[])
      return (id) => (known !== null && !known.has(id) ? null : below.size === 0 || !below.has(id))
    },
    /** 一个支部一年的记录,照日期。一个支部一段地取:取完一个算一个,上千个支部的不必同时堆在内存里。 */
    meetings: (branchId: string, year: number, dayOf: (at: number) => string, quorumOf: QuorumFacts): MeetingFact[] =>
      (meetingsOf.all(branchId, `${year}-01-01`, `${year + 1}-01-01`) as [string, MeetingType, string | null, string | null, string, RecordState, number | null, number][]).map(([id, type, also, partyGroupId, startAt, state, finishedAt, returnedCount]) => ({
        id,
        meetingTypes: also === null ? ALONE[type] : [type, ...readTypes(also)],
        partyGroupId,
        day: startAt.slice(0, 10),
        state,
        finishedOn: finishedAt === null ? null : dayOf(finishedAt),
        returnedCount,
        quorumReached: quorumOf(id),
      })),
    /** 一年里登记的谈心谈话,按支部;不取谈话内容。 */
    talks: (branchId: string | null, year: number, dayOf: (at: number) => string): ReadonlyMap<string, readonly NormTalk[]> => {
      const range = { from: `${year}-01-01`, before: `${year + 1}-01-01` }
      const rows = (branchId === null ? allTalks.all(range) : talksOf.all({ ...range, branchId })) as [string, string | null, string, number][]
      const found = new Map<string, NormTalk[]>()
      for (const [id, kind, day, at] of rows) {
        const list = found.get(id)
        const talk = { kind: kind ?? '', day, enteredOn: dayOf(at) }
        if (list === undefined) found.set(id, [talk])
        else list.push(talk)
      }
      return found
    },
    /** 补存推算出来的法定人数;不是记录的改动,不进审计与版本。 */
    keepQuorum: db.transaction((found: readonly { readonly id: string; readonly reached: boolean }[]): void => {
      for (const { id, reached } of found) keepQuorum.run({ id, reached: reached ? 1 : 0 })
    }),
  }
}
