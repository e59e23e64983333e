import type { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import { tighten } from '../../domain/accounts/password-policy.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'
import { requireGoodPassword } from '../session/password-rules.ts'
import { PASSWORD_POLICY } from '../session/policy.ts'
import { asDeclared } from '../session/sign-in.ts'
import { openAccounts, type AccountParts } from './account-parts.ts'
import { accountsView } from './account-views.ts'
import { sheetsFor } from './sheets-for.ts'

type KeyHandlers = Pick<GroupHandlers<typeof accountsContract>, 'resetPassword' | 'unblock' | 'savePolicy' | 'renewRecovery' | 'setCommitteeKey'>

/** 口令、钥匙、规矩:安全保密管理员的事。 */
export const createKeyHandlers = (parts: AccountParts): KeyHandlers => {
  const { keeper, signIn, session } = parts
  return {
    resetPassword: ({ id, rev, password }) =>
      signIn.inTurn(async () => {
        const open = openAccounts(parts)
        const { scope, folder, accounts } = open
        const bundle = open.bundle()
        const account = open.require(id)
        if (account.state !== 'active') failWith('ACCOUNT_DISABLED')
        if (account.rev !== rev) failWith('STALE', { currentRev: account.rev })
        await requireGoodPassword(keeper, scope, account, password)
        const used = await keeper.formerPassword(password)
        await asDeclared(() => keeper.putPassword(folder, bundle, account.userName, password))
        scope.write('account', 'accounts.resetPassword', (transaction) => {
          accounts.passwordChanged(transaction, id, 'reset_password', true, used)
          transaction.emit('accounts.changed', {})
          transaction.emit('session.changed', {})
        })
        keeper.bookOf(folder).cleared(keeper.slotOf(folder, account.userName))
        return accountsView(parts, open)
      }),
    unblock: ({ id }) => {
      const open = openAccounts(parts)
      open.bundle()
      const { userName } = open.require(id)
      open.scope.write('account', 'accounts.unblock', (transaction) => {
        transaction.audit({ ownerUnit: null, table: 'account', recordId: id, detail: { action: 'unblock' } })
        transaction.emit('accounts.changed', {})
      })
      keeper.bookOf(open.folder).cleared(keeper.slotOf(open.folder, userName))
      return accountsView(parts, open)
    },
    savePolicy: (wish) => {
      const open = openAccounts(parts)
      open.bundle()
      const policy = tighten(open.policy, wish)
      open.scope.write('policy', 'accounts.savePolicy', (transaction) => {
        createSettingRepo(open.scope.store.db).write(transaction, PASSWORD_POLICY, policy)
        transaction.emit('accounts.changed', {})
        transaction.emit('session.changed', {})
      })
      session.policyChanged()
      keeper.bookOf(open.folder).rememberPolicy(policy.failuresAllowed)
      return { policy }
    },
    renewRecovery: () =>
      signIn.inTurn(async () => {
        const open = openAccounts(parts)
        const bundle = open.bundle()
        const codes = await asDeclared(() => keeper.renewRecovery(open.folder, bundle, sheetsFor(open.scope.setup)))
        open.scope.write('account', 'accounts.renewRecovery', (transaction) => {
          transaction.audit({ ownerUnit: null, table: 'workspace', recordId: open.scope.workspaceId, detail: { action: 'renew_recovery', sheets: codes.length } })
          transaction.emit('accounts.changed', {})
        })
        return { codes }
      }),
    setCommitteeKey: ({ recipient }) =>
      signIn.inTurn(async () => {
        const open = openAccounts(parts)
        const bundle = open.bundle()
        if (recipient !== '' && !keeper.isRecipient(recipient)) failWith('RECOVERY_CODE_WRONG', { mistyped: true })
        await asDeclared(() => (recipient === '' ? keeper.dropCommitteeKey(open.folder) : keeper.putCommitteeKey(open.folder, bundle, recipient)))
        open.scope.write('account', 'accounts.setCommitteeKey', (transaction) => {
          transaction.audit({ ownerUnit: null, table: 'workspace', recordId: open.scope.workspaceId, detail: { action: recipient === '' ? 'remove_committee_key' : 'set_committee_key' } })
          transaction.emit('accounts.changed', {})
        })
        return {}
      }),
  }
}
