import { z } from 'zod'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from './common.ts'

/** 组织类别:党委 → 党总支 → 党支部 → 党小组,层数不限。 */
export const organisationKindSchema = z.enum(['party_committee', 'general_branch', 'branch', 'party_group'])
export type OrganisationKind = z.infer<typeof organisationKindSchema>

/** 支部的组建方式,见代码表 buildForms。 */
export const buildFormSchema = z.enum(['single', 'joint', 'project', 'temporary', 'floating'])
export type BuildForm = z.infer<typeof buildFormSchema>
/** 所在单位情况;空串为没填。 */
export const unitRelationSchema = z.enum(['', 'same_as_parent', 'legal_unit', 'joint'])
export type UnitRelation = z.infer<typeof unitRelationSchema>

/** 支部分类(考核用)的代码:前五个内置,其余由单位自加。 */
export const branchCategoryCodeSchema = z.string().regex(/^[a-z][a-z0-9_]{0,31}$/)

export const branchCategorySchema = z.strictObject({
  code: branchCategoryCodeSchema,
  name: requiredLineSchema(20),
  builtIn: z.boolean(),
  branchCount: z.int().min(0),
})
export type BranchCategory = z.infer<typeof branchCategorySchema>

/** 树上的一个组织:今天有效的名称、上级、分类,人数由名册汇总。 */
export const organisationNodeSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  code: lineSchema(32),
  kind: organisationKindSchema,
  name: requiredLineSchema(80),
  shortName: lineSchema(40),
  parentId: idSchema.nullable(),
  category: branchCategoryCodeSchema.nullable(),
  sortOrder: z.int(),
  fullMembers: z.int().min(0),
  probationaryMembers: z.int().min(0),
  secretaryName: lineSchema(40),
})
export type OrganisationNode = z.infer<typeof organisationNodeSchema>

/** 党内职务代码,见代码表 partyPosts。 */
export const partyPostCodeSchema = z.enum([
  'secretary',
  'deputy_secretary',
  'organization_member',
  'publicity_member',
  'discipline_member',
  'youth_member',
  'standing_member',
  'united_front_member',
  'confidentiality_member',
  'union_member',
  'women_member',
  'study_member',
  'other_member',
  'group_leader',
])
export type PartyPostCode = z.infer<typeof partyPostCodeSchema>

/** 怎么担任的:选举产生、上级任命(指派);没写的为空。 */
export const postMannerSchema = z.enum(['', 'elected', 'appointed'])
export type PostManner = z.infer<typeof postMannerSchema>

/** 班子成员(现任)。名册里有的人带 memberId。 */
export const postHolderSchema = z.strictObject({
  id: idSchema,
  memberId: idSchema.nullable(),
  name: requiredLineSchema(40),
  post: partyPostCodeSchema,
  duty: lineSchema(60),
  manner: postMannerSchema,
  /** 任职文件。 */
  document: lineSchema(60),
  fromDay: daySchema,
})
export type PostHolder = z.infer<typeof postHolderSchema>

export const organisationDetailSchema = z.strictObject({
  ...organisationNodeSchema.shape,
  foundedOn: dayOrMonthSchema.nullable(),
  /** 撤销之日;没有撤销为 null。 */
  revokedOn: daySchema.nullable(),
  /** 只有支部有组建方式。 */
  buildForm: buildFormSchema.nullable(),
  unitRelation: unitRelationSchema,
  contact: lineSchema(40),
  phone: lineSchema(40),
  approvalDocument: lineSchema(60),
  termFrom: daySchema.nullable(),
  termDue: daySchema.nullable(),
  meetingPlace: lineSchema(60),
  themeDay: lineSchema(40),
  note: lineSchema(500),
  parentName: lineSchema(80),
  posts: z.array(postHolderSchema),
  /** 是否设支委会:现任委员(含书记)三人及以上即视为设了支委会。 */
  hasCommittee: z.boolean(),
})
export type OrganisationDetail = z.infer<typeof organisationDetailSchema>
