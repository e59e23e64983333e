import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/model/workspace.ts'
import { everyProcedure, sendTo, type WalkedProcedure } from '../support/contract-walk.ts'
import { validInputs } from '../support/deep-input.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { must, type TestCore } from '../support/make-core.ts'
import { makeOpenOffice } from '../support/open-office.ts'
import { makePermissionWorld, type PermissionWorld } from '../support/permission-world.ts'

const WRONG = 'Wrong-Password-1'
const REASON = '按通知办理'
const guarded = everyProcedure.filter(({ procedure }) => procedure.confirmation === 'password' || procedure.confirmation === 'two_people')
/** 随便一个有这项权限的角色;业务的先于三员。 */
const roleFor = ({ procedure }: WalkedProcedure): Role => {
  const roles = procedure.roles as readonly Role[]
  return roles.find((role) => role === 'committee_office') ?? roles[0] ?? 'leader'
}

let world: PermissionWorld
beforeAll(async () => {
  world = await makePermissionWorld()
}, 120_000)
afterAll(() => world.close())

const inputOf = ({ path, procedure }: WalkedProcedure): unknown => {
  const ids = world.branches.own.ids
  const [input] = validInputs(procedure, [path.startsWith('accounts') ? world.ports.ids.next() : ids.member, ids.organisation], 1, 11)
  return input ?? {}
}
/** 没做成的确认,库里只多出「确认没过」的审计,别的一行不动。 */
const rowsBesidesAudit = (): string => JSON.stringify(['account', 'account_grant', 'officer_exception', 'setting', 'member', 'member_personal', 'organisation', 'meeting', 'record_version'].map((table) => world.raw.prepare(`SELECT * FROM ${table}`).all()))

it('有这样的过程,而且会换密钥、改授权、导出不遮的、擦除、恢复的都在内', () => {
  const paths = guarded.map(({ path }) => path)
  for (const path of ['accounts.setGrants', 'accounts.resetPassword', 'accounts.renewRecovery', 'accounts.savePolicy', 'accounts.setCommitteeKey', 'members.exportFull', 'members.erase', 'backups.restore', 'audit.export']) expect(paths).toContain(path)
})

/** 带着各种确认调一次;没做成的,除了「确认没过」的审计,库里一行不动。 */
const answering = (walked: WalkedProcedure) => async (confirm: unknown): Promise<unknown> => {
  const before = rowsBesidesAudit()
  const reply = await sendTo(world.core, walked.path, inputOf(walked), confirm)
  expect(rowsBesidesAudit()).toBe(before)
  return reply.ok ? 'ok' : [reply.error.code, reply.error.data]
}

describe.each(guarded)('$path($procedure.confirmation)', (walked) => {
  const role = roleFor(walked)
  const answer = answering(walked)
  beforeEach(async () => {
    await world.signIn(world.wholeOf(role))
  })
  const right = () => world.wholeOf(role).password

  it('不带确认、没有理由、口令不对:都不办', async () => {
    expect(await answer(undefined)).toEqual(['CONFIRMATION_REQUIRED', {}])
    for (const confirm of [{ reason: '', password: right() }, { reason: '   ', password: right() }, { reason: REASON }, { password: right() }, 'yes', []]) expect(((await answer(confirm)) as unknown[])[0]).toBe('BAD_INPUT')
    expect(await answer({ reason: REASON, password: WRONG })).toEqual(['CONFIRMATION_WRONG', { who: 'self' }])
    expect(await answer({ reason: REASON, password: '' })).toEqual(['CONFIRMATION_WRONG', { who: 'self' }])
  })
})

describe.each(guarded.filter(({ procedure }) => procedure.confirmation === 'two_people'))('$path 要两个人', (walked) => {
  const role = roleFor(walked)
  const answer = answering(walked)
  const refused = ['CONFIRMATION_WRONG', { who: 'second' }]
  const second = ({ userName, password }: { readonly userName: string; readonly password: string }) => ({ reason: REASON, password: world.wholeOf(role).password, second: { userName, password } })

  beforeEach(async () => {
    // 点头的人前面故意输错过口令:登录一次,次数清零。
    for (const officer of [world.officers.security, world.officers.auditor]) await world.signIn(officer)
    await world.signIn(world.wholeOf(role))
  })
  it('少了第二个人、第二个人是自己、没有这项权限、没有这个人、口令不对:都不办', async () => {
    await world.signIn(world.wholeOf(role))
    expect(await answer({ reason: REASON, password: world.wholeOf(role).password })).toEqual(refused)
    expect(await answer(second(world.wholeOf(role)))).toEqual(refused)
    for (const other of ['leader', 'branch_secretary', 'system_admin'] as const) expect(await answer(second(world.wholeOf(other))), other).toEqual(refused)
    expect(await answer(second({ userName: 'nobody', password: WRONG }))).toEqual(refused)
    const approver = role === 'security_admin' ? world.officers.auditor : world.officers.security
    expect(await answer(second({ ...approver, password: WRONG }))).toEqual(refused)
    expect(await answer({ ...second(approver), password: WRONG })).toEqual(['CONFIRMATION_WRONG', { who: 'self' }])
  })
})

it('第二个人点了头就办;他停用了,就不算', async () => {
  const other = await world.addPerson('anquan2', '副安全员', [{ role: 'security_admin', unitId: world.root }])
  const restore = async () => {
    await world.signIn(world.wholeOf('system_admin'))
    return codeOf(world.api.backups.restore({ id: 'nothing' }, { confirm: { reason: REASON, password: world.wholeOf('system_admin').password, second: { userName: other.userName, password: other.password } } }))
  }
  expect(await restore()).toBe('BACKUP_NOT_FOUND')
  const { id, rev } = await world.accountOf('anquan2')
  await must(world.api.accounts.setState({ id, rev, state: 'disabled' }))
  expect(await restore()).toBe('CONFIRMATION_WRONG')
})

it('没设口令的工作区:只要写理由', async () => {
  const open: TestCore = await makeOpenOffice()
  try {
    const restore = (confirm?: { reason: string; password: string }) => codeOf(open.api.backups.restore({ id: 'nothing' }, confirm === undefined ? {} : { confirm }))
    expect(await restore()).toBe('CONFIRMATION_REQUIRED')
    expect(await restore({ reason: REASON, password: '' })).toBe('BACKUP_NOT_FOUND')
    await must(open.api.system.closeWorkspace({}))
  } finally {
    open.close()
  }
})
