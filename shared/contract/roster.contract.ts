import { z } from 'zod'
import { idSchema, revSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { batchChangeSchema, batchPreviewSchema, lastBatchSchema, MOST_BATCH } from '../model/member-batch.ts'
import { browsedGroupSchema, browsedRowSchema, columnKeySchema, memberQuerySchema, memberTotalsSchema } from '../model/member-columns.ts'
import { structureChartSchema } from '../model/member-structure.ts'
import { memberLayoutSchema, savedViewSchema, viewNameSchema } from '../model/member-view.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const asked = { roles: readers, scope: [{ organisation: 'query.organisationId' }], confirmation: 'none', audit: 'none' } as const

/** 名册的列表:筛选、排序、分组、一段一段地取;结构图;批量修改;各人自己的列表样子。 */
export const rosterContract = {
  /** 从第 offset 人起的 limit 人,只给所选的列;合计与分组总是全部的。 */
  browse: query({
    ...asked,
    input: z.strictObject({ query: memberQuerySchema, columns: z.array(columnKeySchema).min(1).max(45), offset: z.int().min(0), limit: z.int().min(1).max(20_000) }),
    output: z.strictObject({ rows: z.array(browsedRowSchema), groups: z.array(browsedGroupSchema), totals: memberTotalsSchema }),
    errors: {},
  }),
  /** 筛出来的全部人,供全选。 */
  ids: query({ ...asked, input: z.strictObject({ query: memberQuerySchema }), output: z.strictObject({ ids: z.array(idSchema) }), errors: { TOO_MANY_MEMBERS: z.strictObject({ found: z.int(), most: z.int() }) } }),
  /** 结构图各条的人数,与点开它的条件。 */
  structure: query({ ...asked, input: z.strictObject({ query: memberQuerySchema }), output: z.strictObject({ charts: z.array(structureChartSchema), totals: memberTotalsSchema }), errors: {} }),
  /** 结构图印成一页;只有人数。 */
  printStructure: job({
    ...asked,
    audit: 'print',
    input: z.strictObject({ query: memberQuerySchema }),
    output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int() }),
    errors: { NOTHING_TO_PRINT: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none },
  }),
  /** 批量修改之前:谁、从什么改成什么。 */
  previewBatch: query({
    roles: readers,
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ memberIds: z.array(idSchema).min(1).max(MOST_BATCH), change: batchChangeSchema }),
    output: batchPreviewSchema,
    errors: { NOT_EDITABLE: none, VALUE_UNSUITABLE: z.strictObject({ name: z.string() }) },
  }),
  /** 照预览的改:有一个人在这之后变过,就一个也不改。一个事务,可以整批撤销。 */
  saveBatch: command({
    roles: readers,
    scope: 'visible',
    confirmation: 'confirm',
    audit: 'member',
    input: z.strictObject({ members: z.array(z.strictObject({ id: idSchema, rev: revSchema })).min(1).max(MOST_BATCH), change: batchChangeSchema }),
    output: z.strictObject({ changed: z.int() }),
    errors: { NOT_EDITABLE: none, VALUE_UNSUITABLE: z.strictObject({ name: z.string() }), PREVIEW_EXPIRED: none },
  }),
  /** 本人最近一次还没撤的批量修改。 */
  lastBatch: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ batch: lastBatchSchema.nullable() }), errors: {} }),
  /** 整批改回去;其中有人之后又被改过的,一个也不动。 */
  undoBatch: command({
    roles: readers,
    scope: [{ record: 'member_batch', key: 'id' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ restored: z.int() }),
    errors: { NOT_FOUND: none, BATCH_CHANGED_SINCE: z.strictObject({ count: z.int() }) },
  }),
  /** 本人上次的列表样子与存下的各种看法。 */
  views: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ current: memberLayoutSchema.nullable(), saved: z.array(savedViewSchema) }), errors: {} }),
  /** 记下列表现在的样子;只有本人看得到,不是记录。 */
  keepLayout: command({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: z.strictObject({ layout: memberLayoutSchema }), output: none, errors: {} }),
  saveView: command({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: z.strictObject({ name: viewNameSchema, layout: memberLayoutSchema }), output: none, errors: { TOO_MANY_VIEWS: z.strictObject({ most: z.int() }) } }),
  removeView: command({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: z.strictObject({ name: viewNameSchema }), output: none, errors: {} }),
}
