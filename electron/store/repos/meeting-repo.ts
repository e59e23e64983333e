import type { Database } from 'better-sqlite3'
import type { AttendanceCounts, AttendanceRow, MeetingFields, MeetingType, Quorum, RecordState, Resolution, Topic, TopicKind } from '../../../shared/model/meeting.ts'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { quorumOf } from '../../domain/meetings/quorum.ts'
import { createRecordTable, RecordMissing, type Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

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
  readonly counts: AttendanceCounts
  readonly quorum: Quorum
  /** 首次办结的时刻,毫秒;未办结过为 null。 */
  readonly finishedAt: number | null
  readonly updatedAt: number
}

/** 列表与核算用的一条概要,不含正文与名单。 */
export interface MeetingSummary {
  readonly id: string
  readonly rev: number
  readonly branchId: string
  readonly meetingType: MeetingType
  readonly partyGroupId: string | null
  readonly partyGroupName: string
  readonly title: string
  readonly startAt: string
  readonly endAt: string | null
  readonly place: string
  readonly host: string
  readonly recorder: string
  readonly state: RecordState
  /** 首次办结之日 `YYYY-MM-DD`(本机时区)。 */
  readonly finishedOn: string | null
  readonly hasContent: boolean
  readonly topicCount: number
  readonly resolutionCount: number
  readonly counts: AttendanceCounts
  readonly quorum: Quorum
}

/** 出勤人的表决资格所依据的几项。 */
export interface AttendancePerson {
  readonly name: string
  readonly memberType: 'full' | 'probationary'
  readonly regularOn: string | null
  readonly membershipState: 'normal' | 'kept' | 'restored' | 'stopped' | 'expelled' | 'left' | 'deceased'
}

const COLUMNS = ['branch_id', 'meeting_type', 'party_group_id', 'title', 'start_at', 'end_at', 'place', 'host', 'recorder', 'lecturer', 'observers', 'content', 'state', 'state_reason', 'finished_at', 'created_at', 'updated_at', 'deleted_at'] as const

/** 开会当日的名称;那天还没有名称记录的取最早的一个。 */
const nameOnDay = (organisation: string): string =>
  `coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = ${organisation} AND n.from_day <= substr(m.start_at, 1, 10) ORDER BY n.from_day DESC LIMIT 1),
    (SELECT n.name FROM organisation_name n WHERE n.organisation_id = ${organisation} ORDER BY n.from_day LIMIT 1), '')`
const attendanceCount = (condition: string): string => `(SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id${condition})`
const SUMMARY = `SELECT m.id, m.rev, m.branch_id AS branchId, m.meeting_type AS meetingType, m.party_group_id AS partyGroupId, ${nameOnDay('m.party_group_id')} AS partyGroupName,
  m.title, m.start_at AS startAt, m.end_at AS endAt, m.place, m.host, m.recorder, m.state,
  date(m.finished_at / 1000, 'unixepoch', 'localtime') AS finishedOn, trim(m.content) <> '' AS hasContent,
  (SELECT count(*) FROM meeting_topic t WHERE t.meeting_id = m.id) AS topicCount,
  (SELECT group_concat(t.kind) FROM meeting_topic t WHERE t.meeting_id = m.id) AS kinds,
  (SELECT count(*) FROM meeting_resolution r WHERE r.meeting_id = m.id) AS resolutionCount,
  ${attendanceCount('')} AS due, ${attendanceCount(" AND a.status = 'present'")} AS present, ${attendanceCount(" AND a.status = 'on_leave'")} AS onLeave,
  ${attendanceCount(' AND a.has_vote = 1')} AS votingDue, ${attendanceCount(" AND a.has_vote = 1 AND a.status = 'present'")} AS votingPresent
  FROM meeting m`

type SummaryRow = Omit<MeetingSummary, 'hasContent' | 'counts' | 'quorum'> & { readonly hasContent: number; readonly kinds: string | null } & Omit<AttendanceCounts, 'absent'>

const toSummary = ({ kinds, due, present, onLeave, votingDue, votingPresent, hasContent, ...row }: SummaryRow): MeetingSummary => {
  const counts = { due, present, absent: due - present, onLeave, votingDue, votingPresent }
  // 列有 CHECK 约束,取值只会是 TopicKind。
  const topicKinds = (kinds ?? '').split(',').filter((kind) => kind !== '') as TopicKind[]
  return { ...row, hasContent: hasContent === 1, counts, quorum: quorumOf(row.meetingType, topicKinds, counts) }
}

const toColumns = (fields: MeetingFields): Row => ({
  meeting_type: fields.meetingType,
  party_group_id: fields.partyGroupId,
  title: fields.title,
  start_at: fields.startAt,
  end_at: fields.endAt,
  place: fields.place,
  host: fields.host,
  recorder: fields.recorder,
  lecturer: fields.lecturer,
  observers: fields.observers,
  content: fields.content,
})

interface StoredMeeting extends Record<string, string | number | null> {
  id: string
  rev: number
  branch_id: string
  title: string
  start_at: string
  end_at: string | null
  place: string
  host: string
  recorder: string
  lecturer: string
  observers: string
  content: string
  party_group_id: string | null
  state_reason: string
  finished_at: number | null
  updated_at: number
}

/**
 * 会议记录:主表一行,议题、决议、出勤各一表,整份替换;每次变动的版本里带全部内容。
 */
export const createMeetingRepo = (db: Database) => {
  const table = createRecordTable(db, 'meeting', COLUMNS)
  const selectOne = db.prepare(`SELECT m.*, ${nameOnDay('m.branch_id')} AS branchName, ${nameOnDay('m.party_group_id')} AS partyGroupName FROM meeting m WHERE m.id = ? AND m.deleted_at IS NULL`)
  const selectTopics = db.prepare('SELECT title, kind, is_first_topic FROM meeting_topic WHERE meeting_id = ? ORDER BY position')
  const selectResolutions = db.prepare('SELECT text, owner, due_on AS dueOn FROM meeting_resolution WHERE meeting_id = ? ORDER BY position')
  const selectAttendance = db.prepare('SELECT member_id AS memberId, name, has_vote, status, reason, reason_note AS reasonNote FROM attendance WHERE meeting_id = ? ORDER BY position')
  const clear = ['meeting_topic', 'meeting_resolution', 'attendance'].map((child) => db.prepare(`DELETE FROM ${child} WHERE meeting_id = ?`))
  const insertTopic = db.prepare('INSERT INTO meeting_topic (id, meeting_id, position, title, kind, is_first_topic) VALUES (?, ?, ?, ?, ?, ?)')
  const insertResolution = db.prepare('INSERT INTO meeting_resolution (id, meeting_id, position, text, owner, due_on) VALUES (?, ?, ?, ?, ?, ?)')
  const insertAttendance = db.prepare('INSERT INTO attendance (meeting_id, member_id, position, name, has_vote, status, reason, reason_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const selectRange = db.prepare(`${SUMMARY} WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.start_at >= @from AND m.start_at <= @to || ' 23:59' ORDER BY m.start_at, m.id`)
  const selectLatest = db
    .prepare(
      `SELECT m.id FROM meeting m WHERE m.branch_id = @branchId AND m.meeting_type = @meetingType AND m.party_group_id IS @partyGroupId AND m.state <> 'voided' AND m.deleted_at IS NULL
       ORDER BY m.start_at <= @day || ' 23:59' DESC, m.start_at DESC LIMIT 1`,
    )
    .pluck()
  const selectHandbook = db
    .prepare("SELECT m.id FROM meeting m WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.state <> 'voided' AND substr(m.start_at, 1, 4) = @year ORDER BY m.start_at, m.id")
    .pluck()
  const selectPerson = db.prepare('SELECT name, member_type AS memberType, regular_on AS regularOn, membership_state AS membershipState FROM member WHERE id = ? AND deleted_at IS NULL')
  const selectSuggestions = db.prepare(
    `SELECT m.id AS memberId, m.name FROM member m JOIN membership s ON s.member_id = m.id AND s.to_day IS NULL
     WHERE s.organisation_id = @branchId AND m.deleted_at IS NULL
       AND (@search = '' OR instr(m.name, @search) > 0 OR instr(m.pinyin_full, @search) > 0 OR instr(m.pinyin_initials, @search) > 0)
     ORDER BY m.name <> @search, instr(m.pinyin_full, @search) <> 1, instr(m.pinyin_initials, @search) <> 1, m.pinyin_full, m.id LIMIT 30`,
  )

  const read = (id: string): MeetingRecord | null => {
    const row = selectOne.get(id) as (StoredMeeting & Pick<MeetingRecord, 'state' | 'branchName' | 'partyGroupName'> & { meeting_type: MeetingType }) | undefined
    if (row === undefined) return null
    const topics = (selectTopics.all(id) as { title: string; kind: TopicKind; is_first_topic: number }[]).map(({ title, kind, is_first_topic }): Topic => ({ title, kind, isFirstTopic: is_first_topic === 1 }))
    const attendance = (selectAttendance.all(id) as (Omit<AttendanceRow, 'hasVote'> & { has_vote: number })[]).map(({ has_vote, ...rest }): AttendanceRow => ({ ...rest, hasVote: has_vote === 1 }))
    const fields: MeetingFields = {
      meetingType: row.meeting_type,
      partyGroupId: row.party_group_id,
      title: row.title,
      startAt: row.start_at,
      endAt: row.end_at,
      place: row.place,
      host: row.host,
      recorder: row.recorder,
      lecturer: row.lecturer,
      observers: row.observers,
      topics,
      content: row.content,
      resolutions: selectResolutions.all(id) as Resolution[],
      attendance,
    }
    const counts = countAttendance(attendance)
    const quorum = quorumOf(
      fields.meetingType,
      topics.map((topic) => topic.kind),
      counts,
    )
    return { id, rev: row.rev, branchId: row.branch_id, branchName: row.branchName, partyGroupName: row.partyGroupName, state: row.state, stateReason: row.state_reason, fields, counts, quorum, finishedAt: row.finished_at, updatedAt: row.updated_at }
  }

  const writeChildren = (id: string, { topics, resolutions, attendance }: MeetingFields, createId: () => string): void => {
    for (const statement of clear) statement.run(id)
    for (const [position, topic] of topics.entries()) insertTopic.run(createId(), id, position, topic.title, topic.kind, topic.isFirstTopic ? 1 : 0)
    for (const [position, resolution] of resolutions.entries()) insertResolution.run(createId(), id, position, resolution.text, resolution.owner, resolution.dueOn)
    for (const [position, person] of attendance.entries()) insertAttendance.run(id, person.memberId, position, person.name, person.hasVote ? 1 : 0, person.status, person.reason, person.reasonNote)
  }
  const childrenOf = ({ topics, resolutions, attendance }: MeetingFields) => ({
    topics: topics.map(({ title, kind, isFirstTopic }) => ({ title, kind, isFirstTopic })),
    resolutions: resolutions.map(({ text, owner, dueOn }) => ({ text, owner, dueOn })),
    attendance: attendance.map(({ memberId, name, hasVote, status, reason, reasonNote }) => ({ memberId, name, hasVote, status, reason, reasonNote })),
  })

  return {
    /** @returns null 没有这条记录。 */
    read,
    /** 新记录,状态为草稿。 */
    insert: (transaction: Transaction, record: { readonly id: string; readonly branchId: string; readonly fields: MeetingFields }, createId: () => string): void => {
      const row: Row = { id: record.id, owner_unit: record.branchId, rev: 1, branch_id: record.branchId, ...toColumns(record.fields), state: 'draft', state_reason: '', finished_at: null, created_at: transaction.at, updated_at: transaction.at, deleted_at: null }
      table.insert(transaction, row, { ...row, ...childrenOf(record.fields) })
      writeChildren(record.id, record.fields, createId)
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
      const children = childrenOf(fields)
      const childrenChanged = JSON.stringify(children) !== JSON.stringify(childrenOf(before.fields))
      const rev = table.update(transaction, id, expectedRev, { ...toColumns(fields), updated_at: transaction.at }, { force: childrenChanged, versionBody: () => children })
      if (childrenChanged) writeChildren(id, fields, createId)
      return rev
    },
    /**
     * 换状态;原因同时进版本。
     *
     * @param change.finishedAt 首次办结的时刻;不给则不动。
     * @throws RecordMissing / RecordStale
     */
    setState: (transaction: Transaction, id: string, expectedRev: number, change: { readonly state: RecordState; readonly action: string; readonly reason?: string; readonly finishedAt?: number }): number => {
      const before = read(id)
      if (before === null) throw new RecordMissing('meeting')
      return table.update(
        transaction,
        id,
        expectedRev,
        { state: change.state, state_reason: change.reason ?? '', updated_at: transaction.at, ...(change.finishedAt === undefined ? {} : { finished_at: change.finishedAt }) },
        { action: change.action, versionBody: () => childrenOf(before.fields), ...(change.reason === undefined ? {} : { reason: change.reason }) },
      )
    },
    /** 一个支部某段日子(两端都含)的全部记录,按时间升序,含草稿与作废。 */
    summaries: (branchId: string, fromDay: string, toDay: string): MeetingSummary[] => (selectRange.all({ branchId, from: fromDay, to: toDay }) as SummaryRow[]).map(toSummary),
    /** 手册打印:一年内未作废的记录,按三会一课、主题党日的次序,同类按日期。 */
    rowsForHandbook: (branchId: string, year: number): MeetingRecord[] => {
      const order: readonly MeetingType[] = ['general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day']
      const records = (selectHandbook.all({ branchId, year: String(year) }) as string[]).map(read).filter((record) => record !== null)
      return records.toSorted((a, b) => order.indexOf(a.fields.meetingType) - order.indexOf(b.fields.meetingType))
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
