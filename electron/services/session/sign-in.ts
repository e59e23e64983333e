import type { OpenWorkspace, SessionState } from '../../../shared/model/workspace.ts'
import { judgeRecoveryCode } from '../../../shared/util/recovery-code.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { KeyBundle } from '../../store/keys/key-slots.ts'
import { createAccountRepo, sameUserName, type AccountRow } from '../../store/repos/account-repo.ts'
import { StoreError } from '../../store/store-error.ts'
import type { Ports } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { WorkspaceSlot } from '../workspace-slot.ts'
import type { PasswordTrial } from './confirmation.ts'
import type { KeyKeeper, SignInTrial } from './key-keeper.ts'
import { requireGoodPassword } from './password-rules.ts'
import { readPolicy } from './policy.ts'
import type { Session } from './session.ts'
import { recordFailure, recordSignIn } from './sign-in-records.ts'

interface SignInParts {
  readonly ports: Ports
  readonly slot: WorkspaceSlot
  readonly keeper: KeyKeeper
  readonly session: Session
}
interface SignedIn {
  readonly workspace: OpenWorkspace
  readonly session: SessionState
}
interface Opened {
  readonly scope: WorkspaceScope
  readonly workspace: OpenWorkspace
  /** 是这一次才打开的:后面不成要再合上。 */
  readonly isNew: boolean
}

/** 存储的故障变成说得清的失败;槽的故障不带出是谁的、哪一种。 */
export const asDeclared = async <T>(work: () => T | Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) return failWith(error.code as Parameters<typeof failWith>[0], error.code.startsWith('KEY_SLOT') ? {} : error.data)
    throw error
  }
}

/** 登录、凭恢复码进来、换自己的口令,以及手里的钥匙。一次只办一件:两次同时试口令,次数会数错;两次同时换槽,会盖掉对方的。 */
export const createSignIn = ({ ports, slot, keeper, session }: SignInParts) => {
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work)
    queue = next.catch(() => undefined)
    return next
  }
  /** 换过密钥的,旧密钥随槽走:以后重封每个槽都要带上。 */
  let former: { readonly scope: WorkspaceScope; readonly keys: readonly Buffer[] } | null = null
  const bundleOf = (scope: WorkspaceScope): KeyBundle => ({ key: scope.store.key, former: former?.scope === scope ? former.keys : [] })
  const isOwnKey = (scope: WorkspaceScope, bundle: KeyBundle): boolean => scope.store.key.equals(bundle.key)

  const folderInHand = (): string => slot.sealedFolder() ?? failWith('NO_WORKSPACE')
  /** 用开出来的密钥打开;已经开着的,钥匙须是这个库的:换上假的 keys 文件夹,骗不开锁着的屏。 */
  const openWith = (folder: string, bundle: KeyBundle): Opened => {
    const isNew = slot.scope() === null
    if (isNew) slot.open(folder, { key: bundle.key })
    const scope = slot.scope() ?? failWith('NO_WORKSPACE')
    const workspace = slot.summary() ?? failWith('NO_WORKSPACE')
    if (!isOwnKey(scope, bundle)) failWith('STORE_KEY_WRONG', { path: folder })
    former = { scope, keys: bundle.former }
    return { scope, workspace, isNew }
  }
  /** 这一次才打开的,人不对、口令不行就再合上。 */
  const orSeal = async <T>({ isNew }: Opened, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (isNew) slot.seal()
      throw error
    }
  }
  const requireActive = (account: AccountRow | undefined, code: 'ACCOUNT_DISABLED' | 'ACCOUNT_UNKNOWN'): AccountRow => (account?.state === 'active' ? account : failWith(account === undefined ? code : 'ACCOUNT_DISABLED'))
  const requireOpened = (trial: SignInTrial): KeyBundle => {
    if (trial.kind === 'blocked') return failWith('ACCOUNT_BLOCKED', { until: trial.until })
    if (trial.kind === 'wrong') return trial.blockedUntil === null ? failWith('PASSWORD_WRONG', { remaining: trial.remaining }) : failWith('ACCOUNT_BLOCKED', { until: trial.blockedUntil })
    return trial.bundle
  }

  const signIn = async (userName: string, password: string): Promise<SignedIn> => {
    const folder = folderInHand()
    const unrecorded = await asDeclared(() => keeper.bookOf(folder).entries())
    const trial = await asDeclared(() => keeper.tryPassword(folder, userName, password, ports.clock.now()))
    if (trial.kind !== 'opened') recordFailure(slot.scope(), ports.log, userName, 'session.signIn', trial.kind === 'wrong' && trial.blockedUntil === null ? 'wrong' : 'blocked')
    const opened = openWith(folder, requireOpened(trial))
    const { scope, workspace, isNew } = opened
    const account = await orSeal(opened, () => requireActive(createAccountRepo(scope.store.db).findByName(userName), 'ACCOUNT_DISABLED'))
    await orSeal(opened, () => recordSignIn(scope, account, isNew ? unrecorded : [], (name) => keeper.slotOf(folder, name)))
    keeper.bookOf(folder).rememberPolicy(readPolicy(scope).failuresAllowed)
    session.begin(account.id, ports.clock.now())
    return { workspace, session: session.state() }
  }

  const recover = async (code: string, userName: string, newPassword: string): Promise<SignedIn> => {
    const folder = folderInHand()
    const trial = await asDeclared(() => keeper.openWithCode(folder, code))
    if (trial === null) {
      recordFailure(slot.scope(), ports.log, userName, 'session.recover', 'wrong')
      return failWith('RECOVERY_CODE_WRONG', { mistyped: judgeRecoveryCode(code).verdict !== 'good' })
    }
    const opened = openWith(folder, trial.bundle)
    const { scope, workspace } = opened
    const accounts = createAccountRepo(scope.store.db)
    const account = await orSeal(opened, async () => {
      if (scope.store.readOnly) failWith('READ_ONLY_COPY')
      const found = requireActive(accounts.findByName(userName), 'ACCOUNT_UNKNOWN')
      await requireGoodPassword(keeper, scope, found, newPassword)
      const used = await keeper.formerPassword(newPassword)
      await asDeclared(() => keeper.putPassword(folder, trial.bundle, found.userName, newPassword))
      scope.writeAs({ actor: found.id, role: '', reason: '' }, 'account', 'session.recover', (transaction) => accounts.passwordChanged(transaction, found.id, 'recover', false, used, { slot: trial.slot }))
      return found
    })
    keeper.bookOf(folder).cleared(keeper.slotOf(folder, account.userName))
    session.begin(account.id, ports.clock.now())
    return { workspace, session: session.state() }
  }

  const changePassword = async (currentPassword: string, newPassword: string): Promise<SessionState> => {
    const scope = slot.scope() ?? failWith('NO_WORKSPACE')
    const folder = scope.store.paths.folder
    if (scope.store.keyring === null) return failWith('NO_PASSWORDS')
    if (scope.store.readOnly) return failWith('READ_ONLY_COPY')
    const accounts = createAccountRepo(scope.store.db)
    const account = accounts.find(session.accountId() ?? '') ?? failWith('SIGN_IN_FIRST')
    const trial = await asDeclared(() => keeper.tryPassword(folder, account.userName, currentPassword, ports.clock.now()))
    if (trial.kind !== 'opened') recordFailure(scope, ports.log, account.userName, 'session.changePassword', trial.kind)
    const bundle = requireOpened(trial)
    if (!isOwnKey(scope, bundle)) return failWith('STORE_KEY_WRONG', { path: folder })
    await requireGoodPassword(keeper, scope, account, newPassword)
    const used = await keeper.formerPassword(newPassword)
    await asDeclared(() => keeper.putPassword(folder, bundle, account.userName, newPassword))
    scope.write('account', 'session.changePassword', (transaction) => accounts.passwordChanged(transaction, account.id, 'change_password', false, used))
    return session.state()
  }

  /** 确认某一步时核对口令:和登录一样计次数。 */
  const tryPassword = async (userName: string, password: string): Promise<PasswordTrial> => {
    const scope = slot.scope()
    if (scope === null) return 'wrong'
    const trial = await asDeclared(() => keeper.tryPassword(scope.store.paths.folder, sameUserName(userName), password, ports.clock.now()))
    if (trial.kind === 'opened') return isOwnKey(scope, trial.bundle) ? 'right' : 'wrong'
    return trial.kind === 'wrong' && trial.blockedUntil === null ? 'wrong' : 'blocked'
  }

  return {
    signIn: (userName: string, password: string): Promise<SignedIn> => inTurn(() => signIn(userName, password)),
    recover: (code: string, userName: string, newPassword: string): Promise<SignedIn> => inTurn(() => recover(code, userName, newPassword)),
    changePassword: (currentPassword: string, newPassword: string): Promise<SessionState> => inTurn(() => changePassword(currentPassword, newPassword)),
    tryPassword: (userName: string, password: string): Promise<PasswordTrial> => inTurn(() => tryPassword(userName, password)),
    inTurn,
    /** 封新槽时装进去的:现用的密钥和换过的旧密钥。 */
    bundleOf,
    /** 刚换过密钥:记下旧的。 */
    keepFormer: (scope: WorkspaceScope, keys: readonly Buffer[]): void => {
      former = { scope, keys }
    },
    /** 合上工作区:手里的旧密钥也抹掉。 */
    forgetKeys: (): void => {
      for (const key of former?.keys ?? []) key.fill(0)
      former = null
    },
  }
}
export type SignIn = ReturnType<typeof createSignIn>
