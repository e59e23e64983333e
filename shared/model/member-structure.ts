import { z } from 'zod'
import { memberFilterSchema, type MemberTotals } from './member-columns.ts'

export const structureChartKeySchema = z.enum(['age', 'gender', 'ethnicity', 'education', 'standing', 'postKind', 'memberType', 'level'])
export type StructureChartKey = z.infer<typeof structureChartKeySchema>

/** 一张结构图:几条,每条多少人,点开是哪些人(再加这些条件)。 */
export const structureChartSchema = z.strictObject({
  key: structureChartKeySchema,
  bars: z.array(z.strictObject({ key: z.string().max(40), count: z.int(), filters: z.array(memberFilterSchema) })),
})
export type StructureChart = z.infer<typeof structureChartSchema>

/** 结构图打印页的数据。 */
export interface StructurePrintModel {
  readonly unitName: string
  /** 哪个组织(含下级);全部为空串。 */
  readonly organisationName: string
  /** 看的是哪一天;今天为 null。 */
  readonly day: string | null
  readonly printedOn: string
  readonly charts: readonly StructureChart[]
  readonly totals: MemberTotals
}
