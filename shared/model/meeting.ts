import { z } from 'zod'
import { daySchema, idSchema, lineSchema, localMinuteSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'

/** 三会一课与主题党日。 */
export const meetingTypeSchema = z.enum(['general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day'])
export type MeetingType = z.infer<typeof meetingTypeSchema>

/** 记录状态:自 finished 起计入规范完成数与得分;returned、voided 不计。 */
export const recordStateSchema = z.enum(['draft', 'finished', 'submitted', 'approved', 'evaluated', 'returned', 'voided'])
export type RecordState = z.infer<typeof recordStateSchema>

/** 议题类别;选举、发展党员、转正决定到会门槛(electron/domain/meetings/quorum.ts)。 */
export const topicKindSchema = z.enum(['study', 'report', 'election', 'admission', 'confirmation', 'commendation', 'discipline', 'other'])
export type TopicKind = z.infer<typeof topicKindSchema>

/** 出勤:到、假、缺。假与缺都算缺席,假须有原因。 */
export const attendanceStatusSchema = z.enum(['present', 'on_leave', 'absent'])
export type AttendanceStatus = z.infer<typeof attendanceStatusSchema>
export const absenceReasonSchema = z.enum(['', 'business_trip', 'sick_leave', 'personal_leave', 'on_duty', 'vacation', 'off_site_study', 'other'])
export type AbsenceReason = z.infer<typeof absenceReasonSchema>

export const attendanceRowSchema = z.strictObject({
  memberId: idSchema,
  name: requiredLineSchema(40),
  /** 当日是否有表决权:正式党员为真。 */
  hasVote: z.boolean(),
  status: attendanceStatusSchema,
  reason: absenceReasonSchema,
  reasonNote: lineSchema(60),
})
export type AttendanceRow = z.infer<typeof attendanceRowSchema>

export const topicSchema = z.strictObject({ title: lineSchema(120), kind: topicKindSchema, isFirstTopic: z.boolean() })
export type Topic = z.infer<typeof topicSchema>
export const resolutionSchema = z.strictObject({ text: lineSchema(500), owner: lineSchema(40), dueOn: daySchema.nullable() })
export type Resolution = z.infer<typeof resolutionSchema>

/** 记录的可编辑内容;草稿可以不完整,办结时才检查。 */
export const meetingFieldsSchema = z.strictObject({
  meetingType: meetingTypeSchema,
  partyGroupId: idSchema.nullable(),
  title: lineSchema(80),
  startAt: localMinuteSchema,
  endAt: localMinuteSchema.nullable(),
  place: lineSchema(60),
  host: lineSchema(40),
  recorder: lineSchema(40),
  lecturer: lineSchema(40),
  observers: lineSchema(200),
  topics: z.array(topicSchema).max(30),
  content: paragraphsSchema(20_000),
  resolutions: z.array(resolutionSchema).max(30),
  attendance: z.array(attendanceRowSchema).max(500),
})
export type MeetingFields = z.infer<typeof meetingFieldsSchema>

/** 出席统计:应到 = 实到 + 缺席(其中请假);有表决权的另计。 */
export const attendanceCountsSchema = z.strictObject({
  due: z.int(),
  present: z.int(),
  absent: z.int(),
  onLeave: z.int(),
  votingDue: z.int(),
  votingPresent: z.int(),
})
export type AttendanceCounts = z.infer<typeof attendanceCountsSchema>

/** 到会是否够法定人数:门槛、还差几人;rule 指明依据哪一条(VOT-01…05)。 */
export const quorumSchema = z.strictObject({
  rule: z.enum(['ordinary', 'admission', 'election', 'committee', 'none']),
  base: z.int(),
  present: z.int(),
  needed: z.int(),
  reached: z.boolean(),
})
export type Quorum = z.infer<typeof quorumSchema>

/** 办结前检查:must 必须改、check 请核对;field 供界面跳转。 */
export const finishCheckSchema = z.strictObject({
  level: z.enum(['must', 'check']),
  code: z.enum(['title_missing', 'place_missing', 'host_missing', 'recorder_missing', 'lecturer_missing', 'group_missing', 'topic_missing', 'content_missing', 'attendance_missing', 'reason_missing', 'end_missing', 'end_before_start', 'in_future', 'quorum_not_reached']),
  field: lineSchema(40),
})
export type FinishCheck = z.infer<typeof finishCheckSchema>

export const meetingDetailSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  branchId: idSchema,
  branchName: lineSchema(80),
  partyGroupName: lineSchema(80),
  state: recordStateSchema,
  fields: meetingFieldsSchema,
  counts: attendanceCountsSchema,
  quorum: quorumSchema,
  checks: z.array(finishCheckSchema),
  /** 首次办结的时刻,毫秒;没办结过为 null。 */
  finishedAt: z.number().nullable(),
  updatedAt: z.number(),
})
export type MeetingDetail = z.infer<typeof meetingDetailSchema>

export const meetingRowSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  branchId: idSchema,
  meetingType: meetingTypeSchema,
  partyGroupName: lineSchema(80),
  title: lineSchema(80),
  startAt: localMinuteSchema,
  place: lineSchema(60),
  host: lineSchema(40),
  state: recordStateSchema,
  counts: attendanceCountsSchema,
  quorumReached: z.boolean(),
})
export type MeetingRow = z.infer<typeof meetingRowSchema>

/** 规范要求的一行:某类活动在某周期要求几次、已办几次、还差几次、到何时为止。 */
export const normRowSchema = z.strictObject({
  rule: z.enum(['LIF-01', 'LIF-02', 'LIF-03', 'LIF-04', 'LIF-05']),
  meetingType: meetingTypeSchema,
  partyGroupId: idSchema.nullable(),
  partyGroupName: lineSchema(80),
  cycle: z.enum(['month', 'quarter']),
  /** 不适用(无支委会、无党小组)时 periods 为空。 */
  applicable: z.boolean(),
  requiredToDate: z.int(),
  doneToDate: z.int(),
  periods: z.array(
    z.strictObject({
      /** `2026-03` 或 `2026-Q1`。 */
      period: lineSchema(10),
      dueDay: daySchema,
      required: z.int(),
      done: z.int(),
      drafts: z.int(),
      state: z.enum(['done', 'due', 'overdue', 'future', 'not_required']),
      meetingIds: z.array(idSchema),
    }),
  ),
})
export type NormRow = z.infer<typeof normRowSchema>
