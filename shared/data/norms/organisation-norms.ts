import type { NormEntry } from './norm-entry.ts'

const R1 = '《中国共产党支部工作条例（试行）》'

/** 组织、班子、换届。编号见 ORG-01…27、ELE-03…05。 */
export const organisationNorms = [
  { key: 'branch_full_members_min', label: '成立支部的正式党员', kind: 'number', unit: '人', default: 3, min: 3, max: 3, source: 'law', basis: `${R1}第四条（ORG-01）`, fixed: true },
  { key: 'branch_members_max', label: '支部党员一般不超过', kind: 'number', unit: '人', default: 50, min: 50, max: 50, source: 'law', basis: `${R1}第四条（ORG-01）`, fixed: true },
  { key: 'joint_branch_units_max', label: '联合支部覆盖单位一般不超过', kind: 'number', unit: '个', default: 5, min: 5, max: 5, source: 'law', basis: `${R1}第五条（ORG-05）`, fixed: true },
  { key: 'branch_committee_from', label: '设支委会的正式党员', kind: 'number', unit: '人', default: 7, min: 7, max: 7, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_committee_min', label: '支委会至少', kind: 'number', unit: '人', default: 3, min: 3, max: 3, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_committee_general', label: '支委会一般不超过', kind: 'number', unit: '人', default: 5, min: 5, max: 5, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_committee_max', label: '支委会最多', kind: 'number', unit: '人', default: 7, min: 7, max: 7, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
] as const satisfies readonly NormEntry[]
