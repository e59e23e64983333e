import type { NormEntry } from './norm-entry.ts'

const R1 = '《中国共产党支部工作条例（试行）》'

/** 组织生活的次数。编号见 LIF-01…05。 */
export const meetingNorms = [
  { key: 'general_meetings_quarterly', label: '支部党员大会每季度', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第十一条（LIF-01）`, fixed: true },
  { key: 'committee_meetings_monthly', label: '支委会会议每月', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第十二条（LIF-02）`, fixed: true },
  { key: 'group_meetings_monthly', label: '党小组会每月', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第十三条（LIF-03）`, fixed: true },
  { key: 'theme_days_monthly', label: '主题党日每月', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第十六条（LIF-05）`, fixed: true },
  {
    key: 'lecture_cycle',
    label: '党课多久一次',
    kind: 'choice',
    choices: [
      { code: 'month', label: '每月一次' },
      { code: 'quarter', label: '每季度一次' },
    ],
    default: 'quarter',
    source: 'custom',
    basis: '条例没有定次数，多数企业每季度一次（LIF-04）',
  },
] as const satisfies readonly NormEntry[]
