import type { duesContract } from '../../../shared/contract/dues.contract.ts'
import type { EntryFields, LedgerRow } from '../../../shared/model/dues.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { dueOf } from '../../domain/dues/in-force.ts'
import { createScoreDirtyRepo } from '../../store/repos/score-dirty-repo.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { DuesBranches } from './dues-branches.ts'
import type { DuesLedgers } from './dues-ledgers.ts'

const EMPTY: EntryFields = { paidFen: null, paidOn: null, method: '', proxyName: '', receiptNumber: '', handler: '', place: '', note: '' }

/** 月登记:逐格、整月、粘贴,都走这里。 */
export const createLedgerHandlers = (scope: WorkspaceScope, ledgers: DuesLedgers, branches: DuesBranches): Pick<GroupHandlers<typeof duesContract>, 'ledger' | 'saveCells' | 'saveEntry' | 'fillMonth'> => {
  const { repo } = ledgers
  const writes = createDuesWrites(scope.store.db, () => scope.ports.ids.next())
  const yearOf = (month: string): number => Number(month.slice(0, 4))

  const patchOf = (branchId: string, year: number, memberIds: ReadonlySet<string>) => {
    const { rows, months } = ledgers.ledger(branchId, year)
    return { rows: rows.filter(({ memberId }) => memberIds.has(memberId)), months: [...months] }
  }
  /** 此刻的应交:登记时记下,以后标准再变也不动它。 */
  const dueNow = (branchId: string, month: string): ((memberId: string) => number | null) => {
    const rules = ledgers.rules()
    const payers = new Map(ledgers.payersOf(branchId, month, month).map((payer) => [payer.memberId, payer]))
    return (memberId) => {
      const payer = payers.get(memberId) ?? failWith('NOT_FOUND')
      return dueOf(payer, month, rules).dueFen
    }
  }
  const dirty = createScoreDirtyRepo(scope.store.db)
  /** 考核看按月交纳率:那个月算过的成绩要重算。 */
  const announce = (transaction: Transaction, branchId: string, months: readonly string[]): void => {
    for (const month of new Set(months)) dirty.markScoredDirty(transaction, branchId, month, transaction.at)
    transaction.emit('dues.changed', { branchIds: [branchId] })
  }
  /** 上个月在流入地交的,这个月接着写那个地方(规定第九条)。 */
  const carried = (row: LedgerRow, month: string): string => row.cells.findLast((cell) => cell.month < month && cell.fields?.paidFen != null)?.fields?.place ?? ''

  return {
    ledger: ({ branchId, year }) => {
      const branchName = branches.requireBranch(branchId)
      const { rows, months } = ledgers.ledger(branchId, year)
      return { branchId, branchName, year, today: scope.ports.clock.today(), rows: [...rows], months: [...months] }
    },
    saveCells: ({ branchId, paidOn, cells }) => {
      branches.requireBranch(branchId)
      scope.write('dues', 'dues.saveCells', (transaction) => {
        transaction.groupUnder(transaction.audit({ ownerUnit: branchId, table: 'dues_entry', recordId: '', detail: { action: 'update', rows: cells.length } }))
        const byMonth = new Map<string, ReturnType<typeof dueNow>>()
        for (const { memberId, month, rev, paidFen } of cells) {
          const due = byMonth.get(month) ?? dueNow(branchId, month)
          byMonth.set(month, due)
          const before = repo.entry(branchId, memberId, month)
          // 清掉的连日期、收据一起清;改数的留着原来的明细。
          const fields: EntryFields = before === undefined || paidFen === null ? { ...EMPTY, paidFen, paidOn: paidFen === null ? null : paidOn } : { ...fieldsOf(before), paidFen, paidOn: before.paidOn ?? paidOn }
          writes.saveEntry(transaction, { branchId, memberId, month }, rev, due(memberId), fields)
        }
        announce(transaction, branchId, cells.map(({ month }) => month))
      })
      return patchOf(branchId, yearOf(cells[0]?.month ?? ''), new Set(cells.map(({ memberId }) => memberId)))
    },
    saveEntry: ({ branchId, cell: { memberId, month, rev }, fields }) => {
      branches.requireBranch(branchId)
      const due = dueNow(branchId, month)(memberId)
      scope.write('dues', 'dues.saveEntry', (transaction) => {
        writes.saveEntry(transaction, { branchId, memberId, month }, rev, due, fields)
        announce(transaction, branchId, [month])
      })
      return patchOf(branchId, yearOf(month), new Set([memberId]))
    },
    fillMonth: ({ branchId, month, paidOn, method, handler }) => {
      branches.requireBranch(branchId)
      const year = yearOf(month)
      const toFill = ledgers.ledger(branchId, year).rows.flatMap((row) => {
        const cell = row.cells.find((candidate) => candidate.month === month)
        return cell === undefined || cell.state !== 'unpaid' || cell.dueFen === null || (cell.fields !== null && cell.fields.paidFen !== null) ? [] : [{ row, cell, dueFen: cell.dueFen }]
      })
      if (toFill.length > 0)
        scope.write('dues', 'dues.fillMonth', (transaction) => {
          transaction.groupUnder(transaction.audit({ ownerUnit: branchId, table: 'dues_entry', recordId: '', detail: { action: 'update', rows: toFill.length, period: month } }))
          for (const { row, cell, dueFen } of toFill) writes.saveEntry(transaction, { branchId, memberId: row.memberId, month }, cell.rev, dueFen, { ...EMPTY, paidFen: dueFen, paidOn, method, handler, place: carried(row, month) })
          announce(transaction, branchId, [month])
        })
      return { ...patchOf(branchId, year, new Set(toFill.map(({ row }) => row.memberId))), filled: toFill.length }
    },
  }
}
const fieldsOf = ({ paidFen, paidOn, method, proxyName, receiptNumber, handler, place, note }: EntryFields): EntryFields => ({ paidFen, paidOn, method, proxyName, receiptNumber, handler, place, note })
