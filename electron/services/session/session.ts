import type { AuditKind, Procedure } from '../../../shared/contract/define.ts'
import type { Grant, PasswordPolicySettings, SessionState } from '../../../shared/model/workspace.ts'
import { roleSchema } from '../../../shared/model/workspace.ts'
import type { ConfirmationGiven } from '../../../shared/rpc/messages.ts'
import { WHOLE } from '../../rpc/access.ts'
import type { Admission, Refusal } from '../../rpc/dispatch.ts'
import { DeclaredFailure } from '../../rpc/handlers.ts'
import { createAccountRepo, type AccountRow } from '../../store/repos/account-repo.ts'
import { createUnitSubtree, type UnitSubtree } from '../../store/repos/unit-subtree.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { authorise, type Authority } from './authorise.ts'
import { checkConfirmation } from './confirmation.ts'
import { BUILT_IN_ACTOR, withCall } from './current-call.ts'
import { readPolicy } from './policy.ts'
import type { LockReason, Session, SessionParts } from './session-types.ts'

export type { Session } from './session-types.ts'

/** 只用来显示的标识:没设口令的工作区里没有账号。 */
const NOBODY = '00000000-0000-7000-8000-000000000000'
const CHECK_MILLISECONDS = 5000

interface SignedIn {
  readonly accountId: string
  readonly userName: string
  /** 登录(或解锁)的时刻;时钟往回拨过就从那时重算。 */
  since: number
}
/** 一个打开的工作区里会话要用的;换了工作区就重新准备。 */
interface Tools {
  readonly scope: WorkspaceScope
  readonly tree: UnitSubtree
  readonly accounts: ReturnType<typeof createAccountRepo>
  readonly policy: PasswordPolicySettings
}

const refuse = (code: string, data: unknown = {}): Refusal => ({ code, data })

export const createSession = (parts: SessionParts): Session => {
  const { ports } = parts
  let signedIn: SignedIn | null = null
  let lockedBy: LockReason | null = null
  let lastActivity = ports.clock.now()
  let prepared: Tools | null = null
  const tools = (): Tools | null => {
    const scope = parts.scope()
    if (scope === null) return null
    if (prepared?.scope !== scope) prepared = { scope, tree: createUnitSubtree(scope.store.db), accounts: createAccountRepo(scope.store.db), policy: readPolicy(scope) }
    return prepared
  }
  const policy = (): PasswordPolicySettings => tools()?.policy ?? readPolicy(null)
  const isOpenSetup = (): boolean => parts.scope()?.setup === 'open'
  const audit = (kind: AuditKind, procedure: string, actor: string, detail: Readonly<Record<string, unknown>>): void => {
    const scope = parts.scope()
    if (scope === null || scope.store.readOnly) return
    try {
      scope.writeAs({ actor, role: '', reason: '' }, kind, procedure, (transaction) => transaction.audit({ ownerUnit: null, table: 'account', recordId: actor, detail }))
    } catch (error) {
      // 磁盘满了也得锁得上、拒得了。
      ports.log.write('error', 'session not audited', { error })
    }
  }
  const lock = (reason: LockReason): void => {
    if (signedIn === null || lockedBy !== null) return
    lockedBy = reason
    audit('session', 'session.lock', signedIn.accountId, { action: 'lock', reason })
    parts.publishChanged()
  }
  const lockIfIdle = (): void => {
    if (signedIn === null || lockedBy !== null || isOpenSetup()) return
    const now = ports.clock.now()
    const { idleMinutes, sessionHours } = policy()
    // 时钟往回拨:从现在重新计时,不因此永远不锁。
    if (now < lastActivity) lastActivity = now
    if (now < signedIn.since) signedIn.since = now
    if (now - signedIn.since >= sessionHours * 3_600_000) lock('expired')
    else if (now - lastActivity >= idleMinutes * 60_000) lock('idle')
  }
  const timer = setInterval(lockIfIdle, CHECK_MILLISECONDS)
  timer.unref()

  /** 登录着的账号;没登录,或登录之后被停用了,为 undefined。 */
  const account = (): AccountRow | undefined => {
    const found = signedIn === null ? undefined : tools()?.accounts.find(signedIn.accountId)
    return found?.state === 'active' ? found : undefined
  }
  const isDue = ({ mustChangePassword, passwordChangedAt }: AccountRow): boolean => {
    const { expiryDays } = policy()
    return mustChangePassword || (expiryDays > 0 && ports.clock.now() - passwordChangedAt > expiryDays * 86_400_000)
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
    const current = account()
    if (current === undefined) return 'sealed'
    if (lockedBy !== null) return 'locked'
    return isDue(current) ? 'password_due' : 'open'
  }

  const admit = (procedure: Procedure): Refusal | null => {
    lockIfIdle()
    const now = phase()
    if (now === 'closed') return procedure.withoutWorkspace === true && procedure.roles === 'anyone' ? null : refuse('NO_WORKSPACE')
    // 锁着屏的,声明过的才行,登录之前能用的也不例外。
    if (now === 'locked' && (procedure.roles !== 'anyone' || procedure.whenLocked !== true)) return refuse('SESSION_LOCKED')
    if (procedure.roles === 'anyone') return null
    if (now === 'sealed') return refuse('SIGN_IN_FIRST')
    if (now === 'password_due' && procedure.whenLocked !== true) return refuse('PASSWORD_DUE')
    if (procedure.roles === 'signed_in') return null
    const allowed: readonly string[] = procedure.roles
    return grants().some(({ role }) => allowed.includes(role)) ? null : refuse('FORBIDDEN')
  }

  const confirm = async (procedure: Procedure, { role }: Authority, given: ConfirmationGiven): Promise<Refusal | null> => {
    const current = tools()
    const self = account()
    if (current === null || self === undefined) return null
    const setup = { setup: current.scope.setup, accounts: current.accounts, self: { accountId: self.id, userName: self.userName }, tryPassword: parts.tryPassword, lock: () => lock('guesses') }
    return checkConfirmation({ ...setup, audit: (actor, detail) => audit('session', 'session.confirm', actor, detail) }, procedure, role, given)
  }
  const ownerNow = (): string => (signedIn === null || lockedBy !== null ? BUILT_IN_ACTOR : signedIn.accountId)
  const admission = (procedure: Procedure, { role, access }: Authority, given: ConfirmationGiven | undefined): Admission => {
    // 后台的重取不算有人在用;写入算。
    if (procedure.kind !== 'query' && procedure.roles !== 'anyone') lastActivity = ports.clock.now()
    const owner = ownerNow()
    return {
      access: isOpenSetup() && procedure.roles === 'signed_in' ? WHOLE : access,
      perform: (work) => withCall({ actor: owner, role, reason: given?.reason ?? '' }, work),
      withhold: () => (owner === BUILT_IN_ACTOR || procedure.roles === 'anyone' || (lockedBy === null && (signedIn === null || signedIn.accountId === owner)) ? null : refuse('SESSION_LOCKED')),
    }
  }

  return {
    admit,
    authorise: (procedure, _path, input, given) => {
      const authority = authorise(procedure, input, grants(), tools()?.tree ?? null)
      if (authority === null) return refuse('FORBIDDEN')
      if (procedure.confirmation !== 'password' && procedure.confirmation !== 'two_people') return admission(procedure, authority, given)
      if (given === undefined) return refuse('CONFIRMATION_REQUIRED')
      const before = signedIn?.accountId ?? null
      // 核对口令要半秒,其间可能已经锁上、换了人、收了授权:从头再看一遍。
      return confirm(procedure, authority, given).then((refusal) => {
        const barred = refusal ?? admit(procedure)
        if (barred !== null) return barred
        const again = before === (signedIn?.accountId ?? null) ? authorise(procedure, input, grants(), tools()?.tree ?? null) : null
        return again === null ? refuse('FORBIDDEN') : admission(procedure, again, given)
      })
    },
    isWorkspaceOpen: () => parts.scope() !== null,
    state: () => {
      lockIfIdle()
      const now = phase()
      const isOpen = isOpenSetup()
      const current = account()
      return {
        phase: now,
        user: current !== undefined ? { accountId: current.id, userName: current.userName, displayName: current.displayName } : isOpen && now === 'open' ? { accountId: NOBODY, userName: '', displayName: '' } : null,
        grants: now === 'open' || now === 'password_due' ? [...grants()] : [],
        lockedBy: now === 'locked' ? lockedBy : null,
        idleMinutes: isOpen || now === 'closed' || now === 'sealed' ? null : policy().idleMinutes,
      }
    },
    begin: (accountId, now) => {
      const found = tools()?.accounts.find(accountId)
      if (found === undefined) throw new DeclaredFailure('ACCOUNT_UNKNOWN', {})
      signedIn = { accountId, userName: found.userName, since: now }
      lockedBy = null
      lastActivity = now
      parts.publishChanged()
    },
    lock,
    touch: () => {
      lockIfIdle()
      if (lockedBy === null) lastActivity = ports.clock.now()
    },
    leave: () => {
      if (signedIn !== null) audit('session', 'session.signOut', signedIn.accountId, { action: 'sign_out' })
    },
    forget: () => {
      signedIn = null
      lockedBy = null
      prepared = null
    },
    accountId: () => account()?.id ?? null,
    ownerNow,
    policy,
    policyChanged: () => {
      prepared = null
    },
    close: () => clearInterval(timer),
  }
}
