import { existsSync, readdirSync } from 'node:fs'
import { EMPTY_MEMBER } from '../../shared/model/member.ts'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { makeOpenOffice } from '../support/open-office.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { confirmBy, freshPassword, makeSeparated, type SeparatedOffice } from '../support/separated-office.ts'

const slots = (path: string): string[] => readdirSync(join(path, 'keys')).filter((name) => name.endsWith('.age'))
const failure = (code: string, data: unknown = expect.anything()) => ({ ok: false, error: expect.objectContaining({ code, data }) as unknown })

describe('三员分立', () => {
  let office: SeparatedOffice
  beforeEach(async () => {
    office = await makeSeparated()
  })
  afterEach(() => office.close())
  const rootOf = async (): Promise<string> => (await must(office.api.accounts.list({}))).units[0]?.id ?? ''

  it('建好时:三个人,各一个角色,两个恢复码;还没有人登录', async () => {
    expect(office.recoveryCodes).toHaveLength(2)
    expect(await office.state()).toMatchObject({ phase: 'sealed', user: null })
    await office.signIn(office.officers.system)
    const list = await must(office.api.accounts.list({}))
    expect(list).toMatchObject({ setup: 'separated', hasRecovery: true, hasCommitteeKey: false, policy: { expiryDays: 90 } })
    expect(list.accounts.map(({ userName, grants, slot }) => [userName, grants.map(({ role }) => role), slot])).toEqual([
      ['xitong', ['system_admin'], 'sound'],
      ['anquan', ['security_admin'], 'sound'],
      ['shenji', ['auditor'], 'sound'],
    ])
  })

  it('建号:没有授权,第一次登录必须换口令,换之前什么也做不了', async () => {
    await office.signIn(office.officers.system)
    const password = freshPassword()
    const { accounts } = await must(office.api.accounts.add({ userName: 'Liu.Clerk', displayName: '刘青', password }))
    expect(accounts.at(-1)).toMatchObject({ userName: 'liu.clerk', state: 'active', grants: [], mustChangePassword: true, slot: 'sound' })
    const signedIn = await must(office.api.session.signIn({ userName: 'liu.clerk', password }))
    expect(signedIn.session).toMatchObject({ phase: 'password_due', user: { displayName: '刘青' } })
    expect(await codeOf(office.api.session.drafts({}))).toBe('PASSWORD_DUE')
    // 换成原来那个不行,换成新的就进来。
    expect(await codeOf(office.api.session.changePassword({ currentPassword: password, newPassword: password }))).toBe('PASSWORD_REUSED')
    expect(await must(office.api.session.changePassword({ currentPassword: password, newPassword: freshPassword() }))).toMatchObject({ phase: 'open', grants: [] })
  })
  it('建号:重名(大小写、全角不计较)、口令太弱、含姓名,都不建,也不留下槽', async () => {
    await office.signIn(office.officers.system)
    const before = slots(office.path)
    expect(await office.api.accounts.add({ userName: 'ＡNQUAN', displayName: '重名', password: freshPassword() })).toEqual(failure('DUPLICATE_NAME', { name: 'anquan' }))
    expect(await office.api.accounts.add({ userName: 'liu', displayName: '刘青', password: 'abc' })).toEqual(failure('PASSWORD_WEAK'))
    expect(await office.api.accounts.add({ userName: 'liu', displayName: '刘青松', password: 'Liuqingsong-27x' })).toEqual(failure('PASSWORD_WEAK', { reasons: ['contains_name'] }))
    expect(slots(office.path)).toEqual(before)
    expect((await must(office.api.accounts.list({}))).accounts).toHaveLength(3)
  })
  it('改名', async () => {
    await office.signIn(office.officers.system)
    const { id, rev } = await office.accountOf('shenji')
    await must(office.api.accounts.rename({ id, rev, displayName: '严守成' }))
    expect(await office.accountOf('shenji')).toMatchObject({ displayName: '严守成', rev: rev + 1 })
    expect(await codeOf(office.api.accounts.rename({ id, rev, displayName: '再改' }))).toBe('STALE')
  })

  it('停用:槽当场收掉,登录不了;启用之后要重设口令才进得来', async () => {
    const person = await office.addPerson('zhou', '周立', [])
    const before = slots(office.path).length
    await office.signIn(office.officers.system)
    const { id, rev } = await office.accountOf('zhou')
    await must(office.api.accounts.setState({ id, rev, state: 'disabled' }))
    expect(slots(office.path)).toHaveLength(before - 1)
    expect(await office.accountOf('zhou')).toMatchObject({ state: 'disabled', slot: 'missing' })
    expect(await codeOf(office.api.session.signIn({ userName: 'zhou', password: person.password }))).toBe('PASSWORD_WRONG')
    await office.signIn(office.officers.security)
    expect(await codeOf(office.api.accounts.resetPassword({ id, rev: rev + 1, password: freshPassword() }, confirmBy(office.officers.security)))).toBe('ACCOUNT_DISABLED')
    await office.signIn(office.officers.system)
    await must(office.api.accounts.setState({ id, rev: rev + 1, state: 'active' }))
    await office.signIn(office.officers.security)
    const password = freshPassword()
    await must(office.api.accounts.resetPassword({ id, rev: rev + 2, password }, confirmBy(office.officers.security)))
    expect((await must(office.api.session.signIn({ userName: 'zhou', password }))).session.phase).toBe('password_due')
  })
  it('三员各只有一人时,哪一个都不能停;自己也不能停自己', async () => {
    await office.signIn(office.officers.system)
    for (const userName of ['xitong', 'anquan', 'shenji']) {
      const { id, rev } = await office.accountOf(userName)
      expect(await codeOf(office.api.accounts.setState({ id, rev, state: 'disabled' })), userName).toBe('LAST_ADMIN')
      expect(await office.accountOf(userName)).toMatchObject({ state: 'active', slot: 'sound', rev })
    }
  })
  it('停用了登录着的自己:当场退出', async () => {
    const other = await office.addPerson('fu', '傅安', [{ role: 'system_admin', unitId: await office.signIn(office.officers.system).then(rootOf) }])
    await office.signIn(other)
    const { id, rev } = await office.accountOf('fu')
    await must(office.api.accounts.setState({ id, rev, state: 'disabled' }))
    expect(await office.state()).toMatchObject({ phase: 'sealed', user: null, grants: [] })
    expect(await codeOf(office.api.accounts.list({}))).toBe('SIGN_IN_FIRST')
  })

  it('授权:不能改自己的;三员只能授在全单位;没有的组织不行;兼任由库拒绝', async () => {
    await office.signIn(office.officers.security)
    const root = await rootOf()
    const own = await office.accountOf('anquan')
    const system = await office.accountOf('xitong')
    const by = confirmBy(office.officers.security)
    expect(await codeOf(office.api.accounts.setGrants({ id: own.id, rev: own.rev, grants: [] }, by))).toBe('OWN_GRANT')
    expect(await codeOf(office.api.accounts.setGrants({ id: own.id, rev: own.rev, grants: [{ role: 'leader', unitId: root }] }, by))).toBe('OWN_GRANT')
    for (const role of ['security_admin', 'auditor', 'committee_office', 'leader'] as const) {
      expect(await codeOf(office.api.accounts.setGrants({ id: system.id, rev: system.rev, grants: [{ role: 'system_admin', unitId: root }, { role, unitId: root }] }, by)), role).toBe('ROLES_EXCLUSIVE')
    }
    expect(await codeOf(office.api.accounts.setGrants({ id: system.id, rev: system.rev, grants: [{ role: 'leader', unitId: root }] }, by))).toBe('LAST_ADMIN')
    expect(await codeOf(office.api.accounts.setGrants({ id: system.id, rev: system.rev, grants: [{ role: 'leader', unitId: office.ports.ids.next() }] }, by))).toBe('NOT_FOUND')
    expect(await codeOf(office.api.accounts.setGrants({ id: system.id, rev: system.rev + 5, grants: [{ role: 'system_admin', unitId: root }] }, by))).toBe('STALE')
    expect(await office.accountOf('xitong')).toEqual(system)
    const clerk = await office.addPerson('he', '何川', [{ role: 'committee_office', unitId: root }])
    expect(await office.state()).toMatchObject({ grants: [{ role: 'committee_office', unitId: root }] })
    const branch = await must(office.api.organisations.add({ parentId: root, kind: 'branch', name: '第一党支部', shortName: '', code: '001', category: 'production' }))
    await office.signIn(office.officers.security)
    const { id, rev } = await office.accountOf(clerk.userName)
    expect(await codeOf(office.api.accounts.setGrants({ id, rev, grants: [{ role: 'auditor', unitId: branch.id }] }, by))).toBe('OFFICER_WHOLE_UNIT')
    // 重复写的只算一次。
    const twice = { role: 'branch_secretary', unitId: branch.id } as const
    expect((await must(office.api.accounts.setGrants({ id, rev, grants: [twice, twice] }, by))).accounts.at(-1)?.grants).toEqual([{ ...twice, unitName: '第一党支部' }])
  })

  it('一人兼系统与安全保密,只凭党委签字的例外;审计员永不例外(F59)', async () => {
    const { system, security, auditor } = office.officers
    await office.signIn(security)
    const root = await rootOf()
    const { id, rev } = await office.accountOf('xitong')
    const grants = [{ role: 'system_admin', unitId: root }, { role: 'security_admin', unitId: root }] as const
    const document = { id, rev, signedBy: '党委书记', documentNumber: '北钢党〔2026〕12号' }
    const second = (person: typeof system) => ({ confirm: { reason: '小单位人手不足', password: security.password, second: { userName: person.userName, password: person.password } } })
    // 自己不能当第二个人;得好处的系统管理员也不能;要审计员在场。
    expect(await office.api.accounts.allowCombinedOfficers(document, confirmBy(security))).toEqual(failure('CONFIRMATION_WRONG', { who: 'second' }))
    expect(await codeOf(office.api.accounts.allowCombinedOfficers(document, second(security)))).toBe('CONFIRMATION_WRONG')
    expect(await codeOf(office.api.accounts.allowCombinedOfficers(document, second(system)))).toBe('CONFIRMATION_WRONG')
    const watched = await office.accountOf('shenji')
    expect(await codeOf(office.api.accounts.allowCombinedOfficers({ ...document, id: watched.id, rev: watched.rev }, second(auditor)))).toBe('ROLES_EXCLUSIVE')
    await must(office.api.accounts.allowCombinedOfficers(document, second(auditor)))
    await must(office.api.accounts.setGrants({ id, rev: rev + 1, grants: [...grants] }, confirmBy(security)))
    // 例外只管这两个角色:审计、业务照样兼不了。
    for (const role of ['auditor', 'committee_office'] as const) {
      expect(await codeOf(office.api.accounts.setGrants({ id, rev: rev + 2, grants: [...grants, { role, unitId: root }] }, confirmBy(security))), role).toBe('ROLES_EXCLUSIVE')
    }
    const raw = openRaw(office.path, await keyOf(office.path, system))
    expect(raw.prepare("SELECT signed_by, document_number FROM officer_exception").all()).toEqual([{ signed_by: '党委书记', document_number: '北钢党〔2026〕12号' }])
    raw.close()
  })

  it('重设口令:下次登录必须换;旧口令当场作废;停用的次数清零', async () => {
    const person = await office.addPerson('qian', '钱云', [])
    for (let index = 0; index < 5; index++) await office.api.session.signIn({ userName: 'qian', password: 'wrong' })
    expect(await codeOf(office.api.session.signIn({ userName: 'qian', password: person.password }))).toBe('ACCOUNT_BLOCKED')
    await office.signIn(office.officers.security)
    const { id, rev, blockedUntil } = await office.accountOf('qian')
    expect(blockedUntil).toBeGreaterThan(0)
    const password = freshPassword()
    expect(await codeOf(office.api.accounts.resetPassword({ id, rev, password }, confirmBy({ password: 'wrong' })))).toBe('CONFIRMATION_WRONG')
    await must(office.api.accounts.resetPassword({ id, rev, password }, confirmBy(office.officers.security)))
    expect(await codeOf(office.api.session.signIn({ userName: 'qian', password: person.password }))).toBe('PASSWORD_WRONG')
    expect((await must(office.api.session.signIn({ userName: 'qian', password }))).session.phase).toBe('password_due')
  })
  it('解除停用', async () => {
    const person = await office.addPerson('qian', '钱云', [])
    for (let index = 0; index < 5; index++) await office.api.session.signIn({ userName: 'qian', password: 'wrong' })
    await office.signIn(office.officers.security)
    await must(office.api.accounts.unblock({ id: (await office.accountOf('qian')).id }))
    expect((await office.accountOf('qian')).blockedUntil).toBeNull()
    await office.signIn(person)
  })

  it('规矩:改了就用上;越过底线的进不来', async () => {
    await office.signIn(office.officers.security)
    const by = confirmBy(office.officers.security)
    const policy = { minimumLength: 14, expiryDays: 60, historyLength: 3, failuresAllowed: 3, idleMinutes: 5, sessionHours: 8 }
    expect(await must(office.api.accounts.savePolicy(policy, by))).toEqual({ policy })
    expect(await office.state()).toMatchObject({ idleMinutes: 5 })
    for (const wrong of [{ minimumLength: 6 }, { failuresAllowed: 20 }, { idleMinutes: 60 }, { sessionHours: 24 }]) expect(await codeOf(office.api.accounts.savePolicy({ ...policy, ...wrong }, by))).toBe('BAD_INPUT')
    await office.signIn(office.officers.system)
    expect(await office.api.accounts.add({ userName: 'liu', displayName: '刘青', password: 'Kx7mqRv2tL' })).toEqual(failure('PASSWORD_WEAK', { reasons: ['too_short'] }))
    await office.api.session.signIn({ userName: 'shenji', password: 'wrong' })
    expect(await office.api.session.signIn({ userName: 'shenji', password: 'wrong' })).toEqual(failure('PASSWORD_WRONG', { remaining: 1 }))
    expect(await codeOf(office.api.session.signIn({ userName: 'shenji', password: 'wrong' }))).toBe('ACCOUNT_BLOCKED')
  })
})

describe('一个办公室', () => {
  let test: TestCore
  beforeEach(async () => {
    test = await makeCore()
  })
  afterEach(() => test.close())
  const by = confirmBy(TEST_PERSON)

  it('一个人兼全部角色:能建别人、授权;不能把自己减到没人管,不能给自己加', async () => {
    const { accounts, units, setup } = await must(test.api.accounts.list({}))
    const own = accounts[0]
    const root = units[0]?.id ?? ''
    expect(setup).toBe('one_office')
    if (own === undefined) throw new Error('no account')
    expect(await codeOf(test.api.accounts.setState({ id: own.id, rev: own.rev, state: 'disabled' }))).toBe('LAST_ADMIN')
    expect(await codeOf(test.api.accounts.setGrants({ id: own.id, rev: own.rev, grants: own.grants.filter(({ role }) => role !== 'security_admin').map(({ role, unitId }) => ({ role, unitId })) }, by))).toBe('LAST_ADMIN')
    const { accounts: after } = await must(test.api.accounts.setGrants({ id: own.id, rev: own.rev, grants: own.grants.filter(({ role }) => role !== 'leader').map(({ role, unitId }) => ({ role, unitId })) }, by))
    expect(after[0]?.grants).toHaveLength(own.grants.length - 1)
    expect(await codeOf(test.api.accounts.setGrants({ id: own.id, rev: own.rev + 1, grants: own.grants.map(({ role, unitId }) => ({ role, unitId })) }, by))).toBe('OWN_GRANT')
    const password = freshPassword()
    const added = (await must(test.api.accounts.add({ userName: 'li', displayName: '李闻', password }))).accounts[1]
    if (added === undefined) throw new Error('not added')
    await must(test.api.accounts.setGrants({ id: added.id, rev: added.rev, grants: [{ role: 'system_admin', unitId: root }, { role: 'committee_office', unitId: root }] }, by))
    // 角色可以兼;例外是分立的单位才要的。
    expect(await codeOf(test.api.accounts.allowCombinedOfficers({ id: added.id, rev: added.rev + 1, signedBy: '书记', documentNumber: '1号' }, by))).toBe('NOT_EDITABLE')
  })
  it('名册里同名的人的手机号、证号、生日,口令里不许有(F54)', async () => {
    const root = (await must(test.api.organisations.tree({}))).nodes[0]?.id ?? ''
    const branch = await must(test.api.organisations.add({ parentId: root, kind: 'branch', name: '第一党支部', shortName: '', code: '001', category: 'production' }))
    await must(test.api.members.add({ fields: { ...EMPTY_MEMBER, name: '李闻', gender: '1', ethnicity: '01', birthDate: null, education: '', memberType: 'full', joinedOn: '2010-07-01', regularOn: '2011-07-01', post: '', membershipState: 'normal', workNumber: '', note: '', branchId: branch.id, partyGroupId: null, idNumber: '', mobile: '13645012389', telephone: '', address: '' } }))
    const add = (password: string) => test.api.accounts.add({ userName: 'clerk', displayName: '李闻', password })
    expect(await add('Huochai-012389')).toEqual(failure('PASSWORD_WEAK', { reasons: ['contains_number'] }))
    expect(await codeOf(add('Huochai-981204'))).toBe('ok')
  })
  it('恢复码:换一次,旧的当场作废;党委的恢复钥匙:放上、撤去', async () => {
    const { codes } = await must(test.api.accounts.renewRecovery({}, by))
    expect(codes).toHaveLength(1)
    const second = await must(test.api.accounts.renewRecovery({}, by))
    const recover = (code: string) => codeOf(test.api.session.recover({ code, userName: TEST_PERSON.userName, newPassword: freshPassword() }))
    expect(await recover(codes[0] ?? '')).toBe('RECOVERY_CODE_WRONG')
    expect(await recover(second.codes[0] ?? '')).toBe('ok')
  })
})

it.each(['office', 'sample'] as const)('没设口令的(%s):看得到设置,口令的事一概说没设口令', async (kind) => {
  const test = await makeOpenOffice({ kind })
  try {
    expect(await must(test.api.accounts.list({}))).toMatchObject({ accounts: [], setup: 'open', hasRecovery: false })
    const by = { confirm: { reason: '试试', password: '' } }
    expect(await codeOf(test.api.accounts.add({ userName: 'li', displayName: '李闻', password: freshPassword() }))).toBe('NO_PASSWORDS')
    expect(await codeOf(test.api.accounts.renewRecovery({}, by))).toBe('NO_PASSWORDS')
    expect(await codeOf(test.api.accounts.setCommitteeKey({ recipient: '' }, by))).toBe('NO_PASSWORDS')
    expect(await codeOf(test.api.accounts.recoverySheet({ codes: ['x'] }))).toBe('NO_PASSWORDS')
    expect(existsSync(join(test.path, 'keys', 'keyring.json'))).toBe(false)
  } finally {
    test.close()
  }
})
