import { z } from 'zod'
import { idSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { customFieldSchema, customKindSchema } from '../model/custom-field.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const office = { roles: ['committee_office'], scope: 'workspace', confirmation: 'none', audit: 'member' } as const
const choices = z.array(requiredLineSchema(40)).max(60)
const listed = z.strictObject({ ...customFieldSchema.shape, /** 填了这一项的人数。 */ used: z.int() })
const saveErrors = { DUPLICATE_NAME: z.strictObject({ name: z.string() }), CHOICES_MISSING: none, CHOICE_IN_USE: z.strictObject({ choice: z.string(), count: z.int() }), NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) } as const

/** 自定义项目:办公室自己加,不用编程;表单、列表、导入、导出、打印都用得上。 */
export const customFieldsContract = {
  list: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ fields: z.array(listed) }), errors: {} }),
  add: command({ ...office, input: z.strictObject({ name: requiredLineSchema(20), kind: customKindSchema, choices }), output: none, errors: saveErrors }),
  /** 改名称、可选的值;类型定了不改(填过的值会读不懂)。 */
  save: command({ ...office, input: z.strictObject({ id: idSchema, rev: revSchema, name: requiredLineSchema(20), choices }), output: none, errors: saveErrors }),
  /** 停用或恢复;填过的值留着。 */
  setRetired: command({ ...office, input: z.strictObject({ id: idSchema, rev: revSchema, retired: z.boolean() }), output: none, errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), DUPLICATE_NAME: z.strictObject({ name: z.string() }) } }),
}
