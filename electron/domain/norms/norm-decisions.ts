import type { NormActivity } from '../../../shared/model/meeting.ts'

/** 上级的决定:某单位某段月份免除某项活动,或把锁上的月份打开到某天为止。 */
export interface NormDecision {
  readonly id: string
  readonly organisationId: string
  readonly kind: 'exemption' | 'unlock'
  /** 空为各项活动。 */
  readonly activity: NormActivity | ''
  readonly fromMonth: string
  readonly toMonth: string
  /** 解锁到哪天为止(含);免除的为 null。 */
  readonly untilDay: string | null
  readonly reason: string
}

/** 管不管得到这一项活动、这个月;单位的上下级由调用者先挑好。 */
export const isAbout = (decision: NormDecision, activity: NormActivity, month: string): boolean => (decision.activity === '' || decision.activity === activity) && decision.fromMonth <= month && month <= decision.toMonth

/** 免除的依据;没有免除为 null。 */
export const exemptionOf = (decisions: readonly NormDecision[], activity: NormActivity, month: string): NormDecision | null => decisions.find((decision) => decision.kind === 'exemption' && isAbout(decision, activity, month)) ?? null

/** 今天是不是解着锁。 */
export const isUnlocked = (decisions: readonly NormDecision[], activity: NormActivity, month: string, today: string): boolean =>
  decisions.some((decision) => decision.kind === 'unlock' && isAbout(decision, activity, month) && decision.untilDay !== null && today <= decision.untilDay)
