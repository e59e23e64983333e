import { describe, expect, it } from 'vitest'
import type { DuesState } from '../../../shared/model/dues.ts'
import { defaultNorms } from '../../../shared/data/norms/norm-registry.ts'
import { BUILT_IN_DUES_RULE } from './built-in-rule.ts'
import { duesLimits } from './dues-limits.ts'
import { arrearsLevel, consecutiveUnpaid } from './arrears.ts'
import { entryHints, entryState, type CellFacts } from './entry-state.ts'
import { assessmentFor, dueOf, effectiveMonth, ruleFor, type AssessedBase, type GrantedExemption, type RuleVersion } from './in-force.ts'
import { payingBranch, type PayerLife } from './obliged-months.ts'

const sameMonth: readonly RuleVersion[] = [BUILT_IN_DUES_RULE]
const nextYear: readonly RuleVersion[] = [{ ...BUILT_IN_DUES_RULE, body: { ...BUILT_IN_DUES_RULE.body, baseChange: 'next_year' } }]
const wage = (changedFrom: string, baseFen: number): AssessedBase => ({ category: 'employed', baseFen, fixedFen: null, changedFrom })

describe('基数变了从何时起(规定第十条)', () => {
  const before = wage('2025-03', 400_000)
  it.each([
    ['当月', sameMonth, '2026-07', '2026-07'],
    ['次年', nextYear, '2026-07', '2027-01'],
    ['次年,一月就变', nextYear, '2026-01', '2026-01'],
  ] as const)('%s', (_name, versions, changed, expected) => expect(effectiveMonth(wage(changed, 600_000), before, versions)).toBe(expected))
  it('头一次核定当月起', () => expect(effectiveMonth(wage('2026-07', 1), undefined, nextYear)).toBe('2026-07'))
  it('退休了当月起,不等次年', () => expect(effectiveMonth({ ...wage('2026-07', 1), category: 'retired' }, before, nextYear)).toBe('2026-07'))
  it('年薪按当月实领', () => {
    const annual = (month: string): AssessedBase => ({ ...wage(month, 1), category: 'annual_salary' })
    expect(effectiveMonth(annual('2026-07'), annual('2026-06'), nextYear)).toBe('2026-07')
  })
  it('各月各用那时的核定;第一次之前的也用第一次', () => {
    const all = [before, wage('2026-07', 600_000)]
    expect(['2024-01', '2026-06', '2026-07', '2027-01'].map((month) => assessmentFor(all, month, sameMonth)?.baseFen)).toEqual([400_000, 400_000, 600_000, 600_000])
    expect(['2026-12', '2027-01'].map((month) => assessmentFor(all, month, nextYear)?.baseFen)).toEqual([400_000, 600_000])
  })
})

it('标准换了一版,旧月份仍按旧版', () => {
  const half = { ...BUILT_IN_DUES_RULE.body, noIncomeFen: 50 }
  const versions = [BUILT_IN_DUES_RULE, { fromMonth: '2026-05', body: half }]
  expect(['2008-01', '2026-04', '2026-05'].map((month) => ruleFor(versions, month).noIncomeFen)).toEqual([20, 20, 50])
})

describe('减免(规定第七条)', () => {
  const person = (exemption: Partial<GrantedExemption>) => ({ assessed: [wage('2026-01', 400_000)], exemptions: [{ fromMonth: '2026-03', toMonth: '2026-05', amountFen: 0, isApproved: true, ...exemption }] })
  const due = (exemption: Partial<GrantedExemption>, month: string) => dueOf(person(exemption), month, sameMonth)
  it('批准的免交,只管那几个月', () => expect(['2026-02', '2026-03', '2026-05', '2026-06'].map((month) => due({}, month).dueFen)).toEqual([4_000, 0, 0, 4_000]))
  it('没批准的不算', () => expect(due({ isApproved: false }, '2026-03')).toEqual({ dueFen: 4_000, isExempted: false }))
  it('少交按批准的数,但不会比应交多', () => {
    expect(due({ amountFen: 500 }, '2026-04').dueFen).toBe(500)
    expect(due({ amountFen: 9_999 }, '2026-04').dueFen).toBe(4_000)
  })
  it('没核定的:没有减免就说不出应交', () => expect(dueOf({ assessed: [], exemptions: [] }, '2026-04', sameMonth).dueFen).toBeNull())
})

describe('哪个支部收这个月的', () => {
  const life = (joinedOn: string | null, ...spans: readonly (readonly [string, string, string | null])[]): PayerLife => ({ joinedOn, spans: spans.map(([branchId, fromDay, toDay]) => ({ branchId, fromDay, toDay })) })
  const moved = life('1998-07-01', ['a', '0001-01-01', '2026-05-16'], ['b', '2026-05-16', null])
  it.each([
    ['2026-04', 'a'],
    ['2026-05', 'a'],
    ['2026-06', 'b'],
  ])('五月中旬转走:%s 在 %s', (month, expected) => expect(payingBranch(moved, month)).toBe(expected))
  it('一号转走的,当月在新支部', () => expect(payingBranch(life(null, ['a', '0001-01-01', '2026-05-01'], ['b', '2026-05-01', null]), '2026-05')).toBe('b'))
  it('大会通过的当月起交整月', () => {
    const joined = life('2026-06-24', ['a', '0001-01-01', null])
    expect(['2026-05', '2026-06', '2026-07'].map((month) => payingBranch(joined, month))).toEqual([null, 'a', 'a'])
  })
  it('离开的下个月起不交', () => {
    const left = life(null, ['a', '0001-01-01', '2026-09-10'])
    expect(['2026-09', '2026-10'].map((month) => payingBranch(left, month))).toEqual(['a', null])
  })
  it('中断后回来的当月起', () => expect(payingBranch(life(null, ['a', '0001-01-01', '2026-02-01'], ['a', '2026-06-12', null]), '2026-06')).toBe('a'))
})

describe('一格的状态', () => {
  const facts = (changes: Partial<CellFacts>): CellFacts => ({ month: '2026-03', isObliged: true, dueFen: 4_000, isExempted: false, paidFen: null, paidOn: null, ...changes })
  it.each([
    ['不在本支部', { isObliged: false, dueFen: null }, 'not_obliged'],
    ['没核定', { dueFen: null }, 'unassessed'],
    ['没交', {}, 'unpaid'],
    ['记了零', { paidFen: 0 }, 'unpaid'],
    ['交了', { paidFen: 4_000, paidOn: '2026-03-10' }, 'paid'],
    ['没写日期', { paidFen: 4_000 }, 'paid'],
    ['预交', { paidFen: 4_000, paidOn: '2026-01-10' }, 'paid'],
    ['多交', { paidFen: 5_000, paidOn: '2026-03-10' }, 'paid'],
    ['少交', { paidFen: 3_999 }, 'short'],
    ['补交', { paidFen: 4_000, paidOn: '2026-04-01' }, 'late'],
    ['免交', { dueFen: 0, isExempted: true }, 'exempt'],
    ['免交的记了零', { dueFen: 0, isExempted: true, paidFen: 0 }, 'exempt'],
    ['没核定先交了', { dueFen: null, paidFen: 100 }, 'paid'],
  ] as const)('%s', (_name, changes, expected) => expect(entryState(facts(changes))).toBe(expected))
  it.each([
    ['补交不到六个月', { paidFen: 4_000, paidOn: '2026-09-30' }, []],
    ['补交超过六个月', { paidFen: 4_000, paidOn: '2026-10-01' }, ['late_too_long']],
    ['预交超过六个月', { paidFen: 4_000, paidOn: '2025-08-31' }, ['early_too_long']],
    ['一次多交一千元', { paidFen: 104_000, paidOn: '2026-03-01' }, ['large_extra']],
  ] as const)('%s', (_name, changes, expected) => expect(entryHints(facts(changes), duesLimits(defaultNorms))).toEqual(expected))
})

describe('欠交', () => {
  const states = (text: string): DuesState[] => [...text].map((mark) => ({ 未: 'unpaid', 交: 'paid', 少: 'short', 免: 'exempt' } as const)[mark as '未']) 
  it.each([
    ['未未未', 3],
    ['交未未', 2],
    ['未未交', 0],
    ['未少未', 1],
    ['未免未', 1],
    ['', 0],
  ])('%s 连续欠 %i 个月', (text, expected) => expect(consecutiveUnpaid(states(text), (state) => state)).toBe(expected))
  it.each([
    [2, 'none'],
    [3, 'yellow'],
    [5, 'red'],
    [6, 'lapse'],
  ] as const)('%i 个月:%s', (months, expected) => expect(arrearsLevel(months, duesLimits(defaultNorms))).toBe(expected))
})
