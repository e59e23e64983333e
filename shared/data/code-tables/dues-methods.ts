import type { DuesMethod } from '../../model/dues.ts'
import type { CodeTable } from './code-table.ts'

/** 交纳方式;空串(没填)不在表里。代交须写代交人。 */
export const duesMethods = [
  { code: 'cash', name: '现金' },
  { code: 'transfer', name: '转账' },
  { code: 'proxy', name: '代交' },
] as const satisfies CodeTable<Exclude<DuesMethod, ''>>
