import type { StepVotes } from '../../../shared/model/development.ts'

export interface VoteVerdict {
  /** 数目对得上:收回 ≤ 发出 ≤ 实到,各项之和等于收回。 */
  readonly consistent: boolean
  /** 到会够了:实到超过应到半数(VOT-02)。 */
  readonly quorate: boolean
  /** 赞成超过应到半数,书面意见计入(VOT-06)。 */
  readonly carried: boolean
}

/** 接收、转正的票决(VOT-02、VOT-03;细则第二十、二十一、三十三条)。全部整数运算。 */
export const judgeVotes = (votes: StepVotes): VoteVerdict => {
  const written = votes.writtenFavour + votes.writtenAgainst + votes.writtenAbstain
  const consistent = votes.returned <= votes.issued && votes.issued <= votes.present && votes.present + written <= votes.due && votes.favour + votes.against + votes.abstain + votes.invalid === votes.returned
  return { consistent, quorate: votes.present * 2 > votes.due, carried: (votes.favour + votes.writtenFavour) * 2 > votes.due }
}
