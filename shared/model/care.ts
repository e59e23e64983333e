import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'

/** 流动、失联、困难、联系、慰问、表彰、处分。 */
export const careKindSchema = z.enum(['floating', 'lost', 'hardship', 'contact', 'visit', 'award', 'discipline'])
export type CareKind = z.infer<typeof careKindSchema>

/** 各类共用的一份;哪一类用哪几项、叫什么,见 shared/data/code-tables/care-kinds.ts。 */
export const careFieldsSchema = z.strictObject({
  kind: careKindSchema,
  subject: requiredLineSchema(40),
  fromDay: daySchema,
  toDay: daySchema.nullable(),
  code: lineSchema(8),
  title: lineSchema(80),
  authority: lineSchema(80),
  documentNumber: lineSchema(60),
  amountFen: z.int().min(0).max(100_000_000).nullable(),
  detail: paragraphsSchema(1000),
})
export type CareFields = z.infer<typeof careFieldsSchema>

export const careRowSchema = z.strictObject({ id: idSchema, rev: revSchema, branchId: idSchema, branchName: lineSchema(80), memberId: idSchema.nullable(), fields: careFieldsSchema, active: z.boolean() })
export type CareRow = z.infer<typeof careRowSchema>

/** 该办而没办的:流动党员半年没联系、失联满半年、停止党籍满两年。 */
export const careFindingSchema = z.strictObject({ code: z.enum(['contact_due', 'lost_long', 'stopped_long']), memberId: idSchema, name: lineSchema(40), branchId: idSchema, branchName: lineSchema(80), sinceDay: daySchema, dueDay: daySchema })
export type CareFinding = z.infer<typeof careFindingSchema>
