import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MemberFields } from '../../shared/model/member.ts'
import { createMemberWriter } from '../../electron/services/members/member-writer.ts'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { createMemberRepo } from '../../electron/store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../electron/store/repos/organisation-repo.ts'
import { must } from '../support/make-core.ts'
import { idNumberOf, makeOffice, memberFields, type Office } from '../support/office.ts'

let office: Office
let branchId: string
let groupId: string
beforeEach(async () => {
  office = makeOffice()
  branchId = (await office.addBranch('炼铁党支部', { code: '001', category: 'production' })).id
  groupId = (await office.addOrganisation(branchId, 'party_group', '第一党小组')).id
})
afterEach(() => office.close())

const failure = (code: string, data: unknown = expect.anything()) => ({ ok: false, error: expect.objectContaining({ code, data }) })
const list = (changes: { organisationId?: string | null; search?: string; memberType?: 'full' | 'probationary' | null; offset?: number; limit?: number } = {}) =>
  must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 100, ...changes }))
const namesOf = async (changes: Parameters<typeof list>[0]) => (await list(changes)).rows.map((row) => row.name)
const rosterNames = (organisationId: string, day: string) =>
  createMemberRepo(office.scope.store.db)
    .rosterOf(organisationId, day)
    .map((row) => row.name)
const save = async (id: string, rev: number, changes: Partial<MemberFields>) => {
  const { fields } = await must(office.api.members.get({ id }))
  return must(office.api.members.save({ id, rev, fields: { ...fields, ...changes } }))
}

describe('新增与读取', () => {
  it('读回全部字段;党龄从转正算,政治生日按入党日', async () => {
    const idNumber = idNumberOf('1976-03-12', 11)
    const fields = memberFields(branchId, { partyGroupId: groupId, idNumber, mobile: '13812345678', telephone: '0451-8888', address: '某街 1 号', workNumber: 'A017', note: '备注', joinedOn: '2020-02-29', regularOn: '2021-02-28' })
    const added = await must(office.api.members.add({ fields }))
    expect(added).toEqual({ id: added.id, rev: 1, fields: { ...fields, idNumber: null, mobile: null, telephone: null, address: null }, masked: { idNumber: `2301**********${idNumber.slice(-4)}`, mobile: '138****5678', telephone: '*******88', address: '某街 ******' }, branchName: '炼铁党支部', partyGroupName: '第一党小组', partyStandingYears: 5, partyBirthday: '02-28', hasPhoto: false, departure: null,
      states: [], updatedAt: expect.any(Number) })
    expect(await must(office.api.members.get({ id: added.id }))).toEqual(added)
  })
  it('预备党员没有党龄;入党日期只到月没有政治生日', async () => {
    const added = await office.addMember(branchId, { memberType: 'probationary', regularOn: null, joinedOn: '2026-03' })
    expect(added).toMatchObject({ partyStandingYears: null, partyBirthday: null })
  })
  it('敏感四项平时不出核心;看一眼记一条审计,审计里没有原值;不动的照旧,空串清掉', async () => {
    const idNumber = idNumberOf('1976-03-12', 11)
    const added = await office.addMember(branchId, { idNumber, mobile: '13812345678', address: '红旗街 5 号' })
    expect(JSON.stringify(added)).not.toContain('13812345678')
    expect(await must(office.api.members.reveal({ id: added.id, field: 'idNumber', purpose: '核对证件' }))).toEqual({ value: idNumber, hideAfterSeconds: 60 })
    const { db } = office.scope.store
    const row = db.prepare("SELECT kind, procedure, owner_unit, table_name, record_id, detail, reason_digest <> '' AS hasReason FROM audit_log ORDER BY seq DESC LIMIT 1").get()
    expect(row).toEqual({ kind: 'member_reveal', procedure: 'members.reveal', owner_unit: branchId, table_name: 'member_personal', record_id: added.id, detail: '{"action":"reveal","field":"idNumber"}', hasReason: 1 })
    expect(db.prepare('SELECT reason FROM audit_reason ORDER BY audit_seq DESC LIMIT 1').pluck().get()).toBe('核对证件')
    await save(added.id, 1, { address: '' })
    const read = async (field: 'idNumber' | 'mobile' | 'address') => (await must(office.api.members.reveal({ id: added.id, field, purpose: '核对证件' }))).value
    expect([await read('idNumber'), await read('mobile'), await read('address')]).toEqual([idNumber, '13812345678', ''])
    expect(await office.api.members.reveal({ id: office.root, field: 'mobile', purpose: '核对证件' })).toMatchObject(failure('NOT_FOUND'))
  })
  it('名册的一行遮住证号,只有手机后四位', async () => {
    const idNumber = idNumberOf('1976-03-12', 11)
    await office.addMember(branchId, { idNumber, mobile: '13812345678' })
    const { rows } = await list()
    expect(rows[0]).toMatchObject({ idNumberMasked: `2301**********${idNumber.slice(-4)}`, mobileTail: '5678', branchName: '炼铁党支部', partyGroupId: null, partyGroupName: '', partyPosts: [] })
    expect(JSON.stringify(rows)).not.toContain(idNumber)
  })
  it.each([
    ['230102197603120118', 'check_digit'],
    ['230102197613120111', 'birth'],
  ])('证号 %s 不对:%s', async (idNumber, reason) => {
    expect(await office.api.members.add({ fields: memberFields(branchId, { idNumber }) })).toMatchObject(failure('BAD_ID_NUMBER', { reason }))
  })
  it('证号已有人:说出是谁、在哪个支部', async () => {
    const idNumber = idNumberOf('1976-03-12', 11)
    const first = await office.addMember(branchId, { name: '李四', idNumber })
    expect(await office.api.members.add({ fields: memberFields(branchId, { idNumber }) })).toMatchObject(failure('DUPLICATE_ID_NUMBER', { name: '李四', branchName: '炼铁党支部' }))
    // 自己的证号不算重复。
    expect(await must(office.api.members.save({ id: first.id, rev: 1, fields: { ...first.fields, post: '班长' } }))).toMatchObject({ rev: 2 })
  })
  it('只能加在党支部里;小组须是本支部的', async () => {
    expect(await office.api.members.add({ fields: memberFields(office.root) })).toMatchObject(failure('NOT_A_BRANCH'))
    expect(await office.api.members.add({ fields: memberFields(groupId) })).toMatchObject(failure('NOT_A_BRANCH'))
    const other = await office.addBranch('烧结党支部')
    expect(await office.api.members.add({ fields: memberFields(other.id, { partyGroupId: groupId }) })).toMatchObject(failure('NOT_FOUND'))
    expect((await list()).rows).toEqual([])
  })
})

describe('保存', () => {
  it('版本冲突、没有这个人', async () => {
    const added = await office.addMember(branchId)
    expect(await office.api.members.save({ id: added.id, rev: 3, fields: added.fields })).toMatchObject(failure('STALE', { currentRev: 1 }))
    expect(await office.api.members.save({ id: office.root, rev: 1, fields: added.fields })).toMatchObject(failure('NOT_FOUND'))
    expect(await office.api.members.get({ id: office.root })).toMatchObject(failure('NOT_FOUND'))
  })
  it('没有变化修订号不变;只改电话也加一', async () => {
    const added = await office.addMember(branchId)
    expect(await save(added.id, 1, {})).toMatchObject({ rev: 1 })
    expect(await save(added.id, 1, { mobile: '13900001111' })).toMatchObject({ rev: 2, fields: { mobile: null }, masked: { mobile: '139****1111' } })
  })
  it('改名后按新的拼音查得到,按旧的查不到', async () => {
    const added = await office.addMember(branchId, { name: '单雄信' })
    await save(added.id, 1, { name: '尉迟恭' })
    expect(await namesOf({ search: 'ycg' })).toEqual(['尉迟恭'])
    expect(await namesOf({ search: 'shan' })).toEqual([])
  })
})

describe('换支部、换小组', () => {
  it('历史不丢:换之前仍在原支部', async () => {
    const other = await office.addBranch('烧结党支部')
    const added = await office.addMember(branchId, { partyGroupId: groupId })
    office.clock.set('2026-12-10')
    expect(await save(added.id, 1, { branchId: other.id })).toMatchObject({ rev: 2, branchName: '烧结党支部', fields: { branchId: other.id, partyGroupId: null }, partyGroupName: '' })
    expect(rosterNames(branchId, '2026-12-09')).toEqual(['王建国'])
    expect(rosterNames(branchId, '2026-12-10')).toEqual([])
    expect(rosterNames(other.id, '2026-12-09')).toEqual([])
    expect(rosterNames(other.id, '2026-12-10')).toEqual(['王建国'])
    expect(rosterNames(groupId, '2026-12-09')).toEqual(['王建国'])
    expect(rosterNames(groupId, '2026-12-10')).toEqual([])
    // 归属随人走,审计与权限才对得上。
    expect(office.scope.store.db.prepare('SELECT owner_unit FROM member WHERE id = ?').pluck().get(added.id)).toBe(other.id)
  })
  it('换支部同时选了新支部的小组,就进那个小组', async () => {
    const other = await office.addBranch('烧结党支部')
    const newGroup = await office.addOrganisation(other.id, 'party_group', '二组')
    const added = await office.addMember(branchId, { partyGroupId: groupId })
    expect(await save(added.id, 1, { branchId: other.id, partyGroupId: newGroup.id })).toMatchObject({ fields: { partyGroupId: newGroup.id }, partyGroupName: '二组' })
  })
  it('没换支部却选了别的支部的小组,不收', async () => {
    const other = await office.addBranch('烧结党支部')
    const foreign = await office.addOrganisation(other.id, 'party_group', '二组')
    const added = await office.addMember(branchId)
    expect(await office.api.members.save({ id: added.id, rev: 1, fields: { ...added.fields, partyGroupId: foreign.id } })).toMatchObject(failure('NOT_FOUND'))
  })
  it('录入当天改支部是更正,以前的日子也按更正后的', async () => {
    const other = await office.addBranch('烧结党支部')
    const added = await office.addMember(branchId)
    await save(added.id, 1, { branchId: other.id })
    expect(rosterNames(branchId, '2026-01-10')).toEqual([])
    expect(rosterNames(other.id, '2026-01-10')).toEqual(['王建国'])
  })
})

describe('某一天的名册', () => {
  it.each([
    ['1998-06-30', []],
    ['1998-07-01', ['probationary']],
    ['1999-06-30', ['probationary']],
    ['1999-07-01', ['full']],
    ['2026-11-20', ['full']],
  ])('%s:入党之前不在册,转正之前按预备党员算', async (day, expected) => {
    await office.addMember(branchId, { joinedOn: '1998-07-01', regularOn: '1999-07-01' })
    expect(createMemberRepo(office.scope.store.db).rosterOf(branchId, day).map((row) => row.memberType)).toEqual(expected)
  })
  it.each(['stopped', 'expelled', 'left', 'deceased'] as const)('党籍状态改为 %s:当天起不在册,以前仍在;平时不列,查得到', async (membershipState) => {
    const added = await office.addMember(branchId, { partyGroupId: groupId })
    office.clock.set('2026-12-10')
    expect(await save(added.id, 1, { membershipState })).toMatchObject({ rev: 2, branchName: '炼铁党支部', fields: { branchId, membershipState } })
    expect(rosterNames(branchId, '2026-12-09')).toEqual(['王建国'])
    expect(rosterNames(branchId, '2026-12-10')).toEqual([])
    expect(createMemberRepo(office.scope.store.db).rosterOf(branchId, '2026-12-09')[0]?.membershipState).toBe('normal')
    expect(await namesOf({})).toEqual([])
    expect(await namesOf({ search: 'wjg' })).toEqual(['王建国'])
    const { nodes } = await must(office.api.organisations.tree({}))
    expect(nodes.map((node) => node.fullMembers)).toEqual([0, 0, 0])
    // 改错了可以改回来,像没离开过一样。
    await save(added.id, 2, { membershipState: 'restored', partyGroupId: groupId })
    expect(rosterNames(branchId, '2026-12-10')).toEqual(['王建国'])
    expect(rosterNames(groupId, '2026-12-10')).toEqual(['王建国'])
  })
  it('已离开的人改支部,是更正离开前所在', async () => {
    const other = await office.addBranch('烧结党支部')
    const added = await office.addMember(branchId)
    office.clock.set('2026-12-10')
    await save(added.id, 1, { membershipState: 'deceased' })
    office.clock.set('2026-12-20')
    expect(await save(added.id, 2, { branchId: other.id })).toMatchObject({ fields: { branchId: other.id } })
    expect(rosterNames(other.id, '2026-12-09')).toEqual(['王建国'])
    expect(rosterNames(other.id, '2026-12-10')).toEqual([])
  })
  it('录入时就已离开的,从不在册', async () => {
    await office.addMember(branchId, { membershipState: 'left' })
    expect(rosterNames(branchId, '2026-11-20')).toEqual([])
    expect(rosterNames(branchId, '2020-01-01')).toEqual([])
    expect(await namesOf({ search: '王' })).toEqual(['王建国'])
  })
  it('带出小组、现任职务与打印要用的各项', async () => {
    const member = await office.addMember(branchId, { partyGroupId: groupId, mobile: '13812345678', workNumber: 'A1' })
    const post = (code: 'secretary' | 'organization_member') => ({ id: null, memberId: member.id, name: member.fields.name, post: code, duty: '', fromDay: '2025-01-01' })
    await must(office.api.organisations.savePosts({ id: branchId, rev: 1, posts: [post('organization_member'), post('secretary')] }))
    const leader = { ...post('secretary'), post: 'group_leader' as const }
    await must(office.api.organisations.savePosts({ id: groupId, rev: 1, posts: [leader] }))
    const row = createMemberRepo(office.scope.store.db).rosterOf(branchId, '2026-11-20')[0]
    expect(row).toMatchObject({ memberId: member.id, branchId, partyGroupId: groupId, partyGroupName: '第一党小组', partyPosts: ['secretary', 'organization_member', 'group_leader'], mobile: '13812345678', education: '20' })
    expect((await list()).rows[0]?.partyPosts).toEqual(['secretary', 'organization_member', 'group_leader'])
  })
  it('完整率只说填没填,不带出证号、电话、住址', async () => {
    const idNumber = idNumberOf('1976-03-12', 11)
    await office.addMember(branchId, { idNumber, mobile: '13812345678', gender: '0', education: '' })
    const rows = createMemberRepo(office.scope.store.db).completenessRows(branchId, '2026-11-20')
    expect(rows).toEqual([expect.objectContaining({ name: '王建国', memberType: 'full', gender: '', education: '', idNumber: 'filled', mobile: 'filled', address: '' })])
    expect(JSON.stringify(rows)).not.toMatch(/13812345678|2301/)
  })
})

describe('名册列表', () => {
  it('按组织及下级、类别筛选,分页,计数', async () => {
    const other = await office.addBranch('烧结党支部')
    await office.addMember(other.id, { name: '赵六' })
    await office.addMember(branchId, { name: '钱一', memberType: 'probationary', regularOn: null })
    await office.addMember(branchId, { name: '孙二', partyGroupId: groupId })
    expect(await list()).toMatchObject({ counts: { total: 3, full: 2, probationary: 1 }, rows: [{ name: '钱一' }, { name: '孙二' }, { name: '赵六' }] })
    expect(await list({ organisationId: branchId, memberType: 'full' })).toMatchObject({ counts: { total: 1, full: 1, probationary: 0 }, rows: [{ name: '孙二' }] })
    expect(await namesOf({ organisationId: groupId })).toEqual(['孙二'])
    expect(await list({ offset: 1, limit: 1 })).toMatchObject({ counts: { total: 3 }, rows: [{ name: '孙二' }] })
    expect(await list({ organisationId: office.scope.ports.ids.next() })).toEqual({ rows: [], counts: { total: 0, full: 0, probationary: 0 } })
  })
  it('人数汇总到树,预备党员另计,小组不重复加', async () => {
    await office.addMember(branchId, { partyGroupId: groupId })
    await office.addMember(branchId, { memberType: 'probationary', regularOn: null })
    const { nodes } = await must(office.api.organisations.tree({}))
    expect(nodes.map((node) => [node.name, node.fullMembers, node.probationaryMembers])).toEqual([
      ['测试单位党委', 1, 1],
      ['炼铁党支部', 1, 1],
      ['第一党小组', 1, 0],
    ])
  })
})

describe('查找', () => {
  const people: readonly Partial<MemberFields>[] = [
    { name: '王建国', mobile: '13812345678', workNumber: 'A017' },
    { name: '单雄信', mobile: '13900008888' },
    { name: '曾国藩' },
    { name: '仇英' },
    { name: '解缙' },
    { name: '查良镛' },
    { name: '区寄' },
    { name: '任正非' },
    { name: '盖叫天' },
    { name: '朴树' },
    { name: '覃超' },
    { name: '尉迟恭' },
    { name: '万俟卨' },
    { name: '吕布' },
    { name: '尼格买提·热合曼', workNumber: '50%_B' },
  ]
  it.each([
    ['建国', ['王建国']],
    ['wangjianguo', ['王建国']],
    ['WangJianGuo', ['王建国']],
    ['wang jian guo', ['王建国']],
    ['wjg', ['王建国']],
    ['wangjg', ['王建国']],
    ['ｗｊｇ', ['王建国']],
    ['5678', ['王建国']],
    ['5678', ['王建国']],
    ['1381', []],
    ['a017', ['王建国']],
    ['A01', ['王建国']],
    ['sxx', ['单雄信']],
    ['shanxx', ['单雄信']],
    ['danxx', []],
    ['zgf', ['曾国藩']],
    ['qiuying', ['仇英']],
    ['xiejin', ['解缙']],
    ['zly', ['查良镛']],
    ['ouji', ['区寄']],
    ['rzf', ['任正非']],
    ['gejiaotian', ['盖叫天']],
    ['piaoshu', ['朴树']],
    ['qinchao', ['覃超']],
    ['yuchi', ['尉迟恭']],
    ['moqi', ['万俟卨']],
    ['lvbu', ['吕布']],
    ['·热', ['尼格买提·热合曼']],
    ['ngmt', ['尼格买提·热合曼']],
    ['50%', ['尼格买提·热合曼']],
    ['0%_', ['尼格买提·热合曼']],
    ['%', ['尼格买提·热合曼']],
    ['_', ['尼格买提·热合曼']],
    ['\\', []],
    ["' OR 1=1 --", []],
    ['没有这个人', []],
    ['吕 布', ['吕布']],
    ['吕　布', ['吕布']],
  ])('%s → %j', async (search, expected) => {
    for (const changes of people) await office.addMember(branchId, changes)
    expect(await namesOf({ search })).toEqual(expected)
    expect((await list({ search })).counts.total).toBe(expected.length)
  })
})

describe('写入器', () => {
  it('党小组:有就用,没有就建', () => {
    const writer = createMemberWriter(office.scope)
    const ids = office.scope.write('import', 'test', (transaction) => [writer.ensureGroup(transaction, branchId, '第一党小组'), writer.ensureGroup(transaction, branchId, '二组'), writer.ensureGroup(transaction, branchId, '二组')])
    expect(ids[0]).toBe(groupId)
    expect(ids[1]).toBe(ids[2])
    expect(createOrganisationRepo(office.scope.store.db).groupsOf(branchId, '2026-11-20')).toEqual([
      { id: groupId, name: '第一党小组' },
      { id: ids[1], name: '二组' },
    ])
    expect(() => office.scope.write('import', 'test', (transaction) => writer.ensureGroup(transaction, office.root, '组'))).toThrow('NOT_A_BRANCH')
  })
  it('rev 为 null 不核对修订号', async () => {
    const added = await office.addMember(branchId)
    await save(added.id, 1, { post: '班长' })
    const writer = createMemberWriter(office.scope)
    office.scope.write('import', 'test', (transaction) => writer.save(transaction, added.id, null, { ...memberFields(branchId), post: '段长' }))
    expect(await must(office.api.members.get({ id: added.id }))).toMatchObject({ rev: 3, fields: { post: '段长' } })
  })
})

describe('成绩要重算', () => {
  const dirty = () => office.scope.store.db.prepare('SELECT branch_id, period FROM score_dirty ORDER BY branch_id, period').raw().all()
  const clear = () => office.scope.store.db.prepare('DELETE FROM score_dirty').run()
  /** 让这些支部在这些月份有算过的成绩。 */
  const scored = (branches: readonly string[], periods: readonly string[]): void => {
    const next = () => office.scope.ports.ids.next()
    const [scheme, version] = [next(), next()]
    office.scope.store.db.prepare("INSERT INTO scheme (id, owner_unit, name, created_at, updated_at) VALUES (?, ?, '方案', 0, 0)").run(scheme, office.root)
    office.scope.store.db.prepare("INSERT INTO scheme_version (id, owner_unit, scheme_id, version, effective_from, status, body, hash) VALUES (?, ?, ?, 1, '2026-01-01', 'draft', '{}', '')").run(version, office.root, scheme)
    const insert = office.scope.store.db.prepare("INSERT INTO score_result (id, owner_unit, branch_id, period, scheme_version_id, revision, known_at, status, body, input_hash) VALUES (?, ?, ?, ?, ?, 1, 0, 'scored', '{}', '')")
    for (const branch of branches) for (const period of periods) insert.run(next(), branch, branch, period, version)
  }
  it('名册有变,本月与上月算过的成绩要重算;没有变化不标,没算过的不标', async () => {
    const added = await office.addMember(branchId)
    const other = await office.addBranch('烧结党支部')
    expect(dirty()).toEqual([])
    scored([branchId, other.id], ['2026-09', '2026-10', '2026-11'])
    await save(added.id, 1, {})
    expect(dirty()).toEqual([])
    await save(added.id, 1, { branchId: other.id })
    expect(dirty()).toEqual([branchId, other.id].sort().flatMap((id) => [[id, '2026-10'], [id, '2026-11']]))
  })
  it('新建党小组、改分类也要;一月份的上月是去年十二月', async () => {
    office.clock.set('2027-01-05')
    scored([branchId], ['2026-11', '2026-12', '2027-01'])
    const both = [[branchId, '2026-12'], [branchId, '2027-01']]
    await office.addOrganisation(branchId, 'party_group', '二组')
    expect(dirty()).toEqual(both)
    clear()
    await must(office.api.organisations.setCategory({ id: branchId, rev: 1, category: 'market' }))
    expect(dirty()).toEqual(both)
  })
})

describe('留痕', () => {
  it('审计只有字段名,没有个人值;版本里有整行', async () => {
    const idNumber = idNumberOf('1976-03-12', 11)
    const added = await office.addMember(branchId, { name: '欧阳修', idNumber, mobile: '13812345678', address: '某街 1 号' })
    await save(added.id, 1, { mobile: '13900001111', post: '段长' })
    const audit = office.scope.store.db.prepare("SELECT table_name, detail FROM audit_log WHERE procedure = 'members.save'").all() as { table_name: string; detail: string }[]
    expect(audit.map((row) => [row.table_name, JSON.parse(row.detail)])).toEqual([
      ['member_personal', { action: 'update', fields: ['mobile'] }],
      ['member', { action: 'update', fields: ['post'] }],
    ])
    const everything = (office.scope.store.db.prepare('SELECT detail FROM audit_log').pluck().all() as string[]).join()
    for (const secret of ['欧阳修', 'ouyang', idNumber, '13812345678', '13900001111', '某街', '段长', '1976']) expect(everything).not.toContain(secret)
    const versions = office.scope.store.db.prepare('SELECT table_name, rev, body FROM record_version WHERE record_id = ? ORDER BY seq').all(added.id) as { table_name: string; rev: number; body: string }[]
    expect(versions.map((row) => [row.table_name, row.rev])).toEqual([
      ['member', 1],
      ['member_personal', 1],
      ['member_personal', 2],
      ['member', 2],
    ])
    expect(JSON.parse(versions[2]?.body ?? '')).toMatchObject({ mobile: '13900001111', id_number: idNumber })
    expect(findBrokenAudit(office.scope.store.db)).toBeNull()
  })
  it('事件在提交后发,失败不发', async () => {
    const added = await office.addMember(branchId)
    expect(office.events.slice(-2)).toEqual([
      { event: 'members.changed', payload: { ids: [added.id] } },
      { event: 'organisations.changed', payload: { ids: [branchId] } },
    ])
    const before = office.events.length
    await office.api.members.add({ fields: memberFields(office.root) })
    expect(office.events.length).toBe(before)
  })
})

describe('一万人', () => {
  it('写入、列表、查找、比对、汇总的用时(打印,不作断言)', async () => {
    const writer = createMemberWriter(office.scope)
    const repo = createMemberRepo(office.scope.store.db)
    const branches = [branchId]
    for (let index = 1; index < 200; index++) branches.push((await office.addBranch(`第${index}党支部`)).id)
    const surnames = [...'赵钱孙李周吴郑王单曾仇解查区任']
    const given = [...'建国明华丽娟志强秀英海涛文斌']
    const started = performance.now()
    const report: string[] = []
    const measure = async <T>(title: string, work: () => T | Promise<T>): Promise<T> => {
      const from = performance.now()
      const result = await work()
      report.push(`${title} ${Math.round(performance.now() - from)} ms`)
      return result
    }
    await measure('写入 10000 人', () =>
      office.scope.write('import', 'imports.commit', (transaction) => {
        transaction.groupUnder(transaction.audit({ ownerUnit: office.root, table: 'member', recordId: '', detail: { action: 'import', count: 10_000 } }))
        for (let index = 0; index < 10_000; index++) {
          const birth = `1970-01-${10 + Math.floor(index / 900)}`
          const name = `${surnames[index % surnames.length]}${given[(index >> 2) % given.length]}${given[(index >> 5) % given.length]}`
          writer.add(transaction, memberFields(branches[index % branches.length] ?? branchId, { name, idNumber: idNumberOf(birth, index % 900), mobile: `138${String(index).padStart(8, '0')}`, workNumber: String(100_000 + index) }))
        }
      }),
    )
    const all = await measure('列出全部', () => list({ limit: 20_000 }))
    expect(all.counts.total).toBe(10_000)
    expect(all.rows.length).toBe(10_000)
    await measure('列出前 100', () => list())
    expect((await measure('按首字母查', () => list({ search: 'sjg' }))).counts.total).toBeGreaterThan(0)
    expect((await measure('按手机末位查', () => list({ search: '00001234' }))).counts.total).toBe(1)
    expect((await measure('读出比对', () => repo.someForMatching('', 20_000))).length).toBe(10_000)
    expect((await measure('组织树', () => must(office.api.organisations.tree({})))).nodes[0]?.fullMembers).toBe(10_000)
    expect((await measure('一个支部的名册', () => repo.rosterOf(branchId, '2026-11-20'))).length).toBe(50)
    console.info(`10000 人、200 个支部:${report.join(';')};共 ${Math.round(performance.now() - started)} ms`)
  })
})
