import { z } from 'zod'
import { daySchema, idSchema, requiredLineSchema, revSchema, yearSchema } from '../model/common.ts'
import { normDecisionFieldsSchema, normDecisionRowSchema } from '../model/norm-decision.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const

/** 免除与解锁:上级对某单位某段月份的决定。 */
export const normDecisionsContract = {
  /** 管得到的单位的;含撤回了的。 */
  list: query({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable(), year: yearSchema.nullable() }),
    output: z.strictObject({ today: daySchema, rows: z.array(normDecisionRowSchema) }),
    errors: {},
  }),
  add: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'fields.organisationId' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ fields: normDecisionFieldsSchema }),
    output: normDecisionRowSchema,
    errors: { NOT_FOUND: none, MONTHS_UNSUITABLE: none },
  }),
  /** 撤回:以后不再算数,撤回之前补录的照旧。 */
  withdraw: command({
    roles: ['committee_office'],
    scope: [{ record: 'norm_decision', key: 'id' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: normDecisionRowSchema,
    errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), WITHDRAWN: none },
  }),
}
