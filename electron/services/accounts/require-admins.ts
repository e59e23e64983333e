import { OFFICER_ROLES, type Role } from '../../../shared/model/workspace.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { AccountParts, OpenAccounts } from './account-parts.ts'

/** 一个办公室:建号、授权总得有人;三员分立:三员都得有人。 */
const needed = (setup: OpenAccounts['scope']['setup']): readonly Role[] => (setup === 'separated' ? OFFICER_ROLES : ['system_admin', 'security_admin'])

/**
 * 改完之后(同一事务里)还有没有人管使用人:没停用、授在全单位、口令槽好好的才算。
 *
 * @throws DeclaredFailure LAST_ADMIN:整个事务退回去。
 */
export const requireAdmins = ({ keeper }: AccountParts, { scope, folder, accounts, top }: OpenAccounts): void => {
  const slotOf = keeper.slotStates(folder)
  for (const role of needed(scope.setup)) {
    const able = accounts.activeHolders(role, top).some((id) => slotOf(accounts.find(id)?.userName ?? '') === 'sound')
    if (!able) failWith('LAST_ADMIN')
  }
}
