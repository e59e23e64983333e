import type { ContactObject, ObjectStanding, VisitPeriod } from '../../../shared/model/contact.ts'
import { addDays, addMonths } from '../../../shared/util/day-arithmetic.ts'

const MONTHS: Readonly<Record<VisitPeriod, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 }

/** 这一天所在的一期:自然月、自然季、自然半年、自然年。 */
export const visitPeriodOf = (day: string, period: VisitPeriod): { readonly firstDay: string; readonly lastDay: string } => {
  const months = MONTHS[period]
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months
  const firstDay = `${day.slice(0, 4)}-${String(index + 1).padStart(2, '0')}-01`
  return { firstDay, lastDay: addDays(addMonths(firstDay, months), -1) }
}

interface Relation {
  readonly period: VisitPeriod
  readonly minimum: number
  readonly fromDay: string
  readonly toDay: string | null
  readonly objects: readonly ContactObject[]
}

/**
 * 每个对象在眼下这一期去了几次、还差几次,上一期少了几次。
 *
 * 联系关系只覆盖了一部分的那一期(刚开始、刚结束)不算少;已经结束的联系眼下不再要求。
 */
export const standingsOf = (relation: Relation, visits: readonly { readonly objectName: string; readonly day: string }[], today: string): ObjectStanding[] => {
  const current = visitPeriodOf(today, relation.period)
  const before = visitPeriodOf(addDays(current.firstDay, -1), relation.period)
  const isOpen = relation.fromDay <= today && (relation.toDay === null || relation.toDay > today)
  const coversBefore = relation.fromDay <= before.firstDay && (relation.toDay === null || relation.toDay > before.lastDay)
  return relation.objects.map(({ name }) => {
    const days = visits.filter((visit) => visit.objectName === name && visit.day <= today).map(({ day }) => day)
    const within = ({ firstDay, lastDay }: typeof current): number => days.filter((day) => day >= firstDay && day <= lastDay).length
    const thisPeriod = within(current)
    return {
      name,
      thisPeriod,
      missing: isOpen ? Math.max(0, relation.minimum - thisPeriod) : 0,
      lastVisit: days.toSorted().at(-1) ?? null,
      missedBefore: coversBefore ? Math.max(0, relation.minimum - within(before)) : 0,
    }
  })
}
