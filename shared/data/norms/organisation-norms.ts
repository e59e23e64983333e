import type { NormEntry } from './norm-entry.ts'

const R1 = '《中国共产党支部工作条例（试行）》'
const OFFICE = '《中国共产党党和国家机关基层组织工作条例》'
const COMMON = '未见法规写明，多份材料通行'
const OWN = '没有规定，本程序定的'

/** 组织设置与班子。编号见 ORG-01…18。 */
export const organisationNorms = [
  { key: 'branch_full_members_min', label: '成立支部的正式党员', kind: 'number', unit: '人', default: 3, min: 3, max: 3, source: 'law', basis: `${R1}第四条（ORG-01）`, fixed: true },
  { key: 'branch_members_max', label: '支部党员一般不超过', kind: 'number', unit: '人', default: 50, min: 50, max: 50, source: 'law', basis: `${R1}第四条（ORG-01）`, fixed: true },
  { key: 'general_branch_members_min', label: '设党总支的党员', kind: 'number', unit: '人', default: 50, min: 50, max: 50, source: 'law', basis: `${OFFICE}第六条（ORG-02）`, fixed: true },
  { key: 'committee_members_min', label: '设党委的党员', kind: 'number', unit: '人', default: 100, min: 100, max: 100, source: 'law', basis: `${OFFICE}第五条（ORG-03）`, fixed: true },
  { key: 'groups_expected_from', label: '支部党员多少人以上提示划分党小组', kind: 'number', unit: '人', default: 20, min: 6, max: 50, source: 'assumed', basis: `条例第十三条只说党员较多的应划分；${OWN}（ORG-04）` },
  { key: 'group_members_min', label: '党小组至少', kind: 'number', unit: '人', default: 3, min: 1, max: 20, source: 'custom', basis: `${COMMON}（ORG-04）` },
  { key: 'group_full_members_min', label: '党小组里的正式党员至少', kind: 'number', unit: '人', default: 1, min: 0, max: 20, source: 'custom', basis: `${COMMON}（ORG-04）` },
  { key: 'joint_branch_units_max', label: '联合支部覆盖单位一般不超过', kind: 'number', unit: '个', default: 5, min: 5, max: 5, source: 'law', basis: `${R1}第五条（ORG-05）`, fixed: true },
  { key: 'project_months_min', label: '项目工期达到多久应成立支部', kind: 'number', unit: '个月', default: 6, min: 6, max: 6, source: 'law', basis: `${R1}第五条（ORG-06）`, fixed: true },
  { key: 'floating_members_from', label: '流动在外的党员多少人以上提示成立流动党员党支部', kind: 'number', unit: '人', default: 3, min: 2, max: 50, source: 'assumed', basis: `条例第五条只说较多且集中；${OWN}（ORG-08）` },
  { key: 'branch_committee_from', label: '设支委会的正式党员', kind: 'number', unit: '人', default: 7, min: 7, max: 7, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_committee_min', label: '支委会至少', kind: 'number', unit: '人', default: 3, min: 3, max: 3, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_committee_general', label: '支委会一般不超过', kind: 'number', unit: '人', default: 5, min: 5, max: 5, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_committee_max', label: '支委会最多', kind: 'number', unit: '人', default: 7, min: 7, max: 7, source: 'law', basis: `${R1}第二十条（ORG-11）`, fixed: true },
  { key: 'branch_deputies_max', label: '支部副书记最多', kind: 'number', unit: '人', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第二十条（ORG-12、ORG-13）`, fixed: true },
  { key: 'secretary_standing_years', label: '支部书记的党龄至少', kind: 'number', unit: '年', default: 1, min: 1, max: 1, source: 'law', basis: `${R1}第二十三条（ORG-14）`, fixed: true },
  { key: 'general_branch_committee_min', label: '党总支委员会至少', kind: 'number', unit: '人', default: 5, min: 3, max: 9, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'general_branch_committee_general', label: '党总支委员会一般不超过', kind: 'number', unit: '人', default: 7, min: 3, max: 11, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'general_branch_committee_max', label: '党总支委员会最多', kind: 'number', unit: '人', default: 9, min: 3, max: 15, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'party_committee_min', label: '党委委员至少', kind: 'number', unit: '人', default: 5, min: 3, max: 15, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'party_committee_general', label: '党委委员一般不超过', kind: 'number', unit: '人', default: 9, min: 5, max: 21, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'party_committee_max', label: '党委委员最多', kind: 'number', unit: '人', default: 11, min: 5, max: 31, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'full_committee_min', label: '设常委会的党委，委员至少', kind: 'number', unit: '人', default: 15, min: 5, max: 31, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'full_committee_max', label: '设常委会的党委，委员最多', kind: 'number', unit: '人', default: 21, min: 5, max: 51, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'standing_committee_min', label: '常委至少', kind: 'number', unit: '人', default: 5, min: 3, max: 15, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'standing_committee_max', label: '常委最多', kind: 'number', unit: '人', default: 7, min: 3, max: 15, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'committee_deputies_max', label: '党委、党总支副书记最多', kind: 'number', unit: '人', default: 2, min: 1, max: 5, source: 'custom', basis: `${COMMON}（ORG-16）` },
  { key: 'training_recent_months', label: '三培养：看近多久入党的骨干', kind: 'number', unit: '个月', default: 36, min: 6, max: 120, source: 'assumed', basis: `${OWN}：近三年` },
  { key: 'vacancy_days', label: '空缺多久没补选，健康检查按拖延提示', kind: 'number', unit: '天', default: 90, min: 15, max: 365, source: 'assumed', basis: `条例只说及时补选；${OWN}（ORG-17）` },
] as const satisfies readonly NormEntry[]
