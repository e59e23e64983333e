import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'
import { recordStateSchema } from './meeting.ts'

/**
 * 登记簿:一种登记是一份定义(有哪些项、列表列哪几列、手册里印成什么样),表单、列表、打印、导出、来历都照定义来,
 * 不另写页面。定义有版本,一条登记记着它是照哪一版填的。
 */
export const fieldTypeSchema = z.enum(['line', 'paragraphs', 'day', 'integer', 'decimal', 'choice', 'people', 'flag'])
export const choiceOptionSchema = z.strictObject({ code: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/), name: requiredLineSchema(40) })
export const registerFieldSchema = z.strictObject({
  /** 在 values 里的名字;一经发布不改。 */
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,29}$/),
  label: requiredLineSchema(20),
  type: fieldTypeSchema,
  required: z.boolean(),
  /** 只给本支部的人看:上级看列表,看不到这一项。 */
  ownBranchOnly: z.boolean(),
  /** 填写提示,或依据的条文。 */
  hint: lineSchema(120),
  /** choice 的选项;其他为空。 */
  options: z.array(choiceOptionSchema).max(40),
})
export type RegisterField = z.infer<typeof registerFieldSchema>

export const registerDefinitionSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
  version: z.int().min(1),
  name: requiredLineSchema(20),
  /** 一句话:记什么、多久一次、依据哪一条。 */
  note: lineSchema(200),
  /** 哪一项定它属于哪一年、列表里排在哪里;须是 day,必填。 */
  dayField: z.string(),
  /** 哪几项连成标题。 */
  titleFields: z.array(z.string()).min(1).max(3),
  fields: z.array(registerFieldSchema).min(2).max(40),
  /** 列表里的列,次序即显示的次序。 */
  listColumns: z.array(z.strictObject({ key: z.string(), width: z.int().min(6).max(60) })).min(1).max(10),
  /** 谁填:本支部,或上级党委也能填。 */
  writers: z.enum(['branch', 'both']),
  /** 一年一报的:整年的各条一起上报、审批、退回;报了以后只有 openFields 还能直接填。 */
  yearly: z.strictObject({ openFields: z.array(z.string()) }).optional(),
})
export type RegisterDefinition = z.infer<typeof registerDefinitionSchema>

/** 人:名册上的带标识;外单位的只有姓名。 */
export const namedPersonSchema = z.strictObject({ memberId: idSchema.nullable(), name: requiredLineSchema(40) })
export type NamedPerson = z.infer<typeof namedPersonSchema>
export const fieldValueSchema = z.union([paragraphsSchema(5000), z.number(), z.boolean(), z.null(), z.array(namedPersonSchema).max(500)])
export type FieldValue = z.infer<typeof fieldValueSchema>
export const entryValuesSchema = z.record(z.string().max(30), fieldValueSchema)
export type EntryValues = z.infer<typeof entryValuesSchema>

/** 照一条计划开的一场会。 */
export const plannedMeetingSchema = z.strictObject({ meetingId: idSchema, title: lineSchema(80), day: daySchema, state: recordStateSchema })
export type PlannedMeeting = z.infer<typeof plannedMeetingSchema>

export const registerEntrySchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  definitionKey: z.string(),
  definitionVersion: z.int(),
  branchId: idSchema,
  branchName: lineSchema(80),
  day: daySchema,
  title: lineSchema(200),
  values: entryValuesSchema,
  /** 照这一条开的会,先后为序;不是计划的为空。 */
  meetings: z.array(plannedMeetingSchema),
  /** 有几项因为只给本支部看而没有给出。 */
  withheld: z.int(),
})
export type RegisterEntry = z.infer<typeof registerEntrySchema>

/** 哪一项没填、填得不对。 */
export const entryFindingSchema = z.strictObject({ field: z.string(), problem: z.enum(['missing', 'unsuitable', 'unknown']) })
export type EntryFinding = z.infer<typeof entryFindingSchema>

/** 一名党员一年的学时:会上的、登记的,与要求比。 */
export const studyRowSchema = z.strictObject({
  memberId: idSchema,
  name: lineSchema(40),
  /** 书记、班子成员要求多一些。 */
  isLeading: z.boolean(),
  meetingMinutes: z.int(),
  trainingMinutes: z.int(),
  requiredHours: z.int(),
  /** 书记、班子成员还没有参加过县级以上集中培训(LIF-10、LIF-11 至少 1 次)。 */
  lacksCentral: z.boolean(),
  isEnough: z.boolean(),
})
export type StudyRow = z.infer<typeof studyRowSchema>
