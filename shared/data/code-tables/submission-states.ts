import type { SubmissionState } from '../../model/submission.ts'
import type { CodeTable } from './code-table.ts'

/** 计划、总结报到哪一步。 */
export const submissionStates = [
  { code: 'none', name: '未上报' },
  { code: 'submitted', name: '已上报' },
  { code: 'approved', name: '已审批' },
  { code: 'returned', name: '已退回' },
  { code: 'reopened', name: '正在改' },
] as const satisfies CodeTable<SubmissionState>
