import { createAccountRepo } from '../../store/repos/account-repo.ts'
import { createUnitSubtree } from '../../store/repos/unit-subtree.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { BUILT_IN_ACTOR, currentCall } from './current-call.ts'

export interface OwnBranch {
  (branchId: string): boolean
  /** 这一次调用里反复要问的:授权与下级只查一遍。 */
  now(): (branchId: string) => boolean
}

/** 现在这个人是不是本支部的人:书记、组织委员的角色管得到它。谈话正文只给这样的人看,上级党委看不到。 */
export const createOwnBranch = ({ store }: WorkspaceScope): OwnBranch => {
  const accounts = createAccountRepo(store.db)
  const tree = createUnitSubtree(store.db)
  const now = (): ((branchId: string) => boolean) => {
    const { actor } = currentCall()
    if (actor === BUILT_IN_ACTOR) return () => true
    const units = accounts.grantsOf(actor).filter(({ role }) => role === 'branch_secretary' || role === 'branch_organiser')
    const own = new Set(units.flatMap(({ unitId }) => [...tree.below(unitId)]))
    return (branchId) => own.has(branchId)
  }
  return Object.assign((branchId: string): boolean => now()(branchId), { now })
}
