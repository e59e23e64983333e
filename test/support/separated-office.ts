import { join } from 'node:path'
import type { Grant, Role, SessionState } from '../../shared/model/workspace.ts'
import { makeCore, must } from './make-core.ts'

export interface TestOfficer {
  readonly userName: string
  readonly displayName: string
  password: string
}

/** 测试里的口令:样样合规矩,互不相同。 */
const WORDS = ['Lantern', 'Harbour', 'Walnut', 'Pebble', 'Cinder', 'Thimble', 'Meadow', 'Anchor', 'Saddle', 'Copper', 'Willow', 'Ribbon']
let made = 0
export const freshPassword = (): string => {
  made += 1
  return `${WORDS[made % WORDS.length] ?? ''}-${WORDS[(made * 5 + 3) % WORDS.length] ?? ''}-${100 + made}x`
}

export const confirmBy = (person: { readonly password: string }, reason = '按通知办理') => ({ confirm: { reason, password: person.password } })

/** 三员分立的真工作区:三员各一人,业务角色由三员照规矩建。 */
export const makeSeparated = async (options: Parameters<typeof makeCore>[0] = {}) => {
  const test = await makeCore({ ...options, workspace: 'none' })
  const person = (userName: string, displayName: string): TestOfficer => ({ userName, displayName, password: freshPassword() })
  const system = person('xitong', '郝维明')
  const security = person('anquan', '宋知白')
  const auditor = person('shenji', '严守正')
  const path = join(test.folder, 'workspace')
  const { recoveryCodes } = await must(test.api.system.createWorkspace({ path, name: '北岭钢铁集团党委', people: { setup: 'separated', system, security, auditor } }))
  const signIn = ({ userName, password }: TestOfficer) => must(test.api.session.signIn({ userName, password }))
  const accountOf = async (userName: string) => {
    const { accounts } = await must(test.api.accounts.list({}))
    const found = accounts.find((account) => account.userName === userName)
    if (found === undefined) throw new Error(`no account ${userName}`)
    return found
  }
  return {
    ...test,
    path,
    recoveryCodes,
    officers: { system, security, auditor },
    signIn,
    accountOf,
    state: (): Promise<SessionState> => must(test.api.session.state({})),
    /** 系统管理员建号,安全保密管理员授权,本人第一次登录换口令。做完时登录的是他。 */
    addPerson: async (userName: string, displayName: string, grants: readonly Grant[]): Promise<TestOfficer> => {
      const added = person(userName, displayName)
      await signIn(system)
      await must(test.api.accounts.add(added))
      await signIn(security)
      const { id, rev } = await accountOf(userName)
      await must(test.api.accounts.setGrants({ id, rev, grants: [...grants] }, confirmBy(security)))
      await signIn(added)
      const newPassword = freshPassword()
      await must(test.api.session.changePassword({ currentPassword: added.password, newPassword }))
      added.password = newPassword
      return added
    },
  }
}
export type SeparatedOffice = Awaited<ReturnType<typeof makeSeparated>>

/** 六个业务角色。 */
export const BUSINESS_ROLES = ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'] as const satisfies readonly Role[]
