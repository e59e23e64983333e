import type { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { sameUserName } from '../../store/repos/account-repo.ts'
import { requireGoodPassword } from '../session/password-rules.ts'
import { asDeclared } from '../session/sign-in.ts'
import { openAccounts, type AccountParts } from './account-parts.ts'
import { accountsView } from './account-views.ts'
import { requireAdmins } from './require-admins.ts'

/** 建号、改名、停用启用:系统管理员的事,不动授权。 */
export const createPeopleHandlers = (parts: AccountParts): Pick<GroupHandlers<typeof accountsContract>, 'add' | 'rename' | 'setState'> => {
  const { keeper, signIn, ports, session } = parts
  return {
    add: ({ userName, displayName, password }) =>
      signIn.inTurn(async () => {
        const open = openAccounts(parts)
        const { scope, folder, accounts } = open
        const bundle = open.bundle()
        if (accounts.findByName(userName) !== undefined) failWith('DUPLICATE_NAME', { name: sameUserName(userName) })
        await requireGoodPassword(keeper, scope, { id: null, userName, displayName }, password)
        const used = await keeper.formerPassword(password)
        // 先放槽再记账:断在中间只是多一个没有账号的槽,登录不了;反过来会有一个登录不了的账号。
        await asDeclared(() => keeper.putPassword(folder, bundle, userName, password))
        keeper.bookOf(folder).cleared(keeper.slotOf(folder, userName))
        try {
          scope.write('account', 'accounts.add', (transaction) => {
            const id = ports.ids.next()
            accounts.add(transaction, { id, userName, displayName, mustChangePassword: true }, used)
            transaction.emit('accounts.changed', {})
          })
        } catch (error) {
          keeper.dropPassword(folder, userName)
          throw error
        }
        return accountsView(parts, open)
      }),
    rename: ({ id, rev, displayName }) => {
      const open = openAccounts(parts)
      open.scope.write('account', 'accounts.rename', (transaction) => {
        open.accounts.rename(transaction, id, rev, displayName)
        transaction.emit('accounts.changed', {})
        if (id === session.accountId()) transaction.emit('session.changed', {})
      })
      return accountsView(parts, open)
    },
    setState: ({ id, rev, state }) =>
      signIn.inTurn(async () => {
        const open = openAccounts(parts)
        const account = open.require(id)
        open.scope.write('account', 'accounts.setState', (transaction) => {
          open.accounts.setState(transaction, id, rev, state)
          requireAdmins(parts, open)
          transaction.emit('accounts.changed', {})
          transaction.emit('session.changed', {})
        })
        // 停用了的人,旧口令配上拷走的文件也不该打得开;启用之后要重设口令。
        if (state === 'disabled') await asDeclared(() => keeper.dropPassword(open.folder, account.userName))
        return accountsView(parts, open)
      }),
  }
}
