import { createAccountRepo, type AccountRow } from '../../store/repos/account-repo.ts'
import type { Log } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 口令、恢复码没对上:库开着就当场记一条;没有这个人的也记,只是不记他打的是什么。 */
export const recordFailure = (scope: WorkspaceScope | null, log: Log, userName: string, procedure: string, outcome: string): void => {
  if (scope === null || scope.store.readOnly) return
  try {
    const id = createAccountRepo(scope.store.db).findByName(userName)?.id ?? ''
    scope.writeAs({ actor: id, role: '', reason: '' }, 'session', procedure, (transaction) => transaction.audit({ ownerUnit: null, table: 'account', recordId: id, detail: { action: 'sign_in_failed', outcome } }))
  } catch (error) {
    // 磁盘满了,也还是要照口令的对错回话。
    log.write('error', 'session not audited', { error })
  }
}

interface Unrecorded {
  readonly slot: string
  readonly failures: number
  readonly blocks: number
  readonly lastFailure: number
}

/**
 * 登录成了:记一条;库关着时试错的(那时写不了库)一并补记,审计员看得到(F55)。
 *
 * @param attempts 登录之前各个槽试错的情形。
 * @param slotOf 用户名 → 槽名。
 */
export const recordSignIn = (scope: WorkspaceScope, account: AccountRow, attempts: readonly Unrecorded[], slotOf: (userName: string) => string): void => {
  if (scope.store.readOnly) return
  const accounts = createAccountRepo(scope.store.db)
  const lastAudit = accounts.lastAuditAt()
  const missed = attempts.filter(({ lastFailure }) => lastFailure > lastAudit)
  const idBySlot = new Map(missed.length === 0 ? [] : accounts.all().map(({ id, userName }) => [slotOf(userName), id]))
  scope.writeAs({ actor: account.id, role: '', reason: '' }, 'session', 'session.signIn', (transaction) => {
    for (const { slot, failures, blocks, lastFailure } of missed) {
      transaction.audit({ ownerUnit: null, table: 'account', recordId: idBySlot.get(slot) ?? '', detail: { action: 'sign_in_failed_while_closed', failures, blocks, lastFailure } })
    }
    accounts.signedIn(account.id, transaction.at)
    transaction.audit({ ownerUnit: null, table: 'account', recordId: account.id, detail: { action: 'sign_in' } })
  })
}
