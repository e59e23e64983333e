import type { accountsContract } from '../../shared/contract/accounts.contract.ts'
import type { GroupHandlers } from '../rpc/handlers.ts'
import { openAccounts, type AccountParts } from './accounts/account-parts.ts'
import { accountsOverview } from './accounts/account-views.ts'
import { createGrantHandlers } from './accounts/change-grants.ts'
import { createKeyHandlers } from './accounts/change-keys.ts'
import { createPeopleHandlers } from './accounts/change-people.ts'
import { createRecoverySheet } from './accounts/recovery-sheet.ts'
import { createSecureWorkspace } from './accounts/secure-workspace.ts'

/** 使用人、授权、口令规矩、恢复单。 */
export const createAccountHandlers = (parts: AccountParts): GroupHandlers<typeof accountsContract> => ({
  list: () => accountsOverview(parts, openAccounts(parts)),
  ...createPeopleHandlers(parts),
  ...createGrantHandlers(parts),
  ...createKeyHandlers(parts),
  recoverySheet: createRecoverySheet(parts),
  secure: createSecureWorkspace(parts),
})
