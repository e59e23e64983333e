import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EntryValues } from '../../shared/model/register.ts'
import { planProgress } from '../../shared/util/plan-progress.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { topicRow } from '../support/meeting-rows.ts'
import { idNumberOf, memberFields } from '../support/office.ts'

/** 一名党员的支部;今天 2026-11-20。 */
let test: TestCore
let branch = ''
let root = ''
beforeEach(async () => {
  test = await makeCore()
  const { api } = test
  root = (await must(api.organisations.tree({}))).nodes[0]?.id ?? ''
  branch = (await must(api.organisations.add({ parentId: root, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production', fromDay: '2020-01-01' }))).id
  await must(api.members.add({ fields: memberFields(branch, { name: '王一', idNumber: idNumberOf('1980-05-06', 100) }) }))
})
afterEach(() => test.close())

const task = (changes: EntryValues = {}): EntryValues => ({ day: '2026-11-12', task: '组织安全主题党日', owner: [{ memberId: null, name: '王一' }], mark: '全员参加', activity: 'theme_day', ...changes })
const addTask = async (changes: EntryValues = {}) => must(test.api.registers.add({ definitionKey: 'year_plan', branchId: branch, values: task(changes) }))
const entryOf = async (id: string) => {
  const found = (await must(test.api.registers.list({ definitionKey: 'year_plan', organisationId: branch, year: 2026 }))).rows.find((row) => row.id === id)
  if (found === undefined) throw new Error('no entry')
  return found
}
const submissionOf = async (year = 2026) => (await must(test.api.submissions.list({ definitionKey: 'year_plan', organisationId: branch, year }))).rows[0]
const submit = async (rev: number) => test.api.submissions.submit({ definitionKey: 'year_plan', branchId: branch, year: 2026, rev })
const review = { decision: 'approve' as const, reviewer: '张主任', opinion: '同意', returnDueOn: null }

describe('按计划开始记录', () => {
  it('事项作议题、责任人作领学人;记录说得出照哪一条,计划说得出办了没有', async () => {
    const entry = await addTask()
    expect([planProgress(entry), entry.meetings]).toEqual(['open', []])
    const made = await must(test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-12', planEntryId: entry.id }))
    expect(made).toMatchObject({ planTitle: '组织安全主题党日', planRegister: 'year_plan', fields: { planEntryId: entry.id, topics: [{ title: '组织安全主题党日', leader: '王一' }], content: '' } })
    expect(planProgress(await entryOf(entry.id))).toBe('started')
    const fields = { ...made.fields, endAt: '2026-11-12 17:00', place: '会议室', host: '王一', recorder: '王一', content: '学习安全规定。', topics: [topicRow()] }
    const saved = await must(test.api.meetings.save({ id: made.id, rev: made.rev, fields }))
    const held = await must(test.api.meetings.finish({ id: made.id, rev: saved.rev }))
    const done = await entryOf(entry.id)
    expect([planProgress(done), done.meetings.map(({ meetingId, state }) => [meetingId, state])]).toEqual(['done', [[made.id, 'finished']]])
    await must(test.api.meetings.voidRecord({ id: made.id, rev: held.rev, reason: '记错了' }))
    expect(planProgress(await entryOf(entry.id))).toBe('open')
  })
  it('讲党课的,责任人就是讲课人', async () => {
    const entry = await addTask({ activity: 'party_lecture', task: '书记讲党课' })
    expect((await must(test.api.meetings.create({ branchId: branch, meetingType: 'party_lecture', partyGroupId: null, day: '2026-11-12', planEntryId: entry.id }))).fields).toMatchObject({ lecturer: '王一', topics: [{ title: '书记讲党课' }] })
  })
  it('写好的记录也能挂上、摘下;别的支部的、不是计划的不行', async () => {
    const entry = await addTask()
    const other = (await must(test.api.organisations.add({ parentId: root, kind: 'branch', name: '炼钢党支部', shortName: '', code: '002', category: 'production' }))).id
    const made = await must(test.api.meetings.create({ branchId: branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-12' }))
    const linked = await must(test.api.meetings.save({ id: made.id, rev: made.rev, fields: { ...made.fields, planEntryId: entry.id } }))
    expect(linked.planTitle).toBe('组织安全主题党日')
    expect((await must(test.api.history.meeting({ id: made.id, offset: 0 }))).entries[0]?.changes).toContainEqual({ field: 'meeting.plan_entry_id', label: '照哪条计划', from: '', to: '组织安全主题党日' })
    expect((await must(test.api.meetings.save({ id: made.id, rev: linked.rev, fields: { ...linked.fields, planEntryId: null } }))).planTitle).toBe('')
    const event = await must(test.api.registers.add({ definitionKey: 'chronicle', branchId: branch, values: { day: '2026-11-02', matter: '建厂六十周年' } }))
    for (const [where, planEntryId] of [[other, entry.id], [branch, event.id]] as const) expect(await test.api.meetings.create({ branchId: where, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-12', planEntryId })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('上报、审批、退回', () => {
  it('没登记的不能报;报了、退回、再报、审批,来历都在', async () => {
    expect(await submissionOf()).toMatchObject({ id: null, rev: 0, state: 'none', entries: 0 })
    expect(await submit(0)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_SUBMIT' } })
    await addTask()
    const sent = await must(submit(0))
    expect(sent).toMatchObject({ state: 'submitted', submittedOn: '2026-11-20', entries: 1, returnedCount: 0 })
    expect(await submit(0)).toMatchObject({ ok: false, error: { code: 'STALE' } })
    const id = sent.id ?? ''
    const at = (rev: number) => ({ id, rev, ...review })
    expect(await test.api.submissions.review({ ...at(1), decision: 'return', opinion: ' ' })).toMatchObject({ ok: false, error: { code: 'OPINION_REQUIRED' } })
    expect(await must(test.api.submissions.review({ ...at(1), decision: 'return', opinion: '补写完成标志', returnDueOn: '2026-11-25' }))).toMatchObject({ state: 'returned', returnedCount: 1, returnDueOn: '2026-11-25', opinion: '补写完成标志', reviewer: '张主任' })
    expect(await must(submit(2))).toMatchObject({ state: 'submitted', returnDueOn: null })
    expect(await must(test.api.submissions.review(at(3)))).toMatchObject({ state: 'approved', returnedCount: 1, opinion: '同意' })
    expect(await test.api.submissions.review(at(4))).toMatchObject({ ok: false, error: { code: 'NOT_SUBMITTED' } })
    const { title, entries } = await must(test.api.history.submission({ id, offset: 0 }))
    expect([title, entries.map(({ action, reason }) => [action, reason])]).toEqual(['2026 年年度工作计划', [['审阅计划、总结', ''], ['上报计划、总结', ''], ['审阅计划、总结', '补写完成标志'], ['上报计划、总结', '']]])
  })
  it('报了以后只能填完成情况;改一下写明原因,改好再报', async () => {
    const entry = await addTask()
    const { id, rev } = await must(submit(0))
    const save = (values: EntryValues, from: number) => test.api.registers.save({ id: entry.id, rev: from, values })
    const refused = { ok: false, error: { code: 'SUBMITTED_ALREADY' } }
    expect(await save(task({ task: '换一项任务' }), entry.rev)).toMatchObject(refused)
    expect(await save(task({ day: '2027-01-10' }), entry.rev)).toMatchObject(refused)
    expect(await test.api.registers.add({ definitionKey: 'year_plan', branchId: branch, values: task() })).toMatchObject(refused)
    expect(await test.api.bin.removeEntry({ id: entry.id, rev: entry.rev, reason: '不要了' })).toMatchObject(refused)
    const filled = await must(save(task({ result: '已经开展' }), entry.rev))
    // 别的年度、不报的登记簿照常。
    await must(test.api.registers.add({ definitionKey: 'year_plan', branchId: branch, values: task({ day: '2027-03-01' }) }))
    await must(test.api.registers.add({ definitionKey: 'monthly_plan', branchId: branch, values: { day: '2026-11-12', matter: '走访' } }))
    expect(await must(test.api.submissions.reopen({ id: id ?? '', rev, reason: '上级新增任务' }))).toMatchObject({ state: 'reopened' })
    await must(save(task({ task: '换一项任务', result: '已经开展' }), filled.rev))
    expect(await must(submit(2))).toMatchObject({ state: 'submitted' })
    expect((await must(test.api.history.submission({ id: id ?? '', offset: 0 }))).entries.map(({ reason }) => reason)).toContain('上级新增任务')
  })
  it('不报的登记簿没有上报', async () => {
    expect(await test.api.submissions.list({ definitionKey: 'talks', organisationId: branch, year: 2026 })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})
