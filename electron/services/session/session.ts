import type { AuditKind, Procedure } from '../../../shared/contract/define.ts'
import type { Grant, PasswordPolicySettings, SessionState } from '../../../shared/model/workspace.ts'
import { roleSchema } from '../../../shared/model/workspace.ts'
import type { ConfirmationGiven } from '../../../shared/rpc/messages.ts'
import { WHOLE } from '../../rpc/access.ts'
import type { Admission, Gate, Refusal } from '../../rpc/dispatch.ts'
import { DeclaredFailure } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import { createUnitSubtree, type UnitSubtree } from '../../store/repos/unit-subtree.ts'
import type { Ports } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { authorise } from './authorise.ts'
import { BUILT_IN_ACTOR, withCall, type CurrentCall } from './current-call.ts'
import { readPolicy } from './policy.ts'

type LockReason = NonNullable<SessionState['lockedBy']>
/** 只用来显示的标识:没设口令的工作区里没有账号。 */
const NOBODY = '00000000-0000-7000-8000-000000000000'
const CHECK_MILLISECONDS = 5000

interface SignedIn {
  readonly accountId: string
  readonly userName: string
  readonly displayName: string
  readonly since: number
}

export interface SessionParts {
  readonly ports: Ports
  /** 开着的工作区;没开为 null。 */
  scope(): WorkspaceScope | null
  /** 选定了、要登录才打开的文件夹。 */
  sealedFolder(): string | null
  /** 核对口令:开得了这个人的槽就是对。 */
  checkPassword(userName: string, password: string): Promise<boolean>
  publishChanged(): void
}

/** 谁在用、锁没锁、凭什么做。核心里只有一份:一个工作区一个窗口。 */
export interface Session extends Gate {
  state(): SessionState
  /** 登录成功之后由登录流程调用。 */
  begin(accountId: string, now: number): void
  lock(reason: LockReason): void
  touch(): void
  /** 合上工作区:忘掉登录的人。 */
  forget(): void
  /** 当前使用人;没登录为 null。 */
  accountId(): string | null
  policy(): PasswordPolicySettings
  close(): void
}

const refuse = (code: string, data: unknown = {}): Refusal => ({ code, data })

export const createSession = (parts: SessionParts): Session => {
  const { ports } = parts
  let signedIn: SignedIn | null = null
  let lockedBy: LockReason | null = null
  let lastActivity = ports.clock.now()
  // 换了工作区就重新准备语句。
  let prepared: { readonly scope: WorkspaceScope; readonly tree: UnitSubtree; readonly accounts: ReturnType<typeof createAccountRepo> } | null = null
  const tools = () => {
    const scope = parts.scope()
    if (scope === null) return null
    if (prepared?.scope !== scope) prepared = { scope, tree: createUnitSubtree(scope.store.db), accounts: createAccountRepo(scope.store.db) }
    return prepared
  }
  const policy = (): PasswordPolicySettings => {
    const scope = parts.scope()
    return readPolicy(scope)
  }
  const isOpenSetup = (): boolean => parts.scope()?.setup === 'open'
  const audit = (kind: AuditKind, procedure: string, actor: string, detail: Readonly<Record<string, unknown>>): void => {
    const scope = parts.scope()
    if (scope === null || scope.store.readOnly) return
    scope.writeAs({ actor, role: '', reason: '' }, kind, procedure, (transaction) => transaction.audit({ ownerUnit: null, table: 'account', recordId: actor, detail }))
  }
  const lock = (reason: LockReason): void => {
    if (signedIn === null || lockedBy !== null) return
    lockedBy = reason
    try {
      audit('session', 'session.lock', signedIn.accountId, { action: 'lock', reason })
    } catch (error) {
      // 磁盘满了也得锁得上。
      ports.log.write('error', 'lock not audited', { error })
    }
    parts.publishChanged()
  }
  const lockIfIdle = (): void => {
    if (signedIn === null || lockedBy !== null || isOpenSetup()) return
    const now = ports.clock.now()
    const { idleMinutes, sessionHours } = policy()
    // 时钟往回拨:从现在重新计时。
    if (now < lastActivity) lastActivity = now
    if (now - signedIn.since >= sessionHours * 3_600_000) lock('expired')
    else if (now - lastActivity >= idleMinutes * 60_000) lock('idle')
  }
  const timer = setInterval(lockIfIdle, CHECK_MILLISECONDS)
  timer.unref()

  const passwordDue = (): boolean => {
    if (signedIn === null) return false
    const account = tools()?.accounts.find(signedIn.accountId)
    if (account === undefined) return false
    const { expiryDays } = policy()
    return account.mustChangePassword || (expiryDays > 0 && ports.clock.now() - account.passwordChangedAt > expiryDays * 86_400_000)
  }
  const grants = (): readonly Grant[] => {
    const current = tools()
    if (current === null) return []
    if (isOpenSetup()) {
      const top = current.tree.top()
      return top === null ? [] : roleSchema.options.map((role) => ({ role, unitId: top }))
    }
    return signedIn === null ? [] : current.accounts.grantsOf(signedIn.accountId)
  }
  const phase = (): SessionState['phase'] => {
    if (parts.scope() === null) return parts.sealedFolder() === null ? 'closed' : 'sealed'
    if (isOpenSetup()) return 'open'
    if (signedIn === null) return 'sealed'
    if (lockedBy !== null) return 'locked'
    return passwordDue() ? 'password_due' : 'open'
  }

  const admit = (procedure: Procedure): Refusal | null => {
    lockIfIdle()
    const now = phase()
    if (procedure.withoutWorkspace !== true && now === 'closed') return refuse('NO_WORKSPACE')
    if (procedure.roles === 'anyone') return null
    if (now === 'closed') return refuse('NO_WORKSPACE')
    if (now === 'sealed') return refuse('SIGN_IN_FIRST')
    if (now === 'locked') return refuse('SESSION_LOCKED')
    if (now === 'password_due' && procedure.whenLocked !== true) return refuse('PASSWORD_DUE')
    if (procedure.roles === 'signed_in') return null
    const allowed: readonly string[] = procedure.roles
    return grants().some(({ role }) => allowed.includes(role)) ? null : refuse('FORBIDDEN')
  }

  const checkConfirmation = async (procedure: Procedure, given: ConfirmationGiven | undefined): Promise<Refusal | null> => {
    if (given === undefined) return refuse('CONFIRMATION_REQUIRED')
    if (isOpenSetup() || signedIn === null) return null
    if (!(await parts.checkPassword(signedIn.userName, given.password))) {
      audit('session', 'session.confirm', signedIn.accountId, { action: 'confirmation_failed' })
      return refuse('CONFIRMATION_WRONG', { who: 'self' })
    }
    // 两个人确认只在三员分立时要;一个办公室以再输一次口令加理由代替。
    if (procedure.confirmation !== 'two_people' || parts.scope()?.setup !== 'separated') return null
    const accounts = tools()?.accounts
    const second = given.second === undefined ? undefined : accounts?.findByName(given.second.userName)
    const isApprover = second !== undefined && second.id !== signedIn.accountId && second.state === 'active' && accounts?.grantsOf(second.id).some(({ role }) => role === 'security_admin') === true
    if (given.second === undefined || !isApprover || !(await parts.checkPassword(second.userName, given.second.password))) return refuse('CONFIRMATION_WRONG', { who: 'second' })
    audit('session', 'session.confirm', second.id, { action: 'second_confirmation', for: signedIn.accountId })
    return null
  }

  const callOf = (role: string, confirm: ConfirmationGiven | undefined): CurrentCall => ({ actor: signedIn?.accountId ?? BUILT_IN_ACTOR, role, reason: confirm?.reason ?? '' })

  return {
    admit,
    authorise: (procedure, _path, input, confirm) => {
      const authority = authorise(procedure, input, grants(), tools()?.tree ?? null)
      if (authority === null) return refuse('FORBIDDEN')
      const admission = (): Admission => {
        // 后台的重取不算有人在用;写入算。
        if (procedure.kind !== 'query' && procedure.roles !== 'anyone') lastActivity = ports.clock.now()
        const access = isOpenSetup() && procedure.roles === 'signed_in' ? WHOLE : authority.access
        return { access, perform: (work) => withCall(callOf(authority.role, confirm), work) }
      }
      if (procedure.confirmation !== 'password' && procedure.confirmation !== 'two_people') return admission()
      // 核对口令要半秒,其间可能已经锁上、换了人。
      return checkConfirmation(procedure, confirm).then((unconfirmed) => unconfirmed ?? admit(procedure) ?? admission())
    },
    state: () => {
      lockIfIdle()
      const now = phase()
      const isOpen = isOpenSetup()
      return {
        phase: now,
        user: signedIn === null ? (isOpen && now === 'open' ? { accountId: NOBODY, userName: '', displayName: '' } : null) : { accountId: signedIn.accountId, userName: signedIn.userName, displayName: signedIn.displayName },
        grants: now === 'open' || now === 'password_due' ? [...grants()] : [],
        lockedBy: now === 'locked' ? lockedBy : null,
        idleMinutes: isOpen || now === 'closed' || now === 'sealed' ? null : policy().idleMinutes,
      }
    },
    begin: (accountId, now) => {
      const account = tools()?.accounts.find(accountId)
      if (account === undefined) throw new DeclaredFailure('ACCOUNT_UNKNOWN', {})
      signedIn = { accountId, userName: account.userName, displayName: account.displayName, since: now }
      lockedBy = null
      lastActivity = now
      parts.publishChanged()
    },
    lock,
    touch: () => {
      lockIfIdle()
      if (lockedBy === null) lastActivity = ports.clock.now()
    },
    forget: () => {
      signedIn = null
      lockedBy = null
    },
    accountId: () => signedIn?.accountId ?? null,
    policy,
    close: () => clearInterval(timer),
  }
}
