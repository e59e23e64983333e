import { z } from 'zod'
import { daySchema, idSchema, monthSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { explainedPartSchema } from '../model/evaluation.ts'
import { rehearsalRowSchema, ruleSchema, schemeBodySchema, schemeDocumentSchema, schemeEntrySchema, schemeFaultSchema, schemeTemplateSchema } from '../model/scheme.ts'
import { command, job, query } from './define.ts'
import { fileErrors } from './file-errors.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'scorer', 'reviewer', 'leader', 'branch_secretary'] as const
const office = ['committee_office'] as const
const notFound = { NOT_FOUND: none }
const draftErrors = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }), NOT_A_DRAFT: none }
const version = z.strictObject({ versionId: idSchema })
const draft = z.strictObject({ id: idSchema, rev: revSchema })

/** 考核方案:模板、草稿、检查、试算、发布、停用、进出文件。发布了的版本从不改动,要改就出新的一版。 */
export const schemesContract = {
  /** 草稿只给管全单位的看。 */
  list: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ schemes: z.array(schemeEntrySchema), templates: z.array(schemeTemplateSchema) }), errors: {} }),
  read: query({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'none', input: version, output: schemeDocumentSchema, errors: notFound }),
  /** 从自带的模板起一份新方案的草稿。 */
  createFromTemplate: command({ roles: office, scope: 'workspace', confirmation: 'none', audit: 'evaluation', input: z.strictObject({ template: z.string().max(40), name: requiredLineSchema(60) }), output: schemeDocumentSchema, errors: { ...notFound, DUPLICATE_NAME: none } }),
  /** 从一个版本起草稿:asNew 为真另起一个方案,否则是同一方案的下一版(已有草稿时给出那一份,不另起)。 */
  createFromVersion: command({ roles: office, scope: 'workspace', confirmation: 'none', audit: 'evaluation', input: z.strictObject({ id: idSchema, asNew: z.boolean(), name: requiredLineSchema(60) }), output: schemeDocumentSchema, errors: { ...notFound, DUPLICATE_NAME: none } }),
  /** 存草稿:有毛病也存得下,毛病随着给出。 */
  saveDraft: command({ roles: office, scope: 'workspace', confirmation: 'none', audit: 'evaluation', input: z.strictObject({ id: idSchema, rev: revSchema, effectiveFrom: daySchema, body: schemeBodySchema }), output: schemeDocumentSchema, errors: draftErrors }),
  discardDraft: command({ roles: office, scope: 'workspace', confirmation: 'confirm', audit: 'evaluation', input: draft, output: none, errors: draftErrors }),
  /** 发布:检查全过才行;生效日须是月初(按季评的是季初),不能落在已关账的期间。 */
  publish: command({
    roles: office,
    scope: 'workspace',
    confirmation: 'password',
    audit: 'evaluation',
    input: draft,
    output: schemeDocumentSchema,
    errors: { ...draftErrors, SCHEME_FAULTY: z.strictObject({ faults: z.array(schemeFaultSchema) }), EFFECTIVE_DAY_UNSUITABLE: z.strictObject({ closedThrough: monthSchema.nullable() }) },
  }),
  /** 停用一个没有成绩用过的版本。 */
  retire: command({ roles: office, scope: 'workspace', confirmation: 'password', audit: 'evaluation', input: draft, output: schemeDocumentSchema, errors: { ...notFound, STALE: z.strictObject({ currentRev: revSchema }), SCHEME_IN_USE: none } }),
  /** 拿一个支部一个月试一条规则:得多少,数到了哪些记录,哪些没有计入、为什么。什么也不存。 */
  tryRule: query({
    roles: office,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ rule: ruleSchema, branchId: idSchema, period: monthSchema, basePeriod: z.enum(['month', 'quarter']) }),
    output: z.strictObject({ state: z.enum(['ok', 'exempt', 'missing']), achievement: z.string().nullable(), parts: z.array(explainedPartSchema), faults: z.array(schemeFaultSchema) }),
    errors: { ...notFound, NOT_A_BRANCH: none },
  }),
  /** 试算:照草稿重算这几个月,与现行成绩并列;什么也不存。 */
  rehearse: job({
    roles: office,
    scope: 'workspace',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ id: idSchema, from: monthSchema, to: monthSchema }),
    output: z.strictObject({ periods: z.array(z.string()), rows: z.array(rehearsalRowSchema) }),
    errors: { ...notFound, SCHEME_FAULTY: z.strictObject({ faults: z.array(schemeFaultSchema) }), MONTHS_UNSUITABLE: none },
  }),
  /** 存成文件:file 给别的电脑上的堡垒,sheet 是打分用的表。 */
  exportFile: job({ roles: readers, scope: 'visible', confirmation: 'none', audit: 'export', input: z.strictObject({ versionId: idSchema, format: z.enum(['file', 'sheet']) }), output: z.strictObject({ file: fileRefSchema }), errors: notFound }),
  /** 读方案文件或打分表:成为新方案的草稿。 */
  importFile: job({ roles: office, scope: 'workspace', confirmation: 'none', audit: 'evaluation', input: z.strictObject({ file: fileRefSchema }), output: schemeDocumentSchema, errors: { ...fileErrors, SCHEME_FILE_UNSUITABLE: z.strictObject({ line: z.int().nullable(), reason: z.string().max(40) }) } }),
}
