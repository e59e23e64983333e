import { z } from 'zod'
import { fileRefSchema } from './files.ts'
import { idSchema, lineSchema } from './common.ts'

/** 收哪几种:照片与扫描件(JPEG、PNG)、PDF、Word(.docx)。 */
export const attachmentKindSchema = z.enum(['image', 'pdf', 'word'])
export type AttachmentKind = z.infer<typeof attachmentKindSchema>

/** 一份最多这么大。 */
export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024
/** 一份会议记录最多附这么多份:手册、封存的档案、备份都装得下。 */
export const MOST_ATTACHMENTS_OF_MEETING = 30
/** 小样最多这么大。 */
export const MOST_THUMBNAIL_BYTES = 40 * 1024
/** 选文件时只列这几种。 */
export const ATTACHMENT_ACCEPT = '.jpg,.jpeg,.png,.pdf,.docx'

/** 列表里要显示的:不带内容。lost:文件没了、读不出大小。 */
export const attachmentFactsSchema = z.strictObject({ fileName: lineSchema(80), kind: attachmentKindSchema, size: z.int().min(0), lost: z.boolean() })
export type AttachmentFacts = z.infer<typeof attachmentFactsSchema>

/** 交来的一份:文件,以及界面画好的小样(画不出的没有)。 */
export const attachmentGivenSchema = z.strictObject({ file: fileRefSchema, thumbnail: fileRefSchema.nullable() })
export type AttachmentGiven = z.infer<typeof attachmentGivenSchema>

/** 打开的一份:取内容的凭据,可反复取,开下一份时作废。 */
export const attachmentOpenedSchema = z.strictObject({ file: fileRefSchema, kind: attachmentKindSchema })
export type AttachmentOpened = z.infer<typeof attachmentOpenedSchema>

/** 一条记录的小样,JPEG。 */
export const attachmentThumbnailSchema = z.strictObject({ id: idSchema, base64: z.string() })

/** 收不下的缘由。 */
export const attachmentRefusalSchema = z.enum(['kind', 'size', 'empty', 'macro', 'count'])
