import type { NormEntry } from './norm-entry.ts'

const R1 = '《中国共产党支部工作条例（试行）》'

/** 组织生活的次数。编号见 LIF-01…09;谈心谈话(LIF-08)照谈心谈话的登记数。 */
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
      { code: 'half_year', label: '每半年一次' },
    ],
    default: 'quarter',
    source: 'custom',
    basis: '条例没有定次数，多数企业每季度一次（LIF-04）',
  },
  {
    key: 'talk_cycle',
    label: '谈心谈话多久一次',
    kind: 'choice',
    choices: [
      { code: 'half_year', label: '每半年一次' },
      { code: 'year', label: '每年一次' },
    ],
    default: 'year',
    source: 'custom',
    basis: `${R1}第十九条：支委之间、支委与党员、党员之间每年一般不少于 1 次，单位可以定得更勤（LIF-08）`,
  },
  { key: 'study_hours_member', label: '党员每年集中学习培训不少于', kind: 'number', unit: '学时', default: 32, min: 32, max: 200, source: 'law', basis: '《2019—2023年全国党员教育培训工作规划》（LIF-11），以后的规划有新数就照新的改' },
  { key: 'study_hours_leading', label: '书记和班子成员每年不少于', kind: 'number', unit: '学时', default: 56, min: 56, max: 300, source: 'law', basis: '《2019—2023年全国党员教育培训工作规划》（LIF-11），以后的规划有新数就照新的改' },
  { key: 'organisational_life_yearly', label: '组织生活会每年不少于', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第十七条，一般在第四季度（LIF-06）`, fixed: true },
  { key: 'appraisal_yearly', label: '民主评议党员每年', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第十八条（LIF-07）`, fixed: true },
  { key: 'debriefing_yearly', label: '支部书记述职每年', kind: 'number', unit: '次', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第二十七条（LIF-09）`, fixed: true },
] as const satisfies readonly NormEntry[]

/** 填报的窗口:期限之后几天算按时、过了锁不锁、提前几天提醒。 */
export const windowNorms = [
  {
    key: 'theme_day_due',
    label: '主题党日的期限',
    kind: 'choice',
    choices: [
      { code: 'month_end', label: '当月最后一天' },
      { code: 'fixed_day', label: '支部固定的那一天（支部资料里填了、读得懂的）' },
    ],
    default: 'month_end',
    source: 'custom',
    basis: `${R1}第十六条只写每月相对固定 1 天，固定的那天算不算期限由单位定`,
  },
  { key: 'record_grace_days', label: '期限之后还可以填报（仍算按时）', kind: 'number', unit: '天', default: 2, min: 0, max: 60, source: 'custom', basis: '没有统一规定，已有系统给 2 天' },
  {
    key: 'record_lock',
    label: '过了可以填报的日子',
    kind: 'choice',
    choices: [
      { code: 'open', label: '照样可以补录，注明补录' },
      { code: 'lock', label: '锁上，上级解锁才能补录' },
    ],
    default: 'open',
    source: 'assumed',
    basis: '没有规定，本程序定的：补录是常事，不拦',
  },
  { key: 'reminder_days', label: '期限前几天提醒', kind: 'number', unit: '天', default: 5, min: 0, max: 60, source: 'assumed', basis: '没有规定，本程序定的' },
] as const satisfies readonly NormEntry[]
