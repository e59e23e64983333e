import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EntryValues } from '../../shared/model/register.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { BY_SELF } from '../support/audited-office.ts'
import { topicRow } from '../support/meeting-rows.ts'
import { idNumberOf, memberFields } from '../support/office.ts'

/** 两名党员的支部;今天 2026-11-20。 */
let test: TestCore
let branch = ''
let people: { memberId: string; name: string }[] = []
beforeEach(async () => {
  test = await makeCore()
  const { api } = test
  const { nodes } = await must(api.organisations.tree({}))
  branch = (await must(api.organisations.add({ parentId: nodes[0]?.id ?? '', kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production', fromDay: '2020-01-01' }))).id
  people = []
  for (const [index, name] of ['王一', '李二'].entries()) people.push({ memberId: (await must(api.members.add({ fields: memberFields(branch, { name, idNumber: idNumberOf('1980-05-06', 100 + index) }) }))).id, name })
})
afterEach(() => test.close())

const talk = (changes: EntryValues = {}): EntryValues => ({ day: '2026-11-02', talkers: people.slice(0, 1), partners: people.slice(1), kind: 'committee_member', content: '谈了倒班的困难', ...changes })
const add = (definitionKey: string, values: EntryValues) => test.api.registers.add({ definitionKey, branchId: branch, values })
const list = async (definitionKey: string, year: number | null = 2026) => (await must(test.api.registers.list({ definitionKey, organisationId: branch, year }))).rows

describe('照定义收', () => {
  it('齐的收下,没填的项不存,标题由定义里的项连成', async () => {
    const saved = await must(add('talks', talk({ place: '  会议室 ', suggestion: ' ' })))
    expect(saved).toMatchObject({ title: '王一 李二', day: '2026-11-02', withheld: 0 })
    expect(saved.values).toEqual({ ...talk(), place: '会议室' })
    expect((await list('talks')).map(({ id }) => id)).toEqual([saved.id])
    expect(await list('talks', 2025)).toEqual([])
  })
  it.each([
    ['必填的没填', { content: '' }, [{ field: 'content', problem: 'missing' }]],
    ['选项里没有的', { kind: 'secret' }, [{ field: 'kind', problem: 'unsuitable' }]],
    ['日期不是日期', { day: '2026-02-30' }, [{ field: 'day', problem: 'unsuitable' }]],
    ['人写成了文字', { partners: '李二' }, [{ field: 'partners', problem: 'unsuitable' }]],
    ['定义里没有的项', { score: 5 }, [{ field: 'score', problem: 'unknown' }]],
  ] as const)('%s:指出是哪一项', async (_title, changes, findings) => {
    expect(await add('talks', talk(changes as unknown as EntryValues))).toMatchObject({ ok: false, error: { code: 'ENTRY_UNSUITABLE', data: { findings } } })
    expect(await list('talks')).toEqual([])
  })
  it('改、删、取回,来历逐项说', async () => {
    const saved = await must(add('talks', talk()))
    const changed = await must(test.api.registers.save({ id: saved.id, rev: saved.rev, values: talk({ measure: '帮他调班' }) }))
    await must(test.api.bin.removeEntry({ id: saved.id, rev: changed.rev, reason: '记重了' }))
    expect(await list('talks')).toEqual([])
    const [row] = (await must(test.api.bin.list({}))).rows
    expect(row).toMatchObject({ table: 'register_entry', title: '王一 李二', reason: '记重了' })
    await must(test.api.bin.restoreEntry({ id: saved.id, rev: row?.rev ?? 0 }))
    expect((await list('talks'))[0]?.values['measure']).toBe('帮他调班')
    const { entries } = await must(test.api.history.entry({ id: saved.id, offset: 0 }))
    expect(entries.flatMap(({ changes }) => changes).some(({ label, to }) => label === '后续措施' && to === '帮他调班')).toBe(true)
  })
})

describe('上级检查的整改进督办', () => {
  it('写了整改要求的立案,改了跟着改,删了收走', async () => {
    const values = { day: '2026-11-03', unit: '公司党委', content: '三会一课', problems: '记录不全', requirement: '补齐三季度记录', dueOn: '2026-11-30' }
    const saved = await must(add('inspections', values))
    const open = async () => (await must(test.api.followUps.list({ organisationId: branch, state: 'open', year: null }))).rows
    expect(await open()).toMatchObject([{ kind: 'inspection', text: '补齐三季度记录', problem: '记录不全', dueOn: '2026-11-30', sourceTitle: '公司党委 三会一课' }])
    const changed = await must(test.api.registers.save({ id: saved.id, rev: saved.rev, values: { ...values, requirement: '补齐三季度、四季度记录' } }))
    expect(await open()).toMatchObject([{ text: '补齐三季度、四季度记录' }])
    await must(test.api.bin.removeEntry({ id: saved.id, rev: changed.rev, reason: '记重了' }))
    expect(await open()).toEqual([])
  })
})

describe('学时', () => {
  it('会上到会的、登记的培训合在一起,对照要求', async () => {
    const made = await must(test.api.meetings.create({ branchId: branch, meetingType: 'party_lecture', partyGroupId: null, day: '2026-11-05' }))
    const fields = { ...made.fields, endAt: '2026-11-05 17:00', place: '会议室', host: '王一', recorder: '李二', lecturer: '王一', content: '讲课。', topics: [topicRow()], studyMinutes: 90, attendance: made.fields.attendance.map((row, index) => (index === 1 ? { ...row, status: 'absent' as const, reasonNote: '值班' } : row)) }
    const written = await must(test.api.meetings.save({ id: made.id, rev: made.rev, fields }))
    await must(test.api.meetings.finish({ id: made.id, rev: written.rev }))
    await must(add('study', { day: '2026-11-08', subject: '党员培训班', category: 'theory', people, hours: 32 }))
    await must(add('study', { day: '2025-11-08', subject: '去年的', category: 'theory', people, hours: 8 }))
    const { rows } = await must(test.api.registers.studyHours({ branchId: branch, year: 2026 }))
    expect(rows.map(({ name, meetingMinutes, trainingMinutes, requiredHours, isEnough }) => [name, meetingMinutes, trainingMinutes, requiredHours, isEnough])).toEqual([
      ['王一', 90, 1920, 32, true],
      ['李二', 0, 1920, 32, true],
    ])
  })
  it('书记还要参加过县级以上集中培训', async () => {
    const { rev } = await must(test.api.organisations.get({ id: branch }))
    await must(test.api.organisations.savePosts({ id: branch, rev, posts: [{ id: null, duty: '', memberId: people[0]?.memberId ?? '', name: '王一', post: 'secretary', fromDay: '2026-01-01' }] }))
    const secretary = async () => {
      const row = (await must(test.api.registers.studyHours({ branchId: branch, year: 2026 }))).rows.find(({ isLeading }) => isLeading)
      return [row?.name, row?.requiredHours, row?.lacksCentral, row?.isEnough]
    }
    await must(add('study', { day: '2026-11-08', subject: '自学', category: 'theory', people, hours: 56 }))
    expect(await secretary()).toEqual(['王一', 56, true, false])
    await must(add('study', { day: '2026-11-09', subject: '书记轮训班', category: 'theory', people, hours: 16, isCentral: true }))
    expect(await secretary()).toEqual(['王一', 56, false, true])
  })
})

it('擦除一个人,与他的谈话内容一起擦掉;谁在哪天谈过还在,从头核对相符', async () => {
  const saved = await must(add('talks', talk()))
  const [, partner] = people
  const member = await must(test.api.members.get({ id: partner?.memberId ?? '' }))
  await must(test.api.members.changeState({ id: member.id, rev: member.rev, state: 'left', day: '2026-11-10', document: '退党决定' }))
  const left = await must(test.api.members.get({ id: member.id }))
  await must(test.api.members.erase({ id: left.id, rev: left.rev }, BY_SELF))
  const kept = (await list('talks')).find(({ id }) => id === saved.id)
  expect([kept?.title, kept?.values['content']]).toEqual(['王一 李二', undefined])
  expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })
})
