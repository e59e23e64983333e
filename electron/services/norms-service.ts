import type { normsContract } from '../../shared/contract/norms.contract.ts'
import type { NormEntry } from '../../shared/data/norms/norm-entry.ts'
import { findNorm, NORM_GROUPS, readNormText } from '../../shared/data/norms/norm-registry.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createAccountRepo } from '../store/repos/account-repo.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { actorLabel } from './audit/describe-row.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 规则里的数字:看、改、改回缺省。 */
export const createNormHandlers = (scope: WorkspaceScope): GroupHandlers<typeof normsContract> => {
  const { db } = scope.store
  const repo = createNormRepo(db)
  const accounts = createAccountRepo(db)
  const list = () => ({
    norms: NORM_GROUPS.flatMap(({ entries }) => entries as readonly NormEntry[]).map((entry) => {
      const stored = repo.read(entry.key)
      const text = stored === undefined || stored.value === '' || entry.fixed === true ? null : readNormText(entry, stored.value)
      const changed = stored !== undefined && text !== null
      return {
        key: entry.key,
        rev: stored?.rev ?? 0,
        value: String(text ?? entry.default),
        changed,
        basis: changed ? stored.basis : '',
        changedAt: changed ? stored.changedAt : null,
        changedByName: changed ? actorLabel(stored.changedBy, accounts.find(stored.changedBy)?.displayName ?? null) : '',
      }
    }),
  })
  const requireEditable = (key: string): NormEntry => {
    const entry = findNorm(key) ?? failWith('NOT_FOUND')
    return entry.fixed === true ? failWith('NOT_EDITABLE') : entry
  }
  return {
    list,
    save: ({ key, rev, value, basis }) => {
      const entry = requireEditable(key)
      if (readNormText(entry, value) === null) failWith('BAD_INPUT', { issues: [{ path: ['value'], code: 'out_of_range' }] })
      scope.write('policy', 'norms.save', (transaction) => {
        repo.write(transaction, key, rev, value, basis)
        transaction.emit('norms.changed', {})
      })
      return list()
    },
    reset: ({ key, rev }) => {
      requireEditable(key)
      scope.write('policy', 'norms.reset', (transaction) => {
        repo.write(transaction, key, rev, '', '')
        transaction.emit('norms.changed', {})
      })
      return list()
    },
  }
}
