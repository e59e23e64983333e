import type { sessionContract } from '../../../shared/contract/session.contract.ts'
import type { GroupHandlers } from '../../rpc/handlers.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createKeptDraftRepo } from '../../store/repos/kept-draft-repo.ts'
import type { Ports } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { WorkspaceSlot } from '../workspace-slot.ts'
import { BUILT_IN_ACTOR } from './current-call.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'

/** 登录、锁屏、口令、暂存的草稿。 */
export const createSessionHandlers = (ports: Ports, slot: WorkspaceSlot, session: Session, signIn: SignIn): GroupHandlers<typeof sessionContract> => {
  const scope = (): WorkspaceScope => slot.scope() ?? failWith('NO_WORKSPACE')
  const owner = (): string => session.accountId() ?? BUILT_IN_ACTOR
  return {
    state: () => session.state(),
    signIn: ({ userName, password }) => signIn.signIn(userName, password),
    recover: ({ code, userName, newPassword }) => signIn.recover(code, userName, newPassword),
    lock: ({ reason }) => {
      session.lock(reason)
      return session.state()
    },
    signOut: () => {
      slot.seal()
      return session.state()
    },
    touch: () => {
      session.touch()
      return session.state()
    },
    changePassword: ({ currentPassword, newPassword }) => signIn.changePassword(currentPassword, newPassword),
    keepDraft: ({ key, body }) => {
      const { store } = scope()
      if (store.readOnly) return {}
      const drafts = createKeptDraftRepo(store.db)
      if (body === null) drafts.drop(owner(), key)
      else drafts.keep(owner(), key, body, ports.clock.now())
      return {}
    },
    drafts: () => ({ drafts: createKeptDraftRepo(scope().store.db).of(owner()) }),
  }
}
