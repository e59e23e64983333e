import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EntryValues } from '../../shared/model/register.ts'
import type { SchemeRule } from '../../shared/model/scheme.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { topicRow } from '../support/meeting-rows.ts'

/** 两名党员的支部;今天 2026-11-20。规则都经 schemes.tryRule 从真库里取数。 */
let test: TestCore
let branch = ''
let people: readonly { readonly memberId: string; readonly name: string }[] = []
beforeEach(async () => {
  test = await makeCore()
  branch = await branchWithMembers(test, ['王一', '李二'])
  const { rows } = await must(test.api.members.list({ organisationId: branch, search: '', memberType: null, offset: 0, limit: 10 }))
  people = rows.map(({ id, name }) => ({ memberId: id, name }))
})
afterEach(() => test.close())

const entry = (definitionKey: string, values: EntryValues) => must(test.api.registers.add({ definitionKey, branchId: branch, values }))
const talk = (day: string, kind: string) => entry('talks', { day, talkers: people.slice(0, 1), partners: people.slice(1), kind, content: '谈了倒班的困难' })
const inspection = (day: string, dueOn: string) => entry('inspections', { day, unit: '公司党委', content: '三会一课', requirement: '补齐签到表', dueOn })
const attempt = (rule: SchemeRule, period = '2026-11') => must(test.api.schemes.tryRule({ rule, branchId: branch, period, basePeriod: 'month' }))
/** 过了几天:久不操作会锁,重新登录。 */
const on = async (day: string) => {
  test.clock.set(day)
  await must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
}
const gained = async (rule: SchemeRule, period?: string) => {
  const { state, achievement, faults } = await attempt(rule, period)
  expect(faults).toEqual([])
  return state === 'ok' ? achievement : state
}
const followUp = async () => {
  const [row] = (await must(test.api.followUps.list({ organisationId: branch, state: null, year: null }))).rows
  if (row === undefined) throw new Error('no follow-up')
  return row
}
const meeting = async (meetingType: 'theme_day' | 'democratic_appraisal', day: string, changes: object = {}) => {
  const made = await must(test.api.meetings.create({ branchId: branch, meetingType, partyGroupId: null, day }))
  const fields = { ...made.fields, endAt: `${day} 17:00`, place: '会议室', host: '王一', recorder: '李二', content: '学习', topics: [topicRow()], attendance: made.fields.attendance.map((row) => ({ ...row, status: 'present' as const })), ...changes }
  const saved = await must(test.api.meetings.save({ id: made.id, rev: made.rev, fields }))
  return must(test.api.meetings.finish({ id: made.id, rev: saved.rev }))
}

describe('督办', () => {
  const onTime: SchemeRule = { type: 'timeliness', source: 'follow_ups', due: 'due', done: 'done', lateBands: [{ maxDays: 0, credit: 1 }, { maxDays: 3, credit: '0.8' }] }
  it('按期限看办得及不及时;期末以后才办的,那一期算没办', async () => {
    expect(await gained(onTime)).toBe('exempt')
    await inspection('2026-09-02', '2026-09-20')
    expect([await gained(onTime, '2026-09'), await gained(onTime, '2026-10')]).toEqual(['0', 'exempt'])
    const row = await followUp()
    await must(test.api.followUps.close({ id: row.id, rev: row.rev, result: '补齐了', closedOn: '2026-09-22' }))
    expect(await gained(onTime, '2026-09')).toBe('0.8')
    expect(await attempt({ type: 'count', source: 'follow_ups', where: { kind: 'inspection', late: 1 }, required: 1 }, '2026-09')).toMatchObject({ achievement: '1', parts: [{ counted: [{ date: '2026-09-02', label: '补齐签到表' }] }] })
    await must(test.api.followUps.reopen({ id: row.id, rev: row.rev + 1, reason: '没补全' }))
    const open = await followUp()
    await must(test.api.followUps.close({ id: row.id, rev: open.rev, result: '补齐了', closedOn: '2026-11-03' }))
    const overdue: SchemeRule = { type: 'ratio', num: { fn: 'sum', source: 'follow_ups', field: 'overdue', window: 'ytd' }, den: { fn: 'count', source: 'follow_ups', window: 'ytd' } }
    expect([await gained(onTime, '2026-09'), await gained(overdue, '2026-10'), await gained(overdue, '2026-11')]).toEqual(['0', '1', '0'])
  })
  it('不再办的不算', async () => {
    await inspection('2026-09-02', '2026-09-20')
    const row = await followUp()
    await must(test.api.followUps.drop({ id: row.id, rev: row.rev, reason: '上级撤了' }))
    expect(await gained(onTime, '2026-09')).toBe('exempt')
  })
})

describe('登记', () => {
  it('谈心谈话按三样数,没有支委会的两样;同一样谈几次算一样,不说谁和谁谈', async () => {
    const rule: SchemeRule = { type: 'count', source: 'talks', window: 'year', validIf: [{ field: 'pair', exists: true }], distinctBy: ['pair'], required: { param: 'talkPairsRequired' } }
    await talk('2026-03-02', 'special')
    await talk('2026-05-02', 'committee_member')
    expect(await gained(rule)).toBe('0.5')
    await talk('2026-11-02', 'members')
    expect([await gained(rule), await gained(rule, '2026-10')]).toEqual(['1', '0.5'])
    const { parts } = await attempt(rule)
    expect(parts[0]?.counted.map(({ label }) => label)).toEqual(['书记与特殊对象', '党员之间'])
    expect(JSON.stringify(parts)).not.toMatch(/王一|李二|倒班/)
  })
  it('学时达标的人数比;培训登记在期末以后的不算', async () => {
    const met: SchemeRule = { type: 'ratio', num: { fn: 'sum', source: 'study', field: 'met' }, den: { fn: 'count', source: 'study' } }
    const share: SchemeRule = { type: 'ratio', num: { fn: 'sum', source: 'study', field: 'minutes' }, den: { fn: 'sum', source: 'study', field: 'requiredMinutes' } }
    expect(await gained(met)).toBe('0')
    await entry('study', { day: '2026-03-10', subject: '集中培训', category: 'theory', people: people.slice(0, 1), hours: 32 })
    await meeting('theme_day', '2026-11-12', { studyMinutes: 480 })
    expect([await gained(met), await gained(met, '2026-02'), await gained(share)]).toEqual(['0.5', '0', '0.75'])
    expect((await attempt(met)).parts[0]?.counted.map(({ label }) => label).toSorted()).toEqual(['李二', '王一'])
  })
  it('登记簿数条数;计划数办了几项', async () => {
    await entry('chronicle', { day: '2026-11-02', matter: '建厂六十周年' })
    const task = { task: '组织主题党日', owner: people.slice(0, 1), mark: '全员参加', activity: 'theme_day' }
    const first = await entry('year_plan', { day: '2026-11-10', ...task })
    await entry('year_plan', { day: '2026-11-20', ...task })
    const carriedOut: SchemeRule = { type: 'ratio', num: { fn: 'sum', source: 'registers', field: 'carriedOut', where: { register: 'year_plan' } }, den: { fn: 'count', source: 'registers', where: { register: 'year_plan' } } }
    expect([await gained({ type: 'count', source: 'registers', where: { register: 'chronicle' }, required: 2 }), await gained(carriedOut)]).toEqual(['0.5', '0'])
    await meeting('theme_day', '2026-11-12', { planEntryId: first.id })
    expect(await gained(carriedOut)).toBe('0.5')
  })
  it('计划按期报没报;退回后照再报的日子', async () => {
    const rule: SchemeRule = { type: 'timeliness', source: 'submissions', where: { register: 'year_plan' }, window: 'year', due: 'due', done: 'done', lateBands: [{ maxDays: 0, credit: 1 }, { maxDays: 40, credit: '0.5' }] }
    expect(await gained(rule, '2027-03')).toBe('0')
    await on('2027-01-15')
    await entry('year_plan', { day: '2027-11-10', task: '组织主题党日', owner: people.slice(0, 1), mark: '全员参加' })
    const sent = await must(test.api.submissions.submit({ definitionKey: 'year_plan', branchId: branch, year: 2027, rev: 0 }))
    expect(await gained(rule, '2027-03')).toBe('1')
    await must(test.api.submissions.review({ id: sent.id ?? '', rev: 1, decision: 'return', reviewer: '张主任', opinion: '没有时间节点', returnDueOn: null }))
    expect(await gained(rule, '2027-03')).toBe('0')
    await on('2027-02-10')
    await must(test.api.submissions.submit({ definitionKey: 'year_plan', branchId: branch, year: 2027, rev: 2 }))
    expect([await gained(rule, '2027-01'), await gained(rule, '2027-03')]).toEqual(['0', '0.5'])
  })
  it('民主评议开没开、优秀超没超', async () => {
    const grade = { selfNote: '', peerNote: '', excellentVotes: 0, qualifiedVotes: 0, basicVotes: 0, unqualifiedVotes: 0, opinion: '', grade: 'excellent' as const }
    await meeting('democratic_appraisal', '2026-11-12', { appraisals: people.map((person) => ({ ...person, ...grade })) })
    const rule: SchemeRule = { type: 'count', source: 'appraisals', where: { meetingType: 'democratic_appraisal', excellentOver: 0, excellent: 2, appraised: 2 }, window: 'year', required: 1 }
    expect([await gained(rule), await gained(rule, '2026-10')]).toEqual(['1', '0'])
  })
})

const FIRST = { gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '', note: '', firstStep: 1, transferredInOn: null, idNumber: null, mobile: null } as const
it('发展党员:办完的步早晚照时限,到期没办的也算一行', async () => {
  const late: SchemeRule = { type: 'ratio', num: { fn: 'count', source: 'development', window: 'ytd', where: { late: 0, overdue: 0 } }, den: { fn: 'count', source: 'development', window: 'ytd' } }
  const person = await must(test.api.development.add({ fields: { ...FIRST, branchId: branch, name: '赵新' }, appliedOn: '2026-01-10' }))
  expect([await gained(late, '2026-01'), await gained(late, '2026-03')]).toEqual(['1', '0.5'])
  const view = person.steps[1]
  if (view === undefined) throw new Error('no step')
  await must(test.api.development.saveStep({ personId: person.id, step: 2, rev: view.rev, state: 'done', fields: { ...view.fields, doneOn: '2026-02-05', people: people.slice(0, 1) } }))
  expect(await gained(late, '2026-03')).toBe('1')
  expect((await attempt({ type: 'count', source: 'development', where: { step: 2, stage: 'application' }, window: 'ytd', required: 1 }, '2026-03')).parts[0]?.counted).toMatchObject([{ date: '2026-02-05', label: '赵新 党组织派人谈话' }])
})

describe('记录一变,算过的成绩就要重算', () => {
  const PERIODS = ['2026-09', '2026-10', '2026-11'] as const
  const stale = async () => {
    const found: string[] = []
    for (const period of PERIODS) if ((await must(test.api.evaluation.periodOverview({ period }))).results.some(({ branchId, stale: isStale }) => branchId === branch && isStale)) found.push(period)
    return found
  }
  const score = async () => {
    for (const period of PERIODS) await must(test.api.evaluation.scorePeriod({ period }))
    expect(await stale()).toEqual([])
  }
  const changed = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
    await score()
    await act()
    return stale()
  }
  it('登记、督办、上报、发展、会议,从那天所在的月起', async () => {
    let added = await entry('chronicle', { day: '2026-10-02', matter: '大事' })
    expect(await changed(() => talk('2026-10-02', 'members'))).toEqual(['2026-10', '2026-11'])
    expect(await changed(async () => (added = await must(test.api.registers.save({ id: added.id, rev: added.rev, values: { day: '2026-11-02', matter: '大事' } }))))).toEqual(['2026-10', '2026-11'])
    expect(await changed(() => must(test.api.bin.removeEntry({ id: added.id, rev: added.rev, reason: '记重了' })))).toEqual(['2026-11'])
    expect(await changed(() => inspection('2026-09-02', '2026-11-20'))).toEqual(['2026-09', '2026-10', '2026-11'])
    const row = await followUp()
    expect(await changed(() => must(test.api.followUps.close({ id: row.id, rev: row.rev, result: '补齐了', closedOn: '2026-11-03' })))).toEqual(['2026-09', '2026-10', '2026-11'])
    await entry('year_plan', { day: '2026-11-10', task: '组织主题党日', owner: people.slice(0, 1), mark: '全员参加' })
    expect(await changed(() => must(test.api.submissions.submit({ definitionKey: 'year_plan', branchId: branch, year: 2026, rev: 0 })))).toEqual(['2026-09', '2026-10', '2026-11'])
    expect(await changed(() => must(test.api.development.add({ fields: { ...FIRST, branchId: branch, name: '赵新' }, appliedOn: '2026-10-10' })))).toEqual(['2026-10', '2026-11'])
    // 会议可以按全年数:往后的月份都要重算,不止本季度。
    expect(await changed(() => meeting('theme_day', '2026-09-12'))).toEqual(['2026-09', '2026-10', '2026-11'])
    const { norms } = await must(test.api.norms.list({}))
    expect(await changed(() => must(test.api.norms.save({ key: 'study_hours_member', rev: norms.find(({ key }) => key === 'study_hours_member')?.rev ?? 0, value: '40', basis: '党委定' })))).toEqual(['2026-10', '2026-11'])
  })
  it('没有算过的月份不列入', async () => {
    await talk('2026-10-02', 'members')
    expect(await stale()).toEqual([])
  })
})
