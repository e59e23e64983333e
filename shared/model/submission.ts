import { z } from 'zod'
import { daySchema, idSchema, lineSchema, paragraphsSchema, revSchema, yearSchema } from './common.ts'

/** 一年一报的登记(年度计划、年度总结)报到哪一步:还没报、已上报、已审批、已退回、报了又改。 */
export const submissionStateSchema = z.enum(['none', 'submitted', 'approved', 'returned', 'reopened'])
export type SubmissionState = z.infer<typeof submissionStateSchema>

/** 一个支部一年的一本。 */
export const submissionSchema = z.strictObject({
  /** 还没报过为 null,修订号为 0。 */
  id: idSchema.nullable(),
  rev: z.union([z.literal(0), revSchema]),
  branchId: idSchema,
  branchName: lineSchema(80),
  definitionKey: lineSchema(40),
  year: yearSchema,
  /** 这一年登记了几条。 */
  entries: z.int(),
  state: submissionStateSchema,
  submittedOn: daySchema.nullable(),
  reviewedOn: daySchema.nullable(),
  reviewer: lineSchema(40),
  opinion: paragraphsSchema(2000),
  returnedCount: z.int(),
  /** 退回时定的期限。 */
  returnDueOn: daySchema.nullable(),
})
export type Submission = z.infer<typeof submissionSchema>
