import type { NormEntry } from './norm-entry.ts'

const R4 = '《中国共产党发展党员工作细则》'
const R5 = '《贵州省发展党员工作规程（试行）》'
const months = { kind: 'number', unit: '个月', min: 0, max: 24 } as const

/** 发展党员的时限与数目;0 为不要求。满一年、预备期一年、延长六个月到一年由法规定死,不在这里。编号见 DEV-01…06。 */
export const developmentNorms = [
  { key: 'development_talk_months', label: '收到申请后派人谈话，至迟', ...months, default: 1, min: 1, max: 1, source: 'law', basis: `${R4}第七条`, fixed: true },
  { key: 'development_recommend_months', label: '递交申请满多久方可推荐积极分子', ...months, default: 3, source: 'local', basis: R5 },
  { key: 'development_filing_months', label: '报上级备案，至迟', ...months, default: 1, source: 'local', basis: R5 },
  { key: 'development_inspection_months', label: '考察一次，每隔', ...months, default: 6, min: 6, max: 6, source: 'law', basis: `${R4}第十一条`, fixed: true },
  { key: 'development_report_months', label: '思想汇报、书面汇报一篇，每隔', ...months, default: 3, source: 'local', basis: R5 },
  { key: 'development_mentored_max', label: '一名联系人一般至多同时带', kind: 'number', unit: '人', default: 2, min: 0, max: 20, source: 'local', basis: R5 },
  { key: 'development_publicity_days', label: '发展对象、转正公示', kind: 'number', unit: '个工作日', default: 5, min: 0, max: 30, source: 'local', basis: R5 },
  { key: 'development_training_days', label: '集中培训一般不少于', kind: 'number', unit: '天', default: 3, min: 3, max: 3, source: 'law', basis: `${R4}第十七条`, fixed: true },
  { key: 'development_training_hours', label: '或不少于', kind: 'number', unit: '学时', default: 24, min: 24, max: 24, source: 'law', basis: `${R4}第十七条`, fixed: true },
  { key: 'development_training_valid_months', label: '培训合格后多久没有接收要重新培训', ...months, default: 12, source: 'local', basis: R5 },
  { key: 'development_pre_review_months', label: '支委会审查后党委预审，至迟', ...months, default: 1, source: 'local', basis: R5 },
  { key: 'development_meeting_months', label: '预审后开支部大会，至迟', ...months, default: 1, source: 'local', basis: R5 },
  { key: 'development_approval_months', label: '大会后党委审批，一般至迟', ...months, default: 3, min: 3, max: 3, source: 'law', basis: `${R4}第二十六、三十四条`, fixed: true },
  { key: 'development_approval_most_months', label: '特殊情况审批，最迟', ...months, default: 6, min: 6, max: 6, source: 'law', basis: `${R4}第二十六条`, fixed: true },
  { key: 'development_confirmation_notice_days', label: '预备期满前提出转正申请，提前', kind: 'number', unit: '天', default: 7, min: 0, max: 90, source: 'local', basis: R5 },
  { key: 'development_confirmation_months', label: '收到转正申请后讨论，至迟', ...months, default: 1, source: 'local', basis: R5 },
  { key: 'development_warning_days', label: '期限前开始提醒，提前', kind: 'number', unit: '天', default: 30, min: 1, max: 180, source: 'assumed', basis: '没有规定，提前一个月好安排会议' },
  {
    key: 'development_local_level',
    label: '没有满足地方规定时',
    kind: 'choice',
    choices: [
      { code: 'warn', label: '提醒，说明情况后可以办' },
      { code: 'block', label: '阻断，不能办结' },
    ],
    default: 'warn',
    source: 'assumed',
    basis: '上面“地方”的各项；本单位所在地有同样规定的，可以改成阻断',
  },
  { key: 'transfer_valid_days_local', label: '介绍信有效期，本市内', kind: 'number', unit: '天', default: 10, min: 1, max: 90, source: 'custom', basis: '多份介绍信样张' },
  { key: 'transfer_valid_days_away', label: '介绍信有效期，市外', kind: 'number', unit: '天', default: 30, min: 1, max: 90, source: 'custom', basis: '多份介绍信样张；最长三个月' },
  { key: 'transfer_receipt_months', label: '接收后寄回回执，至迟', ...months, default: 1, source: 'custom', basis: '组通字〔2015〕33 号（毕业生）' },
  { key: 'care_contact_months', label: '流动党员至少联系一次，每隔', ...months, default: 6, min: 1, max: 6, source: 'law', basis: '《中国共产党党员教育管理工作条例》第三十二、三十四条（LIF-17）', fixed: true },
  { key: 'care_lost_months', label: '失联满多久应研究停止党籍', ...months, default: 6, min: 6, max: 6, source: 'law', basis: '《中国共产党党员教育管理工作条例》第二十四条', fixed: true },
  { key: 'care_stopped_months', label: '停止党籍满多久仍无法联系应除名', ...months, default: 24, min: 24, max: 24, source: 'law', basis: '《中国共产党党员教育管理工作条例》第二十四条', fixed: true },
] as const satisfies readonly NormEntry[]
