import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema, requiredLineSchema, revSchema } from './common.ts'
import { normActivitySchema } from './meeting.ts'

/** 上级对某单位(连同下级)某段月份的决定:免除某项活动,或把过期锁上的月份打开到某天。 */
export const normDecisionKindSchema = z.enum(['exemption', 'unlock'])
export type NormDecisionKind = z.infer<typeof normDecisionKindSchema>

export const normDecisionFieldsSchema = z.strictObject({
  organisationId: idSchema,
  kind: normDecisionKindSchema,
  /** 空为各项活动。 */
  activity: z.union([z.literal(''), normActivitySchema]),
  fromMonth: monthSchema,
  toMonth: monthSchema,
  /** 解锁到哪天为止(含);免除的为 null。 */
  untilDay: daySchema.nullable(),
  reason: requiredLineSchema(200),
  /** 谁定的:批准的人或会议。 */
  approver: lineSchema(60),
  document: lineSchema(80),
  decidedOn: daySchema,
})
export type NormDecisionFields = z.infer<typeof normDecisionFieldsSchema>

export const normDecisionRowSchema = normDecisionFieldsSchema.extend({ id: idSchema, rev: revSchema, organisationName: lineSchema(80), withdrawnOn: daySchema.nullable(), withdrawnReason: lineSchema(200) })
export type NormDecisionRow = z.infer<typeof normDecisionRowSchema>
