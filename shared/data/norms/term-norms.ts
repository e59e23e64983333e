import type { NormEntry } from './norm-entry.ts'

const R1 = '《中国共产党支部工作条例（试行）》'
const R8 = '《中国共产党基层组织选举工作条例》'

/** 任期、换届、选举。编号见 ORG-21…27、ELE-01…05。 */
export const termNorms = [
  { key: 'branch_term_years', label: '党支部任期', kind: 'number', unit: '年', default: 3, min: 3, max: 3, source: 'law', basis: `${R1}第二十一条（ORG-21）`, fixed: true },
  { key: 'general_branch_term_years', label: '党总支任期', kind: 'number', unit: '年', default: 3, min: 3, max: 5, source: 'law', basis: '机关条例第六条，企业的原文未核；党章第三十一条 3 至 5 年（ORG-22、24）' },
  { key: 'committee_term_years', label: '党委任期', kind: 'number', unit: '年', default: 5, min: 3, max: 5, source: 'law', basis: '机关条例第五条，企业的原文未核；党章第三十一条 3 至 5 年（ORG-23、24）' },
  { key: 'extension_months_max', label: '延期一般不超过', kind: 'number', unit: '个月', default: 12, min: 12, max: 12, source: 'law', basis: `${R1}第二十一条（ORG-26）`, fixed: true },
  { key: 'first_reminder_months', label: '届满前多久发换届提醒', kind: 'number', unit: '个月', default: 6, min: 6, max: 6, source: 'law', basis: `${R1}第二十一条（ORG-27）`, fixed: true },
  { key: 'second_reminder_months', label: '届满前多久启动换届准备', kind: 'number', unit: '个月', default: 3, min: 1, max: 5, source: 'assumed', basis: '没有规定，本程序定的' },
  { key: 'request_months', label: '大会前多久报批选举', kind: 'number', unit: '个月', default: 1, min: 1, max: 3, source: 'custom', basis: '一般于召开选举大会一个月前报批' },
  { key: 'delegate_members_from', label: '开党员代表大会选举的党员', kind: 'number', unit: '人', default: 500, min: 500, max: 500, source: 'law', basis: `${R8}第四条，驻地分散的经批准也可以（ELE-01）`, fixed: true },
  {
    key: 'election_quorum_op',
    label: '选举到会人数与应到的五分之四',
    kind: 'choice',
    choices: [
      { code: 'at_least', label: '达到就可以（不少于）' },
      { code: 'more_than', label: '要超过' },
    ],
    default: 'at_least',
    source: 'assumed',
    basis: `${R8}原文未核，旧条例写“超过”（ELE-03）`,
  },
  { key: 'candidate_surplus_percent', label: '委员候选人差额不少于应选的', kind: 'number', unit: '%', default: 20, min: 0, max: 100, source: 'custom', basis: '未核原文，通行做法（ELE-05）' },
] as const satisfies readonly NormEntry[]
