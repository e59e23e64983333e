import { z } from 'zod'
import { memberFilterSchema } from './member-columns.ts'

export const structureChartKeySchema = z.enum(['age', 'gender', 'ethnicity', 'education', 'standing', 'postKind', 'memberType', 'level'])
export type StructureChartKey = z.infer<typeof structureChartKeySchema>

/** 一张结构图:几条,每条多少人,点开是哪些人(再加这些条件)。 */
export const structureChartSchema = z.strictObject({
  key: structureChartKeySchema,
  bars: z.array(z.strictObject({ key: z.string().max(40), count: z.int(), filters: z.array(memberFilterSchema) })),
})
export type StructureChart = z.infer<typeof structureChartSchema>
