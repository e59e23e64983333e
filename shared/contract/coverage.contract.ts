import { z } from 'zod'
import { daySchema, idSchema, revSchema } from '../model/common.ts'
import { coverageBranchSchema, coverageUnitSchema, keyPostFieldsSchema, keyPostSchema, trainingPersonSchema, trainingStepSchema, unitFieldsSchema } from '../model/coverage.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const failures = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const writers = ['committee_office', 'branch_secretary'] as const
const named = z.strictObject({ id: idSchema, rev: revSchema })

/** 支部建在一线、两个覆盖、重要岗位、三培养。 */
export const coverageContract = {
  /** 今天的样子,只给管得到的。 */
  overview: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'leader'],
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({
      today: daySchema,
      units: z.array(coverageUnitSchema),
      branches: z.array(coverageBranchSchema),
      keyPosts: z.array(keyPostSchema),
      training: z.array(z.strictObject({ step: trainingStepSchema, /** 从哪天起算;不按日子算的为 null。 */ since: daySchema.nullable(), people: z.array(trainingPersonSchema) })),
    }),
    errors: {},
  }),
  /** 登记、修改一个单位,归 organisationId 管;覆盖它的党组织在组织页登记。 */
  saveUnit: command({
    roles: writers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ organisationId: idSchema, unit: named.nullable(), fields: unitFieldsSchema }),
    output: none,
    errors: { ...failures, DUPLICATE_NAME: z.strictObject({ name: z.string() }) },
  }),
  saveKeyPost: command({
    roles: writers,
    scope: [{ organisation: 'fields.organisationId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ keyPost: named.nullable(), fields: keyPostFieldsSchema }),
    output: none,
    errors: failures,
  }),
  removeKeyPost: command({ roles: writers, scope: [{ organisation: 'organisationId' }], confirmation: 'confirm', audit: 'organisation', input: z.strictObject({ organisationId: idSchema, keyPost: named }), output: none, errors: failures }),
}
