import type { duesContract } from '../../../shared/contract/dues.contract.ts'
import type { Assessment, DuesRule } from '../../../shared/model/dues.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import { computeBase } from '../../domain/dues/compute-base.ts'
import { assessmentFor, effectiveMonth } from '../../domain/dues/in-force.ts'
import { monthlyDue } from '../../domain/dues/monthly-due.ts'
import { payingBranch } from '../../domain/dues/obliged-months.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import type { StoredAssessment } from '../../store/repos/dues-repo.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { DuesBranches } from './dues-branches.ts'
import type { DuesLedgers } from './dues-ledgers.ts'

/** 转走的人一年之内还能在原支部补改。 */
const REACH_MONTHS = 12

/** 核定与减免(规定第一至七、十条)。 */
export const createAssessmentHandlers = (
  scope: WorkspaceScope,
  ledgers: DuesLedgers,
  branches: DuesBranches,
): Pick<GroupHandlers<typeof duesContract>, 'assessments' | 'saveAssessment' | 'withdrawAssessment' | 'addExemption' | 'approveExemption' | 'withdrawExemption'> => {
  const { repo } = ledgers
  const writes = createDuesWrites(scope.store.db, () => scope.ports.ids.next())

  /** 这个人眼下(或近一年内)在这个支部交;不是的当作没有。 */
  const requirePayer = (branchId: string, memberId: string): void => {
    const month = ledgers.thisMonth()
    const payer = ledgers.payersOf(branchId, addMonths(month, -REACH_MONTHS), month).find((candidate) => candidate.memberId === memberId)
    if (payer === undefined) failWith('NOT_FOUND')
  }
  const ruleAt = (month: string): DuesRule => {
    const all = ledgers.rules()
    return all.findLast(({ fromMonth }) => fromMonth <= month) ?? all[0] ?? failWith('NOT_FOUND')
  }
  const present = (row: StoredAssessment, previous: StoredAssessment | undefined): Assessment => {
    const effectiveFrom = effectiveMonth(row, previous, ledgers.rules())
    return {
      id: row.id,
      rev: row.rev,
      memberId: row.memberId,
      fields: { category: row.category, changedFrom: row.changedFrom, amounts: repo.amounts(row.id), fixedFen: row.fixedFen, assessedOn: row.assessedOn, confirmedOn: row.confirmedOn, note: row.note },
      baseFen: row.baseFen,
      effectiveFrom,
      ...monthlyDue(row, ruleAt(effectiveFrom).body),
    }
  }
  const sheetOf = (branchId: string, month: string) => {
    const payers = ledgers.payersOf(branchId, month, month).filter(({ life }) => payingBranch(life, month) === branchId)
    const stored = repo.assessments(payers.map(({ memberId }) => memberId))
    return {
      rule: ruleAt(month),
      rows: payers.map(({ memberId, name }) => {
        const own = stored.filter((row) => row.memberId === memberId)
        const all = own.map((row, index) => present(row, own[index - 1]))
        const inForce = assessmentFor(own, month, ledgers.rules())
        return { memberId, name, current: all.find(({ id }) => id === inForce?.id) ?? null, all }
      }),
    }
  }
  const write = (procedure: string, branchId: string, change: (transaction: Transaction) => void): Record<string, never> => {
    scope.write('dues', procedure, (transaction) => {
      change(transaction)
      transaction.emit('dues.changed', { branchIds: [branchId] })
    })
    return {}
  }
  const requireExemption = (branchId: string, id: string): void => {
    if (writes.ownerOf('dues_exemption', id) !== branchId) failWith('NOT_FOUND')
  }
  return {
    assessments: ({ branchId, month }) => {
      branches.requireBranch(branchId)
      const { rule, rows } = sheetOf(branchId, month)
      const names = new Map(rows.map(({ memberId, name }) => [memberId, name]))
      return {
        items: [...ledgers.items()],
        rule,
        rows,
        exemptions: repo.exemptions([...names.keys()]).map((row) => ({
          id: row.id,
          rev: row.rev,
          memberId: row.memberId,
          memberName: names.get(row.memberId) ?? '',
          fields: { fromMonth: row.fromMonth, toMonth: row.toMonth, amountFen: row.amountFen, reason: row.reason, decidedOn: row.decidedOn },
          approvedBy: row.approvedBy,
          approvedOn: row.approvedOn,
        })),
      }
    },
    saveAssessment: ({ branchId, memberId, id, rev, fields }) => {
      branches.requireBranch(branchId)
      requirePayer(branchId, memberId)
      if (id !== null && repo.assessment(id)?.memberId !== memberId) failWith('NOT_FOUND')
      if (repo.assessments([memberId]).some((row) => row.changedFrom === fields.changedFrom && row.id !== id)) failWith('DUPLICATE_CODE', { code: fields.changedFrom })
      return write('dues.saveAssessment', branchId, (transaction) => writes.saveAssessment(transaction, branchId, memberId, id, rev, fields, computeBase(fields.amounts)))
    },
    withdrawAssessment: ({ branchId, id, rev }) => {
      requirePayer(branchId, repo.assessment(id)?.memberId ?? failWith('NOT_FOUND'))
      return write('dues.withdrawAssessment', branchId, (transaction) => writes.withdraw(transaction, 'dues_assessment', id, rev))
    },
    addExemption: ({ branchId, memberId, fields }) => {
      branches.requireBranch(branchId)
      requirePayer(branchId, memberId)
      if (fields.toMonth < fields.fromMonth) failWith('BAD_INPUT', { issues: [{ path: ['fields', 'toMonth'], code: 'before_from' }] })
      return write('dues.addExemption', branchId, (transaction) => writes.addExemption(transaction, branchId, memberId, fields))
    },
    approveExemption: ({ branchId, id, rev, approvedBy, approvedOn }) => {
      requireExemption(branchId, id)
      return write('dues.approveExemption', branchId, (transaction) => writes.approveExemption(transaction, id, rev, approvedBy, approvedOn))
    },
    withdrawExemption: ({ branchId, id, rev }) => {
      requireExemption(branchId, id)
      return write('dues.withdrawExemption', branchId, (transaction) => writes.withdraw(transaction, 'dues_exemption', id, rev))
    },
  }
}
