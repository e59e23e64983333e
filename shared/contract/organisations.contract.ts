import { z } from 'zod'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { branchCategoryCodeSchema, branchCategorySchema, organisationDetailSchema, organisationKindSchema, organisationNodeSchema, partyPostCodeSchema, postMannerSchema } from '../model/organisation.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const notFound = { NOT_FOUND: none }
const stale = { STALE: z.strictObject({ currentRev: revSchema }) }

export const organisationsContract = {
  /** 整棵树,上级在前,同级按顺序号再按代码。 */
  tree: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({ nodes: z.array(organisationNodeSchema) }),
    errors: {},
  }),
  get: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ id: idSchema }),
    output: organisationDetailSchema,
    errors: notFound,
  }),
  add: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'parentId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({
      parentId: idSchema.nullable(),
      kind: organisationKindSchema,
      name: requiredLineSchema(80),
      shortName: lineSchema(40),
      code: lineSchema(32),
      category: branchCategoryCodeSchema.nullable(),
      /** 名称、隶属、分类自哪天起有效;缺省为今天。 */
      fromDay: daySchema.optional(),
    }),
    output: organisationDetailSchema,
    errors: { ...notFound, BAD_PARENT: none, DUPLICATE_CODE: z.strictObject({ code: z.string() }), DUPLICATE_NAME: z.strictObject({ name: z.string() }) },
  }),
  /** 改名:旧名保留到 fromDay 之前,历史记录仍显示当时的名称。 */
  rename: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, name: requiredLineSchema(80), shortName: lineSchema(40), fromDay: daySchema.optional() }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, DUPLICATE_NAME: z.strictObject({ name: z.string() }) },
  }),
  /** 划转到另一上级;不能移到自己的下级,也不能把上级类别放到下级类别之下。 */
  move: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }, { organisation: 'parentId' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, parentId: idSchema, fromDay: daySchema.optional() }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, BAD_PARENT: none },
  }),
  setCategory: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, category: branchCategoryCodeSchema, fromDay: daySchema.optional() }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, NOT_A_BRANCH: none },
  }),
  /** 基本情况:成立日期、地点、主题党日固定日、备注、代码。 */
  saveBasics: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({
      id: idSchema,
      rev: revSchema,
      code: lineSchema(32),
      foundedOn: dayOrMonthSchema.nullable(),
      meetingPlace: lineSchema(60),
      themeDay: lineSchema(40),
      note: lineSchema(500),
    }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, DUPLICATE_CODE: z.strictObject({ code: z.string() }) },
  }),
  /** 班子:整份提交现任名单;不在名单里的自 fromDay 起离任,不删除历史。 */
  savePosts: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({
      id: idSchema,
      rev: revSchema,
      posts: z
        .array(z.strictObject({ id: idSchema.nullable(), memberId: idSchema.nullable(), name: requiredLineSchema(40), post: partyPostCodeSchema, duty: lineSchema(60), manner: postMannerSchema.default(''), document: lineSchema(60).default(''), fromDay: daySchema }))
        .max(30),
    }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale },
  }),
  categories: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({ categories: z.array(branchCategorySchema) }),
    errors: {},
  }),
  /** 新增一个支部分类;代码由名称生成,内置五类不能改。 */
  addCategory: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ name: requiredLineSchema(20) }),
    output: z.strictObject({ categories: z.array(branchCategorySchema) }),
    errors: { DUPLICATE_NAME: z.strictObject({ name: z.string() }) },
  }),
  /** 撤去自加的分类;还有支部在用就不撤。 */
  retireCategory: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ code: branchCategoryCodeSchema }),
    output: z.strictObject({ categories: z.array(branchCategorySchema) }),
    errors: { NOT_FOUND: none, CATEGORY_IN_USE: z.strictObject({ count: z.int() }), NOT_EDITABLE: none },
  }),
}
