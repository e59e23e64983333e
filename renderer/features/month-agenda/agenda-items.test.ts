import { describe, expect, it } from 'vitest'
import type { NormRow } from '../../../shared/model/meeting.ts'
import { agendaItems, anniversaryIn, moveDay, weeksOf, type AgendaSources } from './agenda-items.ts'

const period = (dueDay: string, state: NormRow['periods'][number]['state'], ids: string[] = []): NormRow['periods'][number] => ({ period: dueDay.slice(0, 7), dueDay, lastDay: dueDay, required: 1, done: state === 'done' ? 1 : 0, drafts: state === 'due' ? ids.length : 0, state, entry: null, enteredOn: null, isLocked: false, exemption: '', meetingIds: ids, lackingTalks: [] })
const row = (periods: NormRow['periods']): NormRow => ({ rule: 'LIF-05', activity: 'theme_day', partyGroupId: null, partyGroupName: '', cycle: 'month', applicable: true, requiredToDate: 0, doneToDate: 0, counts: { due: 0, onTime: 0, late: 0, missing: 0, exempt: 0, returned: 0, reviewed: 0, firstPass: 0 }, periods })
const empty: AgendaSources = { month: '2026-11', today: '2026-11-20', norms: [], meetings: [], followUps: [], members: [], term: undefined, decisions: [], plans: [] }

describe('本月日历', () => {
  it.each([
    ['该办的去记录', period('2026-11-30', 'due'), 'due', undefined],
    ['有草稿的打开草稿', period('2026-11-30', 'due', ['d1']), 'due', 'd1'],
    ['逾期的', period('2026-11-06', 'overdue'), 'overdue', undefined],
    ['办了的打开', period('2026-11-30', 'done', ['m1']), 'done', 'm1'],
  ] as const)('%s', (_title, given, kind, meetingId) => {
    const [item] = agendaItems({ ...empty, norms: [row([given])] })
    expect([item?.kind, item?.meetingId, item?.record === undefined]).toEqual([kind, meetingId, meetingId !== undefined])
  })
  it('不要求的、免除的、别的月份的不列', () => expect(agendaItems({ ...empty, norms: [row([period('2026-11-30', 'exempt'), period('2026-11-30', 'not_required'), period('2026-10-31', 'overdue')])] })).toEqual([]))
  it.each([
    ['写明活动的从它去记录', { activity: 'theme_day' }, 1, 'theme_day'],
    ['没写活动的只列着', {}, 1, undefined],
    ['党小组会也能', { activity: 'group_meeting' }, 1, 'group_meeting'],
    ['办完了的不列', { isDone: true }, 0, undefined],
    ['写了完成情况的不列', { result: '已完成' }, 0, undefined],
  ] as const)('计划:%s', (_title, values, count, meetingType) => {
    const entry = { id: 'e', rev: 1, definitionKey: 'monthly_plan', definitionVersion: 1, branchId: 'b', branchName: '', day: '2026-11-12', title: '慰问老党员', values: { owner: [{ memberId: null, name: '王一' }], ...values }, meetings: [], withheld: 0 }
    const items = agendaItems({ ...empty, plans: [entry] })
    expect([items.length, items[0]?.record?.meetingType]).toEqual([count, meetingType])
    if (count === 1) expect(items[0]?.text).toBe('慰问老党员（王一）')
  })
  it.each([
    ['按它开始记录', [], 1, undefined],
    ['有草稿的打开草稿', ['draft'], 1, 'm0'],
    ['退回的打开那一份', ['returned'], 1, 'm0'],
    ['办结了的不再列', ['finished'], 0, undefined],
  ] as const)('计划:照它开的会%s', (_title, states, count, meetingId) => {
    const entry = { id: 'e', rev: 1, definitionKey: 'monthly_plan', definitionVersion: 1, branchId: 'b', branchName: '', day: '2026-11-12', title: '主题党日', values: { activity: 'theme_day' }, meetings: states.map((state, index) => ({ meetingId: `m${index}`, title: '', day: '2026-11-12', state })), withheld: 0 }
    const items = agendaItems({ ...empty, plans: [entry] })
    expect([items.length, items[0]?.meetingId, items[0]?.record?.planEntryId]).toEqual([count, meetingId, states.length === 0 ? 'e' : undefined])
  })
  it.each([
    ['2026-11-12 15:00', 'draft', 'draft'],
    ['2026-11-12 15:00', 'finished', 'held'],
    ['2026-11-28 15:00', 'draft', 'planned'],
  ] as const)('%s 的会,%s:%s', (startAt, state, kind) => {
    const meeting = { id: 'm', rev: 1, branchId: 'b', meetingType: 'theme_day', alsoTypes: [], partyGroupName: '', title: '2026年11月主题党日', startAt, place: '', host: '', state, counts: { due: 1, present: 1, absent: 0, onLeave: 0, votingDue: 1, votingPresent: 1 }, quorumReached: true } as const
    expect(agendaItems({ ...empty, meetings: [{ ...meeting, alsoTypes: [] }] }).map((item) => item.kind)).toEqual([kind])
  })
  it('督办照延期后的日子;免除列在一日', () => {
    const followUp = { id: 'f', rev: 1, branchId: 'b', branchName: '', sourceTable: 'meeting', sourceId: 's', sourceTitle: '', kind: 'resolution', problem: '', text: '修水管', owner: '王一', dueOn: '2026-10-01', extendedTo: '2026-11-12', raisedOn: '2026-09-01', state: 'open', result: '', closedOn: null, isOverdue: true } as const
    const decision = { id: 'x', rev: 1, organisationId: 'b', organisationName: '', kind: 'exemption', activity: 'theme_day', fromMonth: '2026-10', toMonth: '2026-12', untilDay: null, reason: '检修', approver: '', document: '', decidedOn: '2026-10-01', withdrawnOn: null, withdrawnReason: '' } as const
    expect(agendaItems({ ...empty, followUps: [followUp], decisions: [decision, { ...decision, id: 'y', withdrawnOn: '2026-10-02' }] }).map(({ day, kind, text }) => [day, kind, text])).toEqual([
      ['2026-11-01', 'exemption', '本月免除主题党日：检修'],
      ['2026-11-12', 'follow_up', '修水管（王一）'],
    ])
  })
})

it.each([
  ['2008-02-29', '2026-02', '2026-02-28'],
  ['2008-02-29', '2028-02', '2028-02-29'],
  ['2008-07', '2026-07', '2026-07-01'],
  ['2008-07-09', '2026-08', null],
  ['2026-07-09', '2026-07', null],
] as const)('%s 入党,%s 的政治生日 → %s', (joinedOn, month, day) => expect(anniversaryIn(joinedOn, month)).toBe(day))
it.each([
  ['2026-11-30', 'ArrowRight', '2026-11-30'],
  ['2026-11-10', 'ArrowDown', '2026-11-17'],
  ['2026-11-03', 'ArrowUp', '2026-11-03'],
  ['2028-02-03', 'End', '2028-02-29'],
  ['2026-11-10', 'Home', '2026-11-01'],
])('%s 按 %s → %s', (day, key, next) => expect(moveDay(day, key)).toBe(next))
it.each([
  ['2026-11', 6, null],
  ['2026-06', 5, '2026-06-01'],
  ['2027-02', 4, '2027-02-01'],
])('%s 有 %i 周', (month, weeks, first) => expect([weeksOf(month).length, weeksOf(month)[0]?.[0]]).toEqual([weeks, first]))
