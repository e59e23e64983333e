import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'

/** 督办事项:会议的决议、整改措施,检查指出的问题,办结后逐项跟到销号。 */
export const followUpKindSchema = z.enum(['resolution', 'rectification', 'inspection'])
export type FollowUpKind = z.infer<typeof followUpKindSchema>

/** open 在办、closed 已销号、dropped 不再办(写明缘由)。 */
export const followUpStateSchema = z.enum(['open', 'closed', 'dropped'])
export type FollowUpState = z.infer<typeof followUpStateSchema>

export const followUpSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  branchId: idSchema,
  branchName: lineSchema(80),
  /** 出处:哪张表的哪一条。 */
  sourceTable: lineSchema(40),
  sourceId: idSchema,
  sourceTitle: lineSchema(120),
  kind: followUpKindSchema,
  problem: lineSchema(300),
  text: requiredLineSchema(500),
  owner: lineSchema(40),
  /** 定的期限;延过的看 extendedTo。 */
  dueOn: daySchema.nullable(),
  extendedTo: daySchema.nullable(),
  raisedOn: daySchema,
  state: followUpStateSchema,
  /** 办理结果、佐证,或不再办的缘由。 */
  result: paragraphsSchema(2000),
  closedOn: daySchema.nullable(),
  /** 在办而过了期限;没有期限的不算。 */
  isOverdue: z.boolean(),
})
export type FollowUp = z.infer<typeof followUpSchema>

export const followUpCountsSchema = z.strictObject({ open: z.int(), overdue: z.int(), dueSoon: z.int(), closed: z.int() })
export type FollowUpCounts = z.infer<typeof followUpCountsSchema>
