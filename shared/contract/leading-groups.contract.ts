import { z } from 'zod'
import { daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { reminderSchema, termFieldsSchema, termLineSchema, termSchema } from '../model/leading-group.ts'
import { organisationKindSchema, partyPostCodeSchema, postMannerSchema } from '../model/organisation.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'] as const
const failures = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const inOrganisation = [{ organisation: 'organisationId' }] as const
const groupSchema = z.strictObject({
  organisationId: idSchema,
  kind: organisationKindSchema,
  /** 按规定一届几年;党小组没有任期,为 null。 */
  termYears: z.int().nullable(),
  /** 各届,新的在前。 */
  terms: z.array(termSchema),
})

export const leadingGroupsContract = {
  /** 一个组织各届的班子:任期、选举、职数、任职、空缺。 */
  get: query({ roles: readers, scope: inOrganisation, confirmation: 'none', audit: 'none', input: z.strictObject({ organisationId: idSchema }), output: groupSchema, errors: { NOT_FOUND: none } }),
  /** 登记或修改一届。新的一届起始日晚于本届的,本届止于那一天;补登以前的要写明结束日。 */
  saveTerm: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: inOrganisation,
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, term: z.strictObject({ id: idSchema.nullable(), rev: revSchema.nullable(), fields: termFieldsSchema }) }),
    output: groupSchema,
    errors: { ...failures, TEMPORARY_BRANCH: z.strictObject({ action: z.string() }), TERM_EXTENSION_TOO_LONG: z.strictObject({ latest: daySchema }), TERM_OVERLAPS: z.strictObject({ from: daySchema }) },
  }),
  /** 登记或修改一段任职,现任、离任都行。 */
  savePost: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: inOrganisation,
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({
      organisationId: idSchema,
      post: z.strictObject({
        id: idSchema.nullable(),
        rev: revSchema.nullable(),
        memberId: idSchema.nullable(),
        name: requiredLineSchema(40),
        post: partyPostCodeSchema,
        duty: lineSchema(60),
        manner: postMannerSchema,
        document: lineSchema(60),
        fromDay: daySchema,
        toDay: daySchema.nullable(),
      }),
    }),
    output: groupSchema,
    errors: failures,
  }),
  /** 换届时间线:各组织的届满日、各步的日子、提醒过没有。organisationId 为 null 看全部管得到的。 */
  timeline: query({
    roles: readers,
    scope: inOrganisation,
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable() }),
    output: z.strictObject({ today: daySchema, lines: z.array(termLineSchema) }),
    errors: {},
  }),
  /** 记一次换届提醒:哪天、用什么办法、谁办的。 */
  remind: command({
    roles: ['committee_office'],
    scope: inOrganisation,
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, reminder: reminderSchema.omit({ id: true, rev: true }) }),
    output: none,
    errors: failures,
  }),
  /** 记错的提醒撤回。 */
  withdrawReminder: command({
    roles: ['committee_office'],
    scope: inOrganisation,
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, reminder: z.strictObject({ id: idSchema, rev: revSchema }) }),
    output: none,
    errors: failures,
  }),
}
