import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import { roleSchema } from '../../../shared/model/workspace.ts'
import { failWith, type Handler } from '../../rpc/handlers.ts'
import { readSpace } from '../../store/disk-space.ts'
import { createAccountRepo, type FormerPassword } from '../../store/repos/account-repo.ts'
import { createWorkspaceRepo } from '../../store/repos/workspace-repo.ts'
import { securedCopyBytes, swapInSecuredCopy, writeSecuredCopy } from '../../store/secured-copy.ts'
import { workspacePaths, type WorkspacePaths } from '../../store/workspace-folder.ts'
import { BUILT_IN_ACTOR } from '../session/current-call.ts'
import { requireGoodPassword } from '../session/password-rules.ts'
import { asDeclared } from '../session/sign-in.ts'
import { createWorkspaceScope } from '../workspace-scope.ts'
import { openAccounts, type AccountParts, type OpenAccounts } from './account-parts.ts'
import { sheetsFor } from './sheets-for.ts'

const MEGABYTE = 1024 * 1024
const STEPS = 3

/** 旧备份里带着不要口令的钥匙:谁拿到那份备份,谁就打得开它。程序不动它们,只告诉人有几份。 */
const countOpenBackups = (paths: WorkspacePaths): number =>
  existsSync(paths.backups) ? readdirSync(paths.backups).filter((name) => existsSync(workspacePaths(join(paths.backups, name)).openSlot)).length : 0

const requireSpace = (store: OpenAccounts['scope']['store']): void => {
  const { freeBytes } = readSpace(store.paths.folder)
  const neededBytes = securedCopyBytes(store)
  if (freeBytes < neededBytes) failWith('SPACE_LOW', { freeMegabytes: Math.floor(freeBytes / MEGABYTE), neededMegabytes: Math.ceil(neededBytes / MEGABYTE) })
}

interface FirstPerson {
  readonly userName: string
  readonly displayName: string
  readonly used: FormerPassword
}

/**
 * 给没设口令的办公工作区设口令:数据换一把新钥匙重新加密,建第一个使用人(兼全部角色),旧的开放钥匙作废。
 * 旧钥匙只随口令槽走,为的是以后还打得开旧备份。换上之前断电,还是原来的样子;换上之后就要口令。
 */
export const createSecureWorkspace = (parts: AccountParts): Handler<(typeof accountsContract)['secure']> => {
  const { keeper, slot, signIn, session, ports } = parts

  const addFirstPerson = (store: Parameters<Parameters<typeof writeSecuredCopy>[2]>[0], top: string, person: FirstPerson): string => {
    const id = ports.ids.next()
    const workspaces = createWorkspaceRepo(store.db)
    workspaces.secure()
    // 写在副本上:不发事件。
    createWorkspaceScope(store, ports, () => undefined).writeAs({ actor: BUILT_IN_ACTOR, role: 'system_admin', reason: '' }, 'account', 'accounts.secure', (transaction) => {
      workspaces.record(transaction, 'secure')
      const accounts = createAccountRepo(store.db)
      accounts.add(transaction, { id, userName: person.userName, displayName: person.displayName, mustChangePassword: false }, person.used)
      accounts.setGrants(transaction, id, null, roleSchema.options.map((role) => ({ role, unitId: top })))
    })
    return id
  }

  /** 从抄副本到换上,中间没有别的调用插得进来:抄完以后不会再有新的保存。 */
  const replace = ({ scope, top, folder }: OpenAccounts, keys: Parameters<typeof writeSecuredCopy>[1], person: FirstPerson): string => {
    const { paths } = scope.store
    const former = Buffer.from(scope.store.key)
    let id = ''
    writeSecuredCopy(scope.store, keys, (copy) => {
      id = addFirstPerson(copy, top, person)
    })
    slot.seal()
    try {
      swapInSecuredCopy(paths, ports.clock.now())
      slot.open(folder, { key: keys.key })
    } catch (error) {
      // 没换成:照原来的样子打开(收走副本);已经算定的,这里会停在登录。
      slot.open(folder)
      throw error
    }
    signIn.keepFormer(slot.scope() ?? failWith('NO_WORKSPACE'), [former])
    return id
  }

  return ({ userName, displayName, password }, { progress }) =>
    signIn.inTurn(async () => {
      const open = openAccounts(parts)
      const { scope } = open
      if (scope.setup !== 'open' || scope.kind !== 'office' || scope.store.keyring !== null) failWith('NOT_EDITABLE')
      if (scope.store.readOnly) failWith('READ_ONLY_COPY')
      requireSpace(scope.store)
      progress({ stage: 'checking', done: 0, total: STEPS })
      await requireGoodPassword(keeper, scope, { id: null, userName, displayName }, password)
      const used = await keeper.formerPassword(password)
      const { codes, ...keys } = await keeper.sealNew([{ userName, password }], sheetsFor('one_office'), [scope.store.key])
      progress({ stage: 'writing', done: 1, total: STEPS })
      const openBackups = countOpenBackups(scope.store.paths)
      const id = await asDeclared(() => replace(open, keys, { userName, displayName, used }))
      keys.key.fill(0)
      session.begin(id, ports.clock.now())
      progress({ stage: 'done', done: STEPS, total: STEPS })
      return { codes: [...codes], openBackups }
    })
}
