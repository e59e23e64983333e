import { z } from 'zod'
import { daySchema, idSchema, lineSchema, localMinuteSchema, paragraphsSchema } from './common.ts'

/** 会议记录里的各个部分:议题、决议、表决、查摆、评议、述职。每一部分一张下级表。 */

/** 议题类别;选举、发展党员、转正决定到会门槛(electron/domain/meetings/quorum.ts)。 */
export const topicKindSchema = z.enum(['study', 'report', 'election', 'admission', 'confirmation', 'commendation', 'discipline', 'other'])
export type TopicKind = z.infer<typeof topicKindSchema>

export const topicSchema = z.strictObject({
  title: lineSchema(120),
  kind: topicKindSchema,
  isFirstTopic: z.boolean(),
  /** 第一议题学习篇目的发布日期;其他议题为 null。 */
  publishedOn: daySchema.nullable(),
  /** 领学人、汇报人。 */
  leader: lineSchema(40),
})
export type Topic = z.infer<typeof topicSchema>

/**
 * 决议、议定事项与整改措施:办结后各成一条督办事项。
 * itemId 是它在这份记录里的身份,改字句不变;督办事项凭它找回出处。
 */
export const resolutionSchema = z.strictObject({
  itemId: idSchema,
  kind: z.enum(['resolution', 'rectification']),
  /** 整改针对的问题;决议为空。 */
  problem: lineSchema(300),
  text: lineSchema(500),
  owner: lineSchema(40),
  dueOn: daySchema.nullable(),
})
export type Resolution = z.infer<typeof resolutionSchema>

/** 分两批开的会(倒班):第一批的时间、地点在主表,其余各批在这里。 */
export const sittingSchema = z.strictObject({ startAt: localMinuteSchema, endAt: localMinuteSchema.nullable(), place: lineSchema(60) })

/**
 * 表决的种类,决定可不可以开、怎样算通过(VOT-01…05)。
 * 委员会的表决由会议类型定,不在这里选。
 */
export const voteKindSchema = z.enum(['ordinary', 'admission', 'confirmation', 'election'])
export type VoteKind = z.infer<typeof voteKindSchema>
const ballots = z.int().min(0).max(9999)
export const voteSchema = z.strictObject({
  kind: voteKindSchema,
  /** 表决什么:事项,或者接收、转正对象与候选人的姓名。 */
  subject: lineSchema(120),
  isSecret: z.boolean(),
  issued: ballots,
  returned: ballots,
  approve: ballots,
  against: ballots,
  abstain: ballots,
  invalid: ballots,
  /** 会前正式提出的书面意见:只对接收、转正计票(VOT-06),不计入实到。 */
  writtenApprove: ballots,
  writtenAgainst: ballots,
  writtenAbstain: ballots,
})
export type Vote = z.infer<typeof voteSchema>

/** 票数哪里对不上:发出多于到会、收回多于发出、各类之和不等于收回、不该有书面意见、应当无记名。 */
export const voteFaultSchema = z.enum(['issued_over_present', 'returned_over_issued', 'sum_mismatch', 'written_not_allowed', 'must_be_secret', 'subject_missing'])
export type VoteFault = z.infer<typeof voteFaultSchema>
export const voteOutcomeSchema = z.strictObject({
  /** 应到有表决权(委员会为委员数)。 */
  base: z.int(),
  present: z.int(),
  /** 可不可以开会表决。 */
  canHold: z.boolean(),
  /** 计入的赞成票,含依规计入的书面意见。 */
  approve: z.int(),
  /** 至少要几票。 */
  needed: z.int(),
  passed: z.boolean(),
  faults: z.array(voteFaultSchema),
})
export type VoteOutcome = z.infer<typeof voteOutcomeSchema>

/** 组织生活会查摆的问题:谁的、什么问题、从哪里来。 */
export const problemSchema = z.strictObject({ target: lineSchema(40), problem: lineSchema(500), source: lineSchema(60) })
export const criticismSchema = z.strictObject({ critic: lineSchema(40), criticised: lineSchema(40), opinion: lineSchema(500) })

/** 民主评议等次;空为还没有定。 */
export const appraisalGradeSchema = z.enum(['', 'excellent', 'qualified', 'basic', 'unqualified'])
export type AppraisalGrade = z.infer<typeof appraisalGradeSchema>
export const appraisalSchema = z.strictObject({
  memberId: idSchema,
  name: lineSchema(40),
  selfNote: lineSchema(500),
  peerNote: lineSchema(500),
  /** 民主测评四等次的票数;汇总票数不等于最终等次。 */
  excellentVotes: ballots,
  qualifiedVotes: ballots,
  basicVotes: ballots,
  unqualifiedVotes: ballots,
  grade: appraisalGradeSchema,
  /** 支部评定意见。 */
  opinion: lineSchema(500),
})
export type Appraisal = z.infer<typeof appraisalSchema>

/** 述职评议:一人一条,四档票数、点评、问题。 */
export const debriefSchema = z.strictObject({
  name: lineSchema(40),
  goodVotes: ballots,
  fairVotes: ballots,
  averageVotes: ballots,
  poorVotes: ballots,
  comment: lineSchema(500),
  problem: lineSchema(500),
})

/** 主题党日的形式;讲课人的身份。空为没有填。 */
export const themeFormSchema = z.enum(['', 'study', 'organisation_life', 'deliberation', 'volunteering', 'visit', 'other'])
export const lecturerIdentitySchema = z.enum(['', 'secretary', 'committee', 'leader', 'member', 'external'])

/**
 * 不计入应到有表决权人数的情形,须经上级同意并经党员大会通过;空为照常计入。
 * 条目照发展党员的补充说明:不能表达意志、自费出国、服刑、长期卧床、应转未转、回原籍应转未转。
 */
export const exclusionGroundSchema = z.enum(['', 'cannot_express', 'abroad', 'imprisoned', 'bedridden', 'should_transfer', 'returned_home'])
export type ExclusionGround = z.infer<typeof exclusionGroundSchema>

/** 上级的评语与等次。 */
export const reviewGradeSchema = z.enum(['', 'good', 'fair', 'average', 'poor'])
export type ReviewGrade = z.infer<typeof reviewGradeSchema>
export const reviewSchema = z.strictObject({
  submittedAt: z.number().nullable(),
  reviewedAt: z.number().nullable(),
  opinion: paragraphsSchema(2000),
  grade: reviewGradeSchema,
  /** 退回过几次;一次通过的为 0。 */
  returnedCount: z.int(),
  /** 退回时定的新期限。 */
  returnDueOn: daySchema.nullable(),
})
export type Review = z.infer<typeof reviewSchema>

/** 第一议题台账的一行。 */
export const firstTopicSchema = z.strictObject({
  meetingId: idSchema,
  branchId: idSchema,
  branchName: lineSchema(80),
  day: daySchema,
  /** 会议类型的代码。 */
  meetingType: z.string(),
  title: lineSchema(120),
  publishedOn: daySchema.nullable(),
  /** 领学人;没有写的取主持人。 */
  leader: lineSchema(40),
  measures: z.int(),
  openMeasures: z.int(),
})
export type FirstTopic = z.infer<typeof firstTopicSchema>

/** 会议的附件是什么。 */
export const attachmentPurposeSchema = z.enum(['notice', 'sign_in', 'minutes', 'resolution', 'photo', 'other'])
export type AttachmentPurpose = z.infer<typeof attachmentPurposeSchema>
