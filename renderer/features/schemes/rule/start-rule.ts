import type { SchemeRule } from '../../../../shared/model/scheme.ts'

/** 选了一种规则,先摆上最常见的样子,照着改。 */
export const startRule = (type: SchemeRule['type']): SchemeRule => {
  switch (type) {
    case 'count':
      return { type, source: 'meetings', where: {}, window: 'period', required: 1, score: { mode: 'proportional' } }
    case 'ratio':
      return { type, num: { fn: 'sum', source: 'meetings', field: 'present' }, den: { fn: 'sum', source: 'meetings', field: 'due' }, transform: { mode: 'target', target: '90%' } }
    case 'value':
      return { type, value: { fn: 'count', source: 'meetings' }, transform: { mode: 'linear', lo: 0, hi: 1 } }
    case 'timeliness':
      return { type, source: 'meetings', due: 'date', done: 'finishedOn', lateBands: [{ maxDays: 7, credit: 1 }, { maxDays: 30, credit: '0.5' }] }
    case 'completeness':
      return { type, source: 'members', fields: ['name', 'idNumber'] }
    case 'composite':
      return { type, op: 'weighted_mean', parts: [{ weight: 1, rule: { type: 'count', source: 'meetings', where: {}, window: 'period', required: 1, score: { mode: 'proportional' } } }] }
  }
}
