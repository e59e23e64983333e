import { z } from 'zod'
import { idSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { importCountsSchema, importFieldSchema, importKindSchema, importPreviewRowSchema, importPreviewSchema, importTargetSchema, PREVIEW_PAGE } from '../model/roster-import.ts'
import { command, job, query } from './define.ts'
import { fileErrors } from './file-errors.ts'

/** 指认表头时看这么多列。 */
export const PEEKED_COLUMNS = 80

const none = z.strictObject({})
const importers = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const readErrors = {
  ...fileErrors,
  /** 有哪些表、像表头的那行写的是什么、要哪些列。 */
  HEADER_NOT_FOUND: z.strictObject({ sheets: z.array(z.string()), found: z.array(z.string()), expected: z.array(z.string()) }),
  HEADER_DUPLICATED: z.strictObject({ sheet: z.string(), header: z.string() }),
  NO_ROWS: none,
  BRANCH_REQUIRED: none,
} as const

export const importBatchSchema = z.strictObject({
  id: idSchema,
  kind: importKindSchema,
  at: z.int(),
  by: z.string(),
  fileName: z.string(),
  ownerName: z.string(),
  counts: importCountsSchema,
  /** 写入了几行。 */
  written: z.int(),
  /** 撤销的时刻与人;没撤销为 null。 */
  undone: z.strictObject({ at: z.int(), by: z.string() }).nullable(),
})

/** 从办公室的表格搬进来:党员、组织、发展对象、党费同一套办法。 */
export const importsContract = {
  /** 读文件、逐行核对、给出预览;不写入任何数据。branchId 用于没有「所在党支部」列的表。 */
  preview: job({
    roles: importers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ kind: importKindSchema, file: fileRefSchema, branchId: idSchema.nullable() }),
    output: importPreviewSchema,
    errors: readErrors,
  }),
  /** 预览里自第 offset 行起的一页。 */
  previewRows: query({
    roles: importers,
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ previewId: idSchema, offset: z.int().min(0) }),
    output: z.strictObject({ rows: z.array(importPreviewRowSchema).max(PREVIEW_PAGE) }),
    errors: { PREVIEW_EXPIRED: none },
  }),
  /** 按预览写入,一个事务。有被拒的行时须明说 skipRefused,否则什么也不写。 */
  commit: job({
    roles: importers,
    scope: 'visible',
    confirmation: 'confirm',
    audit: 'import',
    input: z.strictObject({ previewId: idSchema, skipRefused: z.boolean() }),
    output: z.strictObject({ counts: importCountsSchema, written: z.int() }),
    errors: { BACKUP_FAILED: none, SPACE_LOW: z.strictObject({ freeMegabytes: z.int(), neededMegabytes: z.int() }), PREVIEW_EXPIRED: none, IMPORT_REFUSED_ROWS: z.strictObject({ refused: z.int() }), IMPORT_NOTHING_ACCEPTABLE: none },
  }),
  /** 认不出表头的文件:各表的头几行,给人指出哪一行是表头。不写入。 */
  peek: job({
    roles: importers,
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ kind: importKindSchema, file: fileRefSchema }),
    output: z.strictObject({
      sheets: z.array(z.strictObject({ name: z.string().max(100), rows: z.array(z.strictObject({ row: z.int().min(1), cells: z.array(z.string().max(100)).max(PEEKED_COLUMNS) })) })),
      targets: z.array(importTargetSchema),
    }),
    errors: readErrors,
  }),
  /** 人指出的表头与各列:记住,以后同样的表头照用。 */
  saveHeading: command({
    roles: importers,
    scope: 'none',
    confirmation: 'none',
    audit: 'import',
    input: z.strictObject({ kind: importKindSchema, columns: z.array(z.strictObject({ index: z.int().min(0).max(16_384), header: z.string().min(1).max(100), field: importFieldSchema.nullable() })).min(2).max(PEEKED_COLUMNS) }),
    output: none,
    errors: { MAPPING_UNUSABLE: z.strictObject({ field: z.string() }) },
  }),
  /** 人改过的列名对照:记住,以后同样的表头照用。改完要重新核对一遍。 */
  saveMapping: command({
    roles: importers,
    scope: 'visible',
    confirmation: 'none',
    audit: 'import',
    input: z.strictObject({ previewId: idSchema, columns: z.array(z.strictObject({ sheet: z.string().max(100), index: z.int().min(0).max(16_384), field: importFieldSchema.nullable() })).max(2_000) }),
    output: none,
    errors: { PREVIEW_EXPIRED: none, MAPPING_UNUSABLE: z.strictObject({ field: z.string() }) },
  }),
  /** 原来那份表,把有毛病的格子涂上颜色、写上批注:改好再读一遍。 */
  markedSheet: job({
    roles: importers,
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ previewId: idSchema }),
    output: z.strictObject({ file: fileRefSchema, marked: z.int() }),
    errors: { PREVIEW_EXPIRED: none, FILE_EXPIRED: none, NOTHING_TO_MARK: none },
  }),
  /** 空白模板:列齐、有下拉、有一行示例。 */
  template: job({ roles: importers, scope: 'none', confirmation: 'none', audit: 'none', input: z.strictObject({ kind: importKindSchema }), output: z.strictObject({ file: fileRefSchema }), errors: {} }),
  /** 导入过的各次,新的在前。 */
  history: query({ roles: importers, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ batches: z.array(importBatchSchema) }), errors: {} }),
  /** 撤销一次导入:改过的回到从前,新增的拿掉。之后有人动过其中任何一条就不能撤。 */
  undo: command({
    roles: importers,
    scope: [{ record: 'import_batch', key: 'batchId' }],
    confirmation: 'confirm',
    audit: 'import',
    input: z.strictObject({ batchId: idSchema }),
    output: z.strictObject({ restored: z.int(), removed: z.int() }),
    errors: { NOT_FOUND: none, IMPORT_ALREADY_UNDONE: none, IMPORT_CHANGED_SINCE: z.strictObject({ changed: z.int() }) },
  }),
}
