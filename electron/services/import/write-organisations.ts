import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import type { OrganisationPlan } from '../../domain/import/organisation-rows.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createOrganisationRegistry } from '../../store/repos/organisation-registry.ts'
import { createOrganisationWrites } from '../../store/repos/organisation-writes.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import { createNamingRules } from '../organisations/naming-rules.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { writeBatch, type BatchSteps } from './write-batch.ts'

interface OrganisationBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly plans: readonly OrganisationPlan[]
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** 上级在前:同一份表里的上级先建。 */
const topDown = (plans: readonly OrganisationPlan[]): OrganisationPlan[] => {
  const waiting = new Map(plans.map((plan) => [plan.key, plan]))
  const ordered: OrganisationPlan[] = []
  const put = (plan: OrganisationPlan): void => {
    if (!waiting.delete(plan.key)) return
    const parent = plan.parent !== null && 'key' in plan.parent ? waiting.get(plan.parent.key) : undefined
    if (parent !== undefined) put(parent)
    ordered.push(plan)
  }
  for (const plan of plans) put(plan)
  return ordered
}

/**
 * 把接受的组织写进库:一个事务,一条审计。新建是登记(和界面上新增一样),不算组织变动;
 * 预览后有人动过相关的组织,就报 PREVIEW_EXPIRED。
 */
export const createOrganisationImportWriter = (scope: WorkspaceScope): ((batch: OrganisationBatch) => Promise<number>) => {
  return async ({ plans, signal, onProgress, ...batch }) => {
    const [first] = plans
    if (first === undefined) return 0
    const today = scope.ports.clock.today()
    const bring: BatchSteps = function* (transaction, within) {
      const { db } = within.store
      const writes = createOrganisationWrites(db, () => scope.ports.ids.next())
      const naming = createNamingRules(within)
      const registry = createOrganisationRegistry(db)
      const stale = createMarkScoresStale(within)
      const fill = (id: string, rev: number, values: OrganisationPlan['values']): string => {
        const record = registry.find(id) ?? failWith('NOT_FOUND')
        writes.saveBasics(transaction, id, record.rev, { code: values.code || record.code, foundedOn: values.foundedOn === '' ? record.foundedOn : values.foundedOn, meetingPlace: values.meetingPlace || record.meetingPlace, themeDay: record.themeDay, note: values.note || record.note })
        writes.saveRegistry(transaction, id, registry.find(id)?.rev ?? record.rev, { unitRelation: record.unitRelation, contact: values.contact || record.contact, phone: values.phone || record.phone, approvalDocument: record.approvalDocument })
        // 只改了分类(另一张表)的,修订号也要加一。
        if (registry.find(id)?.rev === rev) writes.touch(transaction, id, 'import')
        stale.of(transaction, id)
        return id
      }
      const anchor = first.target?.id ?? plans.flatMap(({ parent }) => (parent !== null && 'id' in parent ? [parent.id] : []))[0] ?? failWith('PREVIEW_EXPIRED')
      createImportBatchRepo(db).begin(transaction, { id: scope.ports.ids.next(), ownerUnit: createOrganisationRepo(db).topOf(anchor, today).id, kind: 'organisations', written: plans.length, ...batch })
      const made = new Map<string, string>()
      const ids: string[] = []
      for (const { key, target, parent, values } of topDown(plans)) {
        if (target === null) {
          const parentId = parent === null ? failWith('PREVIEW_EXPIRED') : 'id' in parent ? parent.id : (made.get(parent.key) ?? failWith('PREVIEW_EXPIRED'))
          const fresh = { parentId, kind: values.kind, name: values.name, shortName: values.shortName, code: values.code, category: values.category === '' ? null : values.category, fromDay: today, foundedOn: values.foundedOn === '' ? null : values.foundedOn }
          naming.requireNew(fresh)
          const id = writes.add(transaction, fresh)
          made.set(key, id)
          ids.push(fill(id, 1, values))
        } else {
          writes.requireRev(target.id, target.rev)
          naming.requireFreeCode(values.code, target.id)
          if (values.category !== '') writes.setCategory(transaction, target.id, values.category, today)
          ids.push(fill(target.id, target.rev, values))
        }
        onProgress(ids.length)
        yield
      }
      transaction.emit('organisations.changed', { ids })
      return ids.length
    }
    return writeBatch(scope, plans.length, bring, signal)
  }
}
