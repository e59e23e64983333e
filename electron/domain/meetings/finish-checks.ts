import type { AttendanceRow, FinishCheck, MeetingFields, Quorum } from '../../../shared/model/meeting.ts'
import type { TopicKind } from '../../../shared/model/meeting-parts.ts'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { excellentLimit } from './excellent-limit.ts'
import { voteOutcome } from './vote-outcome.ts'

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
  const types = [fields.meetingType, ...fields.alsoTypes]
  require(!types.includes('party_lecture') || !blank(fields.lecturer), 'lecturer_missing', 'lecturer')
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
  require(!fields.sittings.some((sitting) => sitting.endAt !== null && sitting.endAt <= sitting.startAt), 'sitting_overlap', 'sittings')
  // 不计入应到要有上级批复并经大会通过,依据写在说明里。
  require(!fields.attendance.some((row) => row.exclusion !== '' && blank(row.exclusionNote)), 'exclusion_unfounded', 'attendance')
  const counts = countAttendance(fields.attendance)
  require(!fields.votes.some((vote) => voteOutcome(fields.meetingType, vote, counts).faults.length > 0), 'vote_faults', 'votes')
  // 到会够数才表决得了;不够的已经另说。
  require(!quorum.reached || !needsVote(fields), 'vote_missing', 'votes', 'check')
  if (types.includes('organisational_life')) {
    require(
      fields.problems.some(({ problem }) => !blank(problem)),
      'problem_missing',
      'problems',
      'check',
    )
    require(
      fields.resolutions.some(({ kind, text }) => kind === 'rectification' && !blank(text)),
      'rectification_missing',
      'resolutions',
      'check',
    )
  }
  if (types.includes('democratic_appraisal')) {
    require(fields.appraisals.length > 0, 'appraisal_missing', 'appraisals')
    require(!fields.appraisals.some(({ grade }) => grade === ''), 'grade_missing', 'appraisals', 'check')
    // 「一般不超过」三分之一:超了只请核对,如实留档。
    require(fields.appraisals.filter(({ grade }) => grade === 'excellent').length <= excellentLimit(fields.appraisals.length), 'excellent_over_quota', 'appraisals', 'check')
  }
  if (types.includes('debriefing'))
    require(
      fields.debriefs.some(({ name }) => !blank(name)),
      'debrief_missing',
      'debriefs',
    )
  return checks
}

const VOTED_KINDS: readonly TopicKind[] = ['election', 'admission', 'confirmation']
/** 大会上有接收、转正、选举的议题,却没有一项表决。 */
const needsVote = ({ meetingType, topics, votes }: MeetingFields): boolean => meetingType === 'general_meeting' && votes.length === 0 && topics.some(({ kind }) => VOTED_KINDS.includes(kind))
