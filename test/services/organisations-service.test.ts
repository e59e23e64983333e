import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOrganisationRepo } from '../../electron/store/repos/organisation-repo.ts'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
beforeEach(() => {
  office = makeOffice()
})
afterEach(() => office.close())

const failure = (code: string, data: unknown = expect.anything()) => ({ ok: false, error: expect.objectContaining({ code, data }) })
const treeText = async () => (await must(office.api.organisations.tree({}))).nodes.map((node) => node.name)
const repo = () => createOrganisationRepo(office.scope.store.db)

describe('新工作区', () => {
  it('有最上级党委与内置的五个分类', async () => {
    const { nodes } = await must(office.api.organisations.tree({}))
    expect(nodes).toEqual([expect.objectContaining({ id: office.root, kind: 'party_committee', name: '测试单位党委', parentId: null, fullMembers: 0 })])
    const { categories } = await must(office.api.organisations.categories({}))
    expect(categories.map(({ code, builtIn, branchCount }) => [code, builtIn, branchCount])).toEqual(['production', 'auxiliary', 'management', 'market', 'mixed'].map((code) => [code, true, 0]))
  })
})

describe('组织树', () => {
  it('党委、党总支、支部、小组,深度不限;上级在前,同级按顺序', async () => {
    const second = await office.addOrganisation(office.root, 'party_committee', '二级党委')
    const general = await office.addOrganisation(second.id, 'general_branch', '炼铁党总支')
    const branch = await office.addOrganisation(general.id, 'branch', '高炉党支部', { code: '001', category: 'production' })
    await office.addOrganisation(branch.id, 'party_group', '第一党小组')
    await office.addBranch('机关党支部', { code: '002' })
    expect(await treeText()).toEqual(['测试单位党委', '二级党委', '炼铁党总支', '高炉党支部', '第一党小组', '机关党支部'])
    expect(branch).toMatchObject({ code: '001', category: 'production', parentName: '炼铁党总支', rev: 1 })
    expect(repo().descendantIds(general.id, '2026-11-20')).toEqual([general.id, branch.id, expect.any(String)])
    expect(repo().branches('2026-11-20').map(({ code, category }) => [code, category])).toEqual([
      ['001', 'production'],
      ['002', null],
    ])
    expect(repo().topOf(branch.id, '2026-11-20')).toEqual({ id: office.root, name: '测试单位党委' })
    expect(repo().findByCode('001')).toBe(branch.id)
    expect(repo().findByCode('')).toBeNull()
  })

  it.each([
    ['branch', 'branch'],
    ['general_branch', 'branch'],
    ['party_committee', 'branch'],
  ] as const)('%s 不能放在支部之下', async (kind, _parent) => {
    const branch = await office.addBranch('高炉党支部')
    expect(await office.api.organisations.add({ parentId: branch.id, kind, name: '某组织', shortName: '', code: '', category: null })).toMatchObject(failure('BAD_PARENT'))
  })
  it('党小组不能直接放在党委之下;最上级只有一个', async () => {
    const base = { shortName: '', code: '', category: null }
    expect(await office.api.organisations.add({ ...base, parentId: office.root, kind: 'party_group', name: '组' })).toMatchObject(failure('BAD_PARENT'))
    expect(await office.api.organisations.add({ ...base, parentId: null, kind: 'party_committee', name: '另一党委' })).toMatchObject(failure('BAD_PARENT'))
  })
  it('重名、重码、没有的上级、没有的分类', async () => {
    await office.addBranch('高炉党支部', { code: '001' })
    const base = { parentId: office.root, kind: 'branch' as const, shortName: '', code: '', category: null }
    expect(await office.api.organisations.add({ ...base, name: '高炉党支部' })).toMatchObject(failure('DUPLICATE_NAME', { name: '高炉党支部' }))
    expect(await office.api.organisations.add({ ...base, name: '烧结党支部', code: '001' })).toMatchObject(failure('DUPLICATE_CODE', { code: '001' }))
    expect(await office.api.organisations.add({ ...base, name: '烧结党支部', category: 'nothing' })).toMatchObject(failure('NOT_FOUND'))
    expect(await office.api.organisations.add({ ...base, parentId: office.scope.ports.ids.next(), name: '烧结党支部' })).toMatchObject(failure('NOT_FOUND'))
    expect(await treeText()).toEqual(['测试单位党委', '高炉党支部'])
  })
  it('各支部都可以有第一党小组,同一支部里不行', async () => {
    const one = await office.addBranch('甲支部')
    const two = await office.addBranch('乙支部')
    await office.addOrganisation(one.id, 'party_group', '第一党小组')
    await office.addOrganisation(two.id, 'party_group', '第一党小组')
    expect(await office.api.organisations.add({ parentId: one.id, kind: 'party_group', name: '第一党小组', shortName: '', code: '', category: null })).toMatchObject(failure('DUPLICATE_NAME'))
  })
})

describe('改名', () => {
  it('旧名留到改名前一天', async () => {
    const branch = await office.addBranch('炼铁支部', { fromDay: '2020-01-01' })
    const renamed = await must(office.api.organisations.rename({ id: branch.id, rev: 1, name: '炼铁作业区党支部', shortName: '炼铁', fromDay: '2026-06-01' }))
    expect(renamed).toMatchObject({ name: '炼铁作业区党支部', shortName: '炼铁', rev: 2 })
    expect(repo().nameOn(branch.id, '2026-05-31')).toBe('炼铁支部')
    expect(repo().nameOn(branch.id, '2026-06-01')).toBe('炼铁作业区党支部')
    expect(repo().nameOn(branch.id, '2015-01-01')).toBe('炼铁支部')
  })
  it('今天录入、今天改,是更正,不留旧名', async () => {
    const branch = await office.addBranch('练铁支部')
    await must(office.api.organisations.rename({ id: branch.id, rev: 1, name: '炼铁支部', shortName: '' }))
    expect(repo().nameOn(branch.id, '2026-01-01')).toBe('炼铁支部')
  })
  it('版本冲突先于重名;与自己重名不算;没有变化修订号不变', async () => {
    const branch = await office.addBranch('甲支部')
    await office.addBranch('乙支部')
    expect(await office.api.organisations.rename({ id: branch.id, rev: 9, name: '乙支部', shortName: '' })).toMatchObject(failure('STALE', { currentRev: 1 }))
    expect(await office.api.organisations.rename({ id: branch.id, rev: 1, name: '乙支部', shortName: '' })).toMatchObject(failure('DUPLICATE_NAME'))
    expect(await must(office.api.organisations.rename({ id: branch.id, rev: 1, name: '甲支部', shortName: '' }))).toMatchObject({ rev: 1 })
    expect(await office.api.organisations.rename({ id: office.scope.ports.ids.next(), rev: 1, name: '丙', shortName: '' })).toMatchObject(failure('NOT_FOUND'))
  })
})

describe('划转', () => {
  it('保留历史;人数随之汇总到新上级', async () => {
    const one = await office.addOrganisation(office.root, 'general_branch', '甲总支')
    const two = await office.addOrganisation(office.root, 'general_branch', '乙总支')
    const branch = await office.addOrganisation(one.id, 'branch', '高炉党支部', { fromDay: '2020-01-01' })
    await office.addMember(branch.id)
    const moved = await must(office.api.organisations.move({ id: branch.id, rev: 1, parentId: two.id, fromDay: '2026-06-01' }))
    expect(moved).toMatchObject({ parentId: two.id, parentName: '乙总支', rev: 2 })
    expect(repo().parentOn(branch.id, '2026-05-31')).toBe(one.id)
    expect(repo().parentOn(branch.id, '2026-06-01')).toBe(two.id)
    const count = (day: string) => Object.fromEntries(repo().tree(day).map((node) => [node.name, node.fullMembers]))
    expect(count('2026-11-20')).toEqual({ 测试单位党委: 1, 甲总支: 0, 乙总支: 1, 高炉党支部: 1 })
    expect(count('2026-05-31')).toEqual({ 测试单位党委: 1, 甲总支: 1, 乙总支: 0, 高炉党支部: 1 })
  })
  it('不能移到自己、自己的下级,也不能移最上级', async () => {
    const upper = await office.addOrganisation(office.root, 'party_committee', '二级党委')
    const lower = await office.addOrganisation(upper.id, 'party_committee', '三级党委')
    expect(await office.api.organisations.move({ id: upper.id, rev: 1, parentId: upper.id })).toMatchObject(failure('BAD_PARENT'))
    expect(await office.api.organisations.move({ id: upper.id, rev: 1, parentId: lower.id })).toMatchObject(failure('BAD_PARENT'))
    expect(await office.api.organisations.move({ id: office.root, rev: 1, parentId: lower.id })).toMatchObject(failure('BAD_PARENT'))
  })
  it('补记到从前的划转,在从前的任何一天也不能绕成圈', async () => {
    const one = await office.addOrganisation(office.root, 'party_committee', '甲', { fromDay: '2020-01-01' })
    const two = await office.addOrganisation(one.id, 'party_committee', '乙', { fromDay: '2020-01-01' })
    // 乙 2026-06-01 起不在甲之下;甲 2026-01-01 起补记到乙之下,中间半年就会绕圈。
    await must(office.api.organisations.move({ id: two.id, rev: 1, parentId: office.root, fromDay: '2026-06-01' }))
    expect(await office.api.organisations.move({ id: one.id, rev: 1, parentId: two.id, fromDay: '2026-01-01' })).toMatchObject(failure('BAD_PARENT'))
    expect(await must(office.api.organisations.move({ id: one.id, rev: 1, parentId: two.id, fromDay: '2026-06-01' }))).toMatchObject({ parentId: two.id })
  })
  it('将来才生效的划转也算在内', async () => {
    const one = await office.addOrganisation(office.root, 'party_committee', '甲')
    const two = await office.addOrganisation(office.root, 'party_committee', '乙')
    await must(office.api.organisations.move({ id: one.id, rev: 1, parentId: two.id, fromDay: '2027-01-01' }))
    expect(await office.api.organisations.move({ id: two.id, rev: 1, parentId: one.id })).toMatchObject(failure('BAD_PARENT'))
  })
  it('有组员的小组不能搬到别的支部,空的可以', async () => {
    const one = await office.addBranch('甲支部')
    const two = await office.addBranch('乙支部')
    const full = await office.addOrganisation(one.id, 'party_group', '一组')
    const empty = await office.addOrganisation(one.id, 'party_group', '二组')
    await office.addMember(one.id, { partyGroupId: full.id })
    expect(await office.api.organisations.move({ id: full.id, rev: 1, parentId: two.id })).toMatchObject(failure('BAD_PARENT'))
    expect(await must(office.api.organisations.move({ id: empty.id, rev: 1, parentId: two.id }))).toMatchObject({ parentId: two.id })
  })
})

describe('分类', () => {
  it('改分类保留历史;只有支部有分类', async () => {
    const branch = await office.addBranch('甲支部', { category: 'production', fromDay: '2020-01-01' })
    await must(office.api.organisations.setCategory({ id: branch.id, rev: 1, category: 'market', fromDay: '2026-07-01' }))
    expect(repo().categoryOn(branch.id, '2026-06-30')).toBe('production')
    expect(repo().categoryOn(branch.id, '2026-07-01')).toBe('market')
    expect(await office.api.organisations.setCategory({ id: office.root, rev: 1, category: 'market' })).toMatchObject(failure('NOT_A_BRANCH'))
    expect(await office.api.organisations.setCategory({ id: branch.id, rev: 2, category: 'nothing' })).toMatchObject(failure('NOT_FOUND'))
  })
  it('自加的分类:代码由拼音生成;在用不能撤,内置不能撤', async () => {
    const added = await must(office.api.organisations.addCategory({ name: '科研' }))
    expect(added.categories.at(-1)).toEqual({ code: 'keyan', name: '科研', builtIn: false, branchCount: 0 })
    expect(await office.api.organisations.addCategory({ name: '科研' })).toMatchObject(failure('DUPLICATE_NAME', { name: '科研' }))
    const branch = await office.addBranch('研究院党支部', { category: 'keyan' })
    expect(await office.api.organisations.retireCategory({ code: 'keyan' })).toMatchObject(failure('CATEGORY_IN_USE', { count: 1 }))
    expect(await office.api.organisations.retireCategory({ code: 'production' })).toMatchObject(failure('NOT_EDITABLE'))
    expect(await office.api.organisations.retireCategory({ code: 'nothing' })).toMatchObject(failure('NOT_FOUND'))
    await must(office.api.organisations.setCategory({ id: branch.id, rev: 1, category: 'management' }))
    expect((await must(office.api.organisations.retireCategory({ code: 'keyan' }))).categories.length).toBe(5)
    // 撤去之后同名再加,代码不与用过的相同。
    expect((await must(office.api.organisations.addCategory({ name: '科研' }))).categories.at(-1)?.code).toBe('keyan_2')
  })
})

describe('基本情况', () => {
  const basics = { code: '', foundedOn: null, meetingPlace: '', themeDay: '', note: '' }
  it('保存、读回;重码拒绝;没有变化修订号不变', async () => {
    const branch = await office.addBranch('甲支部', { code: '001' })
    await office.addBranch('乙支部', { code: '002' })
    const saved = await must(office.api.organisations.saveBasics({ ...basics, id: branch.id, rev: 1, code: '011', foundedOn: '2012-07', meetingPlace: '三楼会议室', themeDay: '每月第一个周五', note: '第一行' }))
    expect(saved).toMatchObject({ rev: 2, code: '011', foundedOn: '2012-07', meetingPlace: '三楼会议室', themeDay: '每月第一个周五', note: '第一行', termFrom: null })
    expect(await office.api.organisations.saveBasics({ ...basics, id: branch.id, rev: 2, code: '002' })).toMatchObject(failure('DUPLICATE_CODE'))
    expect(await office.api.organisations.saveBasics({ ...basics, id: branch.id, rev: 1, code: '002' })).toMatchObject(failure('STALE', { currentRev: 2 }))
    const again = { ...basics, id: branch.id, rev: 2, code: '011', foundedOn: '2012-07', meetingPlace: '三楼会议室', themeDay: '每月第一个周五', note: '第一行' }
    expect(await must(office.api.organisations.saveBasics(again))).toMatchObject({ rev: 2 })
  })
  it('未成立的支部不列入那一天的支部清单', async () => {
    const branch = await office.addBranch('甲支部')
    await must(office.api.organisations.saveBasics({ ...basics, id: branch.id, rev: 1, foundedOn: '2026-10' }))
    expect(repo().branches('2026-09-30')).toEqual([])
    expect(repo().branches('2026-10-31').map(({ id }) => id)).toEqual([branch.id])
  })
})

describe('班子', () => {
  const post = (name: string, code: 'secretary' | 'organization_member' | 'publicity_member', fromDay = '2024-01-01', more: { id?: string | null; memberId?: string | null; duty?: string } = {}) => ({ id: null, memberId: null, duty: '', ...more, name, post: code, fromDay })

  it('三人以上视为设支委会;书记姓名上树', async () => {
    const branch = await office.addBranch('甲支部')
    expect(branch).toMatchObject({ hasCommittee: false, secretaryName: '' })
    const saved = await must(office.api.organisations.savePosts({ id: branch.id, rev: 1, posts: [post('宣某', 'publicity_member'), post('书某', 'secretary'), post('组某', 'organization_member')] }))
    expect(saved).toMatchObject({ rev: 2, hasCommittee: true, secretaryName: '书某' })
    expect(saved.posts.map((each) => each.name)).toEqual(['书某', '组某', '宣某'])
    expect((await must(office.api.organisations.tree({}))).nodes[1]?.secretaryName).toBe('书某')
  })
  it('换书记:前任止于接任之日,历史仍在', async () => {
    const branch = await office.addBranch('甲支部')
    const first = await must(office.api.organisations.savePosts({ id: branch.id, rev: 1, posts: [post('前任', 'secretary'), post('组某', 'organization_member')] }))
    const kept = first.posts.filter((each) => each.post !== 'secretary')
    const second = await must(office.api.organisations.savePosts({ id: branch.id, rev: 2, posts: [post('后任', 'secretary', '2026-09-01'), ...kept] }))
    expect(second.posts.map((each) => [each.name, each.fromDay])).toEqual([
      ['后任', '2026-09-01'],
      ['组某', '2024-01-01'],
    ])
    expect(repo().postsOf(branch.id, '2026-08-31').map((each) => each.name)).toEqual(['前任', '组某'])
    expect(repo().postsOf(branch.id, '2023-12-31')).toEqual([])
  })
  it('在同一条里换人且日期更晚,同样是接任;只改分工是更正', async () => {
    const branch = await office.addBranch('甲支部')
    const first = await must(office.api.organisations.savePosts({ id: branch.id, rev: 1, posts: [post('前任', 'secretary')] }))
    const id = first.posts[0]?.id ?? null
    const duty = await must(office.api.organisations.savePosts({ id: branch.id, rev: 2, posts: [post('前任', 'secretary', '2024-01-01', { id, duty: '主持全面工作' })] }))
    expect(duty).toMatchObject({ rev: 3, posts: [{ id, duty: '主持全面工作' }] })
    await must(office.api.organisations.savePosts({ id: branch.id, rev: 3, posts: [post('后任', 'secretary', '2026-09-01', { id })] }))
    expect(repo().postsOf(branch.id, '2026-08-31').map((each) => each.name)).toEqual(['前任'])
    expect(repo().postsOf(branch.id, '2026-09-01').map((each) => each.name)).toEqual(['后任'])
  })
  it('没有人接任的,止于今天;原样再存不算变动', async () => {
    const branch = await office.addBranch('甲支部')
    const first = await must(office.api.organisations.savePosts({ id: branch.id, rev: 1, posts: [post('书某', 'secretary'), post('组某', 'organization_member')] }))
    expect(await must(office.api.organisations.savePosts({ id: branch.id, rev: 2, posts: first.posts }))).toMatchObject({ rev: 2 })
    await must(office.api.organisations.savePosts({ id: branch.id, rev: 2, posts: first.posts.slice(0, 1) }))
    expect(repo().postsOf(branch.id, '2026-11-19').map((each) => each.name)).toEqual(['书某', '组某'])
    expect(repo().postsOf(branch.id, '2026-11-20').map((each) => each.name)).toEqual(['书某'])
  })
  it('名册里的人按名册上的姓名;别处的任职、没有的人不收', async () => {
    const branch = await office.addBranch('甲支部')
    const member = await office.addMember(branch.id, { name: '张三' })
    const saved = await must(office.api.organisations.savePosts({ id: branch.id, rev: 1, posts: [post('张三', 'secretary', '2024-01-01', { memberId: member.id })] }))
    await must(office.api.members.save({ id: member.id, rev: 1, fields: { ...member.fields, name: '张三丰' } }))
    expect((await must(office.api.organisations.get({ id: branch.id }))).secretaryName).toBe('张三丰')
    const other = await office.addBranch('乙支部')
    expect(await office.api.organisations.savePosts({ id: other.id, rev: 1, posts: saved.posts })).toMatchObject(failure('NOT_FOUND'))
    expect(await office.api.organisations.savePosts({ id: other.id, rev: 1, posts: [post('某', 'secretary', '2024-01-01', { memberId: office.root })] })).toMatchObject(failure('NOT_FOUND'))
  })
})

describe('留痕', () => {
  it('每次写入有审计与版本,审计里没有名称;事件在提交后发', async () => {
    const branch = await office.addBranch('炼铁作业区党支部')
    await must(office.api.organisations.rename({ id: branch.id, rev: 1, name: '烧结作业区党支部', shortName: '' }))
    const audit = office.scope.store.db.prepare('SELECT kind, procedure, detail FROM audit_log').all() as { kind: string; procedure: string; detail: string }[]
    expect(audit.map((row) => row.detail).join()).not.toMatch(/作业区|测试单位/)
    expect(audit.filter((row) => row.procedure === 'organisations.rename').map((row) => JSON.parse(row.detail))).toContainEqual({ action: 'correct', fields: [] })
    expect(findBrokenAudit(office.scope.store.db)).toBeNull()
    const versions = office.scope.store.db.prepare("SELECT rev FROM record_version WHERE table_name = 'organisation' AND record_id = ? ORDER BY rev").pluck().all(branch.id)
    expect(versions).toEqual([1, 2])
    expect(office.events.at(-1)).toEqual({ event: 'organisations.changed', payload: { ids: [branch.id] } })
  })
  it('失败的写入什么也不留', async () => {
    const before = office.scope.store.db.prepare('SELECT count(*) FROM audit_log').pluck().get()
    await office.api.organisations.add({ parentId: office.root, kind: 'party_group', name: '组', shortName: '', code: '', category: null })
    expect(office.scope.store.db.prepare('SELECT count(*) FROM audit_log').pluck().get()).toBe(before)
    expect(office.events).toEqual([])
  })
})
