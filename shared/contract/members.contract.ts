import { z } from 'zod'
import { daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { memberChangesSchema, memberCountsSchema, memberDetailSchema, memberFieldsSchema, memberRowSchema, membershipStateSchema, memberTypeSchema, sensitiveFieldSchema } from '../model/member.ts'
import { MOST_FORMS } from '../model/member-form-print.ts'
import { columnKeySchema, memberQuerySchema } from '../model/member-columns.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const saveErrors = {
  NOT_FOUND: none,
  STALE: z.strictObject({ currentRev: revSchema }),
  DUPLICATE_ID_NUMBER: z.strictObject({ name: z.string(), branchName: z.string() }),
  BAD_ID_NUMBER: z.strictObject({ reason: z.enum(['length', 'check_digit', 'birth']) }),
  NOT_A_BRANCH: none,
  VALUE_UNSUITABLE: z.strictObject({ name: z.string() }),
} as const
const chosenMembers = z.strictObject({ memberIds: z.array(idSchema).min(1).max(MOST_FORMS), purpose: requiredLineSchema(60) })
const printedForms = z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int(), people: z.int() })
const printErrors = { NOT_FOUND: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none } as const

export const membersContract = {
  /** 名册:按组织(含下级)、类别、关键字(姓名、全拼、首字母、手机后四位、工号)筛选。 */
  list: query({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({
      organisationId: idSchema.nullable(),
      search: lineSchema(40),
      memberType: memberTypeSchema.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(20_000),
    }),
    output: z.strictObject({ rows: z.array(memberRowSchema), counts: memberCountsSchema }),
    errors: {},
  }),
  get: query({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ id: idSchema }),
    output: memberDetailSchema,
    errors: { NOT_FOUND: none },
  }),
  add: command({ roles: readers, scope: [{ organisation: 'fields.branchId' }], confirmation: 'none', audit: 'member', input: z.strictObject({ fields: memberFieldsSchema }), output: memberDetailSchema, errors: saveErrors }),
  save: command({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }, { organisation: 'fields.branchId' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema, fields: memberChangesSchema }),
    output: memberDetailSchema,
    errors: saveErrors,
  }),
  /** 看一眼敏感项:写明用途,记一条审计;界面六十秒后收起。 */
  reveal: command({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'none',
    audit: 'member_reveal',
    input: z.strictObject({ id: idSchema, field: sensitiveFieldSchema, purpose: requiredLineSchema(60) }),
    output: z.strictObject({ value: z.string(), hideAfterSeconds: z.int() }),
    errors: { NOT_FOUND: none },
  }),
  /** 看一眼照片:同看证号一样,写明用途、记一条审计、六十秒后收起。 */
  photo: command({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'none',
    audit: 'member_reveal',
    input: z.strictObject({ id: idSchema, purpose: requiredLineSchema(60) }),
    output: z.strictObject({ type: z.enum(['image/jpeg', 'image/png']), base64: z.string(), hideAfterSeconds: z.int() }),
    errors: { NOT_FOUND: none, PHOTO_LOST: none },
  }),
  /** 换照片:界面已裁好、压好;file 为 null 即去掉。 */
  setPhoto: command({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema, file: fileRefSchema.nullable() }),
    output: memberDetailSchema,
    errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), FILE_EXPIRED: none, PHOTO_UNSUITABLE: none },
  }),
  /** 党籍状态自哪天起、凭哪个文号;离开名册的从那天起不在名册上,从前的日子还在。 */
  changeState: command({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema, state: membershipStateSchema, day: daySchema, document: lineSchema(60) }),
    output: memberDetailSchema,
    errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), STATE_DAY_UNSUITABLE: z.strictObject({ day: z.string() }) },
  }),
  /** 名册导出为表格,敏感项遮着。 */
  exportList: job({
    roles: readers,
    scope: [{ organisation: 'query.organisationId' }],
    confirmation: 'none',
    audit: 'export',
    input: z.strictObject({ query: memberQuerySchema, columns: z.array(columnKeySchema).min(1).max(45), purpose: requiredLineSchema(60) }),
    output: z.strictObject({ file: fileRefSchema, rows: z.int() }),
    errors: { NOTHING_TO_PRINT: none },
  }),
  /** 同上,敏感项不遮:要口令与理由,三员分立时还要第二个人。 */
  exportFull: job({
    roles: readers,
    scope: [{ organisation: 'query.organisationId' }],
    confirmation: 'two_people',
    audit: 'export',
    input: z.strictObject({ query: memberQuerySchema, columns: z.array(columnKeySchema).min(1).max(45), purpose: requiredLineSchema(60) }),
    output: z.strictObject({ file: fileRefSchema, rows: z.int() }),
    errors: { NOTHING_TO_PRINT: none },
  }),
  /** 党员登记表,一个人:遮着,或印全证号、电话、住址和照片(同看一眼一样写明用途)。一人至多两面。 */
  printForm: job({
    roles: readers,
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'none',
    audit: 'print',
    input: z.strictObject({ id: idSchema, purpose: requiredLineSchema(60), full: z.boolean() }),
    output: printedForms,
    errors: printErrors,
  }),
  /** 名册里选中的几个人合成一份,书签按人;敏感项遮着。 */
  printForms: job({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'print', input: chosenMembers, output: printedForms, errors: printErrors }),
  /** 同上,印全:与不遮的导出一样,要口令与理由,三员分立时还要第二个人。 */
  printFullForms: job({ roles: readers, scope: 'visible', confirmation: 'two_people', audit: 'print', input: chosenMembers, output: printedForms, errors: printErrors }),
  /**
   * 已离开(出党、去世、转出)的人:擦除证号、电话、住址、生日等个人资料及其全部旧版本;姓名、党籍、入党与转正日期、在各支部的起止、会议出勤属组织档案,留着。
   * 库与日志里当场一个字节不剩;擦除之前做的备份里还有,到期删除之后才没有。不能撤销;还在名册上的为 NOT_EDITABLE。
   */
  erase: command({
    roles: ['committee_office'],
    scope: [{ record: 'member', key: 'id' }],
    confirmation: 'two_people',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema }),
    output: none,
    errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), NOT_EDITABLE: none },
  }),
}
