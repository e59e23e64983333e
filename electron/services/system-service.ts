import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import type { NewPeople, systemContract } from '../../shared/contract/system.contract.ts'
import { roleSchema, type Role } from '../../shared/model/workspace.ts'
import { commonPasswords } from '../data/common-passwords/common-passwords.ts'
import { judgePassword } from '../domain/accounts/password-policy.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { failWith } from '../rpc/handlers.ts'
import { createAccountRepo, sameUserName, type FormerPassword } from '../store/repos/account-repo.ts'
import type { Ports } from './ports.ts'
import { BUILT_IN_ACTOR } from './session/current-call.ts'
import type { KeyKeeper } from './session/key-keeper.ts'
import { defaultPolicy } from './session/policy.ts'
import type { Session } from './session/session.ts'
import type { createWorkspaceRegistry } from './workspace-registry.ts'
import type { WorkspaceScope } from './workspace-scope.ts'
import type { WorkspaceSlot } from './workspace-slot.ts'

const DATABASE_FILE = 'baolei.db'
/** 工作区文件夹必须是绝对路径,免得随启动位置变来变去。 */
export const requireFolder = (path: string): string => (isAbsolute(path) ? resolve(path) : failWith('STORE_FOLDER_UNSUITABLE', { path }))
/** 有人会把库文件本身的路径贴进来:指的就是它所在的文件夹。 */
const folderOf = (path: string): string => (basename(path) === DATABASE_FILE ? dirname(path) : path)

interface NewPerson {
  readonly userName: string
  readonly displayName: string
  readonly password: string
  readonly roles: readonly Role[]
}

/** 一个办公室的第一个人兼全部角色;分立的三个人各一个角色。 */
const peopleOf = (people: NewPeople): NewPerson[] =>
  people.setup === 'one_office'
    ? [{ ...people.person, roles: roleSchema.options }]
    : [
        { ...people.system, roles: ['system_admin'] },
        { ...people.security, roles: ['security_admin'] },
        { ...people.auditor, roles: ['auditor'] },
      ]

const requireGood = (people: readonly NewPerson[], unitName: string, setup: NewPeople['setup']): void => {
  const names = people.map(({ userName }) => sameUserName(userName))
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) failWith('DUPLICATE_NAME', { name: twice })
  for (const { userName, displayName, password } of people) {
    const reasons = judgePassword(password, { policy: defaultPolicy(setup), common: commonPasswords, userName, displayName, unitName, personalFragments: [] })
    if (reasons.length > 0) failWith('PASSWORD_WEAK', { reasons })
  }
}

interface SystemParts {
  readonly ports: Ports
  readonly slot: WorkspaceSlot
  readonly registry: ReturnType<typeof createWorkspaceRegistry>
  readonly session: Session
  readonly keeper: KeyKeeper
}

export const createSystemHandlers = ({ ports, slot, registry, session, keeper }: SystemParts): GroupHandlers<typeof systemContract> => {
  const samplePath = join(ports.folders.documents, 'baolei-sample')
  const opened = () => ({ workspace: slot.summary(), session: session.state() })
  const addPeople = (scope: WorkspaceScope, rootUnit: string, people: readonly (NewPerson & { readonly used: FormerPassword })[]): string[] =>
    scope.writeAs({ actor: BUILT_IN_ACTOR, role: '', reason: '' }, 'account', 'system.createWorkspace', (transaction) => {
      const accounts = createAccountRepo(scope.store.db)
      return people.map((person) => {
        const id = ports.ids.next()
        accounts.add(transaction, { id, userName: person.userName, displayName: person.displayName, mustChangePassword: false }, person.used)
        accounts.setGrants(transaction, id, null, person.roles.map((role) => ({ role, unitId: rootUnit })))
        return id
      })
    })
  return {
    hello: (input, context) => {
      if (input.build !== ports.app.build && input.build !== '') context.fail('RELOAD', {})
      const folder = slot.scope() === null ? slot.sealedFolder() : null
      const sealed = folder === null ? null : { path: folder, name: registry.recent().find(({ path }) => path === folder)?.name ?? '' }
      return { build: ports.app.build, workspace: slot.summary(), sealed, session: session.state(), startError: slot.startError(), today: ports.clock.today() }
    },
    startOptions: () => ({ suggestedPath: join(ports.folders.documents, 'baolei'), samplePath, recent: registry.recent() }),
    createWorkspace: async ({ path, name, people }) => {
      const folder = requireFolder(path)
      const wanted = peopleOf(people)
      requireGood(wanted, name, people.setup)
      const { codes, ...keys } = await keeper.sealNew(wanted, people.setup === 'separated' ? 2 : 1)
      const withUsed = await Promise.all(wanted.map(async (person) => ({ ...person, used: await keeper.formerPassword(person.password) })))
      let first: string | undefined
      slot.create(folder, name, {
        setup: people.setup,
        keys,
        populate: (scope, rootUnit) => {
          first = addPeople(scope, rootUnit, withUsed)[0]
        },
      })
      // 一个办公室:建好就接着用;三员分立:各自登录。
      if (people.setup === 'one_office' && first !== undefined) {
        const signedIn = first
        // 与平常登录一样记一条:上次登录的时刻就是它的时刻。
        slot.scope()?.writeAs({ actor: signedIn, role: '', reason: '' }, 'session', 'session.signIn', (transaction) => {
          createAccountRepo(slot.scope()?.store.db ?? failWith('NO_WORKSPACE')).signedIn(signedIn, transaction.at)
          transaction.audit({ ownerUnit: null, table: 'account', recordId: signedIn, detail: { action: 'sign_in' } })
        })
        session.begin(signedIn, ports.clock.now())
      }
      return { ...opened(), recoveryCodes: [...codes] }
    },
    openSample: (input) => {
      slot.openSample(requireFolder(input.path ?? samplePath))
      return opened()
    },
    openWorkspace: (input) => {
      slot.open(folderOf(requireFolder(input.path)))
      return opened()
    },
    closeWorkspace: () => {
      slot.close()
      return {}
    },
    status: () => {
      const summary = slot.summary() ?? failWith('NO_WORKSPACE')
      return { path: summary.path, name: summary.name, version: ports.app.version, lastSavedAt: slot.lastSavedAt() }
    },
  }
}
