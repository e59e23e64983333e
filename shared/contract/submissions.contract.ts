import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema, yearSchema } from '../model/common.ts'
import { submissionSchema } from '../model/submission.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'reviewer'] as const
const writers = ['branch_secretary', 'branch_organiser'] as const
const changed = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const definitionKey = lineSchema(40)

/** 年度计划、年度总结的上报、审批、退回:整年的各条一起。 */
export const submissionsContract = {
  /** 一个组织及其下级各支部,报了没有。 */
  list: query({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ definitionKey, organisationId: idSchema.nullable(), year: yearSchema }),
    output: z.strictObject({ rows: z.array(submissionSchema) }),
    errors: { NOT_FOUND: none },
  }),
  /** 上报;退回、改过以后再报也是它。rev 为看到的修订号,没报过为 0。 */
  submit: command({
    roles: writers,
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ definitionKey, branchId: idSchema, year: yearSchema, rev: z.union([z.literal(0), revSchema]) }),
    output: submissionSchema,
    errors: { ...changed, NOT_A_BRANCH: none, NOTHING_TO_SUBMIT: none, NOT_SUBMITTED: none },
  }),
  /** 上级审批,或写明哪里要改退回。 */
  review: command({
    roles: ['committee_office', 'reviewer'],
    scope: [{ record: 'register_submission', key: 'id' }],
    confirmation: 'none',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, decision: z.enum(['approve', 'return']), reviewer: lineSchema(40), opinion: paragraphsSchema(2000), returnDueOn: daySchema.nullable() }),
    output: submissionSchema,
    errors: { ...changed, NOT_SUBMITTED: none, OPINION_REQUIRED: none },
  }),
  /** 改一下:报了以后要改任务的,写明原因;改好再报。 */
  reopen: command({
    roles: writers,
    scope: [{ record: 'register_submission', key: 'id' }],
    confirmation: 'confirm',
    audit: 'meeting',
    input: z.strictObject({ id: idSchema, rev: revSchema, reason: requiredLineSchema(200) }),
    output: submissionSchema,
    errors: { ...changed, NOT_SUBMITTED: none },
  }),
}
