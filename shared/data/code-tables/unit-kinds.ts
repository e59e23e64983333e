import type { UnitKindCode } from '../../model/organisation-lists.ts'
import type { CodeTable } from './code-table.ts'

/** 单位类别。内设部门、作业区也登记:支部建在一线,要数得出哪一处没有支部。 */
export const unitKinds = [
  { code: 'state_enterprise', name: '国有企业' },
  { code: 'mixed_enterprise', name: '混合所有制企业' },
  { code: 'private_enterprise', name: '非公有制企业' },
  { code: 'department', name: '内设部门' },
  { code: 'work_area', name: '车间、作业区' },
  { code: 'project', name: '项目部' },
  { code: 'institution', name: '事业单位' },
  { code: 'social_organisation', name: '社会组织' },
  { code: 'other', name: '其他单位' },
] as const satisfies CodeTable<UnitKindCode>
