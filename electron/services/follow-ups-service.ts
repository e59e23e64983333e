import type { followUpsContract } from '../../shared/contract/follow-ups.contract.ts'
import type { FollowUp, FollowUpCounts } from '../../shared/model/follow-up.ts'
import { addDays } from '../../shared/util/day-arithmetic.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createFollowUpRepo, type FollowUpRecord } from '../store/repos/follow-up-repo.ts'
import type { Row } from '../store/record-table.ts'
import { createUnitSubtree } from '../store/repos/unit-subtree.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 快到期:七天之内。 */
const SOON_DAYS = 7

const isOverdue = ({ state, extendedTo, dueOn }: FollowUpRecord, today: string): boolean => {
  const due = extendedTo ?? dueOn
  return state === 'open' && due !== null && due < today
}
const countsOf = (rows: readonly FollowUp[], today: string): FollowUpCounts => {
  const open = rows.filter(({ state }) => state === 'open')
  const until = addDays(today, SOON_DAYS)
  return {
    open: open.length,
    overdue: open.filter((row) => row.isOverdue).length,
    dueSoon: open.filter((row) => !row.isOverdue && (row.extendedTo ?? row.dueOn ?? '9999') <= until).length,
    closed: rows.filter(({ state }) => state === 'closed').length,
  }
}

/** 督办、销号:决议与整改在一处列着,直到办完。 */
export const createFollowUpHandlers = (scope: WorkspaceScope): GroupHandlers<typeof followUpsContract> => {
  const { db } = scope.store
  const repo = createFollowUpRepo(db, () => scope.ports.ids.next())
  const subtree = createUnitSubtree(db)
  const today = (): string => scope.ports.clock.today()
  const toRow = (record: FollowUpRecord): FollowUp => ({ ...record, isOverdue: isOverdue(record, today()) })
  const readOr404 = (id: string): FollowUpRecord => repo.read(id, today()) ?? failWith('NOT_FOUND')

  const change = (procedure: string, { id, rev }: { readonly id: string; readonly rev: number }, allowed: FollowUp['state'], action: string, columns: Row, reason?: string): FollowUp => {
    const before = readOr404(id)
    if (before.state !== allowed) failWith('NOT_EDITABLE')
    scope.write('meeting', procedure, (transaction) => {
      repo.change(transaction, id, rev, columns, action, reason)
      transaction.emit('followUps.changed', {})
    })
    return toRow(readOr404(id))
  }
  return {
    list: ({ organisationId, state, year }, { access }) => {
      const day = today()
      // 撤销了的支部,没办完的事项仍在上级名下。
      const rows = repo.list(subtree.covered(organisationId, access.covers), { state: null, year }, day).map(toRow)
      return { today: day, counts: countsOf(rows, day), rows: (state === null ? rows : rows.filter((row) => row.state === state)).toSorted((left, right) => Number(right.isOverdue) - Number(left.isOverdue)) }
    },
    close: ({ id, rev, result, closedOn }) => {
      if (closedOn > today() || closedOn < readOr404(id).raisedOn) failWith('DAY_UNSUITABLE')
      return change('followUps.close', { id, rev }, 'open', 'close', { state: 'closed', result, closed_on: closedOn })
    },
    reopen: ({ id, rev, reason }) => {
      const { state } = readOr404(id)
      return change('followUps.reopen', { id, rev }, state === 'open' ? 'closed' : state, 'reopen', { state: 'open', closed_on: null }, reason)
    },
    extend: ({ id, rev, extendedTo, reason }) => {
      const { extendedTo: before, dueOn, raisedOn } = readOr404(id)
      if (extendedTo <= (before ?? dueOn ?? raisedOn)) failWith('DAY_UNSUITABLE')
      return change('followUps.extend', { id, rev }, 'open', 'extend', { extended_to: extendedTo }, reason)
    },
    drop: ({ id, rev, reason }) => change('followUps.drop', { id, rev }, 'open', 'drop', { state: 'dropped', result: reason, closed_on: today() }, reason),
  }
}
