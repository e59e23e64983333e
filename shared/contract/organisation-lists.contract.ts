import { z } from 'zod'
import { daySchema, idSchema, revSchema } from '../model/common.ts'
import { organisationListEntrySchema, organisationListNameSchema, organisationListsSchema } from '../model/organisation-lists.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const errors = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), NOT_A_BRANCH: none }

/** 组织名下的几张小登记:支部标签、覆盖单位、活动阵地、党建品牌,都带起止日期。 */
export const organisationListsContract = {
  /** 某一天(缺省为今天)有效的。 */
  get: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema, day: daySchema.optional() }),
    output: organisationListsSchema,
    errors: { NOT_FOUND: none },
  }),
  save: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, entry: organisationListEntrySchema }),
    output: organisationListsSchema,
    errors,
  }),
  /** 到某天为止;day 为 null 是录错了,哪一天都不算。 */
  end: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, entry: z.strictObject({ list: organisationListNameSchema, id: idSchema, rev: revSchema }), day: daySchema.nullable() }),
    output: organisationListsSchema,
    errors: { NOT_FOUND: errors.NOT_FOUND, STALE: errors.STALE },
  }),
}
