import { z } from 'zod'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from './common.ts'

export const branchLabelCodeSchema = z.enum(['retired', 'model', 'weak'])
export type BranchLabelCode = z.infer<typeof branchLabelCodeSchema>
export const unitKindSchema = z.enum(['state_enterprise', 'mixed_enterprise', 'private_enterprise', 'department', 'work_area', 'project', 'institution', 'social_organisation', 'other'])
export type UnitKindCode = z.infer<typeof unitKindSchema>
export const placeKindSchema = z.enum(['activity_room', 'service_centre', 'lecture_room', 'exhibition', 'corner', 'other'])
export type PlaceKindCode = z.infer<typeof placeKindSchema>

/** 一条带起止日期的小登记。 */
const span = { id: idSchema, rev: revSchema, fromDay: daySchema, toDay: daySchema.nullable() } as const
const labelShape = { label: branchLabelCodeSchema, documentNumber: lineSchema(60), note: lineSchema(200) } as const
const unitShape = { name: requiredLineSchema(80), unitKind: unitKindSchema, code: lineSchema(32) } as const
const placeShape = { placeKind: placeKindSchema, name: requiredLineSchema(60), address: lineSchema(100), area: z.int().min(0).max(1_000_000).nullable(), equippedOn: dayOrMonthSchema.nullable() } as const
const brandShape = { name: requiredLineSchema(40), meaning: lineSchema(300) } as const

const branchLabelSchema = z.strictObject({ ...span, ...labelShape })
/** 这个党组织覆盖的一个单位;unitId 是单位本身。 */
const coveredUnitSchema = z.strictObject({ ...span, unitId: idSchema, ...unitShape })
const organisationPlaceSchema = z.strictObject({ ...span, ...placeShape })
const organisationBrandSchema = z.strictObject({ ...span, ...brandShape })

export const organisationListsSchema = z.strictObject({
  labels: z.array(branchLabelSchema),
  units: z.array(coveredUnitSchema),
  places: z.array(organisationPlaceSchema),
  brands: z.array(organisationBrandSchema),
})
export type OrganisationLists = z.infer<typeof organisationListsSchema>
export type OrganisationListName = keyof OrganisationLists

/** 新增或修改的一条;id 为 null 是新增。 */
const entry = { id: idSchema.nullable(), rev: revSchema.nullable(), fromDay: daySchema } as const
export const organisationListEntrySchema = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('labels'), ...entry, ...labelShape }),
  z.strictObject({ list: z.literal('units'), ...entry, ...unitShape }),
  z.strictObject({ list: z.literal('places'), ...entry, ...placeShape }),
  z.strictObject({ list: z.literal('brands'), ...entry, ...brandShape }),
])
export type OrganisationListEntry = z.infer<typeof organisationListEntrySchema>
export const organisationListNameSchema = z.enum(['labels', 'units', 'places', 'brands'])
