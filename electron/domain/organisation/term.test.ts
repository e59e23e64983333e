import { describe, expect, it } from 'vitest'
import { defaultNorms } from '../../../shared/data/norms/norm-registry.ts'
import { dueDayOf, effectiveDue, latestExtension, termState, termSteps, termYearsOf, type TermDates } from './term.ts'

describe('届满日(ORG-21…24)', () => {
  it.each([
    ['2022-07-08', 3, '2025-07-08'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-06-28', 5, '2028-06-28'],
  ])('%s 起,一届 %i 年,%s 届满', (from, years, due) => expect(dueDayOf(from, years)).toBe(due))
  it.each([
    ['branch', 3],
    ['general_branch', 3],
    ['party_committee', 5],
    ['party_group', null],
  ] as const)('%s 一届几年', (kind, years) => expect(termYearsOf(kind, defaultNorms)).toBe(years))
})

it('2025-07-08 届满:1 月 8 日提醒、4 月 8 日准备、6 月 8 日报批(ORG-27)', () => {
  expect(termSteps('2025-07-08', defaultNorms).map(({ stage, day }) => `${stage} ${day}`)).toEqual(['first 2025-01-08', 'second 2025-04-08', 'request 2025-06-08', 'due 2025-07-08'])
})
it('2025-07-08 届满的最多延到 2026-07-08(ORG-26)', () => expect(latestExtension('2025-07-08', defaultNorms)).toBe('2026-07-08'))

describe('换届状态', () => {
  const term: TermDates = { fromDay: '2022-07-08', years: 3, dueDay: '2025-07-08', extendedTo: null, endedDay: null }
  it.each<[string, Partial<TermDates>, string, boolean, string]>([
    ['离届满还早', {}, '2025-01-07', false, 'not_started'],
    ['到了提前六个月', {}, '2025-01-08', false, 'in_progress'],
    ['届满当天', {}, '2025-07-08', false, 'in_progress'],
    ['届满次日没有换', {}, '2025-07-09', false, 'overdue'],
    ['批准延期,按延到的日子', { extendedTo: '2026-07-08' }, '2026-07-08', false, 'in_progress'],
    ['延期也过了', { extendedTo: '2026-07-08' }, '2026-07-09', false, 'overdue'],
    ['有了下一届', { endedDay: '2025-07-01' }, '2025-07-09', false, 'done'],
    ['没有届满日', { dueDay: null, years: null }, '2025-01-01', false, 'irregular'],
    ['资料对不上', {}, '2024-01-01', true, 'irregular'],
    ['资料对不上又过了期,先说逾期', {}, '2025-07-09', true, 'overdue'],
  ])('%s', (_title, changes, today, irregular, expected) => expect(termState({ ...term, ...changes }, today, irregular, defaultNorms)).toBe(expected))
  it('应换届的日子', () => expect([effectiveDue(term), effectiveDue({ ...term, extendedTo: '2026-01-01' })]).toEqual(['2025-07-08', '2026-01-01']))
})
