import { z } from 'zod'
import { daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from './common.ts'
import { managementLevelSchema } from './member.ts'
import { buildFormSchema } from './organisation.ts'
import { unitKindSchema } from './organisation-lists.ts'

/** 单位的登记;没有党组织覆盖的也登记,才数得出空白点。 */
export const unitFieldsSchema = z.strictObject({ name: requiredLineSchema(80), unitKind: unitKindSchema, code: lineSchema(32), note: lineSchema(200), fromDay: daySchema, toDay: daySchema.nullable() })
export type UnitFields = z.infer<typeof unitFieldsSchema>
export const coverageUnitSchema = z.strictObject({ id: idSchema, rev: revSchema, ownerUnit: idSchema, ...unitFieldsSchema.shape, /** 覆盖它的党组织。 */ organisationIds: z.array(idSchema) })
export type CoverageUnit = z.infer<typeof coverageUnitSchema>

export const coverageBranchSchema = z.strictObject({
  id: idSchema,
  name: requiredLineSchema(80),
  buildForm: buildFormSchema,
  fullMembers: z.int(),
  probationaryMembers: z.int(),
  /** 正式党员不足三人、党员超过五十人。 */
  size: z.enum(['under', 'over', 'sound']),
})
export type CoverageBranch = z.infer<typeof coverageBranchSchema>

export const keyPostFieldsSchema = z.strictObject({
  organisationId: idSchema,
  unitId: idSchema.nullable(),
  name: requiredLineSchema(60),
  memberId: idSchema.nullable(),
  /** 空着的岗位为空串。 */
  holderName: lineSchema(40),
  isPartyMember: z.boolean(),
  note: lineSchema(200),
  fromDay: daySchema,
  toDay: daySchema.nullable(),
})
export type KeyPostFields = z.infer<typeof keyPostFieldsSchema>
export const keyPostSchema = z.strictObject({ id: idSchema, rev: revSchema, organisationName: lineSchema(80), unitName: lineSchema(80), ...keyPostFieldsSchema.shape })
export type KeyPost = z.infer<typeof keyPostSchema>

/** 三培养里的一个人。 */
export const trainingPersonSchema = z.strictObject({ memberId: idSchema, name: requiredLineSchema(40), branchName: lineSchema(80), post: lineSchema(60), joinedOn: lineSchema(10), managementLevel: managementLevelSchema })
export type TrainingPerson = z.infer<typeof trainingPersonSchema>
/** 骨干发展成党员(近三年入党的骨干)、党员成为骨干、党员骨干到中高层。 */
export const trainingStepSchema = z.enum(['backbone_joined', 'member_backbone', 'backbone_managing'])
export type TrainingStep = z.infer<typeof trainingStepSchema>
