import { describe, expect, it } from 'vitest'
import { careFindings, type CareFacts } from './care-findings.ts'

const norms = { contactMonths: 6, lostMonths: 6, stoppedMonths: 24 }
const record = (kind: CareFacts['kind'], fromDay: string, toDay: string | null = null): CareFacts => ({ memberId: 'm', kind, fromDay, toDay })
const codes = (records: readonly CareFacts[], today = '2026-11-20', stopped: readonly { memberId: string; sinceDay: string }[] = []): string[] => careFindings(records, stopped, norms, today).map(({ code }) => code)

describe('LIF-17 流动党员半年至少联系一次', () => {
  it.each([
    ['2026-05-20', [], [], '期限当天还不算'],
    ['2026-05-19', [], ['contact_due'], '过了一天'],
    ['2026-01-01', ['2026-05-20'], [], '从上次联系算'],
    ['2026-01-01', ['2026-05-19'], ['contact_due'], '上次联系也过了'],
    ['2026-06-01', ['2025-01-01'], [], '外出以前的联系不算,但外出不满半年'],
    ['2025-08-31', ['2026-02-28', '2026-08-31'], [], '联系过两次'],
  ] as const)('%s 外出,联系 %j:%j(%s)', (from, contacts, expected, _why) => {
    expect(codes([record('floating', from), ...contacts.map((day) => record('contact', day))])).toEqual(expected)
  })
  it('回来了的、还没外出的不提', () => expect(codes([record('floating', '2026-01-01', '2026-10-01'), record('floating', '2027-01-01')])).toEqual([]))
})
describe('失联与停止党籍', () => {
  it.each([
    ['2026-05-20', []],
    ['2026-05-19', ['lost_long']],
  ] as const)('%s 失联:%j', (from, expected) => expect(codes([record('lost', from)])).toEqual(expected))
  it('已经停止党籍的,不再提失联,改看满没满两年', () => {
    expect(codes([record('lost', '2020-01-01')], '2026-11-20', [{ memberId: 'm', sinceDay: '2024-11-20' }])).toEqual([])
    expect(codes([record('lost', '2020-01-01')], '2026-11-21', [{ memberId: 'm', sinceDay: '2024-11-20' }])).toEqual(['stopped_long'])
  })
  it('取得联系的不提', () => expect(codes([record('lost', '2020-01-01', '2026-01-01')])).toEqual([]))
})
