import type { Norms } from '../../../shared/data/norms/norm-registry.ts'

/** 期限与提醒,取自「规则和数字」。 */
export interface DuesLimits {
  /** 连续几个月没交,黄色、红色提醒;无正当理由连续六个月不交按自行脱党处理(规定第十三条)。 */
  readonly yellowMonths: number
  readonly redMonths: number
  readonly lapseMonths: number
  /** 补交、预交一般不超过(第十二条)。 */
  readonly lateMonths: number
  readonly earlyMonths: number
  /** 自愿一次多交 1000 元以上的全部上缴中央(第十一条)。 */
  readonly largeFen: number
}

export const duesLimits = (norms: Norms): DuesLimits => ({
  yellowMonths: norms('dues_yellow_months'),
  redMonths: norms('dues_red_months'),
  lapseMonths: norms('dues_lapse_months'),
  lateMonths: norms('dues_late_months'),
  earlyMonths: norms('dues_early_months'),
  largeFen: norms('dues_large_yuan') * 100,
})
