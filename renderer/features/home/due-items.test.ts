import { describe, expect, it } from 'vitest'
import type { TermLine } from '../../../shared/model/leading-group.ts'
import type { NormRow } from '../../../shared/model/meeting.ts'
import { dueItemsOf, previousMonth, progressOf, termItemOf } from './due-items.ts'

const norm = (patch: Partial<NormRow> & Pick<NormRow, 'periods'>): NormRow => ({ rule: 'LIF-05', activity: 'theme_day', partyGroupId: null, partyGroupName: '', cycle: 'month', applicable: true, requiredToDate: 3, doneToDate: 1, counts: { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }, ...patch })
const period = (name: string, dueDay: string, state: NormRow['periods'][number]['state'], drafts: string[] = []) => ({ period: name, dueDay, required: 1, done: 0, drafts: drafts.length, state, lastDay: dueDay, entry: null, enteredOn: null, isLocked: false, exemption: '', meetingIds: drafts, lackingTalks: [] })

const months = norm({ periods: [period('2026-08', '2026-08-31', 'done'), period('2026-09', '2026-09-30', 'overdue'), period('2026-10', '2026-10-31', 'overdue'), period('2026-11', '2026-11-30', 'due'), period('2026-12', '2026-12-31', 'future')] })
const quarter = norm({ rule: 'LIF-01', activity: 'general_meeting', cycle: 'quarter', periods: [period('2026-Q4', '2026-12-31', 'due', ['d1'])] })

describe('首页要做的', () => {
  it('欠下的几期合成一行在前,眼下的按期限', () => {
    const items = dueItemsOf([quarter, months], '2026-11-20', false, 5)
    expect(items.map((item) => [item.norm.rule, item.overdue, item.periods.map((each) => each.period)])).toEqual([
      ['LIF-05', true, ['2026-09', '2026-10']],
      ['LIF-05', false, ['2026-11']],
      ['LIF-01', false, ['2026-Q4']],
    ])
  })
  it('补录落在最近一期的最后一天,眼下的落在今天', () => {
    expect(dueItemsOf([months], '2026-11-20', false, 5).map((item) => item.recordDay)).toEqual(['2026-10-31', '2026-11-20'])
  })
  it.each([
    ['2026-03-01', 0],
    ['2026-09-29', 0],
    ['2026-09-30', 1],
    ['2026-12-30', 1],
  ])('一年一次的,%s 列 %i 行:到最后三个月才列上', (today, count) => expect(dueItemsOf([norm({ rule: 'LIF-06', activity: 'organisational_life', cycle: 'year', periods: [period('2026', '2026-12-31', 'due')] })], today, false, 5)).toHaveLength(count))
  it('有草稿就接着写', () => expect(dueItemsOf([quarter], '2026-11-20', false, 5)[0]?.draftId).toBe('d1'))
  it('一次都没录过时先说眼下的', () => expect(dueItemsOf([months], '2026-11-20', true, 5).map((item) => item.overdue)).toEqual([false, true]))
  it('进度:同类合在一起数', () => {
    expect(progressOf([norm({ activity: 'group_meeting', periods: [] }), norm({ activity: 'group_meeting', periods: [], doneToDate: 2 })])).toEqual([{ activity: 'group_meeting', applicable: true, done: 3, required: 6, overdue: false }])
  })
  it('进度:有过期没办的才标出来', () => expect(progressOf([months, quarter]).map((count) => count.overdue)).toEqual([true, false]))
  it('上个月', () => expect([previousMonth('2026-11-20'), previousMonth('2026-01-05')]).toEqual(['2026-10', '2025-12']))
})

describe('换届该办的一步', () => {
  const steps = (reached: number, recorded: number): TermLine['steps'] => (['first', 'second', 'request', 'due'] as const).map((stage, index) => ({ stage, day: `2026-0${index + 1}-01`, reached: index < reached, recorded: index < recorded }))
  const line: TermLine = { organisationId: 'a', name: '甲', parentName: '', kind: 'branch', termId: 't', sessionNumber: null, fromDay: '2024-02-28', years: 3, dueDay: '2027-02-28', extendedTo: null, effectiveDue: '2027-02-28', state: 'in_progress', problems: [], steps: [], reminders: [] }
  it.each<[string, TermLine | undefined, string | null]>([
    ['不知道是哪个支部', undefined, null],
    ['还早', { ...line, steps: steps(0, 0) }, null],
    ['到了提醒的日子', { ...line, steps: steps(1, 0) }, 'first'],
    ['已经记了', { ...line, steps: steps(1, 1) }, null],
    ['到了报批', { ...line, steps: steps(3, 1) }, 'request'],
    ['过了期', { ...line, state: 'overdue' }, 'overdue'],
    ['没有登记任期', { ...line, termId: null, effectiveDue: null }, 'irregular'],
  ])('%s', (_title, given, expected) => expect(termItemOf(given, '2026-11-20')?.what ?? null).toBe(expected))
})
