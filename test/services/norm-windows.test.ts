import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingDetail, MeetingType } from '../../shared/model/meeting.ts'
import type { NormDecisionFields } from '../../shared/model/norm-decision.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { topicRow } from '../support/meeting-rows.ts'
import { memberFields } from '../support/office.ts'

/** 一个核心,每条一个新支部;今天 2026-11-20,规则从缺省起。 */
let test: TestCore
let root = ''
let branch = ''
let count = 0
const goTo = async (day: string): Promise<void> => {
  test.clock.set(day)
  // 过了好些天,屏幕早锁上了。
  await must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
}
beforeAll(async () => {
  test = await makeCore()
  root = (await must(test.api.organisations.tree({}))).nodes[0]?.id ?? ''
})
beforeEach(async () => {
  count += 1
  branch = (await must(test.api.organisations.add({ parentId: root, kind: 'branch', name: `第${count}党支部`, shortName: '', code: `B${count}`, category: 'production', fromDay: '2020-01-01' }))).id
  await must(test.api.members.add({ fields: memberFields(branch, { name: '王一', workNumber: `W${count}` }) }))
})
afterEach(async () => {
  await goTo('2026-11-20')
  const { norms } = await must(test.api.norms.list({}))
  for (const { key, rev, changed } of norms) if (changed) await must(test.api.norms.reset({ key, rev }))
  // 管到全部支部的决定不留给下一条。
  const { rows } = await must(test.api.normDecisions.list({ organisationId: null, year: null }))
  for (const { id, rev, organisationId, withdrawnOn } of rows) if (organisationId === root && withdrawnOn === null) await must(test.api.normDecisions.withdraw({ id, rev, reason: '清理' }))
})
afterAll(() => test.close())

const hold = async (meetingType: MeetingType, day: string): Promise<MeetingDetail> => {
  const made = await must(test.api.meetings.create({ branchId: branch, meetingType, partyGroupId: null, day }))
  return must(test.api.meetings.save({ id: made.id, rev: made.rev, fields: { ...made.fields, endAt: `${day} 17:00`, place: '会议室', host: '王一', recorder: '王一', lecturer: '王一', content: '按议程进行。', topics: [topicRow()] } }))
}
const finish = async ({ id, rev }: MeetingDetail): Promise<MeetingDetail> => must(test.api.meetings.finish({ id, rev }))
const rowOf = async (rule: string) => {
  const { norms } = await must(test.api.meetings.yearOverview({ branchId: branch, year: 2026 }))
  const row = norms.find((each) => each.rule === rule)
  if (row === undefined) throw new Error(`no row ${rule}`)
  return row
}
const setNorm = async (key: string, value: string): Promise<void> => {
  const { norms } = await must(test.api.norms.list({}))
  await must(test.api.norms.save({ key, rev: norms.find((norm) => norm.key === key)?.rev ?? 0, value, basis: '厂党委定' }))
}
const decision = (changes: Partial<NormDecisionFields>): NormDecisionFields => ({ organisationId: branch, kind: 'unlock', activity: '', fromMonth: '2026-03', toMonth: '2026-03', untilDay: '2026-11-30', reason: '检修', approver: '', document: '', decidedOn: '2026-11-20', ...changes })

describe('按时、补录、退回、一次通过、缺分开数', () => {
  it.each([
    ['当月填报', '2026-09-30', 'on_time'],
    ['宽限的最后一天', '2026-10-02', 'on_time'],
    ['过了宽限', '2026-10-03', 'late'],
  ] as const)('%s:%s 填报 9 月的主题党日 → %s', async (_title, finishedOn, entry) => {
    await goTo(finishedOn)
    await finish(await hold('theme_day', '2026-09-11'))
    await goTo('2026-11-20')
    const row = await rowOf('LIF-05')
    expect(row.periods[8]).toMatchObject({ state: 'done', entry, enteredOn: finishedOn, lastDay: '2026-10-02' })
    expect(row.counts).toMatchObject(entry === 'late' ? { onTime: 0, late: 1, missing: 9, due: 10 } : { onTime: 1, late: 0, missing: 9, due: 10 })
  })
  it('退回过的、一次通过的各数各的;退回改好重新办结,仍按头一次办结算', async () => {
    await goTo('2026-09-11')
    const [first, second] = [await finish(await hold('theme_day', '2026-08-11')), await finish(await hold('theme_day', '2026-09-11'))]
    const sent = await Promise.all([first, second].map(({ id, rev }) => must(test.api.meetings.submit({ id, rev }))))
    await goTo('2026-11-20')
    const [one, two] = sent as [MeetingDetail, MeetingDetail]
    const returned = await must(test.api.meetings.review({ id: one.id, rev: one.rev, decision: 'return', opinion: '补决议', grade: '', returnDueOn: '2026-11-25' }))
    await must(test.api.meetings.review({ id: two.id, rev: two.rev, decision: 'approve', opinion: '', grade: '', returnDueOn: null }))
    expect((await rowOf('LIF-05')).counts).toMatchObject({ onTime: 1, late: 0, returned: 1, reviewed: 1, firstPass: 1, missing: 9 })
    await finish(returned)
    // 8 月的 9 月 11 日才填报,是补录。
    expect((await rowOf('LIF-05')).counts).toMatchObject({ onTime: 1, late: 1, returned: 1, missing: 8 })
  })
})

describe('过了锁上,上级解锁', () => {
  it('缺省不锁;锁了的一期建不了、办不结,退回的照样办得结', async () => {
    const draft = await hold('theme_day', '2026-03-11')
    await setNorm('record_lock', 'lock')
    expect(await test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-03-25' })).toMatchObject({ ok: false, error: { code: 'PERIOD_LOCKED', data: { lastDay: '2026-04-02' } } })
    expect(await test.api.meetings.finish({ id: draft.id, rev: draft.rev })).toMatchObject({ ok: false, error: { code: 'PERIOD_LOCKED' } })
    // 季度的会 3 月开的,按季锁;本季的不锁。
    expect(await test.api.meetings.create({ branchId: branch, meetingType: 'general_meeting', partyGroupId: null, day: '2026-03-25' })).toMatchObject({ error: { data: { lastDay: '2026-04-02' } } })
    await must(test.api.meetings.create({ branchId: branch, meetingType: 'general_meeting', partyGroupId: null, day: '2026-10-08' }))
    expect((await rowOf('LIF-05')).periods[2]).toMatchObject({ state: 'overdue', isLocked: true })
    const unlocked = await must(test.api.normDecisions.add({ fields: decision({ organisationId: root, activity: 'theme_day' }) }))
    expect((await rowOf('LIF-05')).periods[2]).toMatchObject({ isLocked: false })
    expect((await finish(draft)).state).toBe('finished')
    await must(test.api.normDecisions.withdraw({ id: unlocked.id, rev: unlocked.rev, reason: '补完了' }))
    expect(await test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-03-25' })).toMatchObject({ error: { code: 'PERIOD_LOCKED' } })
    expect(await test.api.normDecisions.withdraw({ id: unlocked.id, rev: 2, reason: '再撤' })).toMatchObject({ error: { code: 'WITHDRAWN' } })
  })
  it.each([
    ['别的月份', { fromMonth: '2026-04', toMonth: '2026-05' }],
    ['别的活动', { activity: 'party_lecture' }],
  ] as const)('解的是%s,不管用', async (_title, changes) => {
    await setNorm('record_lock', 'lock')
    await must(test.api.normDecisions.add({ fields: decision(changes) }))
    expect(await test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-03-25' })).toMatchObject({ error: { code: 'PERIOD_LOCKED' } })
  })
  it('解锁到期又锁上', async () => {
    await setNorm('record_lock', 'lock')
    await must(test.api.normDecisions.add({ fields: decision({ untilDay: '2026-11-20' }) }))
    await must(test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-03-25' }))
    await goTo('2026-11-21')
    expect(await test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-03-25' })).toMatchObject({ error: { code: 'PERIOD_LOCKED' } })
  })
  it.each([
    ['起止倒了', { fromMonth: '2026-05', toMonth: '2026-03' }],
    ['解锁没写到哪天', { untilDay: null }],
    ['解锁到昨天', { untilDay: '2026-11-19' }],
    ['免除写了到哪天', { kind: 'exemption' }],
    ['还没到的决定日期', { decidedOn: '2026-11-21' }],
  ] as const)('%s:不收', async (_title, changes) => expect(await test.api.normDecisions.add({ fields: decision(changes) })).toMatchObject({ ok: false, error: { code: 'MONTHS_UNSUITABLE' } }))
})

describe('免除', () => {
  const exemption = (changes: Partial<NormDecisionFields>) => must(test.api.normDecisions.add({ fields: decision({ kind: 'exemption', untilDay: null, reason: '停产检修', ...changes }) }))
  it.each([
    ['一个月', { fromMonth: '2026-03', toMonth: '2026-03' }, 'LIF-05', { due: 9, missing: 9, exempt: 1 }],
    ['全季', { fromMonth: '2026-01', toMonth: '2026-03' }, 'LIF-01', { due: 2, missing: 2, exempt: 1 }],
    ['季里留了一个月,仍要开', { fromMonth: '2026-01', toMonth: '2026-02' }, 'LIF-01', { due: 3, missing: 3, exempt: 0 }],
    ['上级单位的,管到下级', { organisationId: 'root', fromMonth: '2026-03', toMonth: '2026-04' }, 'LIF-05', { due: 8, missing: 8, exempt: 2 }],
    ['别的活动', { activity: 'party_lecture' }, 'LIF-05', { due: 10, missing: 10, exempt: 0 }],
  ] as const)('%s', async (_title, changes, rule, counts) => {
    await exemption({ ...changes, ...('organisationId' in changes ? { organisationId: root } : {}) })
    expect((await rowOf(rule)).counts).toMatchObject(counts)
  })
  it('一格里写明理由', async () => {
    await exemption({})
    expect((await rowOf('LIF-05')).periods[2]).toMatchObject({ state: 'exempt', required: 0, exemption: '停产检修' })
  })
})

describe('记录齐不齐', () => {
  const matrix = async (organisationId: string | null, year = 2026) => (await must(test.api.completeness.matrix({ organisationId, year }))).rows
  it('每格的字和缺几项;缺项清单与矩阵对得上;与手册总览同一个结果', async () => {
    await goTo('2026-09-11')
    await finish(await hold('theme_day', '2026-09-11'))
    await goTo('2026-11-20')
    const row = (await matrix(null)).find(({ branchId }) => branchId === branch)
    expect(row?.cells.map(({ state, missing }) => `${state}${missing}`).join(' ')).toBe('missing1 missing1 missing3 missing1 missing1 missing3 missing1 missing1 missing2 missing1 due0 due0')
    const { items } = await must(test.api.completeness.missing({ organisationId: branch, year: 2026 }))
    expect(items).toHaveLength(row?.counts.missing ?? -1)
    const { norms } = await must(test.api.meetings.yearOverview({ branchId: branch, year: 2026 }))
    expect(norms.reduce((sum, { counts }) => sum + counts.missing, 0)).toBe(items.length)
  })
  it('年中划走:两个单位各列各的月份;免除跟着那个月的上级走', async () => {
    const add = (name: string) => must(test.api.organisations.add({ parentId: root, kind: 'party_committee', name, shortName: '', code: '', category: null, fromDay: '2020-01-01' }))
    const [before, after] = [await add('一分厂党委'), await add('二分厂党委')]
    const moved = await must(test.api.organisations.add({ parentId: before.id, kind: 'branch', name: '划转党支部', shortName: '', code: 'M002', category: 'production', fromDay: '2020-01-01' }))
    await must(test.api.organisations.move({ id: moved.id, rev: moved.rev, parentId: after.id, fromDay: '2026-07-01' }))
    await must(test.api.normDecisions.add({ fields: decision({ organisationId: after.id, kind: 'exemption', untilDay: null, activity: 'theme_day', fromMonth: '2026-06', toMonth: '2026-08' }) }))
    const states = async (unit: string) => (await matrix(unit)).find(({ branchId }) => branchId === moved.id)?.cells.map(({ state }) => state)
    expect(await states(before.id)).toEqual(['missing', 'missing', 'missing', 'missing', 'missing', 'missing', ...Array.from({ length: 6 }, () => 'absent')])
    // 7、8 月免了;6 月还在原来的单位,没有免。
    expect((await states(after.id))?.slice(5, 10)).toEqual(['absent', 'exempt', 'exempt', 'missing', 'missing'])
  })
  it('年中成立、撤销的只要求在的月份;不足半年的不要求一年一次的', async () => {
    await must(test.api.organisations.add({ parentId: root, kind: 'branch', name: '新党支部', shortName: '', code: 'N003', category: 'production', fromDay: '2026-08-15', founding: { documentNumber: '厂党〔2026〕5号', reason: '' } }))
    const row = (await matrix(root)).find(({ branchName }) => branchName === '新党支部')
    expect(row?.cells.map(({ state }) => state)).toEqual([...Array.from({ length: 7 }, () => 'absent'), 'missing', 'missing', 'missing', 'due', 'due'])
    expect(row?.cells[11]).toMatchObject({ due: 2 })
  })
  it('主题党日按支部固定的那一天', async () => {
    const { rev, code, foundedOn, meetingPlace, note } = await must(test.api.organisations.get({ id: branch }))
    await must(test.api.organisations.saveBasics({ id: branch, rev, code, foundedOn, meetingPlace, note, themeDay: '每月第一个周五' }))
    await setNorm('theme_day_due', 'fixed_day')
    expect((await rowOf('LIF-05')).periods.slice(9).map(({ dueDay, state }) => [dueDay, state])).toEqual([
      ['2026-10-02', 'overdue'],
      ['2026-11-06', 'overdue'],
      ['2026-12-04', 'future'],
    ])
  })
})

it('谈心谈话照登记簿数;半年一次的分开数;谈话内容不在里面', async () => {
  const add = (kind: string, day: string) => must(test.api.registers.add({ definitionKey: 'talks', branchId: branch, values: { day, talkers: [{ memberId: null, name: '王一' }], partners: [{ memberId: null, name: '李二' }], kind, content: '谈了家里的难处' } }))
  expect(await rowOf('LIF-08')).toMatchObject({ activity: 'heart_talk', cycle: 'year', requiredToDate: 2, doneToDate: 0, periods: [{ state: 'due', lackingTalks: ['committee_member', 'members'] }] })
  await add('members', '2026-03-02')
  await add('committee_member', '2026-09-02')
  const row = await rowOf('LIF-08')
  expect(row).toMatchObject({ doneToDate: 2, periods: [{ state: 'done', entry: 'on_time', enteredOn: '2026-11-20', lackingTalks: [] }] })
  expect(JSON.stringify(row)).not.toContain('难处')
  await setNorm('talk_cycle', 'half_year')
  expect((await rowOf('LIF-08')).periods).toMatchObject([{ period: '2026-H1', state: 'overdue', lackingTalks: ['committee_member'] }, { period: '2026-H2', state: 'due', lackingTalks: ['members'] }])
  const { items } = await must(test.api.completeness.missing({ organisationId: branch, year: 2026 }))
  expect(items.filter(({ rule }) => rule === 'LIF-08')).toMatchObject([{ activity: 'heart_talk', period: '2026-H1', dueDay: '2026-06-30', draftId: null }])
})
