import type { RecordState } from '../../model/meeting.ts'
import type { CodeTable } from './code-table.ts'

/** 记录状态。counted 为真的计入规范完成数与得分。 */
export const recordStates = [
  { code: 'draft', name: '草稿', counted: false },
  { code: 'finished', name: '已办结', counted: true },
  { code: 'submitted', name: '已上报', counted: true },
  { code: 'approved', name: '已审批', counted: true },
  { code: 'evaluated', name: '已评价', counted: true },
  { code: 'returned', name: '已退回', counted: false },
  { code: 'voided', name: '已作废', counted: false },
] as const satisfies readonly (CodeTable<RecordState>[number] & { readonly counted: boolean })[]
