import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DevelopmentDetail, DevelopmentPersonFields, StepFields, StepVotes } from '../../shared/model/development.ts'
import { BY_SELF } from '../support/audited-office.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { idNumberOf } from '../support/office.ts'

let core: TestCore
let branchId: string
let helpers: readonly { readonly memberId: string; readonly name: string }[]
beforeAll(async () => {
  core = await makeCore()
  branchId = await branchWithMembers(core, ['王建国', '李敏', '张志强'])
  const { rows } = await must(core.api.members.list({ organisationId: branchId, search: '', memberType: null, offset: 0, limit: 10 }))
  helpers = rows.map(({ id, name }) => ({ memberId: id, name }))
})
afterAll(() => core.close())

const fields = (changes: Partial<DevelopmentPersonFields> = {}): DevelopmentPersonFields => ({ branchId, name: '赵新', gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '炉前工', note: '', firstStep: 1, transferredInOn: null, idNumber: null, mobile: null, ...changes })
const votes: StepVotes = { due: 3, present: 3, issued: 3, returned: 3, favour: 3, against: 0, abstain: 0, invalid: 0, writtenFavour: 0, writtenAgainst: 0, writtenAbstain: 0, excluded: [] }
const step = async (person: DevelopmentDetail, number: number, given: Partial<StepFields>, state: 'draft' | 'review' | 'done' = 'done') => {
  const view = person.steps[number - 1]
  if (view === undefined) throw new Error('no step')
  return core.api.development.saveStep({ personId: person.id, step: number, rev: view.rev, state, fields: { ...view.fields, ...given } })
}
/** 按部就班:每步的日期与要填的。 */
const PATH: Readonly<Record<number, Partial<StepFields>>> = {
  1: { doneOn: '2023-01-10' },
  2: { doneOn: '2023-02-01' },
  3: { doneOn: '2023-05-15' },
  4: { doneOn: '2023-06-01', authority: '公司党委' },
  5: { doneOn: '2023-06-02' },
  6: { doneOn: '2024-05-15', conclusion: 'passed' },
  7: { doneOn: '2024-05-16', publicityFrom: '2024-05-17', publicityTo: '2024-05-23' },
  8: { doneOn: '2024-06-10', authority: '公司党委' },
  9: { doneOn: '2024-06-15' },
  10: { doneOn: '2024-07-20', conclusion: 'passed' },
  11: { doneOn: '2024-08-10', trainingDays: 3, trainingHours: 24, conclusion: 'passed' },
  12: { doneOn: '2024-08-20', conclusion: 'passed' },
  13: { doneOn: '2024-09-10', conclusion: 'passed', authority: '公司党委' },
  14: { doneOn: '2024-09-12', documentNumber: '520001' },
  15: { doneOn: '2024-09-20', conclusion: 'passed', votes },
  16: { doneOn: '2024-10-01' },
  17: { doneOn: '2024-11-01', conclusion: 'passed', authority: '公司党委' },
  18: { doneOn: '2024-11-10' },
  19: { doneOn: '2024-11-12' },
  20: { doneOn: '2024-12-01' },
  21: { doneOn: '2025-09-10', conclusion: 'passed' },
  22: { doneOn: '2025-09-10' },
  23: { doneOn: '2025-09-22', conclusion: 'passed', votes, publicityFrom: '2025-09-23', publicityTo: '2025-09-29' },
  24: { doneOn: '2025-11-20', conclusion: 'passed', authority: '公司党委' },
  25: { doneOn: '2025-12-01' },
}
const walk = async (person: DevelopmentDetail, from: number, to: number): Promise<DevelopmentDetail> => {
  let current = person
  for (let number = from; number <= to; number++) current = await must(step(current, number, { ...PATH[number], ...(number === 5 ? { people: helpers.slice(0, 1) } : number === 9 ? { people: helpers.slice(0, 2) } : {}) }))
  return current
}
const add = (changes: Partial<DevelopmentPersonFields> = {}, appliedOn: string | null = '2023-01-10') => must(core.api.development.add({ fields: fields(changes), appliedOn }))
const giveForm = async (number: string, personId: string): Promise<void> => {
  const form = (await must(core.api.development.forms({}))).forms.find((entry) => entry.number === number) ?? (await must(core.api.development.addForms({ first: number, count: 1 }))).forms.find((entry) => entry.number === number)
  if (form === undefined) throw new Error('no form')
  await must(core.api.development.settleForm({ id: form.id, rev: form.rev, state: 'used', personId, settledOn: '2024-09-11', note: '' }))
}

describe('一个人走完二十五步', () => {
  it('支部大会通过当天进名册,是预备党员;党委批准转正,转正日是预备期满日', async () => {
    const idNumber = idNumberOf('1998-05-06', 1)
    let person = await add({ idNumber, mobile: '13900001111' })
    expect(person).toMatchObject({ nextStep: 2, stage: 'application', masked: { idNumber: expect.stringContaining('*'), mobile: expect.stringContaining('*') } })
    person = await walk(person, 2, 13)
    expect(await step(person, 14, PATH[14] ?? {})).toMatchObject({ ok: false, error: { code: 'DEVELOPMENT_BLOCKED', data: { findings: [{ code: 'form_unusable' }] } } })
    await giveForm('520001', person.id)
    person = await walk(person, 14, 15)
    const member = await must(core.api.members.get({ id: person.memberId ?? '' }))
    expect(member.fields).toMatchObject({ name: '赵新', memberType: 'probationary', joinedOn: '2024-09-20', appliedOn: '2023-01-10', activistOn: '2023-05-15', candidateOn: '2024-06-10', sponsors: '王建国、李敏', branchId })
    expect((await must(core.api.members.reveal({ id: member.id, field: 'idNumber', purpose: '核对' }))).value).toBe(idNumber)
    expect(person).toMatchObject({ stage: 'admission', nextStep: 16, probationEnd: '2025-09-20' })
    person = await walk(person, 16, 24)
    expect((await must(core.api.members.get({ id: member.id }))).fields).toMatchObject({ memberType: 'full', regularOn: '2025-09-20' })
    person = await walk(person, 25, 25)
    expect(person).toMatchObject({ status: 'finished', nextStep: null })
    expect((await must(core.api.development.list({ organisationId: branchId, everyone: false }))).rows).toEqual([])
    const history = await must(core.api.history.development({ id: person.id, offset: 0 }))
    expect(history.entries.length).toBeGreaterThan(20)
  })
})

describe('阻断:说得出哪一条', () => {
  it('没满一年、没有政审、票没过半', async () => {
    const person = await walk(await add({ name: '钱来' }), 2, 6)
    expect(await step(person, 7, { doneOn: '2024-05-14', publicityFrom: '2024-05-17', publicityTo: '2024-05-23' })).toMatchObject({ ok: false, error: { code: 'DEVELOPMENT_BLOCKED', data: { findings: [expect.objectContaining({ code: 'before_required' }), { code: 'activist_year', rule: 'DEV-01', day: '2024-05-15' }] } } })
    expect((await must(core.api.development.checkStep({ personId: person.id, step: 12, fields: { ...(person.steps[11]?.fields ?? ({} as StepFields)), doneOn: '2024-08-20', conclusion: 'passed' } }))).findings.map(({ code }) => code)).toEqual(['previous_missing', 'review_missing', 'training_missing'])
  })
  it('草稿不拦,缺什么都能存;待审核排在看板上', async () => {
    let person = await add({ name: '孙立' })
    person = await must(step(person, 2, { doneOn: null, note: '约在下周' }, 'draft'))
    person = await must(step(person, 2, { doneOn: '2023-02-01' }, 'review'))
    expect(person.steps[1]).toMatchObject({ state: 'review', standing: 'review' })
    expect((await must(core.api.development.list({ organisationId: null, everyone: false }))).rows.find(({ id }) => id === person.id)).toMatchObject({ step: 2, standing: 'review', stage: 'application' })
  })
  it('办完的不能直接改;退回要写缘由;后面办完的不能退', async () => {
    let person = await walk(await add({ name: '周全' }), 2, 3)
    expect(await step(person, 2, { note: '改' })).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })
    expect(await core.api.development.reopenStep({ personId: person.id, step: 2, rev: person.steps[1]?.rev ?? 0, reason: '日期错' })).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })
    person = await must(core.api.development.reopenStep({ personId: person.id, step: 3, rev: person.steps[2]?.rev ?? 0, reason: '日期错' }))
    expect(person.steps[2]).toMatchObject({ state: 'review' })
  })
  it('两处同时存,后存的看到 STALE', async () => {
    const person = await add({ name: '吴双' })
    await must(step(person, 2, { note: '一' }, 'draft'))
    expect(await step(person, 2, { note: '二' }, 'draft')).toMatchObject({ ok: false, error: { code: 'STALE' } })
  })
})

describe('主路之外', () => {
  const event = (person: DevelopmentDetail, given: { kind: 'terminated' | 'returned' | 'extended' | 'postponed' | 'cancelled' | 'transferred_out' | 'resumed'; onDay?: string; untilDay?: string | null; toStep?: number | null }) =>
    core.api.development.recordEvent({ personId: person.id, event: { onDay: '2026-01-10', untilDay: null, toStep: null, reason: '支部研究', documentNumber: '', ...given } })
  it('终止、恢复;终止的可以擦除,擦了以后证号一个字节不剩', async () => {
    let person = await add({ name: '郑止', idNumber: idNumberOf('1997-01-02', 3) })
    person = await must(event(person, { kind: 'terminated' }))
    person = await must(event(person, { kind: 'resumed' }))
    person = await must(event(person, { kind: 'terminated' }))
    expect(person.status).toBe('terminated')
    expect(await core.api.development.erase({ id: person.id, rev: person.rev })).toMatchObject({ ok: false })
    await must(core.api.development.erase({ id: person.id, rev: person.rev }, BY_SELF))
    expect(await must(core.api.development.get({ id: person.id }))).toMatchObject({ fields: { name: '郑止', gender: '0', birthDate: null }, masked: { idNumber: '' } })
    expect(await must(core.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, brokenVersionAt: null })
  })
  it('退回重办:退到的那步起都要重来,旧的还在来历里', async () => {
    let person = await walk(await add({ name: '冯回' }), 2, 6)
    person = await must(event(person, { kind: 'returned', toStep: 3 }))
    expect(person).toMatchObject({ nextStep: 3, stage: 'activist' })
    expect(await event(person, { kind: 'returned', toStep: 9 })).toMatchObject({ ok: false, error: { code: 'DEVELOPMENT_EVENT_UNSUITABLE', data: { reason: 'bad_step' } } })
  })
  it('延长预备期:只一次,六个月到一年;批准后再走一遍,转正日是延长的期满日', async () => {
    let person = await walk(await add({ name: '陈延' }), 2, 13)
    await giveForm('520002', person.id)
    person = await must(step(person, 14, { ...PATH[14], documentNumber: '520002' }))
    person = await walk(person, 15, 22)
    expect(await event(person, { kind: 'extended', untilDay: '2026-03-19' })).toMatchObject({ error: { data: { reason: 'too_short' } } })
    expect(await event(person, { kind: 'extended', untilDay: '2026-09-21' })).toMatchObject({ error: { data: { reason: 'too_long' } } })
    person = await must(event(person, { kind: 'extended', untilDay: '2026-03-20' }))
    expect(await event(person, { kind: 'extended', untilDay: '2026-06-20' })).toMatchObject({ error: { data: { reason: 'already_extended' } } })
    person = await must(step(person, 23, { ...PATH[23], conclusion: 'extended' }))
    person = await must(step(person, 24, PATH[24] ?? {}))
    expect(person).toMatchObject({ nextStep: 21, probationEnd: '2026-03-20' })
    person = await must(step(person, 21, { doneOn: '2026-03-10', conclusion: 'passed' }))
    person = await must(step(person, 22, { doneOn: '2026-03-10' }))
    expect(await step(person, 23, { ...PATH[23], doneOn: '2026-03-19', publicityFrom: '2026-03-20', publicityTo: '2026-03-26' })).toMatchObject({ ok: false, error: { data: { findings: [expect.objectContaining({ code: 'confirm_early', day: '2026-03-20' })] } } })
    person = await must(step(person, 23, { ...PATH[23], doneOn: '2026-03-20', publicityFrom: '2026-03-23', publicityTo: '2026-03-27' }))
    person = await must(step(person, 24, { ...PATH[24], doneOn: '2026-04-20' }))
    expect((await must(core.api.members.get({ id: person.memberId ?? '' }))).fields).toMatchObject({ memberType: 'full', regularOn: '2026-03-20' })
  })
  it('取消预备党员资格:离开名册', async () => {
    let person = await walk(await add({ name: '褚消' }), 2, 13)
    await giveForm('520003', person.id)
    person = await must(step(person, 14, { ...PATH[14], documentNumber: '520003' }))
    person = await walk(person, 15, 15)
    expect(await event(person, { kind: 'terminated' })).toMatchObject({ error: { data: { reason: 'is_member' } } })
    person = await must(event(person, { kind: 'cancelled' }))
    expect(person.status).toBe('cancelled')
    expect((await must(core.api.members.get({ id: person.memberId ?? '' }))).fields.membershipState).toBe('left')
  })
  it('名册上的预备党员从第十九步接着办;转入的可以推迟讨论,不超过六个月', async () => {
    const { EMPTY_MEMBER } = await import('../../shared/model/member.ts')
    const member = await must(core.api.members.add({ fields: { ...EMPTY_MEMBER, name: '卫来', branchId, memberType: 'probationary', joinedOn: '2025-06-10', transferredInOn: '2026-03-01' } }))
    const person = await must(core.api.development.enrol({ memberId: member.id }))
    expect(person).toMatchObject({ nextStep: 19, probationEnd: '2026-06-10', memberId: member.id })
    expect(await core.api.development.enrol({ memberId: member.id })).toMatchObject({ error: { code: 'NOT_EDITABLE' } })
    expect(await event(person, { kind: 'postponed', untilDay: '2026-12-11' })).toMatchObject({ error: { data: { reason: 'postponed_too_long' } } })
    expect((await must(event(person, { kind: 'postponed', untilDay: '2026-12-10' }))).steps[22]).toMatchObject({ earliestDay: '2026-06-10', dueDay: '2026-12-10' })
  })
})

describe('登记', () => {
  it('证号不能与名册上、别的发展对象重', async () => {
    const idNumber = idNumberOf('1996-02-03', 5)
    await add({ name: '蒋一', idNumber })
    expect(await core.api.development.add({ fields: fields({ name: '蒋二', idNumber }), appliedOn: null })).toMatchObject({ error: { code: 'DUPLICATE_ID_NUMBER', data: { name: '蒋一' } } })
    expect(await core.api.development.add({ fields: fields({ name: '蒋三', idNumber: '230102199602030050' }), appliedOn: null })).toMatchObject({ error: { code: 'BAD_ID_NUMBER' } })
  })
  it('不满十八岁的申请一条也不写', async () => {
    expect(await core.api.development.add({ fields: fields({ name: '小朋友', birthDate: '2010-01-01' }), appliedOn: '2026-01-01' })).toMatchObject({ error: { code: 'DEVELOPMENT_BLOCKED' } })
    expect((await must(core.api.development.list({ organisationId: null, everyone: true }))).rows.some(({ name }) => name === '小朋友')).toBe(false)
  })
  it('材料:登记、去掉;别人的去不掉', async () => {
    const [one, other] = [await add({ name: '沈材' }), await add({ name: '韩料' })]
    const withDocument = await must(core.api.development.addDocument({ personId: one.id, document: { step: 6, kind: 'report', name: '一季度思想汇报', documentNumber: '', datedOn: '2023-08-01', note: '' } }))
    const [document] = withDocument.documents
    if (document === undefined) throw new Error('no document')
    expect(await core.api.development.removeDocument({ personId: other.id, document: { id: document.id, rev: document.rev } })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect((await must(core.api.development.removeDocument({ personId: one.id, document: { id: document.id, rev: document.rev } }))).documents).toEqual([])
  })
  it('志愿书编号:连续编,不重,作废要说缘由', async () => {
    const { forms } = await must(core.api.development.addForms({ first: 'A0098', count: 3 }))
    expect(forms.map(({ number }) => number)).toEqual(expect.arrayContaining(['A0098', 'A0099', 'A0100']))
    expect(await core.api.development.addForms({ first: 'A0099', count: 1 })).toMatchObject({ error: { code: 'DUPLICATE_CODE' } })
    expect(await core.api.development.addForms({ first: '甲乙', count: 1 })).toMatchObject({ error: { code: 'NUMBER_NOT_COUNTABLE' } })
    const form = forms.find(({ number }) => number === 'A0098')
    expect(await core.api.development.settleForm({ id: form?.id ?? '', rev: form?.rev ?? 0, state: 'voided', personId: null, settledOn: '2026-01-01', note: '' })).toMatchObject({ error: { code: 'REASON_REQUIRED' } })
    expect(await must(core.api.development.settleForm({ id: form?.id ?? '', rev: form?.rev ?? 0, state: 'voided', personId: null, settledOn: '2026-01-01', note: '写错' }))).toMatchObject({ state: 'voided', note: '写错' })
  })
})
