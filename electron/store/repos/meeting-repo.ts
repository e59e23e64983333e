import type { Database } from 'better-sqlite3'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { orderOf } from '../../../shared/data/code-tables/code-table.ts'
import type { AttendanceCounts, MeetingFields, MeetingType, Quorum, RecordState } from '../../../shared/model/meeting.ts'
import type { Review } from '../../../shared/model/meeting-parts.ts'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { quorumOf } from '../../domain/meetings/quorum.ts'
import { createRecordTable, RecordMissing, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'
import { COLUMNS, fieldsOf, reviewOf, stateColumns, toColumns, type StateChange, type StoredMeeting } from './meeting-columns.ts'
import { createMeetingParts } from './meeting-parts.ts'
import { createMeetingSummaries, nameOnDay } from './meeting-summaries.ts'

export type { MeetingSummary } from './meeting-summaries.ts'

/** 一条完整的记录;出席统计与法定人数随读随算,不另存。 */
export interface MeetingRecord {
  readonly id: string
  readonly rev: number
  readonly branchId: string
  /** 开会当日的名称。 */
  readonly branchName: string
  readonly partyGroupName: string
  readonly state: RecordState
  readonly stateReason: string
  readonly fields: MeetingFields
  /** 照它开的那一条计划;没有、删掉了为空。 */
  readonly planTitle: string
  readonly planRegister: string
  readonly counts: AttendanceCounts
  readonly quorum: Quorum
  readonly review: Review
  /** 附件的文件名,照附上的次序:手册里只印名称。 */
  readonly attachmentNames: readonly string[]
  /** 首次办结的时刻,毫秒;未办结过为 null。 */
  readonly finishedAt: number | null
  readonly updatedAt: number
}

/** 出勤人的表决资格所依据的几项。 */
export interface AttendancePerson {
  readonly name: string
  readonly memberType: 'full' | 'probationary'
  readonly regularOn: string | null
  readonly membershipState: 'normal' | 'kept' | 'restored' | 'stopped' | 'expelled' | 'left' | 'deceased'
}

/**
 * 会议记录:主表一行,下级各表(meeting-parts.ts)整份替换;每次变动的版本里带全部内容。
 */
export const createMeetingRepo = (db: Database) => {
  const table = createRecordTable(db, 'meeting', COLUMNS)
  const keepQuorum = db.prepare('INSERT INTO meeting_quorum (meeting_id, reached) VALUES (@id, @reached) ON CONFLICT (meeting_id) DO UPDATE SET reached = excluded.reached')
  /** 到会够不够随内容一起存下:汇总一千个支部时不必逐份重算。 */
  const settleQuorum = (id: string, { meetingType, alsoTypes, topics, attendance }: MeetingFields): void => {
    const { reached } = quorumOf(
      [meetingType, ...alsoTypes],
      topics.map(({ kind }) => kind),
      countAttendance(attendance),
    )
    keepQuorum.run({ id, reached: reached ? 1 : 0 })
  }
  const selectOne = db.prepare(`SELECT m.*, ${nameOnDay('m.branch_id')} AS branchName, ${nameOnDay('m.party_group_id')} AS partyGroupName, COALESCE((SELECT e.title FROM register_entry e WHERE e.id = m.plan_entry_id AND e.deleted_at IS NULL), '') AS planTitle, COALESCE((SELECT e.definition_key FROM register_entry e WHERE e.id = m.plan_entry_id AND e.deleted_at IS NULL), '') AS planRegister FROM meeting m WHERE m.id = ? AND m.deleted_at IS NULL`)
  const parts = createMeetingParts(db)
  const selectLatest = db
    .prepare(
      `SELECT m.id FROM meeting m WHERE m.branch_id = @branchId AND m.meeting_type = @meetingType AND m.party_group_id IS @partyGroupId AND m.state <> 'voided' AND m.deleted_at IS NULL
       ORDER BY m.start_at <= @day || ' 23:59' DESC, m.start_at DESC LIMIT 1`,
    )
    .pluck()
  const selectHandbook = db
    .prepare("SELECT m.id FROM meeting m WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.state <> 'voided' AND substr(m.start_at, 1, 4) = @year ORDER BY m.start_at, m.id")
    .pluck()
  const selectFiles = db.prepare('SELECT file_name FROM meeting_attachment WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY position, id').pluck()
  const selectPerson = db.prepare('SELECT name, member_type AS memberType, regular_on AS regularOn, membership_state AS membershipState FROM member WHERE id = ? AND deleted_at IS NULL')
  const selectSuggestions = db.prepare(
    `SELECT m.id AS memberId, m.name FROM member m JOIN membership s ON s.member_id = m.id AND s.to_day IS NULL
     WHERE s.organisation_id = @branchId AND m.deleted_at IS NULL
       AND (@search = '' OR instr(m.name, @search) > 0 OR instr(m.pinyin_full, @search) > 0 OR instr(m.pinyin_initials, @search) > 0)
     ORDER BY m.name <> @search, instr(m.pinyin_full, @search) <> 1, instr(m.pinyin_initials, @search) <> 1, m.pinyin_full, m.id LIMIT 30`,
  )

  const read = (id: string): MeetingRecord | null => {
    const row = selectOne.get(id) as StoredMeeting | undefined
    if (row === undefined) return null
    const fields: MeetingFields = { ...fieldsOf(row), ...parts.read(id) }
    const counts = countAttendance(fields.attendance)
    const quorum = quorumOf(
      [fields.meetingType, ...fields.alsoTypes],
      fields.topics.map((topic) => topic.kind),
      counts,
    )
    return { id, rev: row.rev, branchId: row.branch_id, branchName: row.branchName, partyGroupName: row.partyGroupName, state: row.state, stateReason: row.state_reason, fields, planTitle: row.planTitle, planRegister: row.planRegister, counts, quorum, review: reviewOf(row), attachmentNames: selectFiles.all(id) as string[], finishedAt: row.finished_at, updatedAt: row.updated_at }
  }

  return {
    /** @returns null 没有这条记录。 */
    read,
    /** 新记录,状态为草稿。 */
    insert: (transaction: Transaction, record: { readonly id: string; readonly branchId: string; readonly fields: MeetingFields }, createId: () => string): void => {
      const row: Row = { id: record.id, owner_unit: record.branchId, rev: 1, branch_id: record.branchId, ...toColumns(record.fields), state: 'draft', state_reason: '', finished_at: null, submitted_at: null, reviewed_at: null, review_opinion: '', review_grade: '', returned_count: 0, return_due_on: null, created_at: transaction.at, updated_at: transaction.at, deleted_at: null }
      table.insert(transaction, row, { ...row, ...parts.bodiesOf(record.fields) })
      parts.replace(record.id, record.fields, createId)
      settleQuorum(record.id, record.fields)
    },
    /**
     * 整份替换可编辑内容。没有实际变化则不写、不升修订号。
     *
     * @returns 改后的修订号。
     * @throws RecordMissing / RecordStale
     */
    save: (transaction: Transaction, id: string, expectedRev: number, fields: MeetingFields, createId: () => string): number => {
      const before = read(id)
      if (before === null) throw new RecordMissing('meeting')
      const children = parts.bodiesOf(fields)
      const childrenChanged = JSON.stringify(children) !== JSON.stringify(parts.bodiesOf(before.fields))
      const rev = table.update(transaction, id, expectedRev, { ...toColumns(fields), updated_at: transaction.at }, { force: childrenChanged, versionBody: () => children })
      if (childrenChanged) parts.replace(id, fields, createId)
      settleQuorum(id, fields)
      return rev
    },
    /**
     * 换状态;原因同时进版本。
     *
     * @throws RecordMissing / RecordStale
     */
    setState: (transaction: Transaction, id: string, expectedRev: number, change: StateChange): number => {
      const before = read(id)
      if (before === null) throw new RecordMissing('meeting')
      return table.update(
        transaction,
        id,
        expectedRev,
        { state: change.state, state_reason: change.reason ?? '', updated_at: transaction.at, ...stateColumns(change) },
        { action: change.action, versionBody: () => parts.bodiesOf(before.fields), ...(change.reason === undefined ? {} : { reason: change.reason }) },
      )
    },
    summaries: createMeetingSummaries(db).summaries,
    /** 手册打印:一年内未作废的记录,按类型的次序,同类按日期。 */
    rowsForHandbook: (branchId: string, year: number): MeetingRecord[] => {
      const records = (selectHandbook.all({ branchId, year: String(year) }) as string[]).map(read).filter((record) => record !== null)
      return records.toSorted((a, b) => orderOf(meetingTypes, a.fields.meetingType) - orderOf(meetingTypes, b.fields.meetingType))
    },
    /** 新记录照着预填的那一条:不晚于当日的最近一次同类(党小组会为同组);没有则取之后的。 */
    latestOfType: (branchId: string, meetingType: MeetingType, partyGroupId: string | null, day: string): MeetingRecord | null => {
      const id = selectLatest.get({ branchId, meetingType, partyGroupId, day }) as string | undefined
      return id === undefined ? null : read(id)
    },
    /** @returns null 没有这个人。 */
    person: (memberId: string): AttendancePerson | null => (selectPerson.get(memberId) as AttendancePerson | undefined) ?? null,
    /** 本支部现有的人,按姓名、全拼、首字母;拼音不分大小写。 */
    suggestPeople: (branchId: string, search: string): { readonly memberId: string; readonly name: string }[] => selectSuggestions.all({ branchId, search: search.toLowerCase().replaceAll(' ', '') }) as { memberId: string; name: string }[],
  }
}
export type MeetingRepo = ReturnType<typeof createMeetingRepo>
