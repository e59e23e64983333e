import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WHOLE_ROSTER, type ColumnKey, type MemberQuery } from '../../shared/model/member-columns.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { idNumberOf, memberFields } from '../support/office.ts'

let test: TestCore
let root = ''
let first = ''
let second = ''
const addBranch = async (name: string, code: string): Promise<string> => (await must(test.api.organisations.add({ parentId: root, kind: 'branch', name, shortName: '', code, category: null }))).id
const add = async (branchId: string, changes: Parameters<typeof memberFields>[1]): Promise<string> => (await must(test.api.members.add({ fields: memberFields(branchId, changes) }))).id
const browse = async (changes: Partial<MemberQuery> = {}, columns: ColumnKey[] = ['name']) => must(test.api.roster.browse({ query: { ...WHOLE_ROSTER, ...changes }, columns, offset: 0, limit: 100 }))
const names = async (changes: Partial<MemberQuery> = {}): Promise<string[]> => (await browse(changes)).rows.map(({ name }) => name)
const change = async (id: string, changes: Parameters<typeof memberFields>[1]): Promise<void> => {
  const { rev, fields } = await must(test.api.members.get({ id }))
  await must(test.api.members.save({ id, rev, fields: { ...fields, ...changes } }))
}

beforeEach(async () => {
  test = await makeCore()
  root = (await must(test.api.organisations.tree({}))).nodes[0]?.id ?? ''
  first = await addBranch('第一党支部', '001')
  second = await addBranch('第二党支部', '002')
  await add(second, { name: '周海东', birthDate: '1990-02-03', education: '14', gender: '1', mobile: '13800004321', workNumber: 'GH009', ethnicity: '11', nativePlace: '吉林榆树' })
  await add(first, { name: '王建国', birthDate: '1976-03-12', education: '31', idNumber: idNumberOf('1976-03-12', 101), isBackbone: true })
  await add(first, { name: '单雄信', birthDate: '1985-01', education: '', gender: '2', memberType: 'probationary', regularOn: null, joinedOn: '2026-03-15' })
})
afterEach(() => test.close())

describe('查找', () => {
  it.each([
    ['王', ['王建国']],
    ['wjg', ['王建国']],
    ['shanxx', ['单雄信']],
    ['hai dong', ['周海东']],
    ['4321', ['周海东']],
    [idNumberOf('1976-03-12', 101).slice(-6).toLowerCase(), ['王建国']],
    ['gh009', ['周海东']],
    ['没有', []],
  ])('「%s」', async (search, expected) => expect(await names({ search })).toEqual(expected))
  it('越贴切越在前', async () => {
    await add(first, { name: '王建', birthDate: null })
    expect(await names({ search: '王建' })).toEqual(['王建', '王建国'])
  })
})

describe('筛选、排序、分组', () => {
  it.each<[string, Partial<MemberQuery>, string[]]>([
    ['缺省:按支部,支部内按录入先后', {}, ['王建国', '单雄信', '周海东']],
    ['几个值', { filters: [{ kind: 'oneOf', column: 'education', values: ['14', '31'] }] }, ['王建国', '周海东']],
    ['没填的', { filters: [{ kind: 'oneOf', column: 'education', values: [''] }] }, ['单雄信']],
    ['年龄一段', { filters: [{ kind: 'range', column: 'age', from: '30', to: '45' }] }, ['单雄信', '周海东']],
    ['日期到月', { filters: [{ kind: 'range', column: 'birthDate', from: '1985-01-01', to: '1990-02' }] }, ['单雄信', '周海东']],
    ['含有', { filters: [{ kind: 'contains', column: 'nativePlace', text: '榆树' }] }, ['周海东']],
    ['填了证号的', { filters: [{ kind: 'filled', column: 'idNumber', filled: true }] }, ['王建国']],
    ['是与否', { filters: [{ kind: 'oneOf', column: 'isBackbone', values: ['1'] }] }, ['王建国']],
    ['两个条件都要满足', { filters: [{ kind: 'oneOf', column: 'gender', values: ['1'] }, { kind: 'range', column: 'age', from: '', to: '40' }] }, ['周海东']],
    ['按出生从早到晚', { sort: [{ column: 'birthDate', descending: false }] }, ['王建国', '单雄信', '周海东']],
    ['没填的总在最后,降序也是', { sort: [{ column: 'education', descending: true }] }, ['王建国', '周海东', '单雄信']],
    ['两个依据', { sort: [{ column: 'gender', descending: true }, { column: 'age', descending: false }] }, ['单雄信', '周海东', '王建国']],
    ['遮着的列不能一位一位地试', { filters: [{ kind: 'contains', column: 'idNumber', text: '230102' }, { kind: 'filled', column: 'mobile', filled: true }] }, ['周海东']],
  ])('%s', async (_what, query, expected) => expect(await names(query)).toEqual(expected))
  it('点名一个支部,只列它的人;上级连同下级', async () => {
    expect(await names({ organisationId: second })).toEqual(['周海东'])
    expect(await names({ organisationId: root })).toHaveLength(3)
  })
  it('分组带人数,次序照代码表;合计随筛选变', async () => {
    const { groups, totals } = await browse({ groupBy: 'gender' })
    expect(groups).toEqual([{ value: '1', label: '男', count: 2 }, { value: '2', label: '女', count: 1 }])
    expect(totals).toMatchObject({ total: 3, full: 2, probationary: 1, mix: { women: 1, minority: 1, juniorCollege: 2, averageAge: 42.3 } })
    expect((await browse({ filters: [{ kind: 'oneOf', column: 'gender', values: ['2'] }] })).totals).toMatchObject({ total: 1, full: 0 })
  })
  it('每一格是给人看的字,敏感项遮着', async () => {
    const { rows } = await browse({ search: '王建国' }, ['name', 'branch', 'education', 'isBackbone', 'idNumber', 'partyStanding', 'memberType'])
    expect(rows[0]?.cells).toEqual(['王建国', '第一党支部', '大学专科', '是', `2301**********${idNumberOf('1976-03-12', 101).slice(-4)}`, '27', '正式'])
  })
})

describe('与库一致', () => {
  it('改了、加了、删了、改了支部名称,马上看得到', async () => {
    expect(await names()).toHaveLength(3)
    const id = await add(first, { name: '新来的', birthDate: null })
    expect(await names({ search: 'xld' })).toEqual(['新来的'])
    await change(id, { name: '改了名', education: '14' })
    expect(await names({ search: 'glm' })).toEqual(['改了名'])
    expect(await names({ filters: [{ kind: 'oneOf', column: 'education', values: ['14'] }] })).toEqual(['改了名', '周海东'])
    const { rev } = await must(test.api.members.get({ id }))
    await must(test.api.bin.removeMember({ id, rev, reason: '录错了' }))
    expect(await names()).not.toContain('改了名')
    await must(test.api.organisations.rename({ id: second, name: '电炉党支部', shortName: '', fromDay: '2026-11-20', rev: (await must(test.api.organisations.get({ id: second }))).rev }))
    expect((await browse({ organisationId: second }, ['branch'])).rows[0]?.cells).toEqual(['电炉党支部'])
  })
  it('离开的人不在今天的名册上,在从前的名册上;找得到,也单独列得出', async () => {
    const id = (await browse({ search: '周海东' })).rows[0]?.id ?? ''
    test.clock.set('2026-11-25')
    await must(test.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
    await change(id, { membershipState: 'left' })
    expect(await names()).toEqual(['王建国', '单雄信'])
    expect(await names({ day: '2026-11-24' })).toContain('周海东')
    expect(await names({ search: '周海东' })).toEqual(['周海东'])
    expect(await names({ presence: 'departed' })).toEqual(['周海东'])
  })
  it('从前的日子:那天还没入党的不列,还没转正的是预备党员', async () => {
    expect(await names({ day: '2026-01-01' })).toEqual(['王建国', '周海东'])
    expect((await browse({ day: '1998-12-31', search: '王建国' }, ['memberType'])).rows[0]?.cells).toEqual(['预备'])
  })
})

describe('结构图', () => {
  it('每一条的人数,就是用它的条件筛出来的人数', async () => {
    const { charts, totals } = await must(test.api.roster.structure({ query: WHOLE_ROSTER }))
    for (const { bars } of charts) {
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(totals.total)
      for (const { count, filters } of bars) expect((await names({ filters })).length).toBe(count)
    }
  })
})

describe('批量修改', () => {
  const idsOf = async (changes: Partial<MemberQuery> = {}): Promise<string[]> => (await must(test.api.roster.ids({ query: { ...WHOLE_ROSTER, ...changes } }))).ids
  const preview = async (memberIds: string[], column: ColumnKey, value: string) => must(test.api.roster.previewBatch({ memberIds, change: { column, value } }))
  const apply = async (memberIds: string[], column: ColumnKey, value: string) => test.api.roster.saveBatch({ members: (await preview(memberIds, column, value)).changes.map(({ id, rev }) => ({ id, rev })), change: { column, value } })

  it('先看谁从什么改成什么,再改;本来就是的不动;整批撤销', async () => {
    const memberIds = await idsOf()
    const seen = await preview(memberIds, 'education', '14')
    expect(seen).toMatchObject({ same: 1, refused: [] })
    expect(seen.changes.map(({ name, before, after }) => [name, before, after])).toEqual([['王建国', '大学专科', '研究生'], ['单雄信', '', '研究生']])
    expect(await codeOf(apply(memberIds, 'education', '14'))).toBe('ok')
    expect(await names({ filters: [{ kind: 'oneOf', column: 'education', values: ['14'] }] })).toHaveLength(3)
    const { batch } = await must(test.api.roster.lastBatch({}))
    expect(batch).toMatchObject({ column: 'education', count: 2, changedSince: 0 })
    expect(await must(test.api.roster.undoBatch({ id: batch?.id ?? '' }))).toEqual({ restored: 2 })
    expect((await browse({}, ['name', 'education'])).rows.map(({ cells }) => cells)).toEqual([['王建国', '大学专科'], ['单雄信', ''], ['周海东', '研究生']])
    expect((await must(test.api.roster.lastBatch({}))).batch).toBeNull()
    expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })
  })
  it('看过之后有人改过:一个也不改;改过之后有人改过:不能整批撤', async () => {
    const memberIds = await idsOf()
    const seen = await preview(memberIds, 'postKind', 'technical')
    await change(memberIds[0] ?? '', { post: '调度' })
    const members = seen.changes.map(({ id, rev }) => ({ id, rev }))
    expect(await codeOf(test.api.roster.saveBatch({ members, change: { column: 'postKind', value: 'technical' } }))).toBe('PREVIEW_EXPIRED')
    expect(await codeOf(apply(memberIds, 'postKind', 'technical'))).toBe('ok')
    await change(memberIds[1] ?? '', { post: '调度' })
    const { batch } = await must(test.api.roster.lastBatch({}))
    expect(batch?.changedSince).toBe(1)
    expect(await test.api.roster.undoBatch({ id: batch?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'BATCH_CHANGED_SINCE', data: { count: 1 } } })
  })
  it('党小组:别的支部的人改不了;撤销后回到原来的小组', async () => {
    const group = (await must(test.api.organisations.add({ parentId: first, kind: 'party_group', name: '甲小组', shortName: '', code: '', category: null }))).id
    const seen = await preview(await idsOf(), 'partyGroup', group)
    expect([seen.changes.length, seen.refused.map(({ name, reason }) => [name, reason])]).toEqual([2, [['周海东', 'group_elsewhere']]])
    expect(await codeOf(apply(await idsOf(), 'partyGroup', group))).toBe('ok')
    expect((await browse({ organisationId: group })).rows).toHaveLength(2)
    await must(test.api.roster.undoBatch({ id: (await must(test.api.roster.lastBatch({}))).batch?.id ?? '' }))
    expect((await browse({ organisationId: group })).rows).toHaveLength(0)
  })
  it.each<[ColumnKey, string, string]>([
    ['name', '同名', 'NOT_EDITABLE'],
    ['idNumber', '1', 'NOT_EDITABLE'],
    ['education', '99', 'VALUE_UNSUITABLE'],
    ['postKind', '别的', 'VALUE_UNSUITABLE'],
    ['partyGroup', '不是标识', 'VALUE_UNSUITABLE'],
  ])('不合适的不收:%s 改成 %s', async (column, value, code) => expect(await codeOf(test.api.roster.previewBatch({ memberIds: await idsOf(), change: { column, value } }))).toBe(code))
})

describe('自定义项目', () => {
  const fieldId = async (name: string): Promise<string> => (await must(test.api.customFields.list({}))).fields.find((field) => field.name === name)?.id ?? ''
  it('加一项,填、列、筛、排、批量改都用得上;停用了填过的还在', async () => {
    await must(test.api.customFields.add({ name: '志愿时长', kind: 'number', choices: [] }))
    await must(test.api.customFields.add({ name: '服装尺码', kind: 'choice', choices: ['大', '中', '小'] }))
    const [hours, size] = [await fieldId('志愿时长'), await fieldId('服装尺码')]
    const [one, two] = (await browse()).rows.map(({ id }) => id)
    await change(one ?? '', { custom: { [hours]: '9', [size]: '中' } })
    await change(two ?? '', { custom: { [hours]: '12.5' } })
    expect((await browse({}, ['name', `custom:${hours}`, `custom:${size}`])).rows.map(({ cells }) => cells.slice(1))).toEqual([['9', '中'], ['12.5', ''], ['', '']])
    expect(await names({ sort: [{ column: `custom:${hours}`, descending: true }] })).toEqual(['单雄信', '王建国', '周海东'])
    expect(await names({ filters: [{ kind: 'range', column: `custom:${hours}`, from: '10', to: '' }] })).toEqual(['单雄信'])
    const change1 = { column: `custom:${size}` as const, value: '大' }
    const seen = await must(test.api.roster.previewBatch({ memberIds: [one ?? '', two ?? ''], change: change1 }))
    await must(test.api.roster.saveBatch({ members: seen.changes.map(({ id, rev }) => ({ id, rev })), change: change1 }))
    expect(await names({ filters: [{ kind: 'oneOf', column: `custom:${size}`, values: ['大'] }] })).toHaveLength(2)
    await must(test.api.roster.undoBatch({ id: (await must(test.api.roster.lastBatch({}))).batch?.id ?? '' }))
    expect((await browse({}, [`custom:${size}`])).rows.map(({ cells }) => cells[0])).toEqual(['中', '', ''])

    const { rev, used } = (await must(test.api.customFields.list({}))).fields.find(({ id }) => id === size) ?? { rev: 0, used: 0 }
    expect(used).toBe(1)
    expect(await test.api.customFields.save({ id: size, rev, name: '服装尺码', choices: ['大', '小'] })).toMatchObject({ ok: false, error: { code: 'CHOICE_IN_USE', data: { choice: '中', count: 1 } } })
    await must(test.api.customFields.setRetired({ id: size, rev, retired: true }))
    // 停用以后,别的照样能改,填过的留着。
    await change(one ?? '', { post: '调度' })
    expect((await must(test.api.members.get({ id: one ?? '' }))).fields.custom).toEqual({ [hours]: '9', [size]: '中' })
    const history = JSON.stringify(await must(test.api.history.member({ id: one ?? '', offset: 0 })))
    expect(history).toContain('志愿时长：9')
    expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })
  })
  it('不合类型的不收,同名的不收', async () => {
    await must(test.api.customFields.add({ name: '入库日期', kind: 'date', choices: [] }))
    const id = await fieldId('入库日期')
    const one = (await browse()).rows[0]?.id ?? ''
    const { rev, fields } = await must(test.api.members.get({ id: one }))
    expect(await test.api.members.save({ id: one, rev, fields: { ...fields, custom: { [id]: '去年夏天' } } })).toMatchObject({ ok: false, error: { code: 'VALUE_UNSUITABLE', data: { name: '入库日期' } } })
    expect(await codeOf(test.api.members.save({ id: one, rev, fields: { ...fields, custom: { [id]: '2025-07' } } }))).toBe('ok')
    expect(await codeOf(test.api.customFields.add({ name: '入库日期', kind: 'text', choices: [] }))).toBe('DUPLICATE_NAME')
    expect(await codeOf(test.api.customFields.add({ name: '只有一个值', kind: 'choice', choices: ['甲', '甲'] }))).toBe('CHOICES_MISSING')
  })
})

it('列表的样子与存下的看法记在本人名下', async () => {
  const layout = { columns: ['name', 'age'] as ColumnKey[], filters: [], sort: [{ column: 'age' as const, descending: true }], groupBy: null, presence: 'on_roster' as const }
  expect(await must(test.api.roster.views({}))).toEqual({ current: null, saved: [] })
  await must(test.api.roster.keepLayout({ layout }))
  await must(test.api.roster.saveView({ name: '按年龄', layout }))
  await must(test.api.roster.saveView({ name: '按年龄', layout: { ...layout, groupBy: 'gender' } }))
  expect(await must(test.api.roster.views({}))).toEqual({ current: layout, saved: [{ name: '按年龄', layout: { ...layout, groupBy: 'gender' } }] })
  await must(test.api.roster.removeView({ name: '按年龄' }))
  expect((await must(test.api.roster.views({}))).saved).toEqual([])
})
