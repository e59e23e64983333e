import { z } from 'zod'
import { requiredLineSchema } from './common.ts'
import { columnKeySchema, memberFilterSchema, memberSortSchema } from './member-columns.ts'

/** 列表的样子:哪些列、怎么筛、怎么排、怎么分组。 */
export const memberLayoutSchema = z.strictObject({
  columns: z.array(columnKeySchema).min(1).max(45),
  filters: z.array(memberFilterSchema).max(20),
  sort: z.array(memberSortSchema).max(4),
  groupBy: columnKeySchema.nullable(),
  presence: z.enum(['on_roster', 'departed']),
})
export type MemberLayout = z.infer<typeof memberLayoutSchema>
export const viewNameSchema = requiredLineSchema(20)
export const savedViewSchema = z.strictObject({ name: viewNameSchema, layout: memberLayoutSchema })
export type SavedView = z.infer<typeof savedViewSchema>
