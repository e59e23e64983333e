import { absenceReasons } from '../../../shared/data/code-tables/absence-reasons.ts'
import type { AbsenceReason, AttendanceCounts, AttendanceRow, AttendanceStatus, Quorum } from '../../../shared/model/meeting.ts'

const CYCLE: Record<AttendanceStatus, AttendanceStatus> = { present: 'on_leave', on_leave: 'absent', absent: 'present' }

/** 数字键直接定:1 到、2 假、3 缺。 */
export const STATUS_KEYS: Readonly<Record<string, AttendanceStatus>> = { '1': 'present', '2': 'on_leave', '3': 'absent' }

/** 数字键一下定请假与原因:4 起照原因表的次序,最后一个是 0。 */
export const REASON_KEYS: Readonly<Record<string, Exclude<AbsenceReason, ''>>> = Object.fromEntries(absenceReasons.map(({ code }, index) => [String((index + 4) % 10), code]))

/** 改一个人的到会情况;改回到会时原因一并清掉,免得留下对不上的原因。 */
export const withStatus = (rows: readonly AttendanceRow[], memberId: string, status: AttendanceStatus): AttendanceRow[] =>
  rows.map((row) => (row.memberId !== memberId ? row : status === 'present' ? { ...row, status, reason: '', reasonNote: '' } : { ...row, status }))
/** 请假并写上原因;本来记着缺的仍是缺。 */
export const withReason = (rows: readonly AttendanceRow[], memberId: string, reason: AbsenceReason): AttendanceRow[] => rows.map((row) => (row.memberId === memberId ? { ...row, status: row.status === 'absent' ? 'absent' : 'on_leave', reason } : row))
/** 到 → 假 → 缺 → 到。 */
export const withNextStatus = (rows: readonly AttendanceRow[], memberId: string): AttendanceRow[] => {
  const row = rows.find((each) => each.memberId === memberId)
  return row === undefined ? [...rows] : withStatus(rows, memberId, CYCLE[row.status])
}
export const allPresent = (rows: readonly AttendanceRow[]): AttendanceRow[] => rows.map((row) => ({ ...row, status: 'present', reason: '', reasonNote: '' }))
export const lacksReason = (row: AttendanceRow): boolean => row.status !== 'present' && row.reason === '' && row.reasonNote.trim() === ''

/** 门槛由核心定(看议题类别与应到人数);到会人数跟着屏幕走,不等保存。 */
export const liveQuorum = (quorum: Quorum, counts: AttendanceCounts): Quorum => {
  const present = quorum.rule === 'committee' || quorum.rule === 'none' ? counts.present : counts.votingPresent
  return { ...quorum, present, reached: present >= quorum.needed }
}

/** 方向键之后停在第几人;columns 为一行几人。 */
export const moveFocus = (index: number, key: string, count: number, columns: number): number | null => {
  const target = { ArrowRight: index + 1, ArrowLeft: index - 1, ArrowDown: index + columns, ArrowUp: index - columns, Home: 0, End: count - 1 }[key]
  if (target === undefined) return null
  return target < 0 || target >= count ? index : target
}
