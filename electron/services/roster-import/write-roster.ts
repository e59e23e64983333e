import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import { compareKey } from '../../domain/roster/clean-text.ts'
import type { JudgedRow, RowPlan } from '../../domain/roster/judge-rows.ts'
import { createMemberMatcher } from '../../domain/roster/match-members.ts'
import type { Access } from '../../rpc/access.ts'
import { DeclaredFailure, failWith } from '../../rpc/handlers.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createRosterReader } from './check-roster.ts'

/** 预览之后库变了才会出现的失败:一律请用户重新核对。 */
const MOVED_ON: ReadonlySet<string> = new Set(['STALE', 'NOT_FOUND', 'NOT_A_BRANCH', 'DUPLICATE_ID_NUMBER', 'BAD_ID_NUMBER'])

/** 这么多人起分段写:少的一口气写完,不值得另开一个连接。 */
const SLICED_FROM = 300

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
    /** 写完一个人停一停;within 是这次写入用的工作区。 */
    const bring = function* (transaction: Transaction, within: WorkspaceScope): Generator<void, number, undefined> {
      const writer = createMemberWriter(within)
      const organisations = createOrganisationRepo(within.store.db)
      requireUnchanged(within, plans, access)
      yield
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
    try {
      if (plans.length >= SLICED_FROM) return await scope.writeInSlices('import', 'imports.commit', bring, signal)
      return scope.write('import', 'imports.commit', (transaction) => finish(bring(transaction, scope)))
    } catch (error) {
      if (error instanceof DeclaredFailure && MOVED_ON.has(error.code)) return failWith('PREVIEW_EXPIRED')
      throw error
    }
  }
}

const finish = <T>(steps: Generator<void, T, undefined>): T => {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
  }
}

const requireUnchanged = (within: WorkspaceScope, plans: readonly RowPlan[], access: Access): void => {
  const reader = createRosterReader(within)
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
