import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLeadingGroupHandlers } from '../../electron/services/leading-groups-service.ts'
import { createScoreFactRepo } from '../../electron/store/repos/score-fact-repo.ts'
import type { TermFields } from '../../shared/model/leading-group.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'
import { termFields } from '../support/term-fields.ts'

let office: Office
let branch: string
beforeEach(async () => {
  office = makeOffice()
  branch = (await office.addBranch('高炉党支部', { fromDay: '2015-01-01' })).id
})
afterEach(() => office.close())
const groups = () => office.clientOf({ terms: createLeadingGroupHandlers(office.scope) }).terms
const get = async () => (await must(groups().get({ organisationId: branch }))).terms
const add = (fields: TermFields) => groups().saveTerm({ organisationId: branch, term: { id: null, rev: null, fields } })
const failure = (code: string, data: unknown = expect.anything()) => ({ ok: false, error: expect.objectContaining({ code, data }) })

describe('届次', () => {
  it('届满日由年数算;改了修订号加一,来历里有', async () => {
    const { terms, termYears } = await must(add(termFields('2025-03-01', { sessionNumber: 4 })))
    expect([termYears, terms]).toMatchObject([3, [{ sessionNumber: 4, dueDay: '2028-03-01', effectiveDue: '2028-03-01', state: 'not_started', rev: 1 }]])
    const [term] = terms
    const saved = await must(groups().saveTerm({ organisationId: branch, term: { id: term?.id ?? '', rev: 1, fields: termFields('2025-03-01', { sessionNumber: 4, note: '备注' }) } }))
    expect(saved.terms).toMatchObject([{ rev: 2, note: '备注' }])
    expect(await groups().saveTerm({ organisationId: branch, term: { id: term?.id ?? '', rev: 1, fields: termFields('2024-03-01') } })).toMatchObject(failure('STALE', { currentRev: 2 }))
  })
  it('换届:上一届止于新一届起始日;补登以前的要写结束日', async () => {
    await must(add(termFields('2021-03-01')))
    await must(add(termFields('2024-02-27')))
    expect(await get()).toMatchObject([{ fromDay: '2024-02-27', endedDay: null }, { fromDay: '2021-03-01', endedDay: '2024-02-27', state: 'done' }])
    expect(await add(termFields('2018-03-01'))).toMatchObject(failure('TERM_OVERLAPS'))
    expect(await add(termFields('2018-03-01', { endedDay: '2021-04-01' }))).toMatchObject(failure('TERM_OVERLAPS', { from: '2021-03-01' }))
    await must(add(termFields('2018-03-01', { endedDay: '2021-03-01' })))
    expect((await get()).map(({ fromDay }) => fromDay)).toEqual(['2024-02-27', '2021-03-01', '2018-03-01'])
  })
  it('延期批到 2026-07-08 接受,2026-07-09 拒绝;延期要有批复文号;延了就按延到的日子算', async () => {
    const extended = (extendedTo: string, extensionDocument: string) => termFields('2022-07-08', { extendedTo, extensionDocument })
    expect(await add(extended('2026-07-09', '厂党〔2025〕9 号'))).toMatchObject(failure('TERM_EXTENSION_TOO_LONG', { latest: '2026-07-08' }))
    expect(await add(extended('2026-07-08', ''))).toMatchObject(failure('BAD_INPUT'))
    expect((await must(add(extended('2026-07-08', '厂党〔2025〕9 号')))).terms).toMatchObject([{ dueDay: '2025-07-08', effectiveDue: '2026-07-08' }])
    office.clock.set('2026-07-08')
    expect(await get()).toMatchObject([{ state: 'in_progress' }])
    expect((await must(office.api.organisations.get({ id: branch }))).termDue).toBe('2026-07-08')
    expect(createScoreFactRepo(office.scope.store.db).termOn(branch, '2026-07-08')).toMatchObject({ dueDay: '2026-07-08' })
  })
  it('数目对不上的不收;到会不足的照收,说异常', async () => {
    expect(await add(termFields('2024-03-01', { entitled: 20, present: 21 }))).toMatchObject(failure('BAD_INPUT', { issues: [{ path: ['term', 'fields', 'present'], code: 'present_over_entitled' }] }))
    const { terms } = await must(add(termFields('2024-03-01', { electionDay: '2024-02-27', electionMethod: 'member_meeting', entitled: 20, present: 15, approvalDocument: '批' })))
    expect(terms).toMatchObject([{ state: 'irregular', problems: ['quorum_not_met'] }])
  })
})

describe('任职', () => {
  it('产生方式、文件、起止;离任后空缺写明哪天起', async () => {
    await must(add(termFields('2024-03-01')))
    const member = await office.addMember(branch)
    const post = { id: null, rev: null, memberId: member.id, name: '王建国', post: 'secretary' as const, duty: '', manner: 'elected' as const, document: '厂党〔2024〕1 号', fromDay: '2024-03-01', toDay: null }
    const [term] = (await must(groups().savePost({ organisationId: branch, post }))).terms
    expect(term).toMatchObject({ vacancies: [], posts: [{ name: '王建国', manner: 'elected', document: '厂党〔2024〕1 号' }] })
    const [held] = term?.posts ?? []
    const after = await must(groups().savePost({ organisationId: branch, post: { ...post, id: held?.id ?? '', rev: held?.rev ?? 0, toDay: '2026-05-06' } }))
    expect(after.terms).toMatchObject([{ vacancies: [{ post: 'secretary', since: '2026-05-06', count: 1 }], posts: [{ toDay: '2026-05-06' }] }])
    expect(await groups().savePost({ organisationId: branch, post: { ...post, fromDay: '2024-03-01', toDay: '2024-01-01' } })).toMatchObject(failure('BAD_INPUT'))
    expect(await groups().savePost({ organisationId: office.root, post: { ...post, id: held?.id ?? '', rev: 2 } })).toMatchObject(failure('NOT_FOUND'))
  })
})

describe('换届时间线', () => {
  it('各步的日子;提醒记下来,记错的撤回;没有登记任期的是异常', async () => {
    await must(add(termFields('2024-02-29')))
    office.clock.set('2026-08-28')
    const lines = async () => (await must(groups().timeline({ organisationId: null }))).lines
    const line = async () => (await lines()).find(({ organisationId }) => organisationId === branch)
    expect((await lines()).find(({ organisationId }) => organisationId === office.root)).toMatchObject({ state: 'irregular', termId: null })
    expect(await line()).toMatchObject({ effectiveDue: '2027-02-28', state: 'in_progress', steps: [{ stage: 'first', day: '2026-08-28', reached: true, recorded: false }, { stage: 'second', day: '2026-11-28', reached: false }, { stage: 'request', day: '2027-01-28' }, { stage: 'due', day: '2027-02-28' }] })
    await must(groups().remind({ organisationId: branch, reminder: { stage: 'first', method: 'letter', day: '2026-08-28', person: '李敏', note: '' } }))
    const reminded = await line()
    expect(reminded).toMatchObject({ steps: [{ recorded: true }, { recorded: false }, { recorded: false }, { recorded: false }], reminders: [{ person: '李敏', method: 'letter' }] })
    const [reminder] = reminded?.reminders ?? []
    await must(groups().withdrawReminder({ organisationId: branch, reminder: { id: reminder?.id ?? '', rev: 1 } }))
    expect(await line()).toMatchObject({ reminders: [] })
    expect(await groups().withdrawReminder({ organisationId: branch, reminder: { id: reminder?.id ?? '', rev: 2 } })).toMatchObject(failure('NOT_FOUND'))
  })
})
