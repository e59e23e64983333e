import { z } from 'zod'
import { daySchema, idSchema, requiredParagraphsSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { followUpCountsSchema, followUpSchema, followUpStateSchema } from '../model/follow-up.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const
const writers = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const changed = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), NOT_EDITABLE: none }
const one = { roles: writers, scope: [{ record: 'follow_up', key: 'id' }] as const, audit: 'meeting', output: followUpSchema } as const

/** 督办事项:列出、销号、延期、不再办。事项由记录办结时产生,不在这里新建。 */
export const followUpsContract = {
  /** 一个组织及其下级的事项,过了期限的在前。 */
  list: query({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable(), state: followUpStateSchema.nullable(), year: z.int().min(1921).max(2999).nullable() }),
    output: z.strictObject({ today: daySchema, rows: z.array(followUpSchema), counts: followUpCountsSchema }),
    errors: {},
  }),
  /** 销号:写明办理结果。 */
  close: command({ ...one, confirmation: 'none', input: z.strictObject({ id: idSchema, rev: revSchema, result: requiredParagraphsSchema(2000), closedOn: daySchema }), errors: { ...changed, DAY_UNSUITABLE: none } }),
  /** 销了号又发现没办好,写明原因重新督办。 */
  reopen: command({ ...one, confirmation: 'confirm', input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }), errors: changed }),
  extend: command({ ...one, confirmation: 'none', input: z.strictObject({ id: idSchema, rev: revSchema, extendedTo: daySchema, reason: requiredLineSchema(200) }), errors: { ...changed, DAY_UNSUITABLE: none } }),
  drop: command({ ...one, confirmation: 'confirm', input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }), errors: changed }),
}
