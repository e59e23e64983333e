import { describe, expect, it } from 'vitest'
import type { MeetingType, NormRow, RecordState } from '../../../shared/model/meeting.ts'
import { monthsTouchedBy } from './periods.ts'
import { requirementRows, type NormInput, type NormRecord } from './requirement-rows.ts'
import type { WindowNorms } from './window-norms.ts'

const monthsIn = (year: number): ReadonlySet<string> => new Set(Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`))
const allMonths = monthsIn(2026)
const from = (month: string): ReadonlySet<string> => new Set([...allMonths].filter((each) => each >= month))
let next = 0
const record = (meetingType: MeetingType, day: string, changes: Partial<NormRecord> = {}): NormRecord => ({ id: `m${next++}`, meetingTypes: [meetingType], partyGroupId: null, day, state: 'finished', quorumReached: true, finishedOn: day, returnedCount: 0, ...changes })
const windows: WindowNorms = { lectureCycle: 'quarter', talkCycle: 'year', graceDays: 2, locks: false, themeDayDue: 'month_end', reminderDays: 5 }
const base: NormInput = { year: 2026, asOf: '2026-11-20', branchMonths: allMonths, committeeMonths: allMonths, groups: [], records: [], talks: [], norms: windows, themeDay: null, decisions: [], decidesIn: () => true }
const rowOf = (input: Partial<NormInput>, rule: NormRow['rule'], groupId: string | null = null): NormRow => {
  const row = requirementRows({ ...base, ...input }).find((each) => each.rule === rule && each.partyGroupId === groupId)
  if (row === undefined) throw new Error(`no row ${rule}`)
  return row
}
const states = (row: NormRow): string => row.periods.map((period) => period.state).join(' ')

describe('频次:什么活动、按什么周期、到 11 月 20 日应办几次', () => {
  const groups = [{ id: 'g1', name: '第一党小组', months: allMonths }]
  it.each([
    ['LIF-01', 'general_meeting', 'quarter', 4],
    ['LIF-02', 'committee_meeting', 'month', 11],
    ['LIF-04', 'party_lecture', 'quarter', 4],
    ['LIF-05', 'theme_day', 'month', 11],
    ['LIF-06', 'organisational_life', 'year', 1],
    ['LIF-07', 'democratic_appraisal', 'year', 1],
    ['LIF-09', 'debriefing', 'year', 1],
  ] as const)('%s %s 每%s:%i 次', (rule, meetingType, cycle, required) => {
    expect(rowOf({ groups }, rule)).toMatchObject({ activity: meetingType, cycle, applicable: true, requiredToDate: required, doneToDate: 0 })
  })
  it('党小组会每组每月一次', () => {
    const two = [...groups, { id: 'g2', name: '第二党小组', months: allMonths }]
    const rows = requirementRows({ ...base, groups: two }).filter((row) => row.rule === 'LIF-03')
    expect(rows.map((row) => [row.partyGroupName, row.requiredToDate])).toEqual([
      ['第一党小组', 11],
      ['第二党小组', 11],
    ])
  })
})

describe('不适用', () => {
  it('无支委会、无党小组:留一行,不计应办', () => {
    for (const rule of ['LIF-02', 'LIF-03'] as const) expect(rowOf({ committeeMonths: new Set() }, rule)).toMatchObject({ applicable: false, requiredToDate: 0, doneToDate: 0, periods: [] })
  })
  it('支委会年中才设:此前各月不要求', () => {
    expect(states(rowOf({ committeeMonths: from('2026-10') }, 'LIF-02'))).toBe(`${'not_required '.repeat(9)}overdue due future`)
  })
})

describe('期限与状态', () => {
  it('季度会:办了、过期、本季到期前、以后', () => {
    const records = [record('general_meeting', '2026-02-10')]
    const row = rowOf({ records, asOf: '2026-08-15' }, 'LIF-01')
    expect(row.periods.map(({ period, dueDay, state }) => [period, dueDay, state])).toEqual([
      ['2026-Q1', '2026-03-31', 'done'],
      ['2026-Q2', '2026-06-30', 'overdue'],
      ['2026-Q3', '2026-09-30', 'due'],
      ['2026-Q4', '2026-12-31', 'future'],
    ])
    expect(row).toMatchObject({ requiredToDate: 3, doneToDate: 1 })
  })
  it('期限当天仍是未到期,次日才算过期', () => {
    expect(states(rowOf({ asOf: '2026-02-28' }, 'LIF-05')).split(' ')[1]).toBe('due')
    expect(states(rowOf({ asOf: '2026-03-01' }, 'LIF-05')).split(' ')[1]).toBe('overdue')
  })
  it('闰年二月到 29 日', () => {
    expect(requirementRows({ ...base, year: 2028, branchMonths: monthsIn(2028) })[0]?.periods[0]?.dueDay).toBe('2028-03-31')
    expect(requirementRows({ ...base, year: 2028, branchMonths: monthsIn(2028) }).find((row) => row.rule === 'LIF-05')?.periods[1]?.dueDay).toBe('2028-02-29')
  })
  it('年内成立的支部自成立月起算', () => {
    const row = rowOf({ branchMonths: from('2026-05') }, 'LIF-01')
    expect(states(row)).toBe('not_required overdue overdue due')
    expect(row.requiredToDate).toBe(3)
    expect(rowOf({ branchMonths: from('2026-05') }, 'LIF-05').requiredToDate).toBe(7)
    // 5 月撤销:只要求到 4 月。
    expect(rowOf({ branchMonths: new Set([...allMonths].filter((each) => each < '2026-05')) }, 'LIF-05').requiredToDate).toBe(4)
  })
})

describe('哪些记录算数', () => {
  it.each([
    ['draft', 0, 1],
    ['returned', 0, 1],
    ['finished', 1, 0],
    ['submitted', 1, 0],
    ['approved', 1, 0],
    ['evaluated', 1, 0],
    ['voided', 0, 0],
  ] as const)('%s:已办 %i、草稿 %i', (state: RecordState, done, drafts) => {
    const row = rowOf({ records: [record('theme_day', '2026-03-25', { state })] }, 'LIF-05')
    expect(row.periods[2]).toMatchObject({ period: '2026-03', done, drafts })
  })
  it('到会不够法定人数的会留档但不算开成', () => {
    const unreached = record('general_meeting', '2026-03-25', { quorumReached: false })
    expect(rowOf({ records: [unreached] }, 'LIF-01').periods[0]).toMatchObject({ done: 0, drafts: 0, state: 'overdue', meetingIds: [unreached.id] })
  })
  it('一个月多办的不顶别的月', () => {
    const records = [record('theme_day', '2026-03-05'), record('theme_day', '2026-03-25')]
    const row = rowOf({ records, asOf: '2026-04-30' }, 'LIF-05')
    expect(row.periods[2]?.done).toBe(2)
    expect(row).toMatchObject({ requiredToDate: 4, doneToDate: 1 })
  })
  it('别的小组的会不算本组的', () => {
    const groups = [
      { id: 'g1', name: '第一党小组', months: allMonths },
      { id: 'g2', name: '第二党小组', months: from('2026-06') },
    ]
    const records = [record('group_meeting', '2026-07-02', { partyGroupId: 'g1' })]
    expect(rowOf({ groups, records }, 'LIF-03', 'g1').doneToDate).toBe(1)
    expect(rowOf({ groups, records }, 'LIF-03', 'g2')).toMatchObject({ doneToDate: 0, requiredToDate: 6 })
  })
})

it.each([
  ['2026-01-31', ['2026-01', '2026-02', '2026-03']],
  ['2026-11-20', ['2026-11', '2026-12']],
  ['2026-12-01', ['2026-12']],
])('%s 的记录影响 %j 的得分', (day, months) => expect(monthsTouchedBy(day)).toEqual(months))

it('党课改成每月一次,就按月要求', () => {
  expect(rowOf({ norms: { ...windows, lectureCycle: 'month' }, asOf: '2026-03-31' }, 'LIF-04')).toMatchObject({ cycle: 'month', requiredToDate: 3 })
})

it('一场会算作两类的,两类各算办了一次', () => {
  const records = [record('general_meeting', '2026-02-10', { meetingTypes: ['general_meeting', 'party_lecture'] })]
  expect([rowOf({ records }, 'LIF-01').periods[0]?.done, rowOf({ records }, 'LIF-04').periods[0]?.done]).toEqual([1, 1])
})

describe('谈心谈话:照登记的数,三样各一次', () => {
  const talk = (kind: string, day: string, enteredOn = day) => ({ kind, day, enteredOn })
  it.each([
    ['一样也没有', [], 0, ['committee', 'committee_member', 'members'], 'due', null],
    ['谈了两样', [talk('committee', '2026-02-10'), talk('members', '2026-03-10')], 2, ['committee_member'], 'due', null],
    ['同一样谈几次只算一样', [talk('members', '2026-02-10'), talk('members', '2026-03-10')], 1, ['committee', 'committee_member'], 'due', null],
    ['书记与特殊对象的算支委与党员的', [talk('special', '2026-02-10')], 1, ['committee', 'members'], 'due', null],
    ['齐了', [talk('committee', '2026-02-10'), talk('committee_member', '2026-05-10'), talk('members', '2026-03-10')], 3, [], 'done', 'on_time'],
    ['上一年的不算', [talk('committee', '2025-12-10'), talk('committee_member', '2026-05-10'), talk('members', '2026-03-10')], 2, ['committee'], 'due', null],
  ] as const)('%s', (_title, talks, done, lackingTalks, state, entry) => expect(rowOf({ talks }, 'LIF-08').periods).toMatchObject([{ period: '2026', required: 3, done, lackingTalks, state, entry, meetingIds: [] }]))
  it('没有支委会的要求两样;过了期限才登记齐的是补录', () => {
    const talks = [talk('committee_member', '2026-05-10'), talk('members', '2026-12-30', '2027-01-08')]
    expect(rowOf({ committeeMonths: new Set(), talks, asOf: '2027-01-20' }, 'LIF-08').periods).toMatchObject([{ required: 2, done: 2, state: 'done', entry: 'late', enteredOn: '2027-01-08' }])
  })
  it('单位定半年一次的,上下半年各要齐;年中成立的只要下半年', () => {
    const norms = { ...windows, talkCycle: 'half_year' as const }
    expect(rowOf({ norms, asOf: '2026-08-01' }, 'LIF-08').periods.map(({ period, state }) => [period, state])).toEqual([['2026-H1', 'overdue'], ['2026-H2', 'due']])
    expect(states(rowOf({ norms, branchMonths: from('2026-06') }, 'LIF-08'))).toBe('not_required due')
  })
  it('免除的不计,也不说缺什么;登记簿不锁', () => {
    const decision = { id: 'x', organisationId: 'b', kind: 'exemption' as const, activity: 'heart_talk' as const, fromMonth: '2026-01', toMonth: '2026-12', untilDay: null, reason: '停工' }
    expect(rowOf({ decisions: [decision] }, 'LIF-08').periods).toMatchObject([{ state: 'exempt', lackingTalks: [], exemption: '停工' }])
    expect(rowOf({ norms: { ...windows, locks: true }, asOf: '2027-02-01' }, 'LIF-08').periods).toMatchObject([{ state: 'overdue', isLocked: false }])
  })
})
