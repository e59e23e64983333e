import type { AttendanceRow, FinishCheck, MeetingFields, Quorum } from '../../../shared/model/meeting.ts'

const blank = (text: string): boolean => text.trim() === ''

/** 缺席要有原因(会议记录必备字段);写了补充说明也算写了原因。 */
const lacksReason = (row: AttendanceRow): boolean => row.status !== 'present' && row.reason === '' && blank(row.reasonNote)

/**
 * 办结前检查。must 不改不能办结;check 只请核对。
 *
 * 到会不够法定人数归 check:会确实开过,应当如实留档,只是不能表决,也不计入规范完成数
 * (见 norms/requirement-rows.ts);不许办结反而会逼人改到会人数。
 *
 * @param today 当地今天;会还没开就不能办结。
 */
export const checkBeforeFinish = (fields: MeetingFields, quorum: Quorum, today: string): FinishCheck[] => {
  const checks: FinishCheck[] = []
  const require = (satisfied: boolean, code: FinishCheck['code'], field: keyof MeetingFields, level: FinishCheck['level'] = 'must'): void => {
    if (!satisfied) checks.push({ level, code, field })
  }
  require(!blank(fields.title), 'title_missing', 'title')
  require(fields.meetingType !== 'group_meeting' || fields.partyGroupId !== null, 'group_missing', 'partyGroupId')
  require(fields.startAt.slice(0, 10) <= today, 'in_future', 'startAt')
  require(fields.endAt !== null, 'end_missing', 'endAt')
  require(fields.endAt === null || fields.endAt > fields.startAt, 'end_before_start', 'endAt')
  require(!blank(fields.place), 'place_missing', 'place')
  require(!blank(fields.host), 'host_missing', 'host')
  require(!blank(fields.recorder), 'recorder_missing', 'recorder')
  require(fields.meetingType !== 'party_lecture' || !blank(fields.lecturer), 'lecturer_missing', 'lecturer')
  require(
    fields.attendance.some((row) => row.status === 'present'),
    'attendance_missing',
    'attendance',
  )
  require(!fields.attendance.some(lacksReason), 'reason_missing', 'attendance')
  require(
    fields.topics.some((topic) => !blank(topic.title)),
    'topic_missing',
    'topics',
  )
  require(!blank(fields.content), 'content_missing', 'content')
  require(quorum.reached, 'quorum_not_reached', 'attendance', 'check')
  return checks
}
