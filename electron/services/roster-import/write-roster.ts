import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import { compareKey } from '../../domain/roster/clean-text.ts'
import type { JudgedRow, RowPlan } from '../../domain/roster/judge-rows.ts'
import { createMemberMatcher } from '../../domain/roster/match-members.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { writeBatch, type BatchSteps } from '../import/write-batch.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createRosterReader } from './check-roster.ts'

interface RosterBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly rows: readonly Pick<JudgedRow, 'plan'>[]
  /** 办的人管得到哪里:管不到的人不参加比对。 */
  readonly access: Access
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/**
 * 把接受的行写进库:一个事务,一条审计,每人一个版本;有一行写不进就全部不写。
 * 写之前在同一事务里再与库比对:预览后有人改过相关的人,或新增了同一个人,就报 PREVIEW_EXPIRED。
 *
 * @returns 写入的人数。
 */
export const createRosterWriter = (scope: WorkspaceScope): ((batch: RosterBatch) => Promise<number>) => {
  return async ({ fileHash, fileName, counts, rows, access, signal, onProgress }) => {
    const plans = rows.flatMap((row) => (row.plan === null ? [] : [row.plan]))
    const [first] = plans
    if (first === undefined) return 0
    const branchIds = [...new Set(plans.map((plan) => plan.fields.branchId))]
    const bring: BatchSteps = function* (transaction, within) {
      const writer = createMemberWriter(within)
      const organisations = createOrganisationRepo(within.store.db)
      yield* requireUnchanged(within, plans, access)
      const ownerUnit = branchIds.length === 1 ? first.fields.branchId : organisations.topOf(first.fields.branchId, scope.ports.clock.today()).id
      createImportBatchRepo(within.store.db).begin(transaction, { id: scope.ports.ids.next(), ownerUnit, kind: 'members', fileName, fileHash, counts, written: plans.length })
      const groups = new Map<string, string>()
      const groupOf = ({ fields, newGroupName }: RowPlan): string | null => {
        if (newGroupName === null) return fields.partyGroupId
        const key = `${fields.branchId}\u0000${compareKey(newGroupName)}`
        const id = groups.get(key) ?? writer.ensureGroup(transaction, fields.branchId, newGroupName)
        groups.set(key, id)
        return id
      }
      const ids: string[] = []
      for (const plan of plans) {
        const fields = { ...plan.fields, partyGroupId: groupOf(plan) }
        if (plan.target === null) ids.push(writer.add(transaction, fields))
        else {
          writer.save(transaction, plan.target.id, plan.target.rev, fields)
          ids.push(plan.target.id)
        }
        onProgress(ids.length)
        yield
      }
      transaction.emit('members.changed', { ids })
      transaction.emit('organisations.changed', { ids: [...branchIds, ...groups.values()] })
      return ids.length
    }
    return writeBatch(scope, plans.length, bring, signal)
  }
}

const requireUnchanged = function* (within: WorkspaceScope, plans: readonly RowPlan[], access: Access): Generator<void, void, undefined> {
  const reader = createRosterReader(within)
  const revisions = new Map<string, number>()
  const matcher = createMemberMatcher()
  for (const batch of reader.members(reader.branches())) {
    for (const member of batch) {
      if (!access.covers(member.fields.branchId)) continue
      revisions.set(member.id, member.rev)
      matcher.add(member)
    }
    yield
  }
  for (const { target, fields } of plans) {
    yield
    if (target !== null && revisions.get(target.id) !== target.rev) failWith('PREVIEW_EXPIRED')
    if (target !== null) continue
    const appeared = fields.idNumber === '' ? matcher.byNameAndBirth(fields.name, fields.birthDate ?? '').length > 0 : matcher.byIdNumber(fields.idNumber) !== undefined
    if (appeared) failWith('PREVIEW_EXPIRED')
  }
}
