import { z } from 'zod'
import { careFieldsSchema, careFindingSchema, careKindSchema, careRowSchema } from '../model/care.ts'
import { idSchema, revSchema } from '../model/common.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const people = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const stale = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }

/** 流动、失联、困难、联系、慰问、表彰、处分的登记。 */
export const careContract = {
  list: query({ roles: people, scope: [{ organisation: 'organisationId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ organisationId: idSchema.nullable(), kind: careKindSchema }), output: z.strictObject({ rows: z.array(careRowSchema) }), errors: {} }),
  /** 一名党员的各类记录,新的在前。 */
  ofMember: query({ roles: people, scope: [{ record: 'member', key: 'memberId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ memberId: idSchema }), output: z.strictObject({ rows: z.array(careRowSchema) }), errors: {} }),
  add: command({
    roles: people,
    scope: [{ organisation: 'branchId' }, { record: 'member', key: 'memberId' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ branchId: idSchema, memberId: idSchema.nullable(), fields: careFieldsSchema }),
    output: careRowSchema,
    errors: { NOT_FOUND: none, NOT_A_BRANCH: none, CARE_INCOMPLETE: none },
  }),
  save: command({ roles: people, scope: [{ record: 'care_record', key: 'id' }], confirmation: 'none', audit: 'member', input: z.strictObject({ id: idSchema, rev: revSchema, fields: careFieldsSchema }), output: careRowSchema, errors: { ...stale, CARE_INCOMPLETE: none } }),
  remove: command({ roles: people, scope: [{ record: 'care_record', key: 'id' }], confirmation: 'confirm', audit: 'member', input: z.strictObject({ id: idSchema, rev: revSchema }), output: none, errors: stale }),
  /** 该联系的流动党员、失联满半年的、停止党籍满两年的。 */
  findings: query({ roles: people, scope: [{ organisation: 'organisationId' }], confirmation: 'none', audit: 'none', input: z.strictObject({ organisationId: idSchema.nullable() }), output: z.strictObject({ findings: z.array(careFindingSchema) }), errors: {} }),
}
