import { describe, expect, it } from 'vitest'
import { STATE_COUNCIL_YEARS } from '../../data/calendar/state-council.ts'
import type { DevelopmentFinding, StepFields, StepVotes } from '../../../shared/model/development.ts'
import { expandBuiltIn } from '../calendar/built-in-year.ts'
import { buildCalendar } from '../calendar/working-days.ts'
import { defaultNorms } from '../../../shared/data/norms/norm-registry.ts'
import { developmentNormsOf } from '../norms/development-norms.ts'
import { checkStep } from './check-step.ts'
import { windowOf } from './deadlines.ts'
import type { DevelopmentFacts, StepFacts } from './facts.ts'
import { addYear, adultOn, canPostpone, judgeExtension, probationEnd } from './probation.ts'
import { EMPTY_STEP, nextStepOf, standingOf, stageOf } from './standing.ts'
import { judgeVotes } from './votes.ts'

const DEVELOPMENT_NORMS = developmentNormsOf(defaultNorms)
const calendar = buildCalendar(STATE_COUNCIL_YEARS.map((given) => ({ year: given.year, days: expandBuiltIn(given) })))
const rules = { norms: DEVELOPMENT_NORMS, calendar, today: '2026-11-20' }
const ballot = (due: number, present: number, favour: number, writtenFavour = 0): StepVotes => ({ due, present, issued: present, returned: present, favour, against: present - favour, abstain: 0, invalid: 0, writtenFavour, writtenAgainst: 0, writtenAbstain: 0, excluded: [] })
const done = (doneOn: string, fields: Partial<StepFields> = {}): StepFacts => ({ state: 'done', fields: { ...EMPTY_STEP, doneOn, conclusion: 'passed', ...fields } })
const facts = (steps: Readonly<Record<number, StepFacts>>, changes: Partial<DevelopmentFacts> = {}): DevelopmentFacts => ({ birthDate: '1998-05-06', firstStep: 1, transferredInOn: null, temporaryBranch: false, steps: new Map(Object.entries(steps).map(([step, fact]) => [Number(step), fact])), events: [], documents: [], joinedOn: null, helpers: new Map(), formNumbers: [], ...changes })
/** 前 n 步都按部就班办完的人。 */
const upTo = (last: number, changes: Partial<DevelopmentFacts> = {}, overrides: Readonly<Record<number, StepFacts>> = {}): DevelopmentFacts => {
  const days: Readonly<Record<number, string>> = { 1: '2023-01-10', 2: '2023-02-01', 3: '2024-03-15', 4: '2024-04-01', 5: '2024-04-02', 6: '2025-03-15', 7: '2025-03-20', 8: '2025-04-10', 9: '2025-04-15', 10: '2025-05-20', 11: '2025-06-10', 12: '2025-06-20', 13: '2025-07-10', 14: '2025-07-12', 15: '2025-07-20', 16: '2025-08-01', 17: '2025-09-01', 18: '2025-09-10', 19: '2025-09-12', 20: '2025-10-01', 21: '2026-07-10', 22: '2026-07-10', 23: '2026-07-25', 24: '2026-08-20', 25: '2026-09-01' }
  const steps = Object.fromEntries(Array.from({ length: last }, (_, index) => [index + 1, done(days[index + 1] ?? '')]))
  return facts({ ...steps, ...overrides }, changes)
}
const codes = (found: readonly DevelopmentFinding[], level: DevelopmentFinding['level'] = 'block'): string[] => found.filter((each) => each.level === level).map(({ code }) => code)
const check = (step: number, fields: Partial<StepFields>, given: DevelopmentFacts): readonly DevelopmentFinding[] => checkStep(step, { ...EMPTY_STEP, ...fields }, given, rules)

describe('满一年按自然年推,不用 365 天', () => {
  it.each([
    ['2024-03-15', '2025-03-15', '跨过闰日'],
    ['2023-03-15', '2024-03-15', '跨过闰日(366 天)'],
    ['2024-02-29', '2025-02-28', '闰日到平年'],
    ['2023-02-28', '2024-02-28', '平年到闰年不进到 29 日'],
    ['2023-12-31', '2024-12-31', '年末'],
  ])('%s → %s:%s', (from, to) => expect(addYear(from)).toBe(to))
  it.each([
    ['2008-05-06', '2026-05-06'],
    ['2008-02-29', '2026-02-28'],
    ['2008-05', '2026-06-01'],
  ])('%s 出生,满十八岁在 %s', (birth, day) => expect(adultOn(birth)).toBe(day))
})

describe('DEV-01 积极分子满一年才能确定为发展对象(起算日为支委会研究日)', () => {
  it.each([
    ['2024-03-15', '2025-03-14', true],
    ['2024-03-15', '2025-03-15', false],
    ['2023-03-15', '2024-03-14', true],
    ['2023-03-15', '2024-03-15', false],
    ['2024-02-29', '2025-02-27', true],
    ['2024-02-29', '2025-02-28', false],
  ])('研究日 %s,%s 确定:阻断=%s', (activist, target, blocked) => {
    const given = upTo(6, {}, { 3: done(activist), 4: done(activist), 5: done(activist), 6: done(activist) })
    const fields = { doneOn: target, publicityFrom: target, publicityTo: target }
    expect(codes(check(7, fields, given)).includes('activist_year')).toBe(blocked)
  })
})

describe('DEV-02、DEV-03 预备期与延长', () => {
  it.each([
    ['2024-05-10', '2025-05-10'],
    ['2024-02-29', '2025-02-28'],
  ])('%s 大会通过,%s 期满', (joined, end) => expect(probationEnd(joined, null)).toBe(end))
  it.each([
    ['2025-10-10', false, 'too_short', '五个月'],
    ['2025-11-09', false, 'too_short', '差一天六个月'],
    ['2025-11-10', false, 'ok', '整六个月'],
    ['2026-05-10', false, 'ok', '整一年'],
    ['2026-05-11', false, 'too_long', '多一天'],
    ['2026-06-10', false, 'too_long', '十三个月'],
    ['2025-11-10', true, 'already_extended', '只能一次'],
  ])('2024-05-10 接收,延长到 %s(已延长过=%s):%s,%s', (until, already, verdict) => expect(judgeExtension('2024-05-10', until, already)).toBe(verdict))
  it.each([
    ['2026-07-19', true],
    ['2026-07-20', false],
  ])('2025-07-20 接收,%s 讨论转正:阻断=%s', (day, blocked) => {
    const found = check(23, { doneOn: day, conclusion: 'passed', votes: ballot(10, 8, 8), publicityFrom: '2026-07-20', publicityTo: '2026-07-26' }, upTo(22))
    expect(codes(found).includes('confirm_early')).toBe(blocked)
  })
  it('延长过的,到延长期满才能转正;讨论延长的那次会按原来的期满日', () => {
    const events = [{ kind: 'extended' as const, onDay: '2026-07-25', untilDay: '2027-01-20' }]
    const held = { doneOn: '2026-07-25', votes: ballot(10, 8, 8), publicityFrom: '2026-07-27', publicityTo: '2026-07-31' }
    expect(codes(check(23, { ...held, conclusion: 'extended' }, upTo(22, { events })))).toEqual([])
    expect(codes(check(23, { ...held, conclusion: 'passed' }, upTo(22, { events })))).toEqual(['confirm_early'])
    expect(codes(check(23, { ...held, conclusion: 'extended' }, upTo(22)))).toEqual(['extension_missing'])
  })
})

it.each([
  ['2026-01-10', true],
  ['2026-01-11', false],
  ['2025-07-10', false],
])('DEV-04 2025-07-10 期满的转入预备党员,推迟到 %s:可以=%s', (until, allowed) => expect(canPostpone('2025-07-10', until)).toBe(allowed))

describe('DEV-06 没有政审结论、没有培训合格,不进第十二步', () => {
  it.each([
    ['passed', 'passed', []],
    ['', 'passed', ['review_missing']],
    ['failed', 'passed', ['review_missing']],
    ['passed', '', ['training_missing']],
    ['failed', 'failed', ['review_missing', 'training_missing']],
  ] as const)('政审 %s、培训 %s:%j', (review, training, expected) => {
    const given = upTo(11, {}, { 10: done('2025-05-20', { conclusion: review }), 11: done('2025-06-10', { conclusion: training }) })
    expect(codes(check(12, { doneOn: '2025-06-20', conclusion: 'passed' }, given))).toEqual(expected)
  })
})

describe('VOT-02 接收预备党员的票决', () => {
  it.each([
    [10, 5, 5, 0, false, false],
    [10, 6, 5, 0, true, false],
    [10, 6, 6, 0, true, true],
    [9, 5, 5, 0, true, true],
    [9, 4, 4, 0, false, false],
    [10, 6, 5, 1, true, true],
  ])('应到 %i 实到 %i 赞成 %i 书面赞成 %i:可开=%s 通过=%s', (due, present, favour, written, quorate, carried) => {
    expect(judgeVotes(ballot(due, present, favour, written))).toEqual({ consistent: true, quorate, carried })
  })
  it.each([
    [{ returned: 9 }, '收回多于发出'],
    [{ issued: 9 }, '发出多于实到'],
    [{ favour: 5 }, '各项之和不等于收回'],
    [{ writtenAgainst: 3 }, '书面的加实到多于应到'],
  ] as const)('数目对不上 %j:%s', (change, _why) => expect(judgeVotes({ ...ballot(10, 8, 8), ...change }).consistent).toBe(false))
  it('会前书面意见不计入实到:到会不够,书面再多也不能开', () => {
    expect(codes(check(15, { doneOn: '2025-07-20', conclusion: 'passed', votes: ballot(10, 5, 5, 3) }, upTo(14)))).toEqual(['quorum'])
  })
  it('赞成没有过半,结论不能写同意;写不同意可以办结', () => {
    expect(codes(check(15, { doneOn: '2025-07-20', conclusion: 'passed', votes: ballot(10, 8, 5) }, upTo(14)))).toEqual(['not_carried'])
    expect(codes(check(15, { doneOn: '2025-07-20', conclusion: 'failed', votes: ballot(10, 8, 5) }, upTo(14)))).toEqual([])
  })
})

describe('次序与日期', () => {
  it.each([
    ['2025-07-11', ['before_required']],
    ['2025-07-12', []],
    ['2026-11-21', ['future']],
  ])('第十五步写 %s:%j', (doneOn, expected) => expect(codes(check(15, { doneOn, conclusion: 'passed', votes: ballot(9, 7, 7) }, upTo(14)))).toEqual(expected))
  it('前一步没办完不能办', () => expect(codes(check(8, { doneOn: '2025-04-10', authority: '党委' }, upTo(6)))).toContain('previous_missing'))
  it('预审不合格,不能往下', () => expect(codes(check(14, { doneOn: '2025-07-12', documentNumber: '1' }, upTo(13, { formNumbers: ['1'] }, { 13: done('2025-07-10', { conclusion: 'failed' }) })))).toEqual(['not_passed']))
  it.each([
    ['1', []],
    ['2', ['form_unusable']],
    ['', ['form_missing']],
  ])('志愿书编号 %s:%j', (documentNumber, expected) => expect(codes(check(14, { doneOn: '2025-07-12', documentNumber }, upTo(13, { formNumbers: ['1'] })))).toEqual(expected))
  it('不满十八岁不能申请', () => {
    expect(codes(check(1, { doneOn: '2026-05-05' }, facts({}, { birthDate: '2008-05-06' })))).toEqual(['underage'])
    expect(codes(check(1, { doneOn: '2026-05-06' }, facts({}, { birthDate: '2008-05-06' })))).toEqual([])
  })
  it('ORG-07 临时党支部:积极分子可以培养,发展对象不行', () => {
    expect(codes(check(5, { doneOn: '2024-04-02', people: [{ memberId: null, name: '张三' }] }, upTo(4, { temporaryBranch: true })))).toEqual([])
    expect(codes(check(7, { doneOn: '2025-03-20', publicityFrom: '2025-03-21', publicityTo: '2025-03-27' }, upTo(6, { temporaryBranch: true })))).toEqual(['temporary_branch'])
  })
})

describe('审批', () => {
  it.each([
    ['2025-10-20', [], []],
    ['2025-10-21', [], ['approval_late']],
    ['2026-01-20', [], ['approval_late']],
    ['2026-01-21', ['approval_too_late'], []],
  ])('2025-07-20 大会,%s 审批:阻断 %j 提醒 %j', (doneOn, block, warn) => {
    const found = check(17, { doneOn, authority: '公司党委', conclusion: 'passed' }, upTo(16))
    expect([codes(found), codes(found, 'warn')]).toEqual([block, warn])
  })
  it.each([
    ['机关党总支', ['authority_unfit']],
    ['公司党组', ['authority_unfit']],
    ['某项目临时党委', ['authority_unfit']],
    ['公司党委', []],
    ['上级党组织', []],
  ])('%s 审批:%j', (authority, expected) => expect(codes(check(17, { doneOn: '2025-09-01', authority, conclusion: 'passed' }, upTo(16)))).toEqual(expected))
})

describe('公示五个工作日(地方,缺省提醒,可定为阻断)', () => {
  const held = (from: string, to: string, localBlocks: boolean) => checkStep(7, { ...EMPTY_STEP, doneOn: '2025-10-20', publicityFrom: from, publicityTo: to }, upTo(6), { ...rules, norms: { ...DEVELOPMENT_NORMS, localBlocks } })
  it.each([
    ['2025-09-29', '2025-10-09', ['publicity_short'], '夹着国庆八天,只有三个'],
    ['2025-09-29', '2025-10-11', [], '周六调休上班,正好五个'],
    ['2025-10-13', '2025-10-17', [], '周一到周五'],
  ])('%s 到 %s:%j,%s', (from, to, expected) => {
    expect(codes(held(from, to, false), 'warn')).toEqual(expected)
    expect(codes(held(from, to, true))).toEqual(expected)
  })
  it('没有装入放假安排的年份,说出来', () => expect(held('2023-03-01', '2023-03-10', false)).toEqual([expect.objectContaining({ code: 'calendar_year', number: 2023 })]))
})

describe('联系人与介绍人', () => {
  const helpers = new Map([
    ['a', { isFull: true, alsoMentors: 0 }],
    ['b', { isFull: false, alsoMentors: 0 }],
    ['c', { isFull: true, alsoMentors: 2 }],
  ])
  const people = (ids: readonly string[]) => ids.map((memberId) => ({ memberId, name: memberId }))
  it.each([
    [5, ['a'], [], []],
    [5, [], ['helpers_count'], []],
    [5, ['a', 'a', 'a'], ['helpers_count'], []],
    [5, ['b'], ['helpers_not_full'], []],
    [5, ['c'], [], ['helpers_busy']],
    [9, ['a'], ['sponsors_count'], []],
    [9, ['a', 'c'], [], []],
    [9, ['a', 'b'], ['sponsors_not_full'], []],
  ] as const)('第 %i 步 %j:阻断 %j 提醒 %j', (step, ids, block, warn) => {
    const found = check(step, { doneOn: '2025-04-15', people: people(ids) }, upTo(step - 1, { helpers }))
    expect([codes(found), codes(found, 'warn')]).toEqual([block, warn])
  })
})

describe('时间窗与眼下的样子', () => {
  it.each([
    [2, upTo(1), null, '2023-02-10'],
    [3, upTo(2), '2023-04-10', null],
    [7, upTo(6), '2025-03-15', null],
    [17, upTo(16), null, '2025-10-20'],
    [22, upTo(20), null, '2026-07-13'],
    [23, upTo(22), '2026-07-20', '2026-08-20'],
    [24, upTo(23), null, '2026-10-25'],
  ] as const)('第 %i 步', (step, given, earliestDay, dueDay) => expect(windowOf(step, given, DEVELOPMENT_NORMS)).toEqual({ earliestDay, dueDay }))
  it.each([
    ['2026-11-20', 'warning', '今天到期'],
    ['2026-11-19', 'overdue', '昨天到期'],
    ['2026-11-30', 'warning', '十天后,提前十天提醒'],
    ['2026-12-01', 'doing', '十一天后'],
  ])('谈话期限 %s:%s(%s)', (due, standing) => {
    const applied = `${due.slice(0, 5)}${String(Number(due.slice(5, 7)) - 1).padStart(2, '0')}${due.slice(7)}`
    expect(standingOf(2, facts({ 1: done(applied) }), { ...rules, norms: { ...DEVELOPMENT_NORMS, warningDays: 10 } }).standing).toBe(standing)
  })
  it('没满一年的,眼下是阻断,并说出哪天可以', () => {
    const given = upTo(6, {}, { 3: done('2026-03-15'), 4: done('2026-03-20'), 5: done('2026-03-21'), 6: done('2026-11-01') })
    expect(standingOf(7, given, rules)).toMatchObject({ standing: 'blocked', earliestDay: '2027-03-15', findings: [expect.objectContaining({ rule: 'DEV-01', day: '2027-03-15' })] })
  })
  it('没轮到的不说毛病;中途来的人从第十九步起', () => {
    expect(standingOf(12, upTo(8), rules).standing).toBe('later')
    const came = facts({}, { firstStep: 19, transferredInOn: '2026-03-01', joinedOn: '2026-01-10' })
    expect([nextStepOf(came), stageOf(came), windowOf(23, came, DEVELOPMENT_NORMS).earliestDay]).toEqual([19, 'confirmation', '2027-01-10'])
  })
  it('考察半年一次:隔得太久,说出是哪一天', () => {
    const inspected = (days: readonly string[]) => upTo(5, { documents: days.map((datedOn) => ({ step: 6, kind: 'inspection' as const, datedOn })) })
    const gaps = (days: readonly string[]) => check(6, { doneOn: '2025-03-15', conclusion: 'passed' }, inspected(days)).filter(({ code }) => code === 'inspection_gap').map(({ day }) => day)
    expect(gaps(['2024-09-15'])).toEqual([])
    expect(gaps(['2024-09-16'])).toEqual(['2024-09-16'])
    expect(gaps([])).toEqual(['2025-03-15'])
  })
})
