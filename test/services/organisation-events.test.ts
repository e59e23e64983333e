import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemberRepo } from '../../electron/store/repos/member-repo.ts'
import type { RestrictedAction } from '../../electron/domain/organisation/build-forms.ts'
import { requireAllowed } from '../../electron/services/organisations/require-allowed.ts'
import { createOrganisationRepo } from '../../electron/store/repos/organisation-repo.ts'
import { verifyStore } from '../../electron/store/verify/verify-store.ts'
import { createHealthHandlers } from '../../electron/services/health-service.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
beforeEach(() => {
  office = makeOffice()
})
afterEach(() => office.close())

const failure = (code: string, data: unknown = expect.anything()) => ({ ok: false, error: expect.objectContaining({ code, data }) })
const on = (day: string) => ({ day, documentNumber: '党发〔2024〕1号', reason: '机构调整' })
const names = async (day?: string): Promise<string> => {
  const { nodes } = await must(office.api.organisations.tree(day === undefined ? {} : { day }))
  const nameOf = new Map(nodes.map((node) => [node.id, node.name]))
  return nodes.map((node) => `${node.name}<${node.parentId === null ? '' : (nameOf.get(node.parentId) ?? '')}`).join(' ')
}
const people = (id: string, day: string): string[] => createMemberRepo(office.scope.store.db).rosterOf(id, day).map(({ name, partyGroupName }) => `${name}${partyGroupName === '' ? '' : `@${partyGroupName}`}`)
const repo = () => createOrganisationRepo(office.scope.store.db)
const eventsOf = async (id: string | null) => (await must(office.api.organisationEvents.list({ organisationId: id }))).events
const lastEvent = async (id: string) => (await eventsOf(id))[0]?.id ?? ''
/** 每一行都与它最后一个版本相符(工作区那一行是测试直接写的)。 */
const expectSound = () => expect(verifyStore(office.scope.store.db)).toMatchObject({ brokenAuditAt: null, brokenVersionAt: null, altered: [{ table: 'workspace', count: 1 }] })

describe('成立', () => {
  it('成立之前的树上没有它;登记本来就有的,从前也在', async () => {
    await office.addBranch('老支部')
    const branch = await must(office.api.organisations.add({ parentId: office.root, kind: 'branch', name: '新支部', shortName: '', code: '', category: null, fromDay: '2024-03-01', founding: { documentNumber: '党发〔2024〕3号', reason: '' } }))
    expect(branch).toMatchObject({ foundedOn: '2024-03-01' })
    expect(await names('2024-02-29')).toBe('测试单位党委< 老支部<测试单位党委')
    expect(await names('2024-03-01')).toBe('测试单位党委< 老支部<测试单位党委 新支部<测试单位党委')
    expect(await eventsOf(branch.id)).toMatchObject([{ kind: 'founding', day: '2024-03-01', documentNumber: '党发〔2024〕3号', parts: [{ name: '新支部', role: 'subject' }, { name: '测试单位党委', role: 'parent' }] }])
    expect(await office.api.organisations.saveBasics({ id: branch.id, rev: branch.rev, code: '', foundedOn: '2020-01-01', meetingPlace: '', themeDay: '', note: '' })).toMatchObject(failure('SET_BY_EVENT', { day: '2024-03-01' }))
  })
  it('先记将来的成立,到那天才有;撤回之后不留', async () => {
    const branch = await must(office.api.organisations.add({ parentId: office.root, kind: 'branch', name: '新支部', shortName: '', code: '9', category: null, fromDay: '2027-01-01', founding: { documentNumber: '', reason: '' } }))
    expect(await names()).toBe('测试单位党委<')
    expect(await names('2027-01-01')).toContain('新支部')
    await must(office.api.organisationEvents.undo({ id: await lastEvent(branch.id) }))
    expect(await names('2027-01-01')).toBe('测试单位党委<')
    expect(await eventsOf(null)).toEqual([])
    await office.addBranch('新支部', { code: '9' })
    expectSound()
  })
})

describe('合并', () => {
  const twoBranches = async () => {
    const [one, two] = [await office.addBranch('甲支部', { fromDay: '2020-01-01' }), await office.addBranch('乙支部', { fromDay: '2020-01-01' })]
    const group = await office.addOrganisation(two.id, 'party_group', '第一党小组', { fromDay: '2020-01-01' })
    await office.addOrganisation(one.id, 'party_group', '第一党小组', { fromDay: '2020-01-01' })
    await office.addMember(one.id, { name: '赵一' })
    await office.addMember(two.id, { name: '钱二', partyGroupId: group.id })
    await office.addMember(two.id, { name: '孙三' })
    return { one, two, group }
  }
  it('那天起人和小组都在一处,那天之前各在各处;重名的小组带上原支部', async () => {
    const { one, two } = await twoBranches()
    await must(office.api.organisationEvents.merge({ targetId: one.id, sourceIds: [two.id], ...on('2024-03-01') }))
    expect(people(one.id, '2024-02-29')).toEqual(['赵一'])
    expect(people(two.id, '2024-02-29')).toEqual(['钱二@第一党小组', '孙三'])
    expect(people(one.id, '2024-03-01')).toEqual(['赵一', '钱二@第一党小组（原乙支部）', '孙三'])
    expect(people(two.id, '2024-03-01')).toEqual([])
    expect(await names('2024-02-29')).toContain('乙支部<测试单位党委')
    expect(await names()).toBe('测试单位党委< 甲支部<测试单位党委 第一党小组（原乙支部）<甲支部 第一党小组<甲支部')
    const { rows } = await must(office.api.members.list({ organisationId: one.id, search: '', memberType: null, offset: 0, limit: 50 }))
    expect(rows.map((row) => row.name)).toEqual(['赵一', '钱二', '孙三'])
    expectSound()
  })
  it('撤回:原样回到各处,再撤一次没有这条', async () => {
    const { one, two } = await twoBranches()
    const before = [await names('2024-06-01'), people(one.id, '2024-06-01'), people(two.id, '2024-06-01')]
    await must(office.api.organisationEvents.merge({ targetId: one.id, sourceIds: [two.id], ...on('2024-03-01') }))
    const id = await lastEvent(one.id)
    await must(office.api.organisationEvents.undo({ id }))
    expect([await names('2024-06-01'), people(one.id, '2024-06-01'), people(two.id, '2024-06-01')]).toEqual(before)
    const { rows } = await must(office.api.members.list({ organisationId: two.id, search: '', memberType: null, offset: 0, limit: 50 }))
    expect(rows.map((row) => row.name)).toEqual(['钱二', '孙三'])
    expect(await office.api.organisationEvents.undo({ id })).toMatchObject(failure('NOT_FOUND'))
    expectSound()
  })
  it('后来又登记了变动,或人又转走了,先撤后来的', async () => {
    const { one, two } = await twoBranches()
    await must(office.api.organisationEvents.merge({ targetId: one.id, sourceIds: [two.id], ...on('2024-03-01') }))
    const id = await lastEvent(one.id)
    const now = await must(office.api.organisations.get({ id: one.id }))
    await must(office.api.organisations.rename({ id: one.id, rev: now.rev, name: '甲乙支部', shortName: '', fromDay: '2024-03-01', documentNumber: '党发2号' }))
    expect(await office.api.organisationEvents.undo({ id })).toMatchObject(failure('CHANGED_SINCE', { kind: 'renaming', day: '2024-03-01' }))
    await must(office.api.organisationEvents.undo({ id: await lastEvent(one.id) }))
    await must(office.api.organisationEvents.undo({ id }))
    expect(await names('2024-06-01')).toContain('乙支部<测试单位党委')
  })
  it('类别不合、最上级、并入自己、那天已撤销、后面还有记录', async () => {
    const { one, two, group } = await twoBranches()
    const general = await office.addOrganisation(office.root, 'general_branch', '总支', { fromDay: '2020-01-01' })
    const merge = (targetId: string, sourceId: string, day = '2024-03-01') => office.api.organisationEvents.merge({ targetId, sourceIds: [sourceId], ...on(day) })
    expect(await merge(general.id, one.id)).toMatchObject(failure('BAD_MERGE'))
    expect(await merge(one.id, general.id)).toMatchObject(failure('BAD_MERGE'))
    expect(await merge(one.id, group.id)).toMatchObject(failure('BAD_MERGE'))
    expect(await merge(one.id, one.id)).toMatchObject(failure('BAD_MERGE'))
    expect(await merge(one.id, office.root)).toMatchObject(failure('ROOT_ORGANISATION'))
    await must(merge(one.id, two.id))
    expect(await merge(one.id, two.id, '2024-04-01')).toMatchObject(failure('EVENT_DAY_UNSUITABLE', { name: '乙支部', bound: 'revoked', day: '2024-03-01' }))
    expect(await merge(two.id, one.id, '2024-04-01')).toMatchObject(failure('EVENT_DAY_UNSUITABLE'))
  })
  it('党总支并入党委:下面的组织跟着走', async () => {
    const [one, two] = [await office.addOrganisation(office.root, 'general_branch', '甲总支', { fromDay: '2020-01-01' }), await office.addOrganisation(office.root, 'general_branch', '乙总支', { fromDay: '2020-01-01' })]
    await office.addOrganisation(two.id, 'branch', '炼钢支部', { fromDay: '2020-01-01' })
    await must(office.api.organisationEvents.merge({ targetId: one.id, sourceIds: [two.id], ...on('2024-03-01') }))
    expect(await names('2024-02-29')).toContain('炼钢支部<乙总支')
    expect(await names()).toBe('测试单位党委< 甲总支<测试单位党委 炼钢支部<甲总支')
  })
  it('小组并入同支部的小组', async () => {
    const branch = await office.addBranch('甲支部', { fromDay: '2020-01-01' })
    const [first, second] = [await office.addOrganisation(branch.id, 'party_group', '一组', { fromDay: '2020-01-01' }), await office.addOrganisation(branch.id, 'party_group', '二组', { fromDay: '2020-01-01' })]
    await office.addMember(branch.id, { name: '赵一', partyGroupId: second.id })
    await must(office.api.organisationEvents.merge({ targetId: first.id, sourceIds: [second.id], ...on('2024-03-01') }))
    expect([people(branch.id, '2024-02-29'), people(branch.id, '2024-03-01')]).toEqual([['赵一@二组'], ['赵一@一组']])
    expectSound()
  })
})

describe('拆分', () => {
  it('选定的小组连同组员、另选的人编入新支部;没选的留下', async () => {
    const branch = await office.addBranch('甲支部', { fromDay: '2020-01-01' })
    const [first, second] = [await office.addOrganisation(branch.id, 'party_group', '一组', { fromDay: '2020-01-01' }), await office.addOrganisation(branch.id, 'party_group', '二组', { fromDay: '2020-01-01' })]
    await office.addMember(branch.id, { name: '赵一', partyGroupId: first.id })
    await office.addMember(branch.id, { name: '钱二', partyGroupId: second.id })
    const lone = await office.addMember(branch.id, { name: '孙三', partyGroupId: first.id })
    await office.addMember(branch.id, { name: '李四' })
    const input = { id: branch.id, rev: branch.rev, name: '乙支部', shortName: '', code: '', category: null, buildForm: 'single' as const, memberIds: [lone.id], groupIds: [second.id], ...on('2024-03-01') }
    const created = await must(office.api.organisationEvents.split(input))
    expect(created).toMatchObject({ name: '乙支部', foundedOn: '2024-03-01', parentId: office.root, fullMembers: 2 })
    expect(people(branch.id, '2024-02-29')).toEqual(['赵一@一组', '钱二@二组', '孙三@一组', '李四'])
    expect(people(branch.id, '2024-03-01')).toEqual(['赵一@一组', '李四'])
    expect(people(created.id, '2024-03-01')).toEqual(['钱二@二组', '孙三'])
    expect(await names('2024-03-01')).toContain('二组<乙支部')
    await must(office.api.organisationEvents.undo({ id: await lastEvent(branch.id) }))
    expect(people(branch.id, '2024-03-01')).toEqual(['赵一@一组', '钱二@二组', '孙三@一组', '李四'])
    expect(await names('2024-03-01')).not.toContain('乙支部')
    expectSound()
  })
  it('不在这个支部的人、别处的小组、重名、不是支部', async () => {
    const [one, two] = [await office.addBranch('甲支部'), await office.addBranch('乙支部')]
    const other = await office.addMember(two.id)
    const group = await office.addOrganisation(two.id, 'party_group', '一组')
    const input = { id: one.id, rev: one.rev, name: '丙支部', shortName: '', code: '', category: null, buildForm: 'single' as const, memberIds: [], groupIds: [], ...on('2026-11-20') }
    expect(await office.api.organisationEvents.split({ ...input, memberIds: [other.id] })).toMatchObject(failure('NOT_FOUND'))
    expect(await office.api.organisationEvents.split({ ...input, groupIds: [group.id] })).toMatchObject(failure('NOT_FOUND'))
    expect(await office.api.organisationEvents.split({ ...input, name: '乙支部' })).toMatchObject(failure('DUPLICATE_NAME'))
    expect(await office.api.organisationEvents.split({ ...input, id: group.id, rev: group.rev })).toMatchObject(failure('NOT_A_BRANCH'))
  })
})

describe('改设', () => {
  it('支部升为党总支:人和小组编入新支部,从前的日子仍是支部', async () => {
    const branch = await office.addBranch('炼钢支部', { fromDay: '2020-01-01' })
    const group = await office.addOrganisation(branch.id, 'party_group', '一组', { fromDay: '2020-01-01' })
    await office.addMember(branch.id, { name: '赵一', partyGroupId: group.id })
    const change = { id: branch.id, rev: branch.rev, kind: 'general_branch' as const, ...on('2024-03-01') }
    expect(await office.api.organisationEvents.changeKind({ ...change, firstBranch: null })).toMatchObject(failure('STILL_HAS_MEMBERS', { count: 1 }))
    await must(office.api.organisationEvents.changeKind({ ...change, firstBranch: { name: '炼钢第一党支部', shortName: '', code: '', category: 'production' } }))
    expect(await names('2024-03-01')).toBe('测试单位党委< 炼钢支部<测试单位党委 炼钢第一党支部<炼钢支部 一组<炼钢第一党支部')
    expect([repo().kindOn(branch.id, '2024-02-29'), repo().kindOn(branch.id, '2024-03-01')]).toEqual(['branch', 'general_branch'])
    expect([repo().branches('2024-02-29').map(({ name }) => name), repo().branches('2024-03-01').map(({ name, category }) => `${name} ${category ?? ''}`)]).toEqual([['炼钢支部'], ['炼钢第一党支部 production']])
    const now = await must(office.api.organisations.get({ id: branch.id }))
    expect(await office.api.organisationEvents.changeKind({ ...change, rev: now.rev, kind: 'branch', firstBranch: null, day: '2025-01-01' })).toMatchObject(failure('STILL_HAS_CHILDREN', { count: 1 }))
    await must(office.api.organisationEvents.undo({ id: await lastEvent(branch.id) }))
    expect(people(branch.id, '2024-03-01')).toEqual(['赵一@一组'])
    expect(repo().kindOn(branch.id, '2024-03-01')).toBe('branch')
    expectSound()
  })
  it('下级放不下的不许', async () => {
    const general = await office.addOrganisation(office.root, 'general_branch', '总支')
    await office.addOrganisation(general.id, 'general_branch', '下级总支')
    expect(await office.api.organisationEvents.changeKind({ id: general.id, rev: general.rev, kind: 'party_committee', firstBranch: null, ...on('2026-11-20') })).toMatchObject({ ok: true })
    const now = await must(office.api.organisations.get({ id: general.id }))
    expect(now.kind).toBe('party_committee')
  })
})

describe('撤销', () => {
  it('有人、有下级的不许;空小组一并撤销;撤销之前的日子照旧', async () => {
    const general = await office.addOrganisation(office.root, 'general_branch', '总支', { fromDay: '2020-01-01' })
    const branch = await office.addOrganisation(general.id, 'branch', '甲支部', { fromDay: '2020-01-01' })
    await office.addOrganisation(branch.id, 'party_group', '一组', { fromDay: '2020-01-01' })
    const member = await office.addMember(branch.id)
    const revoke = async (id: string, day: string) => office.api.organisationEvents.revoke({ id, rev: (await must(office.api.organisations.get({ id }))).rev, ...on(day) })
    expect(await revoke(branch.id, '2026-11-20')).toMatchObject(failure('STILL_HAS_MEMBERS', { count: 1 }))
    expect(await revoke(general.id, '2026-11-20')).toMatchObject(failure('STILL_HAS_CHILDREN', { count: 1 }))
    expect(await revoke(office.root, '2026-11-20')).toMatchObject(failure('ROOT_ORGANISATION'))
    const other = await office.addBranch('乙支部')
    const record = await must(office.api.members.get({ id: member.id }))
    await must(office.api.members.save({ id: member.id, rev: record.rev, fields: { ...record.fields, branchId: other.id } }))
    await must(revoke(branch.id, '2026-11-20'))
    expect(await names('2026-11-19')).toContain('甲支部<总支 一组<甲支部')
    expect(await names()).toBe('测试单位党委< 总支<测试单位党委 乙支部<测试单位党委')
    expect((await eventsOf(branch.id))[0]).toMatchObject({ kind: 'revoking', effects: [{ aspect: 'revoked' }, { aspect: 'revoked' }] })
    // 撤销了的名称可以再用;再用了就撤不回来。
    await office.addBranch('甲支部')
    expect(await office.api.organisationEvents.undo({ id: await lastEvent(branch.id) })).toMatchObject(failure('DUPLICATE_NAME'))
  })
})

describe('更正', () => {
  it('写错的名称、隶属就地改,不进沿革;是变动定下的隶属要先撤回', async () => {
    const general = await office.addOrganisation(office.root, 'general_branch', '总支', { fromDay: '2020-01-01' })
    const branch = await office.addBranch('练钢支部', { fromDay: '2020-01-01' })
    await must(office.api.organisations.correct({ id: branch.id, rev: 1, name: '炼钢支部', shortName: '炼钢', parentId: general.id }))
    expect(await names('2019-01-01')).toContain('炼钢支部<总支')
    expect(await eventsOf(branch.id)).toEqual([])
    await must(office.api.organisations.move({ id: branch.id, rev: 2, parentId: office.root, fromDay: '2024-03-01', documentNumber: '党发3号' }))
    expect(await office.api.organisations.correct({ id: branch.id, rev: 3, name: '炼钢支部', shortName: '', parentId: general.id })).toMatchObject(failure('SET_BY_EVENT', { day: '2024-03-01' }))
  })
  it('沿革里写着的名称一并更正,那次变动仍撤得回', async () => {
    const branch = await office.addBranch('甲支部', { fromDay: '2020-01-01' })
    await must(office.api.organisations.rename({ id: branch.id, rev: 1, name: '已支部', shortName: '', fromDay: '2024-03-01', documentNumber: '党发3号' }))
    await must(office.api.organisations.correct({ id: branch.id, rev: 2, name: '乙支部', shortName: '', parentId: office.root }))
    expect((await eventsOf(branch.id))[0]?.effects).toEqual([{ aspect: 'name', organisationId: branch.id, from: '甲支部', to: '乙支部' }])
    await must(office.api.organisationEvents.undo({ id: await lastEvent(branch.id) }))
    expect(repo().nameOn(branch.id, '2026-11-20')).toBe('甲支部')
    expectSound()
  })
})

describe('组建方式', () => {
  it('带日期;只有支部有;临时党支部不收党费(ORG-07)', async () => {
    const branch = await office.addBranch('抢险临时支部', { fromDay: '2024-01-01' })
    await must(office.api.organisations.setBuildForm({ id: branch.id, rev: 1, buildForm: 'temporary', fromDay: '2024-01-01' }))
    expect(repo().buildFormOn(branch.id, '2024-01-01')).toBe('temporary')
    const restricted = (day: string, action: RestrictedAction) => (): void => requireAllowed(repo(), branch.id, day, action)
    expect(restricted('2024-01-01', 'dues')).toThrow('TEMPORARY_BRANCH')
    expect(restricted('2023-12-31', 'dues')).not.toThrow()
    expect(await office.api.organisations.setBuildForm({ id: office.root, rev: 1, buildForm: 'joint' })).toMatchObject(failure('NOT_A_BRANCH'))
  })
  it('登记项存得下', async () => {
    const branch = await office.addBranch('甲支部')
    expect(await must(office.api.organisations.saveRegistry({ id: branch.id, rev: 1, unitRelation: 'legal_unit', contact: '周敏', phone: '0451-8234567', approvalDocument: '党发〔2005〕8号' }))).toMatchObject({ rev: 2, unitRelation: 'legal_unit', contact: '周敏', phone: '0451-8234567', approvalDocument: '党发〔2005〕8号' })
  })
})

describe('标签、覆盖单位、阵地、品牌', () => {
  it('带起止日期,终止之后从前的日子还看得到;录错的哪天都不算', async () => {
    const branch = await office.addBranch('甲支部')
    const save = (entry: Parameters<typeof office.api.organisationLists.save>[0]['entry']) => office.api.organisationLists.save({ organisationId: branch.id, entry })
    const fresh = { id: null, rev: null, fromDay: '2024-03-01' } as const
    await must(save({ list: 'labels', ...fresh, label: 'weak', documentNumber: '党发7号', note: '' }))
    await must(save({ list: 'places', ...fresh, placeKind: 'activity_room', name: '一楼活动室', address: '厂区东门', area: 60, equippedOn: '2023-10' }))
    const { brands } = await must(save({ list: 'brands', ...fresh, name: '红炉先锋', meaning: '岗位上的先锋' }))
    const brand = brands[0]
    await must(save({ list: 'brands', id: brand?.id ?? '', rev: brand?.rev ?? 0, fromDay: '2024-03-01', name: '红炉先锋', meaning: '攻关的先锋' }))
    const { labels } = await must(office.api.organisationLists.get({ organisationId: branch.id }))
    await must(office.api.organisationLists.end({ organisationId: branch.id, entry: { list: 'labels', id: labels[0]?.id ?? '', rev: 1 }, day: '2025-03-01' }))
    await must(office.api.organisationLists.end({ organisationId: branch.id, entry: { list: 'brands', id: brand?.id ?? '', rev: 2 }, day: null }))
    const on = async (day: string) => {
      const lists = await must(office.api.organisationLists.get({ organisationId: branch.id, day }))
      return [lists.labels.length, lists.places.length, lists.brands.length]
    }
    expect([await on('2024-02-29'), await on('2024-06-01'), await on('2026-11-20')]).toEqual([[0, 0, 0], [1, 1, 0], [0, 1, 0]])
    expectSound()
  })
  it('同名的单位只登记一次;联合党支部覆盖六个单位,健康检查指出来(ORG-05)', async () => {
    const [one, two] = [await office.addBranch('联合支部'), await office.addBranch('乙支部')]
    await must(office.api.organisations.setBuildForm({ id: one.id, rev: 1, buildForm: 'joint', fromDay: '2024-01-01' }))
    const cover = (organisationId: string, name: string) => office.api.organisationLists.save({ organisationId, entry: { list: 'units', id: null, rev: null, fromDay: '2024-03-01', name, unitKind: 'private_enterprise', code: '' } })
    for (const name of ['一厂', '二厂', '三厂', '四厂', '五厂']) await must(cover(one.id, name))
    const rules = async () => (await must(office.clientOf({ health: createHealthHandlers(office.scope) }).health.list({ organisationId: one.id, onlyThis: true }))).findings.map(({ rule }) => rule)
    expect(await rules()).not.toContain('ORG-05')
    await must(cover(one.id, '六厂'))
    expect(await rules()).toContain('ORG-05')
    const shared = await must(cover(two.id, '一厂'))
    const mine = await must(office.api.organisationLists.get({ organisationId: one.id }))
    expect(shared.units[0]?.unitId).toBe(mine.units[0]?.unitId)
  })
  it('标签只给支部;别的组织名下的不能借着改', async () => {
    const [one, two] = [await office.addBranch('甲支部'), await office.addBranch('乙支部')]
    expect(await office.api.organisationLists.save({ organisationId: office.root, entry: { list: 'labels', id: null, rev: null, fromDay: '2024-03-01', label: 'model', documentNumber: '', note: '' } })).toMatchObject(failure('NOT_A_BRANCH'))
    const { brands } = await must(office.api.organisationLists.save({ organisationId: one.id, entry: { list: 'brands', id: null, rev: null, fromDay: '2024-03-01', name: '甲', meaning: '' } }))
    expect(await office.api.organisationLists.end({ organisationId: two.id, entry: { list: 'brands', id: brands[0]?.id ?? '', rev: 1 }, day: null })).toMatchObject(failure('NOT_FOUND'))
  })
})
