import type { DuesState } from '../../model/dues.ts'
import type { CodeTable } from './code-table.ts'

/** 一格的状态;简称印在窄格里。 */
export const duesStates = [
  { code: 'not_obliged', name: '不在本支部交', shortName: '—' },
  { code: 'unassessed', name: '没有核定', shortName: '核' },
  { code: 'unpaid', name: '未交', shortName: '未' },
  { code: 'paid', name: '已交', shortName: '✓' },
  { code: 'exempt', name: '免交', shortName: '免' },
  { code: 'short', name: '少交', shortName: '少' },
  { code: 'late', name: '补交', shortName: '补' },
] as const satisfies CodeTable<DuesState>
