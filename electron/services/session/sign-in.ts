import type { OpenWorkspace, SessionState } from '../../../shared/model/workspace.ts'
import { commonPasswords } from '../../data/common-passwords/common-passwords.ts'
import { judgePassword } from '../../domain/accounts/password-policy.ts'
import { judgeRecoveryCode } from '../../../shared/util/recovery-code.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createAccountRepo, sameUserName, type AccountRow } from '../../store/repos/account-repo.ts'
import type { KeyBundle } from '../../store/keys/key-slots.ts'
import { StoreError } from '../../store/store-error.ts'
import type { Ports } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { WorkspaceSlot } from '../workspace-slot.ts'
import type { KeyKeeper } from './key-keeper.ts'
import { readPolicy } from './policy.ts'
import type { Session } from './session.ts'

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

/** 口令够不够好、有没有用过;不行就报 PASSWORD_WEAK / PASSWORD_REUSED。 */
export const requireGoodPassword = (keeper: KeyKeeper, scope: WorkspaceScope, person: { readonly id: string | null; readonly userName: string; readonly displayName: string }, password: string): void => {
  const policy = readPolicy(scope)
  const reasons = judgePassword(password, { policy, common: commonPasswords, userName: person.userName, displayName: person.displayName, unitName: scope.name, personalFragments: [] })
  if (reasons.length > 0) failWith('PASSWORD_WEAK', { reasons })
  if (person.id !== null && keeper.isFormer(password, createAccountRepo(scope.store.db).formerPasswords(person.id, policy.historyLength))) failWith('PASSWORD_REUSED')
}

const asDeclared = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof StoreError) return failWith(error.code as Parameters<typeof failWith>[0], error.code.startsWith('KEY_SLOT') ? {} : error.data)
    throw error
  }
}

/** 登录、凭恢复码进来。一次只办一个:两次同时试口令,次数会数错。 */
export const createSignIn = ({ ports, slot, keeper, session }: SignInParts) => {
  let queue: Promise<unknown> = Promise.resolve()
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work, work)
    queue = next.catch(() => undefined)
    return next
  }
  const folderInHand = (): string => slot.sealedFolder() ?? failWith('NO_WORKSPACE')
  /** 用开出来的密钥打开(已经开着就不动)。新近才开的,后面不成要再合上。 */
  const openWith = (folder: string, bundle: KeyBundle): { readonly scope: WorkspaceScope; readonly workspace: OpenWorkspace; readonly opened: boolean } => {
    const before = slot.scope()
    const opened = before === null
    if (opened) slot.open(folder, { key: bundle.key })
    const scope = slot.scope() ?? failWith('NO_WORKSPACE')
    const workspace = slot.summary() ?? failWith('NO_WORKSPACE')
    return { scope, workspace, opened }
  }
  const requireActive = (account: AccountRow | undefined, opened: boolean, code: 'ACCOUNT_DISABLED' | 'ACCOUNT_UNKNOWN'): AccountRow => {
    if (account?.state === 'active') return account
    if (opened) slot.seal()
    return failWith(account === undefined ? code : 'ACCOUNT_DISABLED')
  }
  const auditFailure = (userName: string, code: string): void => {
    const scope = slot.scope()
    if (scope === null) return
    const account = createAccountRepo(scope.store.db).findByName(userName)
    scope.writeAs({ actor: account?.id ?? '', role: '', reason: '' }, 'session', 'session.signIn', (transaction) => transaction.audit({ ownerUnit: null, table: 'account', recordId: account?.id ?? '', detail: { action: 'sign_in_failed', code } }))
  }

  const signIn = async (userName: string, password: string): Promise<SignedIn> => {
    const folder = folderInHand()
    const trial = await asDeclared(() => keeper.tryPassword(folder, userName, password, ports.clock.now()))
    if (trial.kind !== 'opened') {
      auditFailure(userName, trial.kind)
      if (trial.kind === 'blocked') return failWith('ACCOUNT_BLOCKED', { until: trial.until })
      return trial.blockedUntil === null ? failWith('PASSWORD_WRONG', { remaining: trial.remaining }) : failWith('ACCOUNT_BLOCKED', { until: trial.blockedUntil })
    }
    const { scope, workspace, opened } = openWith(folder, trial.bundle)
    const accounts = createAccountRepo(scope.store.db)
    const account = requireActive(accounts.findByName(userName), opened, 'ACCOUNT_DISABLED')
    const now = ports.clock.now()
    if (!scope.store.readOnly) {
      scope.writeAs({ actor: account.id, role: '', reason: '' }, 'session', 'session.signIn', (transaction) => {
        accounts.signedIn(account.id, now)
        transaction.audit({ ownerUnit: null, table: 'account', recordId: account.id, detail: { action: 'sign_in', failuresBefore: trial.failuresBefore } })
      })
    }
    keeper.bookOf(folder).rememberPolicy(readPolicy(scope).failuresAllowed)
    session.begin(account.id, now)
    return { workspace, session: session.state() }
  }

  const recover = async (code: string, userName: string, newPassword: string): Promise<SignedIn> => {
    const folder = folderInHand()
    const bundle = await asDeclared(() => keeper.openWithCode(folder, code))
    if (bundle === null) return failWith('RECOVERY_CODE_WRONG', { mistyped: judgeRecoveryCode(code).verdict !== 'good' })
    const { scope, workspace, opened } = openWith(folder, bundle)
    const accounts = createAccountRepo(scope.store.db)
    const account = requireActive(accounts.findByName(userName), opened, 'ACCOUNT_UNKNOWN')
    try {
      requireGoodPassword(keeper, scope, account, newPassword)
    } catch (error) {
      if (opened) slot.seal()
      throw error
    }
    await asDeclared(() => keeper.putPassword(folder, bundle, account.userName, newPassword))
    keeper.bookOf(folder).cleared(keeper.slotOf(folder, account.userName))
    scope.writeAs({ actor: account.id, role: '', reason: '' }, 'account', 'session.recover', (transaction) => accounts.passwordChanged(transaction, account.id, 'recover', false, keeper.formerPassword(newPassword)))
    session.begin(account.id, ports.clock.now())
    return { workspace, session: session.state() }
  }

  const changePassword = async (currentPassword: string, newPassword: string): Promise<SessionState> => {
    const scope = slot.scope() ?? failWith('NO_WORKSPACE')
    const folder = scope.store.paths.folder
    if (scope.store.keyring === null) return failWith('NO_PASSWORDS')
    const accounts = createAccountRepo(scope.store.db)
    const account = accounts.find(session.accountId() ?? '') ?? failWith('SIGN_IN_FIRST')
    const trial = await asDeclared(() => keeper.tryPassword(folder, account.userName, currentPassword, ports.clock.now()))
    if (trial.kind === 'blocked') return failWith('ACCOUNT_BLOCKED', { until: trial.until })
    if (trial.kind === 'wrong') return failWith('PASSWORD_WRONG', { remaining: trial.remaining })
    requireGoodPassword(keeper, scope, account, newPassword)
    await asDeclared(() => keeper.putPassword(folder, trial.bundle, account.userName, newPassword))
    scope.write('account', 'session.changePassword', (transaction) => accounts.passwordChanged(transaction, account.id, 'change_password', false, keeper.formerPassword(newPassword)))
    return session.state()
  }

  return {
    signIn: (userName: string, password: string): Promise<SignedIn> => oneAtATime(() => signIn(userName, password)),
    recover: (code: string, userName: string, newPassword: string): Promise<SignedIn> => oneAtATime(() => recover(code, userName, newPassword)),
    changePassword: (currentPassword: string, newPassword: string): Promise<SessionState> => oneAtATime(() => changePassword(currentPassword, newPassword)),
    /** 确认某一步时核对口令。 */
    checkPassword: (userName: string, password: string): Promise<boolean> =>
      oneAtATime(async () => {
        const folder = slot.scope()?.store.paths.folder
        return folder !== undefined && (await asDeclared(() => keeper.isPassword(folder, sameUserName(userName), password)))
      }),
  }
}
export type SignIn = ReturnType<typeof createSignIn>
