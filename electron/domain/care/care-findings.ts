import type { CareFinding, CareKind } from '../../../shared/model/care.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'

export interface CareFacts {
  readonly memberId: string
  readonly kind: CareKind
  readonly fromDay: string
  readonly toDay: string | null
}
export interface CareNorms {
  readonly contactMonths: number
  readonly lostMonths: number
  readonly stoppedMonths: number
}
export type FindingCore = Pick<CareFinding, 'code' | 'memberId' | 'sinceDay' | 'dueDay'>

const isOpen = ({ fromDay, toDay }: CareFacts, today: string): boolean => fromDay <= today && (toDay === null || toDay > today)

/**
 * 该办而没办的。期限当天还不算过。
 *
 * - LIF-17 流动党员半年至少联系一次(党员教育管理工作条例第三十二、三十四条):从外出或上次联系算;
 * - 失联满六个月:研究停止党籍(第二十四条);
 * - 停止党籍满两年:按自行脱党除名(第二十四条)。
 */
export const careFindings = (records: readonly CareFacts[], stopped: readonly { readonly memberId: string; readonly sinceDay: string }[], norms: CareNorms, today: string): FindingCore[] => {
  const lastContact = (memberId: string, since: string): string => records.filter((record) => record.kind === 'contact' && record.memberId === memberId && record.fromDay >= since && record.fromDay <= today).reduce((latest, { fromDay }) => (fromDay > latest ? fromDay : latest), since)
  const overdue = (code: CareFinding['code'], memberId: string, sinceDay: string, months: number): FindingCore[] => {
    const dueDay = addMonths(sinceDay, months)
    return today > dueDay ? [{ code, memberId, sinceDay, dueDay }] : []
  }
  const isStopped = new Set(stopped.map(({ memberId }) => memberId))
  return [
    ...records.filter((record) => record.kind === 'floating' && isOpen(record, today)).flatMap(({ memberId, fromDay }) => overdue('contact_due', memberId, lastContact(memberId, fromDay), norms.contactMonths)),
    ...records.filter((record) => record.kind === 'lost' && isOpen(record, today) && !isStopped.has(record.memberId)).flatMap(({ memberId, fromDay }) => overdue('lost_long', memberId, fromDay, norms.lostMonths)),
    ...stopped.flatMap(({ memberId, sinceDay }) => overdue('stopped_long', memberId, sinceDay, norms.stoppedMonths)),
  ]
}
