import type { FollowUpKind, FollowUpState } from '../../model/follow-up.ts'
import type { CodeTable } from './code-table.ts'

/** 督办事项的种类与状态。 */
export const followUpKinds = [
  { code: 'resolution', name: '议定事项' },
  { code: 'rectification', name: '整改措施' },
  { code: 'inspection', name: '检查整改' },
] as const satisfies CodeTable<FollowUpKind>
export const followUpStates = [
  { code: 'open', name: '在办' },
  { code: 'closed', name: '已销号' },
  { code: 'dropped', name: '不再办' },
] as const satisfies CodeTable<FollowUpState>
