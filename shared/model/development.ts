import { z } from 'zod'
import { attachmentFactsSchema } from './attachment.ts'
import { dayOrMonthSchema, daySchema, idSchema, lineSchema, paragraphsSchema, requiredLineSchema, revSchema } from './common.ts'
import { educationSchema, ethnicitySchema, genderSchema, idNumberSchema } from './member.ts'

/** 五个阶段。 */
export const developmentStageSchema = z.enum(['application', 'activist', 'candidate', 'admission', 'confirmation'])
export type DevelopmentStage = z.infer<typeof developmentStageSchema>
/** 二十五步。 */
export const stepNumberSchema = z.int().min(1).max(25)
/** 主路之外的去向:终止、取消资格、转出、办完。 */
export const developmentStatusSchema = z.enum(['active', 'terminated', 'cancelled', 'transferred_out', 'finished'])
export type DevelopmentStatus = z.infer<typeof developmentStatusSchema>
/** 一步办到哪里:没有记录为 none。 */
export const stepRecordStateSchema = z.enum(['none', 'draft', 'review', 'done'])
export type StepRecordState = z.infer<typeof stepRecordStateSchema>
/** 一步眼下的样子:没轮到、阻断、进行中、临期、逾期、待审核、完成。 */
export const stepStandingSchema = z.enum(['later', 'blocked', 'doing', 'warning', 'overdue', 'review', 'done'])
export type StepStanding = z.infer<typeof stepStandingSchema>

/** 联系人、介绍人一类:名册里的党员带标识,名册外的只有姓名。 */
export const stepPersonSchema = z.strictObject({ memberId: idSchema.nullable(), name: requiredLineSchema(40) })
export type StepPerson = z.infer<typeof stepPersonSchema>

/** 不计入应到的党员与情形(贵州省规程补充说明二)。 */
export const excludedVoterSchema = z.strictObject({ name: requiredLineSchema(40), code: z.enum(['1', '2', '3', '4', '5', '6']), approval: lineSchema(60), decidedOn: daySchema.nullable() })
const count = z.int().min(0).max(2000)
/** 票决:应到、实到只数有表决权的;书面意见计入票数,不计入实到(细则第二十一条)。 */
export const stepVotesSchema = z.strictObject({
  due: count,
  present: count,
  issued: count,
  returned: count,
  favour: count,
  against: count,
  abstain: count,
  invalid: count,
  writtenFavour: count,
  writtenAgainst: count,
  writtenAbstain: count,
  excluded: z.array(excludedVoterSchema).max(50),
})
export type StepVotes = z.infer<typeof stepVotesSchema>

export const stepConclusionSchema = z.enum(['', 'passed', 'failed', 'extended', 'cancelled'])
export type StepConclusion = z.infer<typeof stepConclusionSchema>

/** 一步可填的内容;哪一步用哪几项见 shared/data/code-tables/development-steps.ts。 */
export const stepFieldsSchema = z.strictObject({
  startedOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  publicityFrom: daySchema.nullable(),
  publicityTo: daySchema.nullable(),
  publicityResult: lineSchema(200),
  trainingDays: z.int().min(0).max(365).nullable(),
  trainingHours: z.int().min(0).max(2000).nullable(),
  people: z.array(stepPersonSchema).max(20),
  meeting: lineSchema(80),
  votes: stepVotesSchema.nullable(),
  conclusion: stepConclusionSchema,
  authority: lineSchema(80),
  documentNumber: lineSchema(60),
  note: paragraphsSchema(2000),
  filledBy: lineSchema(40),
  reviewedBy: lineSchema(40),
})
export type StepFields = z.infer<typeof stepFieldsSchema>

/** 一条核对结果:阻断或提醒、哪一条规则、依据第几条;date、number 供句子用。 */
export const developmentFindingSchema = z.strictObject({
  level: z.enum(['block', 'warn']),
  code: z.enum([
    'before_required', 'future', 'day_missing', 'previous_missing', 'underage', 'birth_missing', 'talk_late', 'recommended_early', 'filing_late', 'helpers_count', 'helpers_not_full', 'helpers_busy', 'inspection_gap', 'report_gap', 'activist_year',
    'publicity_missing', 'publicity_short', 'calendar_year', 'sponsors_count', 'sponsors_not_full', 'training_short', 'training_old', 'review_missing', 'training_missing', 'conclusion_missing', 'not_passed', 'pre_review_late', 'form_missing', 'form_unusable',
    'votes_missing', 'votes_inconsistent', 'quorum', 'not_carried', 'meeting_late', 'approval_late', 'approval_too_late', 'authority_unfit', 'confirm_early', 'confirm_late', 'extension_missing', 'application_late', 'temporary_branch', 'authority_missing',
  ]),
  /** 规则编号,如 DEV-01;没有的为空串。 */
  rule: lineSchema(10),
  day: daySchema.nullable(),
  number: z.int().nullable(),
})
export type DevelopmentFinding = z.infer<typeof developmentFindingSchema>

export const documentKindSchema = z.enum(['document', 'inspection', 'report'])
export const developmentDocumentSchema = z.strictObject({ id: idSchema, rev: revSchema, step: stepNumberSchema, kind: documentKindSchema, name: requiredLineSchema(80), documentNumber: lineSchema(60), datedOn: daySchema.nullable(), note: lineSchema(200), attachment: attachmentFactsSchema.nullable() })
export type DevelopmentDocument = z.infer<typeof developmentDocumentSchema>

export const developmentEventKindSchema = z.enum(['terminated', 'returned', 'extended', 'postponed', 'cancelled', 'transferred_out', 'resumed'])
export type DevelopmentEventKind = z.infer<typeof developmentEventKindSchema>
export const developmentEventSchema = z.strictObject({ id: idSchema, kind: developmentEventKindSchema, onDay: daySchema, untilDay: daySchema.nullable(), toStep: stepNumberSchema.nullable(), reason: requiredLineSchema(200), documentNumber: lineSchema(60) })
export type DevelopmentEvent = z.infer<typeof developmentEventSchema>

/** 人的基本情况;证号、手机为 null 表示不动(平时遮着)。 */
export const developmentPersonFieldsSchema = z.strictObject({
  branchId: idSchema,
  name: requiredLineSchema(40),
  gender: genderSchema,
  ethnicity: ethnicitySchema,
  birthDate: dayOrMonthSchema.nullable(),
  education: educationSchema,
  post: lineSchema(60),
  note: lineSchema(500),
  /** 从第几步起在这里办;以前的步骤不要求。 */
  firstStep: stepNumberSchema,
  /** 预备党员转来的那天;转正日仍自预备期满日算(细则第三十六条)。 */
  transferredInOn: daySchema.nullable(),
  idNumber: idNumberSchema.nullable(),
  mobile: lineSchema(20).nullable(),
})
export type DevelopmentPersonFields = z.infer<typeof developmentPersonFieldsSchema>

export const stepViewSchema = z.strictObject({
  step: stepNumberSchema,
  rev: revSchema.nullable(),
  state: stepRecordStateSchema,
  standing: stepStandingSchema,
  /** 最早哪天能办、最迟哪天办;不限的为 null。 */
  earliestDay: daySchema.nullable(),
  dueDay: daySchema.nullable(),
  fields: stepFieldsSchema,
  findings: z.array(developmentFindingSchema),
})
export type StepView = z.infer<typeof stepViewSchema>

/** 看板、名单里的一行。 */
export const developmentRowSchema = z.strictObject({
  id: idSchema,
  name: requiredLineSchema(40),
  gender: genderSchema,
  birthDate: dayOrMonthSchema.nullable(),
  education: educationSchema,
  post: lineSchema(60),
  branchId: idSchema,
  branchName: lineSchema(80),
  status: developmentStatusSchema,
  stage: developmentStageSchema,
  /** 眼下要办的一步;都办完了为 null。 */
  step: stepNumberSchema.nullable(),
  standing: stepStandingSchema,
  earliestDay: daySchema.nullable(),
  dueDay: daySchema.nullable(),
  findings: z.array(developmentFindingSchema),
  appliedOn: daySchema.nullable(),
  activistOn: daySchema.nullable(),
  candidateOn: daySchema.nullable(),
  admittedOn: daySchema.nullable(),
  mentors: lineSchema(200),
})
export type DevelopmentRow = z.infer<typeof developmentRowSchema>

export const developmentDetailSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  fields: developmentPersonFieldsSchema,
  masked: z.strictObject({ idNumber: lineSchema(18), mobile: lineSchema(20) }),
  branchName: lineSchema(80),
  memberId: idSchema.nullable(),
  status: developmentStatusSchema,
  stage: developmentStageSchema,
  nextStep: stepNumberSchema.nullable(),
  /** 预备期满日;还没接收为 null。 */
  probationEnd: daySchema.nullable(),
  steps: z.array(stepViewSchema),
  documents: z.array(developmentDocumentSchema),
  events: z.array(developmentEventSchema),
  formNumbers: z.array(lineSchema(40)),
})
export type DevelopmentDetail = z.infer<typeof developmentDetailSchema>

export const applicationFormStateSchema = z.enum(['unused', 'used', 'voided', 'lost'])
export type ApplicationFormState = z.infer<typeof applicationFormStateSchema>
export const applicationFormSchema = z.strictObject({ id: idSchema, rev: revSchema, number: requiredLineSchema(40), state: applicationFormStateSchema, personId: idSchema.nullable(), personName: lineSchema(40), settledOn: daySchema.nullable(), note: lineSchema(200) })
export type ApplicationForm = z.infer<typeof applicationFormSchema>
