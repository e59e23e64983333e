import type { duesContract } from '../../../shared/contract/dues.contract.ts'
import type { Donation, Handover, MonthTotal } from '../../../shared/model/dues.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { DuesBranches } from './dues-branches.ts'
import type { DuesLedgers } from './dues-ledgers.ts'

/** 上交与核对;自愿多交(一次 1000 元以上的全部上缴中央,规定第十一条)。 */
export const createMoneyHandlers = (scope: WorkspaceScope, ledgers: DuesLedgers, branches: DuesBranches): Pick<GroupHandlers<typeof duesContract>, 'money' | 'saveHandover' | 'withdrawHandover' | 'saveDonation' | 'withdrawDonation'> => {
  const { repo } = ledgers
  const writes = createDuesWrites(scope.store.db, () => scope.ports.ids.next())
  const handoversOf = (branchId: string, year: number, months: readonly MonthTotal[]): Handover[] =>
    repo.handovers([branchId], `${year}-01`, `${year}-12`).map(({ id, rev, organisationId: _organisationId, ...fields }) => ({
      id,
      rev,
      fields,
      collectedFen: months.filter(({ month }) => fields.fromMonth <= month && month <= fields.toMonth).reduce((sum, { collectedFen }) => sum + collectedFen, 0),
    }))
  const donationsOf = (branchId: string, year: number): Donation[] => repo.donations(branchId, `${year}-01-01`, `${year}-12-31`).map(({ id, rev, branchId: _branchId, memberName, ...fields }) => ({ id, rev, memberName, fields, isLarge: fields.amountFen >= ledgers.limits().largeFen }))
  const write = (procedure: string, branchId: string, change: (transaction: Transaction) => void): Record<string, never> => {
    scope.write('dues', procedure, (transaction) => {
      change(transaction)
      transaction.emit('dues.changed', { branchIds: [branchId] })
    })
    return {}
  }
  const requireOwn = (table: 'dues_handover' | 'dues_donation', branchId: string, id: string | null): void => {
    if (id !== null && writes.ownerOf(table, id) !== branchId) failWith('NOT_FOUND')
  }
  return {
    money: ({ branchId, year }) => {
      branches.requireBranch(branchId)
      const { rows, months } = ledgers.ledger(branchId, year)
      const handovers = handoversOf(branchId, year, months)
      return {
        handovers,
        donations: donationsOf(branchId, year),
        months: months.map(({ month, collectedFen }) => ({ month, collectedFen, coveredBy: handovers.find(({ fields }) => fields.fromMonth <= month && month <= fields.toMonth)?.id ?? null })),
        collectedFen: months.reduce((sum, { collectedFen }) => sum + collectedFen, 0),
        handedFen: handovers.reduce((sum, { fields }) => sum + fields.amountFen, 0),
        members: rows.map(({ memberId, name }) => ({ memberId, name })),
      }
    },
    saveHandover: ({ branchId, id, rev, fields }) => {
      branches.requireBranch(branchId)
      requireOwn('dues_handover', branchId, id)
      if (fields.toMonth < fields.fromMonth) failWith('BAD_INPUT', { issues: [{ path: ['fields', 'toMonth'], code: 'before_from' }] })
      return write('dues.saveHandover', branchId, (transaction) => writes.saveHandover(transaction, branchId, id, rev, fields))
    },
    withdrawHandover: ({ branchId, id, rev }) => {
      requireOwn('dues_handover', branchId, id)
      return write('dues.withdrawHandover', branchId, (transaction) => writes.withdraw(transaction, 'dues_handover', id, rev))
    },
    saveDonation: ({ branchId, id, rev, fields }) => {
      branches.requireBranch(branchId)
      requireOwn('dues_donation', branchId, id)
      const month = fields.paidOn.slice(0, 7)
      if (!ledgers.payersOf(branchId, month, month).some(({ memberId }) => memberId === fields.memberId)) failWith('NOT_FOUND')
      return write('dues.saveDonation', branchId, (transaction) => writes.saveDonation(transaction, branchId, id, rev, fields))
    },
    withdrawDonation: ({ branchId, id, rev }) => {
      requireOwn('dues_donation', branchId, id)
      return write('dues.withdrawDonation', branchId, (transaction) => writes.withdraw(transaction, 'dues_donation', id, rev))
    },
  }
}
