import { z } from 'zod'
import { idSchema, lineSchema, requiredLineSchema } from './common.ts'

/** 一次最多导出、打印多少行;与名册一屏能取的一样多。 */
export const MOST_LIST_ROWS = 20_000
const MOST_COLUMNS = 60
const MOST_CELL_CHARACTERS = 4_000

/**
 * 列的种类:
 * - `text` 文字,证号、工号也是文字;
 * - `number` 真数(人数、次数、分数);
 * - `date` 日期,按写好的样子出,居中;
 * - `money` 整数分,印成元,表格里是两位小数的数。
 */
export const listColumnSchema = z.strictObject({
  label: lineSchema(60),
  kind: z.enum(['text', 'number', 'date', 'money']),
  /** 宽度,按半角字符计(一个汉字占两个)。 */
  width: z.int().min(4).max(80),
})
export type ListColumn = z.infer<typeof listColumnSchema>

const listCellSchema = z.union([z.string().max(MOST_CELL_CHARACTERS), z.number(), z.null()])
export type ListCell = z.infer<typeof listCellSchema>
const listRowSchema = z.array(listCellSchema).max(MOST_COLUMNS)

/** 一张表:屏幕上看到的、导出的、打印的是同一份。 */
export const listDocumentSchema = z.strictObject({
  title: requiredLineSchema(80),
  /** 筛选条件、截至哪一天之类的一句。 */
  subtitle: lineSchema(200),
  columns: z.array(listColumnSchema).min(1).max(MOST_COLUMNS),
  rows: z.array(listRowSchema).max(MOST_LIST_ROWS),
  /** 合计行;没有则不写。 */
  totals: listRowSchema.optional(),
  /** 印在表后的签字栏,一个一栏;表格里不写。 */
  signatures: z.array(requiredLineSchema(20)).max(6).optional(),
})
export type ListDocument = z.infer<typeof listDocumentSchema>

/** 交出一张表时要说清的:哪一张(记进审计的代号)、属于哪个组织、作什么用。 */
export const listRequestSchema = z.strictObject({
  /** 审计里认这张表的代号,如 `development-board`;标题可能带姓名,不进审计。 */
  list: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  organisationId: idSchema.nullable(),
  /** 含个人信息的表要写用途;别的为空串。 */
  purpose: lineSchema(60),
  document: listDocumentSchema,
})

/** 打印页收到的:表,加上单位、日期、经手人。 */
export interface ListPrintModel {
  readonly unitName: string
  readonly printedOn: string
  /** 表头下面的几行说明(谁、何时、作何用)。 */
  readonly notes: readonly string[]
  readonly landscape: boolean
  readonly document: ListDocument
}
