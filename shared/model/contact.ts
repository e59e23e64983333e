import { z } from 'zod'
import { daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from './common.ts'

/** 双向进入、交叉任职的方向。 */
export const crossDirectionSchema = z.enum(['party_to_company', 'company_to_party', 'mass_organisation'])
export type CrossDirection = z.infer<typeof crossDirectionSchema>
const span = { fromDay: daySchema, toDay: daySchema.nullable() }

export const crossPostFieldsSchema = z.strictObject({
  organisationId: idSchema,
  memberId: idSchema.nullable(),
  name: requiredLineSchema(40),
  partyPost: lineSchema(60),
  administrativePost: lineSchema(60),
  direction: crossDirectionSchema,
  document: lineSchema(60),
  note: lineSchema(200),
  ...span,
})
export type CrossPostFields = z.infer<typeof crossPostFieldsSchema>
export const crossPostSchema = z.strictObject({ id: idSchema, rev: revSchema, organisationName: lineSchema(80), ...crossPostFieldsSchema.shape })
export type CrossPost = z.infer<typeof crossPostSchema>

/** 联系人与对象:党建指导员、领导联系点、部门联系。 */
export const contactKindSchema = z.enum(['instructor', 'leader', 'department', 'other'])
export type ContactKind = z.infer<typeof contactKindSchema>
export const visitPeriodSchema = z.enum(['month', 'quarter', 'half_year', 'year'])
export type VisitPeriod = z.infer<typeof visitPeriodSchema>
/** 联系的对象:本单位的组织带标识,外面的只有名称。 */
export const contactObjectSchema = z.strictObject({ organisationId: idSchema.nullable(), name: requiredLineSchema(80) })
export type ContactObject = z.infer<typeof contactObjectSchema>

export const contactFieldsSchema = z.strictObject({
  organisationId: idSchema,
  kind: contactKindSchema,
  memberId: idSchema.nullable(),
  name: requiredLineSchema(40),
  fromUnit: lineSchema(80),
  duties: lineSchema(200),
  agreement: lineSchema(60),
  period: visitPeriodSchema,
  minimum: z.int().min(0).max(99),
  grade: lineSchema(20),
  note: lineSchema(200),
  objects: z.array(contactObjectSchema).min(1).max(30),
  ...span,
})
export type ContactFields = z.infer<typeof contactFieldsSchema>
export const visitFieldsSchema = z.strictObject({ objectName: requiredLineSchema(80), day: daySchema, note: lineSchema(500) })
export type VisitFields = z.infer<typeof visitFieldsSchema>
export const visitSchema = z.strictObject({ id: idSchema, rev: revSchema, ...visitFieldsSchema.shape })
export type Visit = z.infer<typeof visitSchema>

/** 一个对象在眼下这一期:几次、还差几次。 */
export const objectStandingSchema = z.strictObject({ name: requiredLineSchema(80), thisPeriod: z.int(), missing: z.int(), lastVisit: daySchema.nullable(), /** 上一期少了几次。 */ missedBefore: z.int() })
export type ObjectStanding = z.infer<typeof objectStandingSchema>
export const contactSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  organisationName: lineSchema(80),
  ...contactFieldsSchema.shape,
  visits: z.array(visitSchema),
  /** 眼下这一期的起止;已经结束的联系为 null。 */
  current: z.strictObject({ firstDay: daySchema, lastDay: daySchema }).nullable(),
  standings: z.array(objectStandingSchema),
})
export type Contact = z.infer<typeof contactSchema>
