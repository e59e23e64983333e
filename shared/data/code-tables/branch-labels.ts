import type { BranchLabelCode } from '../../model/organisation-lists.ts'
import type { CodeTable } from './code-table.ts'

/** 支部的标签:离退休、示范、整顿对象。 */
export const branchLabels = [
  { code: 'retired', name: '离退休党支部', shortName: '离退休' },
  { code: 'model', name: '示范党支部', shortName: '示范' },
  { code: 'weak', name: '软弱涣散整顿对象', shortName: '软弱涣散' },
] as const satisfies CodeTable<BranchLabelCode>
