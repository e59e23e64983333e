import { z } from 'zod'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema } from './common.ts'
import { educationSchema, ethnicitySchema, genderSchema, idNumberSchema, memberTypeSchema } from './member.ts'

export const transferDirectionSchema = z.enum(['out', 'in'])
export type TransferDirection = z.infer<typeof transferDirectionSchema>
export const transferScopeSchema = z.enum(['within_committee', 'within_province', 'nationwide'])
export type TransferScope = z.infer<typeof transferScopeSchema>
export const transferStateSchema = z.enum(['draft', 'issued', 'in_transit', 'received', 'archived', 'returned', 'suspended'])
export type TransferState = z.infer<typeof transferStateSchema>

/** 介绍信上可填的。转出的人取自名册;转入的人还不在名册上,先写姓名。 */
export const transferFieldsSchema = z.strictObject({
  scope: transferScopeSchema,
  /** 转入的写对方的编号;转出的开具时自动编。 */
  number: lineSchema(40),
  name: requiredLineSchema(40),
  memberType: memberTypeSchema,
  fromName: lineSchema(80),
  /** 抬头:接收方有权限的党组织。 */
  toTitle: lineSchema(80),
  toName: lineSchema(80),
  reason: lineSchema(120),
  duesPaidUntil: monthSchema.nullable(),
  validDays: z.int().min(1).max(90),
  issuedOn: daySchema.nullable(),
  handledBy: lineSchema(40),
  note: lineSchema(200),
})
export type TransferFields = z.infer<typeof transferFieldsSchema>

export const transferRowSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  direction: transferDirectionSchema,
  year: z.int(),
  memberId: idSchema.nullable(),
  fromBranchId: idSchema.nullable(),
  toBranchId: idSchema.nullable(),
  fields: transferFieldsSchema,
  sentOn: daySchema.nullable(),
  receivedOn: daySchema.nullable(),
  receipt: lineSchema(80),
  state: transferStateSchema,
  stateReason: lineSchema(200),
  /** 有效期的最后一天;没开具为 null。 */
  validUntil: daySchema.nullable(),
  /** 开具了、没接收、过了有效期。 */
  overdue: z.boolean(),
})
export type TransferRow = z.infer<typeof transferRowSchema>

/** 接收转入的人时补的基本情况;已在名册上的(以前转走的)不必。 */
export const incomingPersonSchema = z.strictObject({
  gender: genderSchema,
  ethnicity: ethnicitySchema,
  birthDate: dayOrMonthSchema.nullable(),
  education: educationSchema,
  joinedOn: daySchema,
  regularOn: daySchema.nullable(),
  post: lineSchema(60),
  idNumber: idNumberSchema,
  mobile: lineSchema(20),
})
export type IncomingPerson = z.infer<typeof incomingPersonSchema>

/** 介绍信打印页的数据。 */
export interface TransferLetterPrintModel {
  readonly unitName: string
  readonly number: string
  readonly fields: TransferFields
  readonly genderName: string
  readonly age: number | null
  readonly ethnicityName: string
  readonly idNumber: string
  readonly mobile: string
  readonly validUntil: string
}
