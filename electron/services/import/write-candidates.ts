import { candidateImportText } from '../../../shared/i18n/zh-CN/candidate-import.ts'
import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import type { CandidatePlan } from '../../domain/import/judge-candidates.ts'
import { namePinyin } from '../../domain/members/name-pinyin.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import { createFormRepo } from '../../store/repos/form-repo.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { prepareRootUnit } from '../../store/root-unit.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createPersonFacts } from '../development/person-facts.ts'
import { createStepEffects } from '../development/step-effects.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { writeBatch, type BatchSteps } from './write-batch.ts'

interface CandidateBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly plans: readonly CandidatePlan[]
  readonly access: Access
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}
/** 办完就有连带的几步:接收入名册、转正、归档。 */
const EFFECTIVE: ReadonlySet<number> = new Set([15, 24, 25])

/** 把接受的人写进库:一个事务,一条审计;接收、转正、归档的连带变动与逐个办时同一套。 */
export const createCandidateWriter = (scope: WorkspaceScope): ((batch: CandidateBatch) => Promise<number>) => {
  return async ({ plans, access, signal, onProgress, ...batch }) => {
    const branchIds = [...new Set(plans.map(({ fields }) => fields.branchId))]
    const [first] = branchIds
    if (first === undefined) return 0
    const bring: BatchSteps = function* (transaction, within) {
      const { db } = within.store
      const put = personWriter(within, transaction, access)
      const ownerUnit = branchIds.length === 1 ? first : createOrganisationRepo(db).topOf(first, scope.ports.clock.today()).id
      createImportBatchRepo(db).begin(transaction, { id: scope.ports.ids.next(), ownerUnit, kind: 'candidates', written: plans.length, ...batch })
      for (const [index, plan] of plans.entries()) {
        put(plan)
        onProgress(index + 1)
        yield
      }
      transaction.emit('development.changed', {})
      return plans.length
    }
    return writeBatch(scope, plans.length, bring, signal)
  }
}

/** 写一个人:登记、延长推迟、各步与连带的变动。 */
const personWriter = (within: WorkspaceScope, transaction: Transaction, access: Access): ((plan: CandidatePlan) => void) => {
  const { db } = within.store
  const repo = createDevelopmentRepo(db)
  const writes = createDevelopmentWrites(db, () => within.ports.ids.next())
  const forms = createFormRepo(db, () => within.ports.ids.next())
  const rootUnit = prepareRootUnit(db)
  const facts = createPersonFacts(within)
  const effects = createStepEffects(within)

  return ({ target, fields, memberId, steps, events, form }: CandidatePlan): void => {
    const owner = repo.findByIdNumber(fields.idNumber ?? '')
    // 预览之后又登记了同一个人。
    if (owner !== null && owner !== target?.id) failWith('PREVIEW_EXPIRED')
    if (memberId !== null && repo.findByMember(memberId) !== null) failWith('PREVIEW_EXPIRED')
    const pinyin = namePinyin(fields.name)
    const id = target === null ? writes.addPerson(transaction, fields, pinyin, memberId) : target.id
    if (target !== null) {
      writes.savePerson(transaction, id, target.rev, fields, pinyin)
      if (memberId !== null) writes.linkMember(transaction, id, memberId)
    }
    for (const event of events) writes.addEvent(transaction, id, fields.branchId, { ...event, toStep: null, reason: candidateImportText.importReason, documentNumber: '' })
    if (form !== null) {
      const held = repo.form(form.number)
      if (held !== null && held.state !== 'unused') failWith('PREVIEW_EXPIRED')
      if (held === null) forms.addUsed(transaction, rootUnit() ?? failWith('NOT_FOUND'), form.number, id, form.settledOn)
      else forms.settle(transaction, held.id, held.rev, { state: 'used', personId: id, settledOn: form.settledOn, note: '' })
    }
    for (const { step, state, fields: own, hadRecord } of steps) {
      const current = hadRecord ? repo.stepsOf([id]).get(id)?.find((record) => record.step === step) : undefined
      if (hadRecord && (current === undefined || current.state === 'done')) failWith('PREVIEW_EXPIRED')
      const dossier = state === 'done' && EFFECTIVE.has(step) ? facts.dossier(id) : null
      writes.saveStep(transaction, { personId: id, step, ownerUnit: fields.branchId, rev: current?.rev ?? null }, state, own)
      if (dossier !== null) effects.after(transaction, dossier, step, own, access)
    }
  }
}
