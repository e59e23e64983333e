import { z } from 'zod'
import { attachmentGivenSchema, attachmentOpenedSchema, attachmentRefusalSchema, attachmentThumbnailSchema } from '../model/attachment.ts'
import { daySchema, idSchema, lineSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { applicationFormSchema, applicationFormStateSchema, developmentDetailSchema, developmentDocumentSchema, developmentEventSchema, developmentFindingSchema, developmentPersonFieldsSchema, developmentRowSchema, stepFieldsSchema, stepNumberSchema } from '../model/development.ts'
import { fileRefSchema } from '../model/files.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const people = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const stale = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const idErrors = { DUPLICATE_ID_NUMBER: z.strictObject({ name: z.string(), branchName: z.string() }), BAD_ID_NUMBER: z.strictObject({ reason: z.enum(['length', 'check_digit', 'birth']) }), NOT_A_BRANCH: none }
const attachmentErrors = { FILE_EXPIRED: none, ATTACHMENT_UNSUITABLE: z.strictObject({ reason: attachmentRefusalSchema }) } as const
const ofPerson = [{ record: 'development_person', key: 'personId' }] as const

/** 发展党员:五个阶段二十五步(发展党员工作细则)。下一步受前一步与法定年限约束,缘由照条文说。 */
export const developmentContract = {
  /** 看板与名单:一个组织(含下级)里正在办的人;everyone 时连终止、转出、办完的。 */
  list: query({
    roles: people,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable(), everyone: z.boolean() }),
    output: z.strictObject({ rows: z.array(developmentRowSchema) }),
    errors: {},
  }),
  get: query({ roles: people, scope: [{ record: 'development_person', key: 'id' }], confirmation: 'none', audit: 'none', input: z.strictObject({ id: idSchema }), output: developmentDetailSchema, errors: { NOT_FOUND: none } }),
  /** 登记一个人;给出递交申请书的日期就顺带办完第一步。 */
  add: command({
    roles: people,
    scope: [{ organisation: 'fields.branchId' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ fields: developmentPersonFieldsSchema, appliedOn: daySchema.nullable() }),
    output: developmentDetailSchema,
    errors: { ...idErrors, DEVELOPMENT_BLOCKED: z.strictObject({ findings: z.array(developmentFindingSchema) }) },
  }),
  /** 名册上的预备党员还没有发展记录的,从第十九步起接着办。 */
  enrol: command({ roles: people, scope: [{ record: 'member', key: 'memberId' }], confirmation: 'none', audit: 'member', input: z.strictObject({ memberId: idSchema }), output: developmentDetailSchema, errors: { NOT_FOUND: none, NOT_EDITABLE: none } }),
  save: command({
    roles: people,
    scope: [{ record: 'development_person', key: 'id' }, { organisation: 'fields.branchId' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema, fields: developmentPersonFieldsSchema }),
    output: developmentDetailSchema,
    errors: { ...stale, ...idErrors, NOT_EDITABLE: none },
  }),
  /** 照所填的核对,不写入。 */
  checkStep: query({ roles: people, scope: ofPerson, confirmation: 'none', audit: 'none', input: z.strictObject({ personId: idSchema, step: stepNumberSchema, fields: stepFieldsSchema }), output: z.strictObject({ findings: z.array(developmentFindingSchema) }), errors: { NOT_FOUND: none } }),
  /**
   * 存一步:草稿、待审核、完成。完成要过核对;支部大会通过接收的当场成为预备党员(入名册),党委批准转正的当场转正。
   */
  saveStep: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, step: stepNumberSchema, rev: revSchema.nullable(), state: z.enum(['draft', 'review', 'done']), fields: stepFieldsSchema }),
    output: developmentDetailSchema,
    errors: { ...stale, ...idErrors, NOT_EDITABLE: none, DEVELOPMENT_BLOCKED: z.strictObject({ findings: z.array(developmentFindingSchema) }) },
  }),
  /** 办完的退回待审核,写明原因;后面的步骤已办完的、已入名册的不能退。 */
  reopenStep: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'confirm',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, step: stepNumberSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: developmentDetailSchema,
    errors: { ...stale, NOT_EDITABLE: none },
  }),
  addDocument: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, document: developmentDocumentSchema.omit({ id: true, rev: true, attachment: true }), attachment: attachmentGivenSchema.optional() }),
    output: developmentDetailSchema,
    errors: { NOT_FOUND: none, NOT_EDITABLE: none, ...attachmentErrors },
  }),
  /** 给登记过的材料附上文件;已有的换成新的。 */
  attachDocument: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, document: z.strictObject({ id: idSchema, rev: revSchema }), attachment: attachmentGivenSchema }),
    output: developmentDetailSchema,
    errors: { ...stale, NOT_EDITABLE: none, ...attachmentErrors },
  }),
  /** 去掉附的文件,登记的材料留着。 */
  detachDocument: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'confirm',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, document: z.strictObject({ id: idSchema, rev: revSchema }) }),
    output: developmentDetailSchema,
    errors: { ...stale, NOT_EDITABLE: none },
  }),
  /** 看、存附的文件:里面是个人材料,记一条谁看过。 */
  openDocument: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'none',
    audit: 'member_reveal',
    input: z.strictObject({ personId: idSchema, document: z.strictObject({ id: idSchema }) }),
    output: attachmentOpenedSchema,
    errors: { NOT_FOUND: none, ATTACHMENT_LOST: none },
  }),
  /** 一步下各份附件的小样。 */
  thumbnails: query({
    roles: people,
    scope: ofPerson,
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ personId: idSchema, step: stepNumberSchema }),
    output: z.strictObject({ thumbnails: z.array(attachmentThumbnailSchema) }),
    errors: {},
  }),
  removeDocument: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'confirm',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, document: z.strictObject({ id: idSchema, rev: revSchema }) }),
    output: developmentDetailSchema,
    errors: stale,
  }),
  /** 终止、退回、延长、推迟、取消、转出、恢复。 */
  recordEvent: command({
    roles: people,
    scope: ofPerson,
    confirmation: 'confirm',
    audit: 'member',
    input: z.strictObject({ personId: idSchema, event: developmentEventSchema.omit({ id: true }) }),
    output: developmentDetailSchema,
    errors: { ...stale, ...idErrors, DEVELOPMENT_EVENT_UNSUITABLE: z.strictObject({ reason: z.enum(['already_extended', 'too_short', 'too_long', 'not_probationary', 'not_transferred', 'postponed_too_long', 'bad_step', 'is_member', 'not_stopped', 'until_missing', 'not_active']) }) },
  }),
  /** 看一眼证号、手机:写明用途,记一条。 */
  reveal: command({
    roles: people,
    scope: [{ record: 'development_person', key: 'id' }],
    confirmation: 'none',
    audit: 'member_reveal',
    input: z.strictObject({ id: idSchema, field: z.enum(['idNumber', 'mobile']), purpose: requiredLineSchema(60) }),
    output: z.strictObject({ value: z.string(), hideAfterSeconds: z.int() }),
    errors: { NOT_FOUND: none },
  }),
  /** 终止、取消、转出的人:擦除证号、手机、生日等个人资料及其旧版本;姓名与各步日期属组织档案,留着。 */
  erase: command({
    roles: ['committee_office'],
    scope: [{ record: 'development_person', key: 'id' }],
    confirmation: 'two_people',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema }),
    output: none,
    errors: { ...stale, NOT_EDITABLE: none },
  }),
  /** 全程记实表。 */
  printRecord: job({
    roles: people,
    scope: ofPerson,
    confirmation: 'none',
    audit: 'print',
    input: z.strictObject({ personId: idSchema }),
    output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int() }),
    errors: { NOT_FOUND: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none },
  }),
  /** 入党志愿书编号登记簿。 */
  forms: query({ roles: ['committee_office'], scope: 'workspace', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ forms: z.array(applicationFormSchema) }), errors: {} }),
  /** 领来一批:从首号起连续编。 */
  addForms: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ first: requiredLineSchema(40), count: z.int().min(1).max(500) }),
    output: z.strictObject({ forms: z.array(applicationFormSchema) }),
    errors: { DUPLICATE_CODE: z.strictObject({ code: z.string() }), NUMBER_NOT_COUNTABLE: none },
  }),
  /** 登记去向:发给谁、作废、遗失。 */
  settleForm: command({
    roles: ['committee_office'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ id: idSchema, rev: revSchema, state: applicationFormStateSchema, personId: idSchema.nullable(), settledOn: daySchema.nullable(), note: lineSchema(200) }),
    output: applicationFormSchema,
    errors: { ...stale, REASON_REQUIRED: none },
  }),
}
