import { z } from 'zod'
import { lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const revOrNone = z.int().min(0)

/** 一个数的现状;名称、单位、缺省、出处在登记表里(shared/data/norms)。 */
const normStateSchema = z.strictObject({
  key: requiredLineSchema(60),
  /** 从没改过为 0。 */
  rev: revOrNone,
  /** 现行的值。 */
  value: lineSchema(40),
  changed: z.boolean(),
  /** 改它的依据。 */
  basis: lineSchema(100),
  changedAt: z.int().nullable(),
  changedByName: lineSchema(40),
})
const list = z.strictObject({ norms: z.array(normStateSchema) })
const failures = { NOT_FOUND: none, NOT_EDITABLE: none, STALE: z.strictObject({ currentRev: revSchema }) }

export const normsContract = {
  /** 规则里的全部数字,连同改过的。 */
  list: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: list,
    errors: {},
  }),
  /** 改一个数,写明依据;法规写明的不能改。 */
  save: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'policy',
    input: z.strictObject({ key: requiredLineSchema(60), rev: revOrNone, value: requiredLineSchema(40), basis: requiredLineSchema(100) }),
    output: list,
    errors: failures,
  }),
  /** 改回缺省。 */
  reset: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'confirm',
    audit: 'policy',
    input: z.strictObject({ key: requiredLineSchema(60), rev: revSchema }),
    output: list,
    errors: failures,
  }),
}
