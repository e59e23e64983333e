import { z } from 'zod'
import { idSchema, lineSchema, revSchema } from './common.ts'

/** 封存档案里的一个文件。 */
export const closedFileSchema = z.strictObject({ name: lineSchema(160), size: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type ClosedFile = z.infer<typeof closedFileSchema>

export const yearClosingSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  year: z.int(),
  pages: z.int(),
  files: z.array(closedFileSchema),
  archiveName: lineSchema(160),
  closedAt: z.number(),
  closedBy: lineSchema(40),
  /** 重新打开的时刻;还封着为 null。 */
  reopenedAt: z.number().nullable(),
  reopenedBy: lineSchema(40),
  reopenReason: lineSchema(200),
})
export type YearClosing = z.infer<typeof yearClosingSchema>
