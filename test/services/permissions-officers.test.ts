import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OFFICER_ROLES } from '../../shared/model/workspace.ts'
import { everyProcedure, sendTo } from '../support/contract-walk.ts'
import { validInputs } from '../support/deep-input.ts'
import { must } from '../support/make-core.ts'
import { leaked, makePermissionWorld, textsIn, type PermissionWorld } from '../support/permission-world.ts'

const SEED = 20_261_121
/** 会换掉工作区、会话的几个,别处专门试。 */
const ELSEWHERE = ['backups.restore', 'accounts.secure']

let world: PermissionWorld
let content: readonly string[]
beforeAll(async () => {
  world = await makePermissionWorld()
  content = [...world.branches.own.content, ...world.branches.other.content]
}, 120_000)
afterAll(() => world.close())

describe.each(OFFICER_ROLES)('%s 看不到业务内容', (role) => {
  it('他能看、能做的每一件,回话和做出的文件里没有一个人名、电话、议题、事由', async () => {
    const person = world.wholeOf(role)
    await world.signIn(person)
    const known = [...Object.values(world.branches.own.ids), ...Object.values(world.branches.other.ids), world.root]
    // 写入的回话与查看的同形;改账号会把世界改乱,所以写入只走不改账号的。
    const reachable = everyProcedure.filter(({ path, procedure }) => !ELSEWHERE.includes(path) && procedure.kind !== 'command' && (procedure.roles === 'signed_in' || (Array.isArray(procedure.roles) && procedure.roles.includes(role))))
    expect(reachable.length).toBeGreaterThan(2)
    let answered = 0
    for (const { path, procedure } of reachable) {
      for (const input of validInputs(procedure, known, procedure.kind === 'job' ? 2 : 4, SEED)) {
        const reply = await sendTo(world.core, path, input, { reason: '核对权限', password: person.password })
        const ticket = reply.ok ? (reply.value as { readonly file?: { readonly ticket: string } }).file?.ticket : undefined
        const file = ticket === undefined ? null : world.core.files.take(ticket)
        const given = JSON.stringify(input)
        expect(leaked(JSON.stringify(reply) + (file === null ? '' : textsIn(Buffer.from(file.bytes))), content).filter((word) => !given.includes(word)), path).toEqual([])
        answered += 1
      }
    }
    expect(answered).toBeGreaterThan(2)
  }, 60_000)
})

it('系统管理员恢复之前看得到会少几条,看不到是哪几条;党委办公室看得到', async () => {
  await world.signIn(world.wholeOf('system_admin'))
  const backup = await must(world.api.backups.make({}))
  await world.signIn(world.wholeOf('branch_secretary'))
  const { meeting } = world.branches.own.ids
  const { rev, fields } = await must(world.api.meetings.get({ id: meeting }))
  await must(world.api.meetings.save({ id: meeting, rev, fields: { ...fields, endAt: '2026-09-10 10:30' } }))
  const consequences = async (role: 'system_admin' | 'committee_office') => {
    await world.signIn(world.wholeOf(role))
    return must(world.api.backups.consequences({ id: backup.id }))
  }
  const seen = await consequences('system_admin')
  expect(seen.lost.find(({ table }) => table === 'meeting')).toMatchObject({ count: 1, examples: [] })
  expect(leaked(JSON.stringify(seen), content)).toEqual([])
  expect(leaked(JSON.stringify(await consequences('committee_office')), content)).not.toEqual([])
})
