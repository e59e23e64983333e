import { z } from 'zod'
import { daySchema, idSchema, lineSchema, revSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { incomingPersonSchema, transferDirectionSchema, transferFieldsSchema, transferRowSchema } from '../model/transfer.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const people = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const stale = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), NOT_EDITABLE: none }
const ofLetter = [{ record: 'transfer_letter', key: 'id' }] as const
const one = { id: idSchema, rev: revSchema }

/** 组织关系转接:介绍信的登记、开具、接收回执。没接收之前,原党组织仍负责管理(党员教育管理工作条例第二十五条)。 */
export const transfersContract = {
  list: query({
    roles: people,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable(), direction: transferDirectionSchema.nullable(), openOnly: z.boolean() }),
    output: z.strictObject({ rows: z.array(transferRowSchema) }),
    errors: {},
  }),
  /** 起草时先填的:有效天数照「规则和数字」,党委内部的按本市内,其余按市外。 */
  defaults: query({ roles: people, scope: 'none', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ validDays: z.strictObject({ within_committee: z.int(), within_province: z.int(), nationwide: z.int() }) }), errors: {} }),
  /** 转出:人取自名册;党委内部的写明转到哪个支部。 */
  startOut: command({
    roles: people,
    scope: [{ record: 'member', key: 'memberId' }, { organisation: 'toBranchId' }],
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ memberId: idSchema, toBranchId: idSchema.nullable(), fields: transferFieldsSchema }),
    output: transferRowSchema,
    errors: { NOT_FOUND: none, NOT_EDITABLE: none, NOT_A_BRANCH: none },
  }),
  /** 转入:先登记对方的介绍信。 */
  startIn: command({ roles: people, scope: [{ organisation: 'branchId' }], confirmation: 'none', audit: 'member', input: z.strictObject({ branchId: idSchema, fields: transferFieldsSchema }), output: transferRowSchema, errors: { NOT_A_BRANCH: none } }),
  /** 草稿可以改;开具之后只能改备注与办理人。 */
  save: command({ roles: people, scope: ofLetter, confirmation: 'none', audit: 'member', input: z.strictObject({ ...one, fields: transferFieldsSchema }), output: transferRowSchema, errors: stale }),
  /** 开具:当年的下一个编号。 */
  issue: command({ roles: people, scope: ofLetter, confirmation: 'confirm', audit: 'member', input: z.strictObject({ ...one, issuedOn: daySchema }), output: transferRowSchema, errors: { ...stale, LETTER_INCOMPLETE: none, LETTERS_EXHAUSTED: none } }),
  /** 交出、挂起、退回、归档;退回、挂起要写缘由。 */
  move: command({
    roles: people,
    scope: ofLetter,
    confirmation: 'none',
    audit: 'member',
    input: z.strictObject({ ...one, to: z.enum(['in_transit', 'suspended', 'returned', 'archived']), onDay: daySchema, reason: lineSchema(200) }),
    output: transferRowSchema,
    errors: { ...stale, REASON_REQUIRED: none },
  }),
  /** 接收:转出的凭回执,自那天起离开(党委内部的到新支部);转入的进名册。 */
  receive: command({
    roles: people,
    scope: ofLetter,
    confirmation: 'confirm',
    audit: 'member',
    input: z.strictObject({ ...one, receivedOn: daySchema, receipt: lineSchema(80), person: incomingPersonSchema.nullable() }),
    output: transferRowSchema,
    errors: { ...stale, LETTER_INCOMPLETE: none, NOT_A_BRANCH: none, DUPLICATE_ID_NUMBER: z.strictObject({ name: z.string(), branchName: z.string() }), BAD_ID_NUMBER: z.strictObject({ reason: z.enum(['length', 'check_digit', 'birth']) }) },
  }),
  /** 介绍信三联(存根、介绍信、回执),一张 A4;上面有证号,记一笔。 */
  print: job({
    roles: people,
    scope: ofLetter,
    confirmation: 'none',
    audit: 'print',
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int() }),
    errors: { NOT_FOUND: none, NOTHING_TO_PRINT: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none },
  }),
}
