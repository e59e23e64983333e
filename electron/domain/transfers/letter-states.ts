import type { TransferDirection, TransferState } from '../../../shared/model/transfer.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'

/** 介绍信从哪个状态到哪个状态(4.4)。转入的没有开具、在途:登记了等核对,接收或退回。 */
const NEXT: Readonly<Record<TransferDirection, Readonly<Record<TransferState, readonly TransferState[]>>>> = {
  out: { draft: ['issued'], issued: ['in_transit', 'received', 'returned', 'suspended'], in_transit: ['received', 'returned', 'suspended'], suspended: ['in_transit', 'received', 'returned'], received: ['archived'], returned: ['archived'], archived: [] },
  in: { draft: ['received', 'returned', 'suspended'], suspended: ['received', 'returned'], received: ['archived'], returned: ['archived'], issued: [], in_transit: [], archived: [] },
}
export const canMove = (direction: TransferDirection, from: TransferState, to: TransferState): boolean => NEXT[direction][from].includes(to)

/** 有效期的最后一天:自开具次日起算。 */
export const validUntil = (issuedOn: string | null, validDays: number): string | null => (issuedOn === null ? null : addDays(issuedOn, validDays))

/** 逾期:还没接收、退回,过了有效期。接收之前,原党组织仍负责管理。 */
export const isOverdue = (state: TransferState, until: string | null, today: string): boolean => until !== null && today > until && ['draft', 'issued', 'in_transit', 'suspended'].includes(state)

/** 年份加三位流水,如 2026001。 */
export const letterNumber = (year: number, serial: number): string => `${year}${String(serial).padStart(3, '0')}`
