import { z } from 'zod'
import { idSchema, revSchema, yearSchema } from '../model/common.ts'
import { entryFindingSchema, entryValuesSchema, registerDefinitionSchema, registerEntrySchema, studyRowSchema } from '../model/register.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const
const writers = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
/** 报了、批了的计划和总结不能直接改。 */
const submitted = { SUBMITTED_ALREADY: none }
const unsuitable = { ...submitted, ENTRY_UNSUITABLE: z.strictObject({ findings: z.array(entryFindingSchema) }), REGISTER_NOT_YOURS: none }
const changed = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const definitionKey = z.string().max(40)

/** 登记簿:谈心谈话、政治生日、学习培训、上级检查、大事记。表单与列表都照定义来。 */
export const registersContract = {
  definitions: query({ roles: readers, scope: 'none', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ definitions: z.array(registerDefinitionSchema) }), errors: {} }),
  /** 一个组织及其下级的登记,新的在前;只给本支部看的项不在别人的列表里。 */
  list: query({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ definitionKey, organisationId: idSchema.nullable(), year: yearSchema.nullable() }),
    output: z.strictObject({ rows: z.array(registerEntrySchema) }),
    errors: { NOT_FOUND: none },
  }),
  add: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ definitionKey, branchId: idSchema, values: entryValuesSchema }),
    output: registerEntrySchema,
    errors: { NOT_FOUND: none, NOT_A_BRANCH: none, ...unsuitable },
  }),
  save: command({ roles: writers, scope: [{ record: 'register_entry', key: 'id' }], confirmation: 'none', audit: 'meeting', input: z.strictObject({ id: idSchema, rev: revSchema, values: entryValuesSchema }), output: registerEntrySchema, errors: { ...changed, ...unsuitable } }),
  /** 一个支部一年的学时:会上到会的学时与登记的培训之和,对照每年的要求。 */
  studyHours: query({
    roles: readers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, year: yearSchema }),
    output: z.strictObject({ rows: z.array(studyRowSchema) }),
    errors: { NOT_FOUND: none },
  }),
}
