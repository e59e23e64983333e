import { z } from 'zod'
import { daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from './common.ts'
import { organisationKindSchema, partyPostCodeSchema, postHolderSchema } from './organisation.ts'

/** 怎么产生的:党员大会、党员代表大会选举,上级指定(临时支部)。没有记的为空。 */
export const electionMethodSchema = z.enum(['', 'member_meeting', 'delegate_meeting', 'appointed'])
export type ElectionMethod = z.infer<typeof electionMethodSchema>
const count = z.int().min(0).max(100_000).nullable()

export const candidateSchema = z.strictObject({ name: requiredLineSchema(40), post: partyPostCodeSchema.or(z.literal('')), votes: count, elected: z.boolean() })
export const seatSchema = z.strictObject({ post: partyPostCodeSchema, count: z.int().min(1).max(31) })

/** 一届:任期、选举、批复、延期、职数。 */
export const termFieldsSchema = z.strictObject({
  sessionNumber: z.int().min(1).max(200).nullable(),
  fromDay: daySchema,
  /** 任期几年;届满日由它算。旧记录只有届满日的为 null。 */
  years: z.int().min(1).max(10).nullable(),
  /** years 为 null 时照它;否则由起始日加任期年数算,这里的不看。 */
  dueDay: daySchema.nullable(),
  extendedTo: daySchema.nullable(),
  extensionDocument: lineSchema(60),
  endedDay: daySchema.nullable(),
  electionDay: daySchema.nullable(),
  electionMethod: electionMethodSchema,
  entitled: count,
  present: count,
  ballotsIssued: count,
  ballotsReturned: count,
  ballotsValid: count,
  candidates: z.array(candidateSchema).max(40),
  isFirst: z.boolean(),
  requestDocument: lineSchema(60),
  requestDay: daySchema.nullable(),
  approvalDocument: lineSchema(60),
  approvalDay: daySchema.nullable(),
  seats: z.array(seatSchema).max(20),
  note: lineSchema(500),
})
export type TermFields = z.infer<typeof termFieldsSchema>

/** 换届走到哪里:未开始、未完成(到了提醒期)、已完成(有了下一届)、逾期、异常(资料缺或对不上)。 */
export const termStateSchema = z.enum(['not_started', 'in_progress', 'done', 'overdue', 'irregular'])
export type TermState = z.infer<typeof termStateSchema>

/** 记录对不上的地方,各对应一句话。 */
export const termProblemSchema = z.enum(['no_due_day', 'extension_without_document', 'extension_too_long', 'present_over_entitled', 'quorum_not_met', 'ballots_over_present', 'returned_over_issued', 'valid_over_returned', 'votes_over_valid', 'too_few_candidates', 'elected_below_half', 'no_approval'])
export type TermProblem = z.infer<typeof termProblemSchema>

export const vacancySchema = z.strictObject({ post: partyPostCodeSchema, since: daySchema, count: z.int().min(1) })
export type Vacancy = z.infer<typeof vacancySchema>

/** 一届里任过职的一条;离任的有 toDay。 */
export const servedPostSchema = z.strictObject({ ...postHolderSchema.shape, rev: revSchema, toDay: daySchema.nullable() })
export type ServedPost = z.infer<typeof servedPostSchema>

export const termSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  ...termFieldsSchema.shape,
  /** 应换届的日子:批准延期的是延到的那天。 */
  effectiveDue: daySchema.nullable(),
  state: termStateSchema,
  problems: z.array(termProblemSchema),
  vacancies: z.array(vacancySchema),
  posts: z.array(servedPostSchema),
})
export type Term = z.infer<typeof termSchema>

export const reminderStageSchema = z.enum(['first', 'second', 'request', 'due'])
export type ReminderStage = z.infer<typeof reminderStageSchema>
export const reminderMethodSchema = z.enum(['letter', 'phone', 'meeting', 'other'])
export type ReminderMethod = z.infer<typeof reminderMethodSchema>
export const reminderSchema = z.strictObject({ id: idSchema, rev: revSchema, stage: reminderStageSchema, method: reminderMethodSchema, day: daySchema, person: requiredLineSchema(40), note: lineSchema(200) })
export type Reminder = z.infer<typeof reminderSchema>

/** 换届时间线上的一个组织。 */
export const termLineSchema = z.strictObject({
  organisationId: idSchema,
  name: requiredLineSchema(80),
  parentName: lineSchema(80),
  kind: organisationKindSchema,
  termId: idSchema.nullable(),
  sessionNumber: z.int().nullable(),
  fromDay: daySchema.nullable(),
  years: z.int().nullable(),
  dueDay: daySchema.nullable(),
  extendedTo: daySchema.nullable(),
  effectiveDue: daySchema.nullable(),
  state: termStateSchema,
  problems: z.array(termProblemSchema),
  /** 各步的日子:发提醒、启动准备、报批、届满。 */
  steps: z.array(z.strictObject({ stage: reminderStageSchema, day: daySchema, reached: z.boolean(), recorded: z.boolean() })),
  reminders: z.array(reminderSchema),
})
export type TermLine = z.infer<typeof termLineSchema>
