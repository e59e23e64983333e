import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema, yearSchema } from '../model/common.ts'
import { firstTopicSchema, reviewGradeSchema } from '../model/meeting-parts.ts'
import { finishCheckSchema, meetingDetailSchema, meetingFieldsSchema, meetingRowSchema, meetingTypeSchema, normRowSchema } from '../model/meeting.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const
const writers = ['branch_secretary', 'branch_organiser'] as const
const notFound = { NOT_FOUND: none }
/** 临时党支部的会上不许有发展、处分、选举的议题(支部工作条例第八条)。 */
const temporary = { TEMPORARY_BRANCH: z.strictObject({ action: z.string() }) }
/** 过了填报的日子,这一期锁上了,上级解锁才能补录。 */
const locked = { PERIOD_LOCKED: z.strictObject({ lastDay: daySchema }) }
const stale = { STALE: z.strictObject({ currentRev: revSchema }) }

export const meetingsContract = {
  list: query({
    roles: readers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, year: yearSchema, meetingType: meetingTypeSchema.nullable() }),
    output: z.strictObject({ rows: z.array(meetingRowSchema) }),
    errors: {},
  }),
  /** 一个支部一年的规范要求、已办与应办(支部工作条例第十一、十二、十三、十六条)。 */
  yearOverview: query({
    roles: readers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, year: yearSchema }),
    output: z.strictObject({ branchName: requiredLineSchema(80), asOf: daySchema, reminderDays: z.int(), norms: z.array(normRowSchema), recent: z.array(meetingRowSchema) }),
    errors: { ...notFound, NOT_A_BRANCH: none },
  }),
  /** 一个组织及其下级一年的第一议题,新的在前。 */
  firstTopics: query({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable(), year: yearSchema }),
    output: z.strictObject({ rows: z.array(firstTopicSchema) }),
    errors: {},
  }),
  get: query({ roles: readers, scope: [{ record: 'meeting', key: 'id' }], confirmation: 'none', audit: 'none', input: z.strictObject({ id: idSchema }), output: meetingDetailSchema, errors: notFound }),
  /** 新建草稿(可照样板、可按一条计划):地点、主持、记录人从上次同类带来,应到名单按名册与类型生成、默认全到;内容、决议从不带。 */
  create: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ branchId: idSchema, meetingType: meetingTypeSchema, partyGroupId: idSchema.nullable(), day: daySchema, templateId: idSchema.optional(), planEntryId: idSchema.optional() }),
    output: meetingDetailSchema,
    errors: { ...notFound, NOT_A_BRANCH: none, ...locked, ...temporary },
  }),
  /** 保存(自动保存也走这里)。已办结的记录先 reopen 才能改。 */
  save: command({
    roles: writers,
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, fields: meetingFieldsSchema }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_EDITABLE: none, ...temporary },
  }),
  /** 按当日名册重新生成应到名单;已点过的人保留原来的到会情况。 */
  refreshAttendance: command({
    roles: writers,
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_EDITABLE: none },
  }),
  /** 办结:检查通过才成立;未过时返回缺什么。 */
  finish: command({
    roles: writers,
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_EDITABLE: none, ...temporary, ...locked, CHECKS_FAILED: z.strictObject({ checks: z.array(finishCheckSchema) }) },
  }),
  /** 上报:办结的记录交上级审阅。 */
  submit: command({
    roles: writers,
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_SUBMITTED: none },
  }),
  /** 上级的一步:审批、评价(带等次),或退回(必须写意见,可定新期限)。 */
  review: command({
    roles: ['committee_office', 'reviewer'],
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, decision: z.enum(['approve', 'evaluate', 'return']), opinion: paragraphsSchema(2000), grade: reviewGradeSchema, returnDueOn: daySchema.nullable() }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_SUBMITTED: none, OPINION_REQUIRED: none },
  }),
  /** 改一下:办结、上报、审批过的退回草稿,必须写原因,旧版本留存。 */
  reopen: command({
    roles: writers,
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_EDITABLE: none },
  }),
  /** 作废:记录保留,不再计数。 */
  voidRecord: command({
    roles: writers,
    scope: [{ record: 'meeting', key: 'id' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: meetingDetailSchema,
    errors: { ...notFound, ...stale, NOT_EDITABLE: none },
  }),
  /** 供选人框:按姓名、全拼、首字母找本支部的人。 */
  suggestPeople: query({
    roles: readers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, search: lineSchema(20) }),
    output: z.strictObject({ people: z.array(z.strictObject({ memberId: idSchema, name: lineSchema(40) })) }),
    errors: {},
  }),
}
