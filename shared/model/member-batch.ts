import { z } from 'zod'
import { idSchema, lineSchema, revSchema } from './common.ts'
import { columnKeySchema, type BuiltInColumn, type ColumnKey } from './member-columns.ts'

/** 可以批量改的:选了值对谁都说得通的那些;姓名、证号、出生日期各人不同,不在此列。 */
export const BATCH_COLUMNS = [
  'partyGroup', 'ethnicity', 'education', 'isPartySchool', 'degree', 'graduatedFrom', 'major', 'post', 'administrativePost', 'professionalTitle', 'postKind', 'managementLevel', 'isBackbone', 'isRetired', 'nativePlace', 'birthPlace', 'joinedIn', 'transferredFrom', 'note',
  // 同一天开的会、同一批转来的人,日期是一样的;出生日期各人不同。
  'joinedOn', 'regularOn', 'appliedOn', 'activistOn', 'candidateOn', 'transferredInOn', 'workFrom',
] as const satisfies readonly BuiltInColumn[]
export const isBatchColumn = (key: ColumnKey): boolean => key.startsWith('custom:') || (BATCH_COLUMNS as readonly string[]).includes(key)

/** 改哪一项、改成什么:代码、文字,是否写 1 或空串,空串为清掉;小组写标识。 */
export const batchChangeSchema = z.strictObject({ column: columnKeySchema, value: lineSchema(500) })
export type BatchChange = z.infer<typeof batchChangeSchema>
export const MOST_BATCH = 20_000

export const batchPreviewSchema = z.strictObject({
  changes: z.array(z.strictObject({ id: idSchema, rev: revSchema, name: lineSchema(40), branchName: lineSchema(80), before: z.string().max(600), after: z.string().max(600) })),
  /** 本来就是这个值的。 */
  same: z.int(),
  /** 改不了的:小组不在他的支部、不在名册上了。 */
  refused: z.array(z.strictObject({ id: idSchema, name: lineSchema(40), reason: z.enum(['group_elsewhere', 'gone']) })),
})
export type BatchPreview = z.infer<typeof batchPreviewSchema>

/** 本人最近一次批量修改,还能不能撤。 */
export const lastBatchSchema = z.strictObject({
  id: idSchema,
  column: columnKeySchema,
  count: z.int(),
  at: z.number(),
  /** 之后又被改过的人数;有就不能整批撤。 */
  changedSince: z.int(),
})
export type LastBatch = z.infer<typeof lastBatchSchema>
