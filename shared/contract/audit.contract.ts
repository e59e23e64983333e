import { z } from 'zod'
import { daySchema, idSchema, lineSchema, monthSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { AUDIT_KINDS, job, query } from './define.ts'

const none = z.strictObject({})

export const auditRowSchema = z.strictObject({
  seq: z.int(),
  at: z.number(),
  /** 时钟可疑(比前一条早,或跳得太远)。 */
  clockDoubtful: z.boolean(),
  actorName: z.string(),
  role: z.string(),
  machine: z.string(),
  kind: z.string(),
  procedure: z.string(),
  unitName: z.string(),
  table: z.string(),
  recordId: z.string(),
  /** 动作、字段名、条数;没有个人值。 */
  detail: z.string(),
  /** 当时写的理由;记在别处,审计里只有「写了」。 */
  reason: z.string(),
  hash: z.string(),
})
export type AuditRow = z.infer<typeof auditRowSchema>

const searchShape = { fromDay: daySchema.nullable(), toDay: daySchema.nullable(), kind: z.enum(AUDIT_KINDS).nullable(), accountId: lineSchema(60).nullable(), search: lineSchema(60) }

/** 审计:只看不改;看审计本身也记一条。安全保密管理员只看普通使用人的。 */
export const auditContract = {
  search: job({
    roles: ['auditor', 'security_admin'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'audit_read',
    input: z.strictObject({ ...searchShape, beforeSeq: z.int().nullable(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({ rows: z.array(auditRowSchema), total: z.int(), actors: z.array(z.strictObject({ accountId: z.string(), name: z.string() })) }),
    errors: {},
  }),
  /** 从头核对:审计链、版本链、每条记录与最后一个版本相符。externalHead 为抄在纸上、别处的链头,给了就核对它还在链上。 */
  verify: job({
    roles: ['auditor', 'security_admin', 'system_admin', 'committee_office'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'audit_read',
    input: z.strictObject({ externalHead: lineSchema(64) }),
    output: z.strictObject({
      sound: z.boolean(),
      rows: z.int(),
      versions: z.int(),
      brokenAt: z.int().nullable(),
      brokenVersionAt: z.int().nullable(),
      /** 与版本不符的记录:表名与条数。 */
      altered: z.array(z.strictObject({ table: z.string(), count: z.int() })),
      head: z.string(),
      headFound: z.boolean().nullable(),
    }),
    errors: {},
  }),
  /** 导出为表格:按条件全部,附链头与核对方法。 */
  export: job({ roles: ['auditor'], scope: 'workspace', confirmation: 'password', audit: 'export', input: z.strictObject(searchShape), output: z.strictObject({ file: fileRefSchema, rows: z.int() }), errors: { TOO_MANY_ROWS: z.strictObject({ found: z.int(), most: z.int() }) } }),
  /** 链头:印在排名、备份和状态页上。 */
  head: query({ roles: 'signed_in', scope: 'none', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ seq: z.int(), head: z.string(), short: z.string() }), errors: {} }),
}

const changeSchema = z.strictObject({
  field: z.string(),
  label: z.string(),
  from: z.string(),
  to: z.string(),
})
export const historyEntrySchema = z.strictObject({
  seq: z.int(),
  at: z.number(),
  actorName: z.string(),
  /** 做了什么(新建、修改、改名、导入……)。 */
  action: z.string(),
  reason: z.string(),
  changes: z.array(changeSchema),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

const businessReaders = ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'] as const
const historyOutput = z.strictObject({ title: z.string(), entries: z.array(historyEntrySchema), more: z.boolean() })
const historyInput = z.strictObject({ id: idSchema, offset: z.int().min(0) })

/** 记录的来历:谁、何时、把什么从什么改成什么、为什么。敏感项遮着。 */
export const historyContract = {
  member: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser'], scope: [{ record: 'member', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  meeting: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'], scope: [{ record: 'meeting', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  followUp: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'], scope: [{ record: 'follow_up', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  entry: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'], scope: [{ record: 'register_entry', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  /** 一个支部一年的计划、总结报了、退了几次。 */
  submission: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'], scope: [{ record: 'register_submission', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  development: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser'], scope: [{ record: 'development_person', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  organisation: query({ roles: businessReaders, scope: [{ organisation: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  /** 一封介绍信;一条关怀和奖惩的登记。 */
  transfer: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser'], scope: [{ record: 'transfer_letter', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  care: query({ roles: ['committee_office', 'branch_secretary', 'branch_organiser'], scope: [{ record: 'care_record', key: 'id' }], confirmation: 'none', audit: 'none', input: historyInput, output: historyOutput, errors: { NOT_FOUND: none } }),
  /** 一个人一个月的党费登记。 */
  dues: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser'],
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, cell: z.strictObject({ memberId: idSchema, month: monthSchema }), offset: z.int().min(0) }),
    output: historyOutput,
    errors: { NOT_FOUND: none },
  }),
  /** 一个支部一个月的评分录入:手工分、事件、否决、豁免。 */
  evaluation: query({
    roles: ['committee_office', 'scorer', 'reviewer', 'leader', 'branch_secretary'],
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ branchId: idSchema, period: z.string().regex(/^\d{4}-\d{2}$/), offset: z.int().min(0) }),
    output: historyOutput,
    errors: { NOT_FOUND: none },
  }),
}
