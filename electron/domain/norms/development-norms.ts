import type { Norms } from '../../../shared/data/norms/norm-registry.ts'

/** 发展党员的时限与数目;地方的可以改,0 为不要求。法定的年限(满一年、预备期)不在这里,不能改。 */
export interface DevelopmentNorms {
  /** 收到申请几个月内派人谈话(细则第七条)。 */
  readonly talkMonths: number
  /** 递交申请满几个月方可推荐积极分子(规程,地方)。 */
  readonly recommendMonths: number
  /** 备案几个月内反馈(规程,地方)。 */
  readonly filingMonths: number
  /** 几个月考察一次(细则第十一条;规程)。 */
  readonly inspectionMonths: number
  /** 几个月一篇思想汇报(规程,地方)。 */
  readonly reportMonths: number
  /** 一名联系人一般至多同时带几人(规程,地方)。 */
  readonly mostMentored: number
  /** 公示几个工作日(规程,地方)。 */
  readonly publicityDays: number
  /** 集中培训不少于几天、或几学时(细则第十七条)。 */
  readonly trainingDays: number
  readonly trainingHours: number
  /** 培训合格管几个月(规程,地方)。 */
  readonly trainingValidMonths: number
  /** 支委会审查后几个月内预审、预审后几个月内开大会、收到转正申请几个月内讨论(规程,地方)。 */
  readonly preReviewMonths: number
  readonly meetingMonths: number
  readonly confirmationMonths: number
  /** 预备期满前几天提出转正申请(规程,地方)。 */
  readonly confirmationNoticeDays: number
  /** 审批一般几个月内、至多几个月(细则第二十三、二十五条);转正审批(第三十四条)同前一个。 */
  readonly approvalMonths: number
  readonly approvalMostMonths: number
  /** 期限前几天开始提醒(拟制)。 */
  readonly warningDays: number
  /** 地方规定没有满足时阻断;否则提醒。 */
  readonly localBlocks: boolean
}

export const developmentNormsOf = (norms: Norms): DevelopmentNorms => ({
  talkMonths: norms('development_talk_months'),
  recommendMonths: norms('development_recommend_months'),
  filingMonths: norms('development_filing_months'),
  inspectionMonths: norms('development_inspection_months'),
  reportMonths: norms('development_report_months'),
  mostMentored: norms('development_mentored_max'),
  publicityDays: norms('development_publicity_days'),
  trainingDays: norms('development_training_days'),
  trainingHours: norms('development_training_hours'),
  trainingValidMonths: norms('development_training_valid_months'),
  preReviewMonths: norms('development_pre_review_months'),
  meetingMonths: norms('development_meeting_months'),
  confirmationMonths: norms('development_confirmation_months'),
  confirmationNoticeDays: norms('development_confirmation_notice_days'),
  approvalMonths: norms('development_approval_months'),
  approvalMostMonths: norms('development_approval_most_months'),
  warningDays: norms('development_warning_days'),
  localBlocks: norms('development_local_level') === 'block',
})
