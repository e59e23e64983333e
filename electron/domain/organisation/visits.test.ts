import { describe, expect, it } from 'vitest'
import type { VisitPeriod } from '../../../shared/model/contact.ts'
import { standingsOf, visitPeriodOf } from './visits.ts'

it.each<[string, VisitPeriod, string, string]>([
  ['2026-11-20', 'month', '2026-11-01', '2026-11-30'],
  ['2026-02-28', 'month', '2026-02-01', '2026-02-28'],
  ['2026-11-20', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-06-30', 'half_year', '2026-01-01', '2026-06-30'],
  ['2026-07-01', 'half_year', '2026-07-01', '2026-12-31'],
  ['2026-11-20', 'year', '2026-01-01', '2026-12-31'],
])('%s 按 %s 算,这一期是 %s 至 %s', (day, period, firstDay, lastDay) => expect(visitPeriodOf(day, period)).toEqual({ firstDay, lastDay }))

describe('每季度至少两次,今天 2026-11-20', () => {
  const relation = { period: 'quarter' as const, minimum: 2, fromDay: '2026-01-01', toDay: null as string | null, objects: [{ organisationId: null, name: '华盛公司' }] }
  it.each<[string, Partial<typeof relation>, string[], { thisPeriod: number; missing: number; missedBefore: number }]>([
    ['一次没去', {}, [], { thisPeriod: 0, missing: 2, missedBefore: 2 }],
    ['本季去了一次,上季两次', {}, ['2026-10-08', '2026-07-01', '2026-09-30'], { thisPeriod: 1, missing: 1, missedBefore: 0 }],
    ['去够了', {}, ['2026-10-01', '2026-11-20', '2026-11-19'], { thisPeriod: 3, missing: 0, missedBefore: 2 }],
    ['上季中途才开始的,上季不算少', { fromDay: '2026-08-01' }, [], { thisPeriod: 0, missing: 2, missedBefore: 0 }],
    ['已经结束的,不再要求', { toDay: '2026-10-01' }, [], { thisPeriod: 0, missing: 0, missedBefore: 2 }],
    ['记在将来的还不算', {}, ['2026-12-01'], { thisPeriod: 0, missing: 2, missedBefore: 2 }],
    ['没有定次数', { minimum: 0 }, [], { thisPeriod: 0, missing: 0, missedBefore: 0 }],
  ])('%s', (_title, changes, days, expected) => expect(standingsOf({ ...relation, ...changes }, days.map((day) => ({ objectName: '华盛公司', day })), '2026-11-20')[0]).toMatchObject(expected))
  it('别的对象的走访不算', () => expect(standingsOf(relation, [{ objectName: '别处', day: '2026-11-01' }], '2026-11-20')[0]).toMatchObject({ thisPeriod: 0, lastVisit: null }))
})
