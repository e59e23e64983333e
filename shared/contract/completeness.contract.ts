import { z } from 'zod'
import { daySchema, idSchema, lineSchema, yearSchema } from '../model/common.ts'
import { completenessRowSchema, missingItemSchema } from '../model/completeness.ts'
import { query } from './define.ts'

const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const
const input = z.strictObject({ organisationId: idSchema.nullable(), year: yearSchema })
const one = { roles: readers, scope: [{ organisation: 'organisationId' }] as const, confirmation: 'none', audit: 'none', input, errors: {} } as const

/** 记录齐不齐:一个单位连同下级,支部 × 月份。 */
export const completenessContract = {
  matrix: query({ ...one, output: z.strictObject({ unitName: lineSchema(80), asOf: daySchema, rows: z.array(completenessRowSchema) }) }),
  /** 每一项缺的,打印、导出用。 */
  missing: query({ ...one, output: z.strictObject({ unitName: lineSchema(80), asOf: daySchema, items: z.array(missingItemSchema) }) }),
}
