import type { AssessmentFields, EntryFields } from '../../../shared/model/dues.ts'
import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import type { DuesPlan } from '../../domain/import/judge-dues.ts'
import type { Access } from '../../rpc/access.ts'
import { DeclaredFailure, failWith } from '../../rpc/handlers.ts'
import { createDuesRepo } from '../../store/repos/dues-repo.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { readDuesItems } from '../dues/dues-items.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

interface DuesBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly plans: readonly DuesPlan[]
  readonly access: Access
}
const EMPTY: EntryFields = { paidFen: null, paidOn: null, method: '', proxyName: '', receiptNumber: '', handler: '', place: '', note: '' }
const MOVED_ON: ReadonlySet<string> = new Set(['STALE', 'NOT_FOUND'])

/** 把接受的各格写进库:一个事务,一条审计;核定换了基数的,旧的一次撤回、另写一次。 */
export const createDuesWriter = (scope: WorkspaceScope): ((batch: DuesBatch) => number) => {
  const { db } = scope.store
  const repo = createDuesRepo(db)
  const writes = createDuesWrites(db, () => scope.ports.ids.next())
  const organisations = createOrganisationRepo(db)
  const batches = createImportBatchRepo(db)

  /** 只有一个总数的基数,记到头一个加项上(离退休的记养老金那一项)。 */
  const itemFor = (category: string): string => {
    const appliesTo = category === 'retired' ? 'pension' : 'wage'
    const items = readDuesItems(db).filter(({ direction, retired }) => direction === 'add' && !retired)
    return (items.find((item) => item.appliesTo === appliesTo) ?? items[0] ?? failWith('NOT_FOUND')).code
  }
  const assess = (transaction: Transaction, { memberId, branchId }: DuesPlan, { category, changedFrom, baseFen }: NonNullable<DuesPlan['assessment']>): void => {
    const same = repo.assessments([memberId]).find((each) => each.changedFrom === changedFrom)
    if (same !== undefined) writes.withdraw(transaction, 'dues_assessment', same.id, same.rev)
    const fields: AssessmentFields = { category, changedFrom, amounts: baseFen === 0 ? [] : [{ itemCode: itemFor(category), direction: 'add', amountFen: baseFen }], fixedFen: null, assessedOn: scope.ports.clock.today(), confirmedOn: null, note: '' }
    writes.saveAssessment(transaction, branchId, memberId, null, 1, fields, baseFen)
  }
  const enter = (transaction: Transaction, { memberId, cells, paidOn, receiptNumber, note }: DuesPlan): void => {
    for (const { branchId, month, rev, dueFen, paidFen } of cells) {
      const before = repo.entry(branchId, memberId, month)
      if ((before?.rev ?? null) !== rev) failWith('PREVIEW_EXPIRED')
      const kept: EntryFields = before === undefined ? EMPTY : { paidFen: before.paidFen, paidOn: before.paidOn, method: before.method, proxyName: before.proxyName, receiptNumber: before.receiptNumber, handler: before.handler, place: before.place, note: before.note }
      writes.saveEntry(transaction, { branchId, memberId, month }, rev, dueFen, { ...kept, paidFen, paidOn: paidOn ?? kept.paidOn, receiptNumber: receiptNumber === '' ? kept.receiptNumber : receiptNumber, note: note === '' ? kept.note : note })
    }
  }
  return ({ plans, access: _access, ...batch }) => {
    const branchIds = [...new Set(plans.flatMap(({ branchId, cells }) => [branchId, ...cells.map((cell) => cell.branchId)]))]
    const [first] = branchIds
    if (first === undefined) return 0
    try {
      return scope.write('import', 'imports.commit', (transaction) => {
        const ownerUnit = branchIds.length === 1 ? first : organisations.topOf(first, scope.ports.clock.today()).id
        batches.begin(transaction, { id: scope.ports.ids.next(), ownerUnit, kind: 'dues', written: plans.length, ...batch })
        for (const plan of plans) {
          if (plan.assessment !== null) assess(transaction, plan, plan.assessment)
          enter(transaction, plan)
        }
        transaction.emit('dues.changed', { branchIds })
        return plans.length
      })
    } catch (error) {
      if (error instanceof DeclaredFailure && MOVED_ON.has(error.code)) return failWith('PREVIEW_EXPIRED')
      throw error
    }
  }
}
