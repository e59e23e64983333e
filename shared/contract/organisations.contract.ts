import { z } from 'zod'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { memberTypeSchema } from '../model/member.ts'
import { branchCategoryCodeSchema, branchCategorySchema, buildFormSchema, organisationDetailSchema, organisationKindSchema, organisationNodeSchema, partyPostCodeSchema, postMannerSchema, unitRelationSchema } from '../model/organisation.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const notFound = { NOT_FOUND: none }
/** 有文件、有理由的就是一次登记在册的变动。 */
const basis = { documentNumber: lineSchema(60).optional(), reason: lineSchema(200).optional() } as const
const unsuitableDay = { EVENT_DAY_UNSUITABLE: z.strictObject({ name: z.string(), bound: z.enum(['founded', 'revoked']), day: z.string() }) }
const stale = { STALE: z.strictObject({ currentRev: revSchema }) }

export const organisationsContract = {
  /** 某一天(缺省为今天)的整棵树,上级在前,同级按顺序号再按代码。 */
  tree: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: 'visible',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ day: daySchema.optional() }),
    output: z.strictObject({ nodes: z.array(organisationNodeSchema) }),
    errors: {},
  }),
  /** 一个组织某一天(缺省为今天)的样子。 */
  get: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ id: idSchema, day: daySchema.optional() }),
    output: organisationDetailSchema,
    errors: notFound,
  }),
  /** 支部(或小组)某一天的名册,只有姓名、类别与小组。 */
  rosterOn: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ id: idSchema, day: daySchema }),
    output: z.strictObject({ people: z.array(z.strictObject({ memberId: idSchema, name: z.string(), memberType: memberTypeSchema, partyGroupId: idSchema.nullable(), partyGroupName: z.string() })) }),
    errors: notFound,
  }),
  /** 登记一个组织;带 founding 的是新成立(有日期、文号,进沿革),不带的是登记本来就有的。 */
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
      buildForm: buildFormSchema.optional(),
      /** 名称、隶属、分类自哪天起有效;缺省为今天。新成立的就是成立之日。 */
      fromDay: daySchema.optional(),
      founding: z.strictObject({ documentNumber: lineSchema(60), reason: lineSchema(200) }).optional(),
    }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...unsuitableDay, BAD_PARENT: none, DUPLICATE_CODE: z.strictObject({ code: z.string() }), DUPLICATE_NAME: z.strictObject({ name: z.string() }) },
  }),
  /** 改名:旧名保留到 fromDay 之前,历史记录仍显示当时的名称。 */
  rename: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, name: requiredLineSchema(80), shortName: lineSchema(40), fromDay: daySchema.optional(), ...basis }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, ...unsuitableDay, DUPLICATE_NAME: z.strictObject({ name: z.string() }) },
  }),
  /** 划转到另一上级;不能移到自己的下级,也不能把上级类别放到下级类别之下。 */
  move: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }, { organisation: 'parentId' }],
    confirmation: 'confirm',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, parentId: idSchema, fromDay: daySchema.optional(), ...basis }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, ...unsuitableDay, BAD_PARENT: none },
  }),
  /** 更正写错的名称、隶属:不是变动,不进沿革,从前也照改后的看。 */
  correct: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }, { organisation: 'parentId' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, name: requiredLineSchema(80), shortName: lineSchema(40), parentId: idSchema.nullable() }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, BAD_PARENT: none, DUPLICATE_NAME: z.strictObject({ name: z.string() }), SET_BY_EVENT: z.strictObject({ day: z.string() }) },
  }),
  setBuildForm: command({
    roles: ['committee_office'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, buildForm: buildFormSchema, fromDay: daySchema.optional() }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale, NOT_A_BRANCH: none },
  }),
  /** 党组织采集的登记项:所在单位情况、联系人、办公电话、批准文号。 */
  saveRegistry: command({
    roles: ['committee_office', 'branch_secretary'],
    scope: [{ organisation: 'id' }],
    confirmation: 'none',
    audit: 'organisation',
    input: z.strictObject({ id: idSchema, rev: revSchema, unitRelation: unitRelationSchema, contact: lineSchema(40), phone: lineSchema(40), approvalDocument: lineSchema(60) }),
    output: organisationDetailSchema,
    errors: { ...notFound, ...stale },
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
    errors: { ...notFound, ...stale, SET_BY_EVENT: z.strictObject({ day: z.string() }), DUPLICATE_CODE: z.strictObject({ code: z.string() }) },
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
