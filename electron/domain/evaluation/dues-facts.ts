import type { LedgerCell } from '../../../shared/model/dues.ts'
import type { Fact } from '../scoring/input.ts'

/** dues 表的一行;不用交的(免交、不在本支部、没有核定、应交为零)没有行。没有金额。 */
export const duesFact = (memberId: string, { month, state, dueFen }: Pick<LedgerCell, 'month' | 'state' | 'dueFen'>): Fact | null => {
  if (dueFen === null || dueFen === 0) return null
  if (state !== 'paid' && state !== 'late' && state !== 'unpaid' && state !== 'short') return null
  return { id: `${month} ${memberId}`, date: `${month}-01`, onTime: state === 'paid' ? 1 : 0, late: state === 'late' ? 1 : 0, unpaid: state === 'unpaid' || state === 'short' ? 1 : 0 }
}
