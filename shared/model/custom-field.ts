import { z } from 'zod'
import { idSchema, requiredLineSchema, revSchema } from './common.ts'

/** 自定义项目的类型:文字、数、日期、从几个里选。 */
export const customKindSchema = z.enum(['text', 'number', 'date', 'choice'])
export type CustomKind = z.infer<typeof customKindSchema>

/** 办公室自己加的一个项目;名称就是导入导出的列名。 */
export const customFieldSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  name: requiredLineSchema(20),
  kind: customKindSchema,
  choices: z.array(requiredLineSchema(40)).max(60),
  isRetired: z.boolean(),
})
export type CustomField = z.infer<typeof customFieldSchema>
