import { z } from 'zod'
import { attachmentFactsSchema } from './attachment.ts'
import { idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'
import { attachmentPurposeSchema, topicKindSchema } from './meeting-parts.ts'
import { meetingTypeSchema } from './meeting.ts'

/** 会议的一份附件。 */
export const meetingFileSchema = z.strictObject({ id: idSchema, rev: revSchema, kind: attachmentPurposeSchema, attachment: attachmentFactsSchema })
export type MeetingFile = z.infer<typeof meetingFileSchema>

/** 样板里的一项议题;日期、领学人每次不同,不在样板里。 */
export const templateTopicSchema = z.strictObject({ title: lineSchema(120), kind: topicKindSchema, isFirstTopic: z.boolean() })
/** 样板:会议名称里的 {年}、{月}、{季} 到用的时候换成当时的。常用语一行一句。 */
export const templateFieldsSchema = z.strictObject({
  name: requiredLineSchema(40),
  meetingType: meetingTypeSchema,
  title: lineSchema(80),
  place: lineSchema(60),
  topics: z.array(templateTopicSchema).max(30),
  phrases: paragraphsSchema(2000),
})
export type TemplateFields = z.infer<typeof templateFieldsSchema>

const owned = { id: idSchema, rev: revSchema, ownerId: idSchema, ownerName: lineSchema(80), editable: z.boolean() }
export const meetingTemplateSchema = z.strictObject({ ...owned, fields: templateFieldsSchema })

export const phraseSchema = z.strictObject({ ...owned, text: requiredLineSchema(200) })

/** 写记录时供挑选的:样板、登记的常用语、样板里的句子、自己从前常写的句子(只算不存);owners 是本支部与管得到的各级上级,新的归谁由人选。 */
export const meetingAidsSchema = z.strictObject({ templates: z.array(meetingTemplateSchema), phrases: z.array(phraseSchema), fromTemplates: z.array(z.string()), learnt: z.array(z.string()), owners: z.array(z.strictObject({ id: idSchema, name: lineSchema(80) })) })
export type MeetingAids = z.infer<typeof meetingAidsSchema>
