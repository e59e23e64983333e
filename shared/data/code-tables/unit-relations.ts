import type { UnitRelation } from '../../model/organisation.ts'
import type { CodeTable } from './code-table.ts'

/** 所在单位情况(党组织采集口径):与上级相同的不另填单位,联合党支部填多个单位。 */
export const unitRelations = [
  { code: 'same_as_parent', name: '与上级党组织相同' },
  { code: 'legal_unit', name: '法人单位' },
  { code: 'joint', name: '联合党支部' },
] as const satisfies CodeTable<Exclude<UnitRelation, ''>>
