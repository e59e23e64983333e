import type { AttendanceCounts, MeetingType, Quorum, TopicKind } from '../../../shared/model/meeting.ts'

type VotingRule = 'ordinary' | 'admission' | 'election'

/** 最严的议题决定整场会的门槛:选举 4/5 ≥ 接收、转正的过半 ≥ 一般议题的半数。 */
const strictestRule = (kinds: readonly TopicKind[]): VotingRule => {
  if (kinds.includes('election')) return 'election'
  if (kinds.includes('admission') || kinds.includes('confirmation')) return 'admission'
  return 'ordinary'
}

/** 至少要到几人;没有一个应到的人时谈不上够,门槛仍为 1。全部整数运算,不出现 4.8 人。 */
const neededBy: Readonly<Record<VotingRule, (base: number) => number>> = {
  // VOT-01 半数以上,含半数(支部工作条例第十一条)。
  ordinary: (base) => Math.max(1, Math.floor((base + 1) / 2)),
  // VOT-02、VOT-03 必须超过半数(发展党员工作细则第二十条、第二十一条、第三十三条)。
  admission: (base) => Math.floor(base / 2) + 1,
  // VOT-05 应到的五分之四以上。
  election: (base) => Math.max(1, Math.floor((4 * base + 4) / 5)),
}

/**
 * 到会够不够法定人数。党员大会只数有表决权的人;支委会数委员,半数以上即可开(支部工作条例第十二条);
 * 党小组会、党课、主题党日没有规定门槛。
 *
 * @param kinds 本场各议题的类别。
 */
export const quorumOf = (meetingType: MeetingType, kinds: readonly TopicKind[], counts: AttendanceCounts): Quorum => {
  if (meetingType === 'general_meeting') {
    const rule = strictestRule(kinds)
    const needed = neededBy[rule](counts.votingDue)
    return { rule, base: counts.votingDue, present: counts.votingPresent, needed, reached: counts.votingPresent >= needed }
  }
  if (meetingType === 'committee_meeting') {
    const needed = neededBy.ordinary(counts.due)
    return { rule: 'committee', base: counts.due, present: counts.present, needed, reached: counts.present >= needed }
  }
  return { rule: 'none', base: counts.due, present: counts.present, needed: 0, reached: true }
}
