import { z } from 'zod'
import { daySchema, idSchema, lineSchema, localMinuteSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'
import { appraisalSchema, criticismSchema, debriefSchema, exclusionGroundSchema, lecturerIdentitySchema, problemSchema, resolutionSchema, reviewSchema, sittingSchema, themeFormSchema, topicSchema, voteOutcomeSchema, voteSchema } from './meeting-parts.ts'

/** 开成会的组织生活:三会一课、主题党日、组织生活会、民主评议、述职评议、其他会议。 */
export const meetingTypeSchema = z.enum(['general_meeting', 'committee_meeting', 'group_meeting', 'party_lecture', 'theme_day', 'organisational_life', 'democratic_appraisal', 'debriefing', 'other_meeting'])
export type MeetingType = z.infer<typeof meetingTypeSchema>

/** 记录状态:自 finished 起计入规范完成数与得分;returned、voided 不计。 */
export const recordStateSchema = z.enum(['draft', 'finished', 'submitted', 'approved', 'evaluated', 'returned', 'voided'])
export type RecordState = z.infer<typeof recordStateSchema>

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
  /** 参加的是第几批,从 0 数;没到的为 0。 */
  sitting: z.int().min(0).max(5),
  /** 不计入应到有表决权人数的情形与依据(上级批复、大会通过日期)。 */
  exclusion: exclusionGroundSchema,
  exclusionNote: lineSchema(120),
})
export type AttendanceRow = z.infer<typeof attendanceRowSchema>

/** 记录的可编辑内容;草稿可以不完整,办结时才检查。 */
export const meetingFieldsSchema = z.strictObject({
  meetingType: meetingTypeSchema,
  /** 同一场还算作哪几类(如大会上讲党课);不含主要的那一类。 */
  alsoTypes: z.array(meetingTypeSchema).max(8),
  partyGroupId: idSchema.nullable(),
  title: lineSchema(80),
  startAt: localMinuteSchema,
  endAt: localMinuteSchema.nullable(),
  place: lineSchema(60),
  host: lineSchema(40),
  recorder: lineSchema(40),
  lecturer: lineSchema(40),
  lecturerIdentity: lecturerIdentitySchema,
  themeForm: themeFormSchema,
  /** 到会的人每人记多少分钟学时;null 为不记。 */
  studyMinutes: z.int().min(0).max(4800).nullable(),
  observers: lineSchema(200),
  /** 参加本支部组织生活的党员领导干部(双重组织生活)。 */
  leadersAttended: lineSchema(200),
  /** 大会议题先经哪次支委会讨论。 */
  priorMeetingId: idSchema.nullable(),
  /** 照年度计划、月度安排里的哪一条开的。 */
  planEntryId: idSchema.nullable(),
  topics: z.array(topicSchema).max(30),
  content: paragraphsSchema(20_000),
  resolutions: z.array(resolutionSchema).max(30),
  attendance: z.array(attendanceRowSchema).max(500),
  sittings: z.array(sittingSchema).max(5),
  votes: z.array(voteSchema).max(30),
  problems: z.array(problemSchema).max(60),
  criticisms: z.array(criticismSchema).max(200),
  appraisals: z.array(appraisalSchema).max(500),
  debriefs: z.array(debriefSchema).max(20),
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
  code: z.enum(['title_missing', 'place_missing', 'host_missing', 'recorder_missing', 'lecturer_missing', 'group_missing', 'topic_missing', 'content_missing', 'attendance_missing', 'reason_missing', 'end_missing', 'end_before_start', 'in_future', 'quorum_not_reached', 'vote_missing', 'vote_faults', 'exclusion_unfounded', 'problem_missing', 'rectification_missing', 'appraisal_missing', 'grade_missing', 'excellent_over_quota', 'debrief_missing', 'sitting_overlap']),
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
  /** 那一条计划的名称;没有挂计划为空。 */
  planTitle: lineSchema(200),
  /** 那一条在哪一本登记簿;没有为空。 */
  planRegister: lineSchema(40),
  counts: attendanceCountsSchema,
  quorum: quorumSchema,
  /** 各项表决算出来的结果,次序同 fields.votes。 */
  voteOutcomes: z.array(voteOutcomeSchema),
  /** 「优秀」至多几人;不是民主评议的为 null。 */
  excellentLimit: z.int().nullable(),
  review: reviewSchema,
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
  alsoTypes: z.array(meetingTypeSchema),
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

/** 按时、补录、退回、一次通过、缺的分开数(统计口径):due 为已有结果的应完成次数,等于 onTime + late + missing。 */
export const normCountsSchema = z.strictObject({ due: z.int(), onTime: z.int(), late: z.int(), missing: z.int(), exempt: z.int(), returned: z.int(), reviewed: z.int(), firstPass: z.int() })
export type NormCounts = z.infer<typeof normCountsSchema>

/** 有次数要求的活动:各类会议,以及记在登记簿里的谈心谈话。 */
export const normActivitySchema = z.enum([...meetingTypeSchema.options, 'heart_talk'])
export type NormActivity = z.infer<typeof normActivitySchema>
/** 谈心谈话须有的三样(支部工作条例第十九条)。 */
export const talkPairSchema = z.enum(['committee', 'committee_member', 'members'])
export type TalkPair = z.infer<typeof talkPairSchema>

/** 规范要求的一行:某类活动在某周期要求几次、已办几次、还差几次、到何时为止。 */
export const normRowSchema = z.strictObject({
  rule: z.enum(['LIF-01', 'LIF-02', 'LIF-03', 'LIF-04', 'LIF-05', 'LIF-06', 'LIF-07', 'LIF-08', 'LIF-09']),
  activity: normActivitySchema,
  partyGroupId: idSchema.nullable(),
  partyGroupName: lineSchema(80),
  cycle: z.enum(['month', 'quarter', 'half_year', 'year']),
  /** 不适用(无支委会、无党小组)时 periods 为空。 */
  applicable: z.boolean(),
  requiredToDate: z.int(),
  doneToDate: z.int(),
  counts: normCountsSchema,
  periods: z.array(
    z.strictObject({
      /** `2026-03`、`2026-Q1`、`2026-H1`、`2026`。 */
      period: lineSchema(10),
      dueDay: daySchema,
      /** 宽限的最后一天:到这天填报还算按时。 */
      lastDay: daySchema,
      required: z.int(),
      done: z.int(),
      drafts: z.int(),
      state: z.enum(['done', 'due', 'overdue', 'future', 'not_required', 'exempt']),
      /** 按时填报还是补录;还没办成的为 null。 */
      entry: z.enum(['on_time', 'late']).nullable(),
      /** 最早一份办结之日:补录的照真实的时间。 */
      enteredOn: daySchema.nullable(),
      /** 过了宽限锁上了,要上级解锁。 */
      isLocked: z.boolean(),
      /** 免除的理由;没有免除为空。 */
      exemption: lineSchema(200),
      meetingIds: z.array(idSchema),
      /** 谈心谈话还缺哪几样;其他活动为空。 */
      lackingTalks: z.array(talkPairSchema),
    }),
  ),
})
export type NormRow = z.infer<typeof normRowSchema>
