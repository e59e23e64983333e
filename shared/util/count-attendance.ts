import type { AttendanceCounts, AttendanceRow } from '../model/meeting.ts'

/** 出席统计。应到 = 实到 + 缺席;请假算缺席,另列人数;有表决权的应到、实到单独计(支部工作条例第十一条)。 */
export const countAttendance = (rows: readonly Pick<AttendanceRow, 'hasVote' | 'status'>[]): AttendanceCounts => {
  const present = rows.filter((row) => row.status === 'present')
  return {
    due: rows.length,
    present: present.length,
    absent: rows.length - present.length,
    onLeave: rows.filter((row) => row.status === 'on_leave').length,
    votingDue: rows.filter((row) => row.hasVote).length,
    votingPresent: present.filter((row) => row.hasVote).length,
  }
}
