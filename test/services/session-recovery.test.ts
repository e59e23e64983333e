import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { createClient } from '../../shared/rpc/client.ts'
import { createCore, type Core } from '../../electron/core.ts'
import { readKeyring } from '../../electron/store/keys/keyring.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { directTransport, must } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { confirmBy, freshPassword, makeSeparated, type SeparatedOffice, type TestOfficer } from '../support/separated-office.ts'

/** 忘了口令、人走光了:四条路,每条都在关掉程序以后从头走一遍(F57)。 */
let office: SeparatedOffice
let clerk: TestOfficer
const cores: Core[] = []
beforeEach(async () => {
  office = await makeSeparated()
  await office.signIn(office.officers.security)
  const root = (await must(office.api.accounts.list({}))).units[0]?.id ?? ''
  clerk = await office.addPerson('dangban', '何川', [{ role: 'committee_office', unitId: root }])
  await must(office.api.organisations.addCategory({ name: '走之前存的分类' }))
})
afterEach(() => {
  for (const core of cores.splice(0)) core.close()
  office.close()
})
const restart = async () => {
  office.core.close()
  for (const core of cores.splice(0)) core.close()
  const core = createCore({ ports: office.ports, openAtStart: 'last' })
  cores.push(core)
  const api = createClient(contract, directTransport(core), () => office.ports.ids.next())
  expect(await must(api.session.state({}))).toMatchObject({ phase: 'sealed' })
  return api
}
const seesEverything = async (api: SeparatedOffice['api']): Promise<void> => {
  expect((await must(api.organisations.categories({}))).categories.map(({ name }) => name)).toContain('走之前存的分类')
}
const keys = (): string => join(office.path, 'keys')
const slotFile = (slot: string): string => join(keys(), readKeyring(keys())?.slots.find((entry) => entry.slot === slot)?.file ?? '')

describe('忘了口令(F57)', () => {
  it('另一名管理员重设:下次登录换掉,数据都在', async () => {
    const api = await restart()
    const { security } = office.officers
    await must(api.session.signIn({ userName: security.userName, password: security.password }))
    const account = (await must(api.accounts.list({}))).accounts.find(({ userName }) => userName === clerk.userName)
    const password = freshPassword()
    await must(api.accounts.resetPassword({ id: account?.id ?? '', rev: account?.rev ?? 0, password }, confirmBy(security)))
    const again = await restart()
    expect((await must(again.session.signIn({ userName: clerk.userName, password }))).session.phase).toBe('password_due')
    await must(again.session.changePassword({ currentPassword: password, newPassword: freshPassword() }))
    await seesEverything(again)
  })
  it.each([0, 1])('凭恢复单(第 %i 张,从 0 数):重设口令并登录;旧口令作废;审计记下用的是哪一张', async (index) => {
    const api = await restart()
    const newPassword = freshPassword()
    // 照纸上的样子输:分组、小写。
    const typed = (office.recoveryCodes[index] ?? '').toLowerCase().replace(/(.{4})/g, '$1 ')
    expect(await must(api.session.recover({ code: typed, userName: clerk.userName, newPassword }))).toMatchObject({ session: { phase: 'open', user: { userName: clerk.userName } } })
    await seesEverything(api)
    const again = await restart()
    expect(await codeOf(again.session.signIn({ userName: clerk.userName, password: clerk.password }))).toBe('PASSWORD_WRONG')
    await must(again.session.signIn({ userName: clerk.userName, password: newPassword }))
    const raw = openRaw(office.path, await keyOf(office.path, { userName: clerk.userName, password: newPassword }))
    expect(JSON.parse(raw.prepare("SELECT detail FROM audit_log WHERE procedure = 'session.recover'").pluck().get() as string)).toMatchObject({ action: 'recover', slot: `recovery-${index + 1}` })
    raw.close()
  })
  it('凭上级党委的恢复钥匙', async () => {
    const identity = await generateX25519Identity()
    const { security } = office.officers
    await office.signIn(security)
    expect(await codeOf(office.api.accounts.setCommitteeKey({ recipient: `${(await identityToRecipient(identity)).slice(0, -1)}x` }, confirmBy(security)))).toBe('RECOVERY_CODE_WRONG')
    await must(office.api.accounts.setCommitteeKey({ recipient: await identityToRecipient(identity) }, confirmBy(security)))
    expect(await must(office.api.accounts.list({}))).toMatchObject({ hasCommitteeKey: true })
    const api = await restart()
    const newPassword = freshPassword()
    await must(api.session.recover({ code: identity, userName: clerk.userName, newPassword }))
    await seesEverything(api)
    // 撤去以后,那把钥匙就没用了。
    await must(api.session.signIn({ userName: security.userName, password: security.password }))
    await must(api.accounts.setCommitteeKey({ recipient: '' }, confirmBy(security)))
    const again = await restart()
    expect(await codeOf(again.session.recover({ code: identity, userName: clerk.userName, newPassword: freshPassword() }))).toBe('RECOVERY_CODE_WRONG')
  })
  it('被停用(输错太多次)的人凭恢复单:当场解除', async () => {
    const api = await restart()
    for (let turn = 0; turn < 5; turn++) await api.session.signIn({ userName: clerk.userName, password: 'Wrong-Password-1' })
    expect(await codeOf(api.session.signIn({ userName: clerk.userName, password: clerk.password }))).toBe('ACCOUNT_BLOCKED')
    const newPassword = freshPassword()
    await must(api.session.recover({ code: office.recoveryCodes[0] ?? '', userName: clerk.userName, newPassword }))
    await must(api.session.lock({ reason: 'person' }))
    await must(api.session.signIn({ userName: clerk.userName, password: newPassword }))
  })
})

describe('钥匙文件夹里有坏的、缺的', () => {
  const second = (api: SeparatedOffice['api'], code = office.recoveryCodes[1] ?? '') => api.session.recover({ code, userName: clerk.userName, newPassword: freshPassword() })
  it.each(['丢了', '坏了'])('第一个恢复槽%s,第二张恢复单照样能用;第一张则说清是钥匙文件的事', async (what) => {
    office.core.close()
    if (what === '丢了') rmSync(slotFile('recovery-1'))
    else writeFileSync(slotFile('recovery-1'), 'broken')
    const api = await restart()
    expect(await codeOf(second(api, office.recoveryCodes[0]))).toBe(what === '丢了' ? 'KEY_SLOT_MISSING' : 'KEY_SLOT_DAMAGED')
    expect(await must(api.session.state({}))).toMatchObject({ phase: 'sealed' })
    expect(await codeOf(second(api))).toBe('ok')
  })
  it('各人的口令槽都没了:恢复单还打得开', async () => {
    office.core.close()
    for (const { kind, file } of readKeyring(keys())?.slots ?? []) if (kind === 'person') rmSync(join(keys(), file))
    const api = await restart()
    expect(await codeOf(api.session.signIn({ userName: clerk.userName, password: clerk.password }))).toBe('KEY_SLOT_MISSING')
    expect(await codeOf(second(api))).toBe('ok')
    expect(readdirSync(keys()).length).toBeGreaterThan(0)
  })
})

describe('凭恢复码,不成的时候', () => {
  it.each<[string, (code: string) => { code: string; userName: string; newPassword: string }, string]>([
    ['抄错一个字', (code) => ({ code: `${code.slice(0, -1)}${code.endsWith('Q') ? 'P' : 'Q'}`, userName: 'dangban', newPassword: freshPassword() }), 'RECOVERY_CODE_WRONG'],
    ['没有这个使用人', (code) => ({ code, userName: 'nobody', newPassword: freshPassword() }), 'ACCOUNT_UNKNOWN'],
    ['新口令太弱', (code) => ({ code, userName: 'dangban', newPassword: 'abc12345' }), 'PASSWORD_WEAK'],
  ])('%s:不打开,什么也没变', async (_what, input, code) => {
    const api = await restart()
    expect(await codeOf(api.session.recover(input(office.recoveryCodes[0] ?? '')))).toBe(code)
    expect(await must(api.session.state({}))).toMatchObject({ phase: 'sealed', user: null })
    expect(await codeOf(api.organisations.tree({}))).toBe('SIGN_IN_FIRST')
    await must(api.session.signIn({ userName: clerk.userName, password: clerk.password }))
  })
  it('别的工作区的恢复码', async () => {
    const api = await restart()
    expect(await api.session.recover({ code: await generateX25519Identity(), userName: clerk.userName, newPassword: freshPassword() })).toMatchObject({ ok: false, error: { code: 'RECOVERY_CODE_WRONG', data: { mistyped: false } } })
  })
  it('用过的口令不行', async () => {
    const api = await restart()
    expect(await codeOf(api.session.recover({ code: office.recoveryCodes[0] ?? '', userName: clerk.userName, newPassword: clerk.password }))).toBe('PASSWORD_REUSED')
  })
})
