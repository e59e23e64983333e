import { z } from 'zod'
import { daySchema, idSchema, lineSchema } from './common.ts'
import { normCountsSchema, normRowSchema } from './meeting.ts'

/**
 * 一个支部一个月的一格:缺(过了填报的日子还没有)、该办、补录、按时、免除、没到、没有要求、不在这里(没成立、已划走)。
 * 一季、一年一次的算在期限那个月。
 */
export const completenessStateSchema = z.enum(['missing', 'due', 'late', 'done', 'exempt', 'future', 'none', 'absent'])
export type CompletenessState = z.infer<typeof completenessStateSchema>
export const completenessCellSchema = z.strictObject({ state: completenessStateSchema, missing: z.int(), due: z.int(), late: z.int(), done: z.int() })
export type CompletenessCell = z.infer<typeof completenessCellSchema>
export const completenessRowSchema = z.strictObject({ branchId: idSchema, branchName: lineSchema(80), code: lineSchema(40), cells: z.array(completenessCellSchema), counts: normCountsSchema })
export type CompletenessRow = z.infer<typeof completenessRowSchema>

/** 缺的一项:哪个支部、什么活动、哪一期、期限哪天。 */
export const missingItemSchema = z.strictObject({
  branchId: idSchema,
  branchName: lineSchema(80),
  rule: normRowSchema.shape.rule,
  activity: normRowSchema.shape.activity,
  partyGroupId: idSchema.nullable(),
  partyGroupName: lineSchema(80),
  period: lineSchema(10),
  dueDay: daySchema,
  isLocked: z.boolean(),
  /** 接着写的草稿;没有为 null。 */
  draftId: idSchema.nullable(),
})
export type MissingItem = z.infer<typeof missingItemSchema>
