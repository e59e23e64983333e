import type { TopicKind } from '../../model/meeting-parts.ts'
import type { CodeTable } from './code-table.ts'

/** 议题类别(支部工作条例第十一条所列党员大会职权归并为 8 类)。 */
export const topicKinds = [
  { code: 'study', name: '传达学习' },
  { code: 'report', name: '工作报告' },
  { code: 'election', name: '选举' },
  { code: 'admission', name: '发展党员' },
  { code: 'confirmation', name: '转正' },
  { code: 'commendation', name: '表彰' },
  { code: 'discipline', name: '处置处分' },
  { code: 'other', name: '其他' },
] as const satisfies CodeTable<TopicKind>
