import type { AttendanceCounts, MeetingType } from '../../../shared/model/meeting.ts'
import type { Vote, VoteFault, VoteOutcome } from '../../../shared/model/meeting-parts.ts'
import { moreThanHalf, neededPresent, ruleOfVote } from './thresholds.ts'

/**
 * 一项表决算出来的结果:可不可以开、过没过、票数哪里对不上。
 *
 * - 大会一般议题:到会够半数可开,赞成超过应到的半数通过(VOT-01)。
 * - 接收、转正:到会必须超过半数,赞成超过应到的半数通过;会前正式提出的书面意见计票、不计到会(VOT-02、VOT-03、VOT-06)。
 * - 选举:到会够应到的五分之四,得票超过实到的半数当选(ELE-03、ELE-05)。
 * - 支委会:到会委员够半数,赞成超过应到委员的半数(VOT-04;通过的比例条例没有写,照多数单位的做法)。
 *
 * 会开不成的,票数再多也不算通过。
 */
export const voteOutcome = (meetingType: MeetingType, vote: Vote, counts: AttendanceCounts): VoteOutcome => {
  const inCommittee = meetingType === 'committee_meeting'
  const base = inCommittee ? counts.due : counts.votingDue
  const present = inCommittee ? counts.present : counts.votingPresent
  const rule = inCommittee ? 'ordinary' : ruleOfVote[vote.kind]
  const canHold = present >= neededPresent[rule](base)
  const approve = vote.approve + (rule === 'admission' ? vote.writtenApprove : 0)
  const needed = moreThanHalf(rule === 'election' ? present : base)
  return { base, present, canHold, approve, needed, passed: canHold && approve >= needed, faults: faultsOf(vote, rule, present) }
}

const faultsOf = (vote: Vote, rule: 'ordinary' | 'admission' | 'election', present: number): VoteFault[] => {
  const written = vote.writtenApprove + vote.writtenAgainst + vote.writtenAbstain
  const found: readonly (readonly [boolean, VoteFault])[] = [
    [vote.subject.trim() === '', 'subject_missing'],
    [vote.issued > present, 'issued_over_present'],
    [vote.returned > vote.issued, 'returned_over_issued'],
    [vote.approve + vote.against + vote.abstain + vote.invalid !== vote.returned, 'sum_mismatch'],
    [rule !== 'admission' && written > 0, 'written_not_allowed'],
    // 接收、转正与选举都用无记名投票。
    [rule !== 'ordinary' && !vote.isSecret, 'must_be_secret'],
  ]
  return found.filter(([wrong]) => wrong).map(([, fault]) => fault)
}
