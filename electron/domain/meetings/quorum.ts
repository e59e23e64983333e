import type { AttendanceCounts, MeetingType, Quorum } from '../../../shared/model/meeting.ts'
import type { TopicKind } from '../../../shared/model/meeting-parts.ts'
import { neededPresent, type ThresholdRule } from './thresholds.ts'

/** 最严的议题决定整场会的门槛:选举 4/5 ≥ 接收、转正的过半 ≥ 一般议题的半数。 */
const strictestRule = (kinds: readonly TopicKind[]): ThresholdRule => {
  if (kinds.includes('election')) return 'election'
  if (kinds.includes('admission') || kinds.includes('confirmation')) return 'admission'
  return 'ordinary'
}

/**
 * 到会够不够法定人数。党员大会只数有表决权的人;支委会数委员,半数以上即可开(支部工作条例第十二条);
 * 其他会没有规定门槛。一场会兼作党员大会的,按党员大会。
 *
 * @param meetingTypes 这场会算作的各类,主要的在前。
 * @param kinds 本场各议题的类别。
 */
export const quorumOf = (meetingTypes: readonly MeetingType[], kinds: readonly TopicKind[], counts: AttendanceCounts): Quorum => {
  if (meetingTypes.includes('general_meeting')) {
    const rule = strictestRule(kinds)
    const needed = neededPresent[rule](counts.votingDue)
    return { rule, base: counts.votingDue, present: counts.votingPresent, needed, reached: counts.votingPresent >= needed }
  }
  if (meetingTypes[0] === 'committee_meeting') {
    const needed = neededPresent.ordinary(counts.due)
    return { rule: 'committee', base: counts.due, present: counts.present, needed, reached: counts.present >= needed }
  }
  return { rule: 'none', base: counts.due, present: counts.present, needed: 0, reached: true }
}
