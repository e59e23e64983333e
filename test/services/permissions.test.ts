import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Procedure } from '../../shared/contract/define.ts'
import { OFFICER_ROLES, roleSchema, type Role } from '../../shared/model/workspace.ts'
import { everyProcedure, probe } from '../support/contract-walk.ts'
import { must } from '../support/make-core.ts'
import { makePermissionWorld, type PermissionWorld } from '../support/permission-world.ts'
import { confirmBy, freshPassword } from '../support/separated-office.ts'

let world: PermissionWorld
beforeAll(async () => {
  world = await makePermissionWorld()
}, 120_000)
afterAll(() => world.close())

/** 还没坐到办公那一步的各种情形。 */
const OUTSIDE = ['closed', 'sealed', 'locked', 'password_due'] as const
type Situation = (typeof OUTSIDE)[number] | Role

/** 只照声明说:该放行的放行,其余一律不许。 */
const outside: Readonly<Record<(typeof OUTSIDE)[number], (procedure: Procedure) => string>> = {
  closed: ({ roles, withoutWorkspace }) => (roles === 'anyone' && withoutWorkspace === true ? 'passed' : 'NO_WORKSPACE'),
  sealed: ({ roles }) => (roles === 'anyone' ? 'passed' : 'SIGN_IN_FIRST'),
  locked: ({ roles, whenLocked }) => (roles === 'anyone' && whenLocked === true ? 'passed' : 'SESSION_LOCKED'),
  password_due: ({ roles, whenLocked }) => (roles === 'anyone' || whenLocked === true ? 'passed' : 'PASSWORD_DUE'),
}
const isOutside = (situation: Situation): situation is (typeof OUTSIDE)[number] => (OUTSIDE as readonly string[]).includes(situation)
const declared = (procedure: Procedure, situation: Situation): string => {
  if (isOutside(situation)) return outside[situation](procedure)
  const { roles } = procedure
  return roles === 'anyone' || roles === 'signed_in' || roles.includes(situation) ? 'passed' : 'FORBIDDEN'
}

const arrange: Readonly<Record<(typeof OUTSIDE)[number], () => Promise<void>>> = {
  closed: async () => void (await must(world.api.system.closeWorkspace({}))),
  sealed: async () => {
    await must(world.api.system.closeWorkspace({}))
    await must(world.api.system.openWorkspace({ path: world.path }))
  },
  locked: async () => {
    await world.signIn(world.wholeOf('committee_office'))
    await must(world.api.session.lock({ reason: 'person' }))
  },
  password_due: async () => {
    await world.signIn(world.officers.security)
    const { id, rev } = await world.accountOf('whole5')
    const password = freshPassword()
    await must(world.api.accounts.resetPassword({ id, rev, password }, confirmBy(world.officers.security)))
    world.wholeOf('leader').password = password
    expect((await world.signIn(world.wholeOf('leader'))).session.phase).toBe('password_due')
  },
}
const settle = async (situation: Situation): Promise<void> => {
  const state = await world.state()
  if (state.phase === 'closed') await must(world.api.system.openWorkspace({ path: world.path }))
  if (isOutside(situation)) await arrange[situation]()
  else await world.signIn(world.wholeOf(situation))
}

/** 表里只用一个记号,好一眼看完。 */
const MARKS: Readonly<Record<string, string>> = { passed: '✓', FORBIDDEN: '·', NO_WORKSPACE: '×', SIGN_IN_FIRST: '×', SESSION_LOCKED: '×', PASSWORD_DUE: '×' }

const table = new Map<string, Map<Situation, string>>()

describe('每个过程 × 每种身份:照声明放行或拒绝,缺省是拒绝(G15)', () => {
  it.each<Situation>([...roleSchema.options, ...OUTSIDE])('%s', async (situation) => {
    await settle(situation)
    const version = world.version()
    for (const { path, procedure } of everyProcedure) {
      const code = await probe(world.core, path)
      const row = table.get(path) ?? new Map<Situation, string>()
      table.set(path, row.set(situation, code))
      expect(code, path).toBe(declared(procedure, situation))
    }
    expect(world.version()).toBe(version)
    if (situation === 'password_due') {
      const newPassword = freshPassword()
      await must(world.api.session.changePassword({ currentPassword: world.wholeOf('leader').password, newPassword }))
      world.wholeOf('leader').password = newPassword
    }
  })
  it('矩阵是满的;要看表:BAOLEI_SHOW_TABLE=1', () => {
    const situations: readonly Situation[] = [...roleSchema.options, ...OUTSIDE]
    const cells = [...table.values()].reduce((sum, row) => sum + row.size, 0)
    expect(cells).toBe(everyProcedure.length * situations.length)
    console.log(`权限矩阵:${everyProcedure.length} 个过程 × ${situations.length} 种身份 = ${cells} 格,全部与声明相符`)
    if (process.env['BAOLEI_SHOW_TABLE'] === undefined) return
    const lines = [...table].map(([path, row]) => `| ${path} | ${situations.map((situation) => MARKS[row.get(situation) ?? ''] ?? row.get(situation)).join(' | ')} |`)
    console.log([`| 过程 | ${situations.join(' | ')} |`, `|---|${situations.map(() => '---').join('|')}|`, ...lines].join('\n'))
  })
})

describe('三员碰不到业务数据', () => {
  /** 不是业务的几组;以后多出一组,三员一律不许,除非有人看过、加在这里。 */
  const NOT_BUSINESS = ['system', 'session', 'accounts', 'audit', 'backups', 'rescue', 'support']
  it('业务的每一组,三员一个过程都进不去', () => {
    for (const { path, group, procedure } of everyProcedure) {
      if (NOT_BUSINESS.includes(group)) continue
      for (const officer of OFFICER_ROLES) expect(declared(procedure, officer), `${officer} ${path}`).toBe('FORBIDDEN')
      expect(table.get(path)?.get('system_admin'), path).toBe('FORBIDDEN')
    }
  })
  it('审计员什么也改不了:他能调的写入都不动业务、不动账号', () => {
    const writes = everyProcedure.filter(({ procedure }) => procedure.kind === 'command' && Array.isArray(procedure.roles) && procedure.roles.includes('auditor'))
    expect(writes.map(({ path }) => path)).toEqual([])
  })
  it('没有一个过程是三员里两个都能做的写入:建号的不授权,授权的不建号', () => {
    for (const { path, procedure } of everyProcedure) {
      if (procedure.kind === 'query' || !Array.isArray(procedure.roles) || procedure.audit === 'audit_read') continue
      expect(procedure.roles.filter((role: Role) => (OFFICER_ROLES as readonly Role[]).includes(role)).length, path).toBeLessThanOrEqual(1)
    }
  })
})
