import { describe, expect, it } from 'vitest'
import { lookOf, moveCell, suggestedDay, type NormPeriod } from './norm-cells.ts'

const period = (changes: Partial<NormPeriod>): NormPeriod => ({ period: '2026-11', dueDay: '2026-11-30', required: 1, done: 0, drafts: 0, state: 'due', lastDay: '2026-12-02', entry: null, enteredOn: null, isLocked: false, exemption: '', meetingIds: [], lackingTalks: [], ...changes })

it.each([
  ['该办,没有草稿', { state: 'due' }, 'due'],
  ['该办,有草稿', { state: 'due', drafts: 1 }, 'draft'],
  ['逾期,有草稿仍说逾期', { state: 'overdue', drafts: 1 }, 'overdue'],
  ['过了填报的日子才录的说补录', { state: 'done', entry: 'late' }, 'late'],
  ['锁上了的说锁上', { state: 'overdue', isLocked: true }, 'locked'],
  ['已办,另有草稿仍说已办', { state: 'done', drafts: 1 }, 'done'],
] as const)('%s', (_title, changes, expected) => expect(lookOf(period(changes))).toBe(expected))

describe('去记录时先填的日期', () => {
  it.each([
    ['本月之内用今天', '2026-11', '2026-11-30', '2026-11-20'],
    ['过了期用期限那天', '2026-03', '2026-03-31', '2026-03-31'],
    ['还没到用第一天', '2026-12', '2026-12-31', '2026-12-01'],
    ['本季之内用今天', '2026-Q4', '2026-12-31', '2026-11-20'],
    ['下季第一天', '2027-Q1', '2027-03-31', '2027-01-01'],
  ])('%s', (_title, name, dueDay, expected) => expect(suggestedDay({ period: name, dueDay }, '2026-11-20')).toBe(expected))
})

describe('方向键', () => {
  const quarters = [0, 3, 6, 9].map((from) => ({ from, span: 3 }))
  const months = Array.from({ length: 12 }, (_unused, from) => ({ from, span: 1 }))
  const rows = [quarters, months, [], quarters]
  it.each([
    ['右', { row: 0, cell: 1 }, 'ArrowRight', { row: 0, cell: 2 }],
    ['到头不动', { row: 0, cell: 3 }, 'ArrowRight', { row: 0, cell: 3 }],
    ['季往下到该季第一个月', { row: 0, cell: 2 }, 'ArrowDown', { row: 1, cell: 6 }],
    ['月往上到所在季', { row: 1, cell: 7 }, 'ArrowUp', { row: 0, cell: 2 }],
    ['跳过不适用的行', { row: 1, cell: 11 }, 'ArrowDown', { row: 3, cell: 3 }],
    ['行首', { row: 1, cell: 5 }, 'Home', { row: 1, cell: 0 }],
    ['行末', { row: 1, cell: 5 }, 'End', { row: 1, cell: 11 }],
    ['最上一行再往上不动', { row: 0, cell: 0 }, 'ArrowUp', { row: 0, cell: 0 }],
  ])('%s', (_title, at, key, expected) => expect(moveCell(rows, at, key)).toEqual(expected))
})
