import type { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import { OFFICER_ROLES, type Grant, type Role } from '../../../shared/model/workspace.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { faultCode } from '../../store/store-error.ts'
import { openAccounts, type AccountParts, type OpenAccounts } from './account-parts.ts'
import { accountsView } from './account-views.ts'
import { requireAdmins } from './require-admins.ts'

const isOfficer = (role: Role): boolean => (OFFICER_ROLES as readonly Role[]).includes(role)
const isSame = (one: Grant, other: Grant): boolean => one.role === other.role && one.unitId === other.unitId

const requireSensible = ({ accounts, top }: OpenAccounts, grants: readonly Grant[]): void => {
  for (const { role, unitId } of grants) {
    if (!accounts.isUnit(unitId)) failWith('NOT_FOUND')
    if (isOfficer(role) && unitId !== top) failWith('OFFICER_WHOLE_UNIT')
  }
}

/** 谁也不能给自己授权;一个办公室里可以减自己的。 */
const requireNotOwn = (parts: AccountParts, { scope, accounts }: OpenAccounts, id: string, grants: readonly Grant[]): void => {
  if (id !== parts.session.accountId()) return
  const held = accounts.grantsOf(id)
  if (scope.setup === 'separated' || grants.some((wanted) => !held.some((grant) => isSame(grant, wanted)))) failWith('OWN_GRANT')
}

/** 互斥由库里的触发器把关,程序绕不过去;这里只把它的话翻译过来。 */
const translateExclusive = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (faultCode(error) === 'SQLITE_CONSTRAINT_TRIGGER') return failWith('ROLES_EXCLUSIVE')
    throw error
  }
}

/** 授权与例外:安全保密管理员的事。 */
export const createGrantHandlers = (parts: AccountParts): Pick<GroupHandlers<typeof accountsContract>, 'setGrants' | 'allowCombinedOfficers'> => ({
  setGrants: ({ id, rev, grants }) => {
    const open = openAccounts(parts)
    open.require(id)
    requireSensible(open, grants)
    requireNotOwn(parts, open, id, grants)
    translateExclusive(() =>
      open.scope.write('account', 'accounts.setGrants', (transaction) => {
        open.accounts.setGrants(transaction, id, rev, grants)
        requireAdmins(parts, open)
        transaction.emit('accounts.changed', {})
        transaction.emit('session.changed', {})
      }),
    )
    return accountsView(parts, open)
  },
  allowCombinedOfficers: ({ id, rev, signedBy, documentNumber }) => {
    const open = openAccounts(parts)
    open.require(id)
    if (open.scope.setup !== 'separated') failWith('NOT_EDITABLE')
    // 审计员永不例外。
    if (open.accounts.grantsOf(id).some(({ role }) => role === 'auditor')) failWith('ROLES_EXCLUSIVE')
    open.scope.write('account', 'accounts.allowCombinedOfficers', (transaction) => {
      open.accounts.allowCombinedOfficers(transaction, id, rev, signedBy, documentNumber)
      transaction.emit('accounts.changed', {})
    })
    return accountsView(parts, open)
  },
})
