import type { binContract, BinRow } from '../../../shared/contract/backups.contract.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createBinRepo, type RemovedRow } from '../../store/repos/bin-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { actorLabel } from '../audit/describe-row.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const titleOf = ({ title, meetingType, startAt }: RemovedRow): string => (meetingType === null ? title : historyText.meetingTitle(title === '' ? nameOf(meetingTypes, meetingType) : title, startAt?.slice(0, 10) ?? ''))

const shown = (row: RemovedRow): BinRow => ({
  table: row.table,
  id: row.id,
  rev: row.rev,
  title: titleOf(row),
  branchName: row.branchName,
  deletedAt: row.deletedAt,
  deletedBy: actorLabel(row.actor, row.actorName),
  reason: row.reason,
})

/** 回收站:删掉录错的党员、没办结过的记录,随时取回;不会自动清空。 */
export const createBinHandlers = (scope: WorkspaceScope): GroupHandlers<typeof binContract> => {
  const { db } = scope.store
  const repo = createBinRepo(db)
  const members = createMemberRepo(db)
  const stale = createMarkScoresStale(scope)
  /** 理由是输入里的,和别的理由一样另存。 */
  const write = (procedure: string, reason: string, change: (transaction: Transaction) => void): Record<string, never> => {
    scope.writeAs({ ...currentCall(), reason }, 'bin', procedure, change)
    return {}
  }
  const membersChanged = (transaction: Transaction, id: string, branchId: string): void => {
    stale.of(transaction, branchId)
    transaction.emit('members.changed', { ids: [id] })
    transaction.emit('organisations.changed', { ids: [branchId] })
  }
  // 没办结过的记录不进得分,删掉、取回都不必重算。
  const meetingsChanged = (transaction: Transaction, id: string, branchId: string): void => transaction.emit('meetings.changed', { ids: [id], branchIds: [branchId] })

  return {
    list: (_input, { access }) => ({ rows: repo.list().filter(({ branchId }) => access.covers(branchId)).map(shown) }),
    removeMember: ({ id, rev, reason }) =>
      write('bin.removeMember', reason, (transaction) => {
        const { branchId } = repo.requirePresent('member', id, rev)
        if (repo.isMemberInUse(id)) failWith('RECORD_IN_USE')
        repo.removeMember(transaction, id, branchId)
        membersChanged(transaction, id, branchId)
      }),
    removeMeeting: ({ id, rev, reason }) =>
      write('bin.removeMeeting', reason, (transaction) => {
        const { branchId, finishedAt } = repo.requirePresent('meeting', id, rev)
        if (finishedAt !== null) failWith('NOT_EDITABLE')
        repo.removeMeeting(transaction, id, branchId)
        meetingsChanged(transaction, id, branchId)
      }),
    restoreMember: ({ id, rev }, { access }) =>
      write('bin.restoreMember', '', (transaction) => {
        const { branchId } = repo.requireRemoved('member', id, rev)
        const number = repo.keptIdNumber(id)
        const owner = number === '' ? null : members.findByIdNumber(number)
        if (owner !== null) {
          const other = members.read(owner, scope.ports.clock.today())
          // 登记在管不到的支部:不说那是谁。
          const isShown = other !== null && access.covers(other.fields.branchId)
          failWith('DUPLICATE_ID_NUMBER', isShown ? { name: other.fields.name, branchName: other.branchName } : { name: '', branchName: '' })
        }
        repo.restoreMember(transaction, id, branchId, number)
        membersChanged(transaction, id, branchId)
      }),
    restoreMeeting: ({ id, rev }) =>
      write('bin.restoreMeeting', '', (transaction) => {
        const { branchId } = repo.requireRemoved('meeting', id, rev)
        repo.restoreMeeting(transaction, id, branchId)
        meetingsChanged(transaction, id, branchId)
      }),
  }
}
