import type { MemberType, MembershipState } from '../../../shared/model/member.ts'

export interface VotingPerson {
  readonly memberType: MemberType
  /** 转正日期,可只到月;null 为不详。 */
  readonly regularOn: string | null
  readonly membershipState: MembershipState
}

/**
 * 某日有没有表决权:正式党员有,预备党员没有(选举工作条例第五条)。
 * 转正在那一天之后的,当时还是预备党员;停止党籍、出党等没有。
 *
 * @param day `YYYY-MM-DD`。
 */
export const hasVotingRight = (person: VotingPerson, day: string): boolean => {
  if (person.memberType !== 'full') return false
  if (person.membershipState !== 'normal' && person.membershipState !== 'kept' && person.membershipState !== 'restored') return false
  // 只到月的转正日期按当月起算。
  return person.regularOn === null || person.regularOn <= day
}

/** 名册上还算应到的人:出党、去世的不再列入,停止党籍的也不参加组织生活。 */
export const isDueToAttend = (person: Pick<VotingPerson, 'membershipState'>): boolean =>
  person.membershipState === 'normal' || person.membershipState === 'kept' || person.membershipState === 'restored'
