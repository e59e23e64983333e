import { z } from 'zod'
import { daySchema, idSchema, lineSchema, revSchema } from './common.ts'
import { organisationKindSchema } from './organisation.ts'

/** 组织变动的种类,见代码表 organisationEventKinds。 */
export const organisationEventKindSchema = z.enum(['founding', 'renaming', 'moving', 'merging', 'splitting', 'upgrading', 'revoking'])
export type OrganisationEventKind = z.infer<typeof organisationEventKindSchema>

/** 一次变动的凭据:哪天起、哪份文件、为什么。 */
export const eventBasisShape = { day: daySchema, documentNumber: lineSchema(60), reason: lineSchema(200) } as const

/** 一次变动改了什么;照着它能把任何一天的树重新摆出来。 */
export const organisationEffectSchema = z.discriminatedUnion('aspect', [
  z.strictObject({ aspect: z.literal('founded'), organisationId: idSchema, name: z.string(), kind: organisationKindSchema, parentId: idSchema.nullable(), category: z.string().nullable() }),
  z.strictObject({ aspect: z.literal('name'), organisationId: idSchema, from: z.string(), to: z.string() }),
  z.strictObject({ aspect: z.literal('parent'), organisationId: idSchema, from: idSchema.nullable(), to: idSchema }),
  z.strictObject({ aspect: z.literal('kind'), organisationId: idSchema, from: organisationKindSchema, to: organisationKindSchema }),
  z.strictObject({ aspect: z.literal('revoked'), organisationId: idSchema }),
  /** 编入另一支部(或小组)的人。 */
  z.strictObject({ aspect: z.literal('members'), organisationId: idSchema, to: idSchema, memberIds: z.array(idSchema) }),
])
export type OrganisationEffect = z.infer<typeof organisationEffectSchema>

export const organisationEventRoleSchema = z.enum(['subject', 'source', 'target', 'parent', 'group'])
export type OrganisationEventRole = z.infer<typeof organisationEventRoleSchema>

/** 沿革里的一条;涉及的组织带当时的名称。 */
export const organisationEventSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  kind: organisationEventKindSchema,
  ...eventBasisShape,
  parts: z.array(z.strictObject({ organisationId: idSchema, role: organisationEventRoleSchema, name: z.string() })),
  effects: z.array(organisationEffectSchema),
  recordedAt: z.int(),
  recordedBy: z.string(),
})
export type OrganisationEvent = z.infer<typeof organisationEventSchema>
