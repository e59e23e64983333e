import type { ManagementLevel } from '../../model/member.ts'
import type { CodeTable } from './code-table.ts'

/** 管理层级,供「三培养」看党员骨干的去向。 */
export const managementLevels = [
  { code: 'ordinary', name: '普通' },
  { code: 'middle', name: '中层' },
  { code: 'senior', name: '高层' },
] as const satisfies CodeTable<Exclude<ManagementLevel, ''>>
