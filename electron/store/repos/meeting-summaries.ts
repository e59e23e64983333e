import type { Database } from 'better-sqlite3'
import type { AttendanceCounts, MeetingType, Quorum, RecordState } from '../../../shared/model/meeting.ts'
import type { TopicKind } from '../../../shared/model/meeting-parts.ts'
import { quorumOf } from '../../domain/meetings/quorum.ts'

/** 列表与核算用的一条概要,不含正文与名单。 */
export interface MeetingSummary {
  readonly id: string
  readonly rev: number
  readonly branchId: string
  readonly meetingType: MeetingType
  readonly alsoTypes: readonly MeetingType[]
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
  readonly returnedCount: number
  readonly returnDueOn: string | null
  readonly hasContent: boolean
  readonly topicCount: number
  readonly resolutionCount: number
  readonly counts: AttendanceCounts
  readonly quorum: Quorum
}

/** 开会当日的名称;那天还没有名称记录的取最早的一个。 */
export const nameOnDay = (organisation: string): string =>
  `coalesce((SELECT n.name FROM organisation_name n WHERE n.organisation_id = ${organisation} AND n.from_day <= substr(m.start_at, 1, 10) ORDER BY n.from_day DESC LIMIT 1),
    (SELECT n.name FROM organisation_name n WHERE n.organisation_id = ${organisation} ORDER BY n.from_day LIMIT 1), '')`
/** 库里存的一串类型。列有 json_valid 约束,只由本程序写入。 */
export const readTypes = (text: string): MeetingType[] => JSON.parse(text) as MeetingType[]

const attendanceCount = (condition: string): string => `(SELECT count(*) FROM attendance a WHERE a.meeting_id = m.id${condition})`
const SUMMARY = `SELECT m.id, m.rev, m.branch_id AS branchId, m.meeting_type AS meetingType, m.also_types AS alsoTypes, m.party_group_id AS partyGroupId, ${nameOnDay('m.party_group_id')} AS partyGroupName,
  m.title, m.start_at AS startAt, m.end_at AS endAt, m.place, m.host, m.recorder, m.state,
  date(m.finished_at / 1000, 'unixepoch', 'localtime') AS finishedOn, m.returned_count AS returnedCount, m.return_due_on AS returnDueOn, trim(m.content) <> '' AS hasContent,
  (SELECT count(*) FROM meeting_topic t WHERE t.meeting_id = m.id) AS topicCount,
  (SELECT group_concat(t.kind) FROM meeting_topic t WHERE t.meeting_id = m.id) AS kinds,
  (SELECT count(*) FROM meeting_resolution r WHERE r.meeting_id = m.id) AS resolutionCount,
  ${attendanceCount('')} AS due, ${attendanceCount(" AND a.status = 'present'")} AS present, ${attendanceCount(" AND a.status = 'on_leave'")} AS onLeave,
  ${attendanceCount(' AND a.has_vote = 1')} AS votingDue, ${attendanceCount(" AND a.has_vote = 1 AND a.status = 'present'")} AS votingPresent
  FROM meeting m`

type SummaryRow = Omit<MeetingSummary, 'hasContent' | 'counts' | 'quorum' | 'alsoTypes'> & { readonly alsoTypes: string; readonly hasContent: number; readonly kinds: string | null } & Omit<AttendanceCounts, 'absent'>

const toSummary = ({ kinds, alsoTypes, due, present, onLeave, votingDue, votingPresent, hasContent, ...row }: SummaryRow): MeetingSummary => {
  const counts = { due, present, absent: due - present, onLeave, votingDue, votingPresent }
  // 列有 CHECK 约束,取值只会是 TopicKind。
  const topicKinds = (kinds ?? '').split(',').filter((kind) => kind !== '') as TopicKind[]
  const also = readTypes(alsoTypes)
  return { ...row, alsoTypes: also, hasContent: hasContent === 1, counts, quorum: quorumOf([row.meetingType, ...also], topicKinds, counts) }
}

export const createMeetingSummaries = (db: Database) => {
  const selectRange = db.prepare(`${SUMMARY} WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.start_at >= @from AND m.start_at <= @to || ' 23:59' ORDER BY m.start_at, m.id`)
  return {
    /** 一个支部某段日子(两端都含)的全部记录,按时间升序,含草稿与作废。 */
    summaries: (branchId: string, fromDay: string, toDay: string): MeetingSummary[] => (selectRange.all({ branchId, from: fromDay, to: toDay }) as SummaryRow[]).map(toSummary),
  }
}
