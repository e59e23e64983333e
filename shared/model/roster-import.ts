import { z } from 'zod'
import { idSchema } from './common.ts'

/** 一份文件可能超过的上限(FILE_TOO_COMPLEX 说是哪一条):部件数、解开后的大小、压缩比、工作表数、行、列、不同的字串数与总字数、合并格、内存、时间。 */
export const fileLimitSchema = z.enum(['entries', 'unpacked', 'ratio', 'sheets', 'rows', 'columns', 'strings', 'characters', 'merged', 'memory', 'time'])
export type FileLimit = z.infer<typeof fileLimitSchema>

/** 一行的结论;一行有多条理由时取最重的一个:refused > warned > changed/new。与库里完全一样、没有东西要写的一行是 same,提醒照列。 */
export const importStatusSchema = z.enum(['new', 'changed', 'same', 'warned', 'refused'])
export type ImportStatus = z.infer<typeof importStatusSchema>

/** 理由代码 → 一句中文,见 shared/i18n/zh-CN/roster-import.ts。 */
export const importReasonCodeSchema = z.enum([
  'name_missing',
  'name_cleaned',
  'name_too_long',
  'id_missing',
  'id_bad_length',
  'id_bad_check_digit',
  'id_bad_birth',
  'id_fifteen_digits',
  'id_precision_lost',
  'id_region_unknown',
  'duplicate_in_file',
  'duplicate_in_store',
  'same_name_and_birth',
  'gender_unreadable',
  'gender_mismatch',
  'gender_from_id',
  'birth_unreadable',
  'birth_mismatch',
  'birth_from_id',
  'date_unreadable',
  'date_in_future',
  'date_month_only',
  'joined_too_young',
  'joined_missing',
  'regular_before_joined',
  'regular_less_than_year',
  'regular_missing',
  'regular_on_probationary',
  'member_type_unreadable',
  'member_type_missing',
  'ethnicity_unreadable',
  'ethnicity_replaced',
  'education_unreadable',
  'mobile_unreadable',
  'value_unreadable',
  'branch_unknown',
  'branch_missing',
  'branch_changed',
  'group_created',
  'group_missing',
  'state_unreadable',
  'formula_value',
  'cell_error',
  'text_too_long',
  'unsafe_characters_removed',
  'column_ignored',
  'organisation_name_missing',
  'organisation_kind_missing',
  'organisation_kind_unreadable',
  'organisation_twice',
  'organisation_elsewhere',
  'organisation_changing',
  'category_unknown',
  'founded_month_only',
  'code_taken',
  'parent_missing',
  'parent_unknown',
  'parent_assumed',
  'parent_itself',
  'parent_unsuitable',
  'parent_refused',
  'candidate_matched',
  'candidate_several',
  'candidate_settled',
  'member_already',
  'stage_unreadable',
  'stage_without_day',
  'activist_day_missing',
  'admitted_day_missing',
  'admission_enrols',
  'step_month_only',
  'step_kept',
  'step_conclusion_missing',
  'conclusion_unreadable',
  'development_rule',
  'event_unsuitable',
  'publicity_unreadable',
  'votes_unreadable',
  'form_taken',
  'regular_day_differs',
  'number_unreadable',
  'dues_member_unknown',
  'dues_member_several',
  'dues_matched_by_name',
  'dues_amount_unreadable',
  'dues_month_unreadable',
  'dues_year_assumed',
  'dues_not_obliged',
  'dues_not_allowed',
  'dues_exempt_word',
  'dues_tick_assumed',
  'dues_tick_unknown',
  'dues_total_differs',
  'dues_due_differs',
  'dues_large',
  'dues_too_early',
  'dues_twice',
  'dues_range_split',
  'dues_range_uneven',
  'custom_unsuitable',
])
export type ImportReasonCode = z.infer<typeof importReasonCodeSchema>

/** 导入什么。 */
export const importKindSchema = z.enum(['organisations', 'members', 'candidates', 'dues'])
export type ImportKind = z.infer<typeof importKindSchema>

export const importReasonSchema = z.strictObject({
  /** 表头原文(找不到列时为规范列名)。 */
  column: z.string().max(100),
  code: importReasonCodeSchema,
  /** 一句中文:发生了什么、怎么办。 */
  message: z.string().max(300),
})
export type ImportReason = z.infer<typeof importReasonSchema>

export const importRowSchema = z.strictObject({
  sheet: z.string().max(100),
  /** Excel 左侧显示的行号(从 1 起)。 */
  row: z.int().min(1),
  status: importStatusSchema,
  reasons: z.array(importReasonSchema),
})
export type ImportRow = z.infer<typeof importRowSchema>

/** 预览表的一行:姓名或名称,加上 headings 里说的几列;证号遮住中间。 */
export const importPreviewRowSchema = z.strictObject({
  ...importRowSchema.shape,
  name: z.string().max(200),
  cells: z.array(z.string().max(200)).max(12),
  changes: z.array(z.strictObject({ column: z.string().max(100), before: z.string().max(200), after: z.string().max(200) })),
})
export type ImportPreviewRow = z.infer<typeof importPreviewRowSchema>

export const importCountsSchema = z.strictObject({
  total: z.int(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  warned: z.int(),
  refused: z.int(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

/** 系统里的一项;自定义项为 `custom:` 加标识。 */
export const importFieldSchema = z.string().max(60)
/** 可以对照到的一项与它的名称。 */
export const importTargetSchema = z.strictObject({ field: importFieldSchema, label: z.string().max(40) })
export type ImportTarget = z.infer<typeof importTargetSchema>

/** 表头对照:文件里的列名 → 系统字段;field 为 null 表示这一列不用。 */
export const importColumnSchema = z.strictObject({ sheet: z.string().max(100), /** 从 0 起的列号。 */ index: z.int().min(0), header: z.string().max(100), field: importFieldSchema.nullable() })
export type ImportColumn = z.infer<typeof importColumnSchema>

/** 预览一次给这么多行:几万行一次给,核对、抄写各要占住线程几百毫秒。 */
export const PREVIEW_PAGE = 1_000

export const importPreviewSchema = z.strictObject({
  previewId: idSchema,
  kind: importKindSchema,
  fileName: z.string().max(255),
  counts: importCountsSchema,
  columns: z.array(importColumnSchema),
  /** 各列可以对照到的各项。 */
  targets: z.array(importTargetSchema),
  /** 这种表头以前由人改过对照,这次照着用了。 */
  remembered: z.boolean(),
  /** 预览表里姓名之后各列的名称。 */
  headings: z.array(z.string().max(40)),
  /** 头 PREVIEW_PAGE 行;其余由 previewRows 接着取。 */
  rows: z.array(importPreviewRowSchema).max(PREVIEW_PAGE),
  /** 能写入的行数(全部减去 refused)。 */
  acceptable: z.int(),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
