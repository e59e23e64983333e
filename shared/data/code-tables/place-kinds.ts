import type { PlaceKindCode } from '../../model/organisation-lists.ts'
import type { CodeTable } from './code-table.ts'

/** 活动阵地的种类。 */
export const placeKinds = [
  { code: 'activity_room', name: '党员活动室' },
  { code: 'service_centre', name: '党群服务中心' },
  { code: 'lecture_room', name: '党课教室' },
  { code: 'exhibition', name: '展室、展馆' },
  { code: 'corner', name: '学习角、宣传栏' },
  { code: 'other', name: '其他阵地' },
] as const satisfies CodeTable<PlaceKindCode>
