import type { binContract, BinRow } from '../../../shared/contract/backups.contract.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createBinRepo, type RemovedRow } from '../../store/repos/bin-repo.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createFollowUpRepo } from '../../store/repos/follow-up-repo.ts'
import { createRegisterRepo } from '../../store/repos/register-repo.ts'
import { createSubmissionRepo } from '../../store/repos/submission-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { actorLabel } from '../audit/describe-row.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import { createRequireUnsubmitted } from '../registers/require-unsubmitted.ts'
import { inspectionItems } from '../registers/inspection-items.ts'
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
  const candidates = createDevelopmentRepo(db)
  const registers = createRegisterRepo(db, scope.ports.ids.next)
  const followUps = createFollowUpRepo(db, scope.ports.ids.next)
  const stale = createMarkScoresStale(scope)
  const requireUnsubmitted = createRequireUnsubmitted(createSubmissionRepo(scope.store.db, () => scope.ports.ids.next()), scope.ports.clock.today)
  /** 理由是输入里的,和别的理由一样另存。 */
  const write = (procedure: string, reason: string, change: (transaction: Transaction) => void): Record<string, never> => {
    scope.writeAs({ ...currentCall(), reason }, 'bin', procedure, change)
    return {}
  }
  /** 取回时证号要还空着;登记在管不到的支部,不说那是谁。 */
  const requireFree = (owner: string | null, read: (id: string, day: string) => { readonly branchName: string; readonly fields: { readonly name: string; readonly branchId: string } } | null, access: Access): void => {
    if (owner === null) return
    const other = read(owner, scope.ports.clock.today())
    const isShown = other !== null && access.covers(other.fields.branchId)
    failWith('DUPLICATE_ID_NUMBER', isShown ? { name: other.fields.name, branchName: other.branchName } : { name: '', branchName: '' })
  }
  const membersChanged = (transaction: Transaction, id: string, branchId: string): void => {
    stale.of(transaction, branchId)
    transaction.emit('members.changed', { ids: [id] })
    transaction.emit('organisations.changed', { ids: [branchId] })
  }
  // 没办结过的记录不进得分,删掉、取回都不必重算。
  const meetingsChanged = (transaction: Transaction, id: string, branchId: string): void => transaction.emit('meetings.changed', { ids: [id], branchIds: [branchId] })

  /** 它立的督办事项跟着收走、回来;销了号的不动。 */
  const entriesChanged = (transaction: Transaction, id: string, branchId: string): void => {
    const record = registers.read(id, scope.ports.clock.today())
    followUps.sync(transaction, { table: 'register_entry', id, branchId, raisedOn: record?.day ?? scope.ports.clock.today() }, record === null ? [] : inspectionItems(id, record.values))
    transaction.emit('registers.changed', { branchIds: [branchId] })
    transaction.emit('followUps.changed', {})
  }
  return {
    list: (_input, { access }) => ({ rows: repo.list().filter(({ branchId }) => access.covers(branchId)).map(shown) }),
    removeMember: ({ id, rev, reason }) =>
      write('bin.removeMember', reason, (transaction) => {
        const { branchId } = repo.requirePresent('member', id, rev)
        if (repo.isMemberInUse(id)) failWith('RECORD_IN_USE')
        repo.removePerson(transaction, 'member', id, branchId)
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
        const number = repo.keptIdNumber('member', id)
        requireFree(number === '' ? null : members.findByIdNumber(number), members.read, access)
        repo.restorePerson(transaction, 'member', id, branchId, number)
        membersChanged(transaction, id, branchId)
      }),
    removeCandidate: ({ id, rev, reason }) =>
      write('bin.removeCandidate', reason, (transaction) => {
        const { branchId } = repo.requirePresent('development_person', id, rev)
        if (repo.isCandidateInUse(id)) failWith('CANDIDATE_IN_USE')
        repo.removePerson(transaction, 'development_person', id, branchId)
        transaction.emit('development.changed', {})
      }),
    restoreCandidate: ({ id, rev }, { access }) =>
      write('bin.restoreCandidate', '', (transaction) => {
        const { branchId } = repo.requireRemoved('development_person', id, rev)
        const number = repo.keptIdNumber('development_person', id)
        // 号可能已经登记给录对的那一位,也可能他已经在名册上。
        requireFree(number === '' ? null : candidates.findByIdNumber(number), candidates.read, access)
        requireFree(number === '' ? null : members.findByIdNumber(number), members.read, access)
        repo.restorePerson(transaction, 'development_person', id, branchId, number)
        transaction.emit('development.changed', {})
      }),
    removeEntry: ({ id, rev, reason }) =>
      write('bin.removeEntry', reason, (transaction) => {
        const { branchId } = repo.requirePresent('register_entry', id, rev)
        requireUnsubmitted(registers.read(id, scope.ports.clock.today()), null)
        repo.removeEntry(transaction, id, branchId)
        entriesChanged(transaction, id, branchId)
      }),
    restoreEntry: ({ id, rev }) =>
      write('bin.restoreEntry', '', (transaction) => {
        const { branchId } = repo.requireRemoved('register_entry', id, rev)
        repo.restoreEntry(transaction, id, branchId)
        requireUnsubmitted(null, registers.read(id, scope.ports.clock.today()))
        entriesChanged(transaction, id, branchId)
      }),
    restoreMeeting: ({ id, rev }) =>
      write('bin.restoreMeeting', '', (transaction) => {
        const { branchId } = repo.requireRemoved('meeting', id, rev)
        repo.restoreMeeting(transaction, id, branchId)
        meetingsChanged(transaction, id, branchId)
      }),
  }
}
