import type { AssessmentFields, EntryFields } from '../../../shared/model/dues.ts'
import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import type { DuesPlan } from '../../domain/import/judge-dues.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createDuesRepo } from '../../store/repos/dues-repo.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { readDuesItems } from '../dues/dues-items.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { writeBatch, type BatchSteps } from './write-batch.ts'

interface DuesBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly plans: readonly DuesPlan[]
  readonly access: Access
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}
const EMPTY: EntryFields = { paidFen: null, paidOn: null, method: '', proxyName: '', receiptNumber: '', handler: '', place: '', note: '' }

/** 把接受的各格写进库:一个事务,一条审计;核定换了基数的,旧的一次撤回、另写一次。 */
export const createDuesWriter = (scope: WorkspaceScope): ((batch: DuesBatch) => Promise<number>) => {
  return async ({ plans, access: _access, signal, onProgress, ...batch }) => {
    const branchIds = [...new Set(plans.flatMap(({ branchId, cells }) => [branchId, ...cells.map((cell) => cell.branchId)]))]
    const [first] = branchIds
    if (first === undefined) return 0
    const bring: BatchSteps = function* (transaction, within) {
      const { db } = within.store
      const repo = createDuesRepo(db)
      const writes = createDuesWrites(db, () => scope.ports.ids.next())
      /** 只有一个总数的基数,记到头一个加项上(离退休的记养老金那一项)。 */
      const itemFor = (category: string): string => {
        const appliesTo = category === 'retired' ? 'pension' : 'wage'
        const items = readDuesItems(db).filter(({ direction, retired }) => direction === 'add' && !retired)
        return (items.find((item) => item.appliesTo === appliesTo) ?? items[0] ?? failWith('NOT_FOUND')).code
      }
      const assess = ({ memberId, branchId }: DuesPlan, { category, changedFrom, baseFen }: NonNullable<DuesPlan['assessment']>): void => {
        const same = repo.assessments([memberId]).find((each) => each.changedFrom === changedFrom)
        if (same !== undefined) writes.withdraw(transaction, 'dues_assessment', same.id, same.rev)
        const fields: AssessmentFields = { category, changedFrom, amounts: baseFen === 0 ? [] : [{ itemCode: itemFor(category), direction: 'add', amountFen: baseFen }], fixedFen: null, assessedOn: scope.ports.clock.today(), confirmedOn: null, note: '' }
        writes.saveAssessment(transaction, branchId, memberId, null, 1, fields, baseFen)
      }
      const enter = ({ memberId, cells, paidOn, receiptNumber, note }: DuesPlan): void => {
        for (const { branchId, month, rev, dueFen, paidFen } of cells) {
          const before = repo.entry(branchId, memberId, month)
          if ((before?.rev ?? null) !== rev) failWith('PREVIEW_EXPIRED')
          const kept: EntryFields = before === undefined ? EMPTY : { paidFen: before.paidFen, paidOn: before.paidOn, method: before.method, proxyName: before.proxyName, receiptNumber: before.receiptNumber, handler: before.handler, place: before.place, note: before.note }
          writes.saveEntry(transaction, { branchId, memberId, month }, rev, dueFen, { ...kept, paidFen, paidOn: paidOn ?? kept.paidOn, receiptNumber: receiptNumber === '' ? kept.receiptNumber : receiptNumber, note: note === '' ? kept.note : note })
        }
      }
      const ownerUnit = branchIds.length === 1 ? first : createOrganisationRepo(db).topOf(first, scope.ports.clock.today()).id
      createImportBatchRepo(db).begin(transaction, { id: scope.ports.ids.next(), ownerUnit, kind: 'dues', written: plans.length, ...batch })
      for (const [index, plan] of plans.entries()) {
        if (plan.assessment !== null) assess(plan, plan.assessment)
        enter(plan)
        onProgress(index + 1)
        yield
      }
      transaction.emit('dues.changed', { branchIds })
      return plans.length
    }
    return writeBatch(scope, plans.length, bring, signal)
  }
}
