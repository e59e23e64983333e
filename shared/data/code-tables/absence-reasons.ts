import type { AbsenceReason } from '../../model/meeting.ts'
import type { CodeTable } from './code-table.ts'

/** 缺席原因;空串(未填)不在表里。 */
export const absenceReasons = [
  { code: 'business_trip', name: '出差' },
  { code: 'sick_leave', name: '病假' },
  { code: 'personal_leave', name: '事假' },
  { code: 'on_duty', name: '值班' },
  { code: 'vacation', name: '休假' },
  { code: 'off_site_study', name: '外出学习' },
  { code: 'other', name: '其他' },
] as const satisfies CodeTable<Exclude<AbsenceReason, ''>>
