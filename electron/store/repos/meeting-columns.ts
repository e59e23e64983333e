import type { MeetingFields, MeetingType, RecordState } from '../../../shared/model/meeting.ts'
import type { Review, ReviewGrade } from '../../../shared/model/meeting-parts.ts'
import type { Row } from '../record-table.ts'
import type { MeetingPartKey } from './meeting-parts.ts'
import { readTypes } from './meeting-summaries.ts'

export const COLUMNS = ['branch_id', 'meeting_type', 'also_types', 'party_group_id', 'title', 'start_at', 'end_at', 'place', 'host', 'recorder', 'lecturer', 'lecturer_identity', 'theme_form', 'study_minutes', 'observers', 'leaders_attended', 'prior_meeting_id', 'plan_entry_id', 'content', 'state', 'state_reason', 'finished_at', 'submitted_at', 'reviewed_at', 'review_opinion', 'review_grade', 'returned_count', 'return_due_on', 'created_at', 'updated_at', 'deleted_at'] as const

export const toColumns = (fields: MeetingFields): Row => ({
  meeting_type: fields.meetingType,
  also_types: JSON.stringify(fields.alsoTypes),
  party_group_id: fields.partyGroupId,
  title: fields.title,
  start_at: fields.startAt,
  end_at: fields.endAt,
  place: fields.place,
  host: fields.host,
  recorder: fields.recorder,
  lecturer: fields.lecturer,
  lecturer_identity: fields.lecturerIdentity,
  theme_form: fields.themeForm,
  study_minutes: fields.studyMinutes,
  observers: fields.observers,
  leaders_attended: fields.leadersAttended,
  prior_meeting_id: fields.priorMeetingId,
  plan_entry_id: fields.planEntryId,
  content: fields.content,
})

export interface StoredMeeting {
  readonly id: string
  readonly rev: number
  readonly branch_id: string
  readonly branchName: string
  readonly partyGroupName: string
  readonly meeting_type: MeetingType
  readonly also_types: string
  readonly party_group_id: string | null
  readonly title: string
  readonly start_at: string
  readonly end_at: string | null
  readonly place: string
  readonly host: string
  readonly recorder: string
  readonly lecturer: string
  readonly lecturer_identity: MeetingFields['lecturerIdentity']
  readonly theme_form: MeetingFields['themeForm']
  readonly study_minutes: number | null
  readonly observers: string
  readonly leaders_attended: string
  readonly prior_meeting_id: string | null
  readonly plan_entry_id: string | null
  readonly planTitle: string
  readonly planRegister: string
  readonly content: string
  readonly state: RecordState
  readonly state_reason: string
  readonly finished_at: number | null
  readonly submitted_at: number | null
  readonly reviewed_at: number | null
  readonly review_opinion: string
  readonly review_grade: ReviewGrade
  readonly returned_count: number
  readonly return_due_on: string | null
  readonly updated_at: number
}
export const fieldsOf = (row: StoredMeeting): Omit<MeetingFields, MeetingPartKey> => ({
  meetingType: row.meeting_type,
  alsoTypes: readTypes(row.also_types),
  partyGroupId: row.party_group_id,
  title: row.title,
  startAt: row.start_at,
  endAt: row.end_at,
  place: row.place,
  host: row.host,
  recorder: row.recorder,
  lecturer: row.lecturer,
  lecturerIdentity: row.lecturer_identity,
  themeForm: row.theme_form,
  studyMinutes: row.study_minutes,
  observers: row.observers,
  leadersAttended: row.leaders_attended,
  priorMeetingId: row.prior_meeting_id,
  planEntryId: row.plan_entry_id,
  content: row.content,
})
export const reviewOf = (row: StoredMeeting): Review => ({ submittedAt: row.submitted_at, reviewedAt: row.reviewed_at, opinion: row.review_opinion, grade: row.review_grade, returnedCount: row.returned_count, returnDueOn: row.return_due_on })

/** 换状态时一起改的。 */
export interface StateChange {
  readonly state: RecordState
  readonly action: string
  readonly reason?: string
  /** 首次办结的时刻,毫秒;不给则不动。 */
  readonly finishedAt?: number
  readonly submittedAt?: number
  /** 上级的意见:审批、评价、退回时给。 */
  readonly review?: { readonly reviewedAt: number; readonly opinion: string; readonly grade: ReviewGrade; readonly returnedCount: number; readonly returnDueOn: string | null }
}
export const stateColumns = ({ finishedAt, submittedAt, review }: StateChange): Row => ({
  ...(finishedAt === undefined ? {} : { finished_at: finishedAt }),
  ...(submittedAt === undefined ? {} : { submitted_at: submittedAt }),
  ...(review === undefined ? {} : { reviewed_at: review.reviewedAt, review_opinion: review.opinion, review_grade: review.grade, returned_count: review.returnedCount, return_due_on: review.returnDueOn }),
})
