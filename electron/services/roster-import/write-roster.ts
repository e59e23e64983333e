import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import { compareKey } from '../../domain/roster/clean-text.ts'
import type { JudgedRow, RowPlan } from '../../domain/roster/judge-rows.ts'
import { createMemberMatcher } from '../../domain/roster/match-members.ts'
import type { Access } from '../../rpc/access.ts'
import { DeclaredFailure, failWith } from '../../rpc/handlers.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createRosterReader } from './check-roster.ts'

/** 预览之后库变了才会出现的失败:一律请用户重新核对。 */
const MOVED_ON: ReadonlySet<string> = new Set(['STALE', 'NOT_FOUND', 'NOT_A_BRANCH', 'DUPLICATE_ID_NUMBER', 'BAD_ID_NUMBER'])

interface RosterBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly rows: readonly Pick<JudgedRow, 'plan'>[]
  /** 办的人管得到哪里:管不到的人不参加比对。 */
  readonly access: Access
}

/**
 * 把接受的行写进库:一个事务,一条审计,每人一个版本;有一行写不进就全部不写。
 * 写之前在同一事务里再与库比对:预览后有人改过相关的人,或新增了同一个人,就报 PREVIEW_EXPIRED。
 *
 * @returns 写入的人数。
 */
export const createRosterWriter = (scope: WorkspaceScope): ((batch: RosterBatch) => number) => {
  const writer = createMemberWriter(scope)
  const batches = createImportBatchRepo(scope.store.db)
  const organisations = createOrganisationRepo(scope.store.db)
  const reader = createRosterReader(scope)

  const requireUnchanged = (plans: readonly RowPlan[], access: Access): void => {
    const stored = reader.members(reader.branches()).filter(({ fields }) => access.covers(fields.branchId))
    const revisions = new Map(stored.map((member) => [member.id, member.rev]))
    const matcher = createMemberMatcher(stored)
    for (const { target, fields } of plans) {
      if (target !== null && revisions.get(target.id) !== target.rev) failWith('PREVIEW_EXPIRED')
      if (target !== null) continue
      const appeared = fields.idNumber === '' ? matcher.byNameAndBirth(fields.name, fields.birthDate ?? '').length > 0 : matcher.byIdNumber(fields.idNumber) !== undefined
      if (appeared) failWith('PREVIEW_EXPIRED')
    }
  }

  return ({ fileHash, fileName, counts, rows, access }) => {
    const plans = rows.flatMap((row) => (row.plan === null ? [] : [row.plan]))
    const [first] = plans
    if (first === undefined) return 0
    const branchIds = [...new Set(plans.map((plan) => plan.fields.branchId))]
    try {
      return scope.write('import', 'imports.commit', (transaction) => {
        requireUnchanged(plans, access)
        const ownerUnit = branchIds.length === 1 ? first.fields.branchId : organisations.topOf(first.fields.branchId, scope.ports.clock.today()).id
        batches.begin(transaction, { id: scope.ports.ids.next(), ownerUnit, kind: 'members', fileName, fileHash, counts, written: plans.length })
        const groups = new Map<string, string>()
        const groupOf = ({ fields, newGroupName }: RowPlan): string | null => {
          if (newGroupName === null) return fields.partyGroupId
          const key = `${fields.branchId}\u0000${compareKey(newGroupName)}`
          const id = groups.get(key) ?? writer.ensureGroup(transaction, fields.branchId, newGroupName)
          groups.set(key, id)
          return id
        }
        const ids = plans.map((plan) => {
          const fields = { ...plan.fields, partyGroupId: groupOf(plan) }
          if (plan.target === null) return writer.add(transaction, fields)
          writer.save(transaction, plan.target.id, plan.target.rev, fields)
          return plan.target.id
        })
        transaction.emit('members.changed', { ids })
        transaction.emit('organisations.changed', { ids: [...branchIds, ...groups.values()] })
        return ids.length
      })
    } catch (error) {
      if (error instanceof DeclaredFailure && MOVED_ON.has(error.code)) return failWith('PREVIEW_EXPIRED')
      throw error
    }
  }
}
