import type { AttendanceStatus } from '../../model/meeting.ts'
import type { CodeTable } from './code-table.ts'

/** 出勤:到、假、缺。 */
export const attendanceStatuses = [
  { code: 'present', name: '到会', shortName: '到' },
  { code: 'on_leave', name: '请假', shortName: '假' },
  { code: 'absent', name: '缺席', shortName: '缺' },
] as const satisfies CodeTable<AttendanceStatus>
